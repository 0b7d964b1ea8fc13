using System.Globalization;
using System.Text;

namespace Gatehouse.PolicyEngine;

/// <summary>Tells an explanation to a person.</summary>
internal static class ExplanationText
{
    internal const string Redacted = "***";

    internal static string Write(Explanation explanation, Func<string, bool> sensitive, IReadOnlyList<Counterfactual>? counterfactuals)
    {
        var text = new StringBuilder();
        var request = explanation.Request;
        text.Append(CultureInfo.InvariantCulture, $"{Word(explanation.Decision.Outcome)}: {Caller(request.Principal)} {request.Action} on {request.Resource}\n");
        if (!explanation.Decision.Allowed)
        {
            text.Append(CultureInfo.InvariantCulture, $"  {explanation.Sentence()}\n");
        }

        foreach (var policy in explanation.Unreadable)
        {
            text.Append(CultureInfo.InvariantCulture, $"  unreadable: policy {policy.Name} {policy.Arn}\n");
        }

        if (explanation.CrossAccount)
        {
            text.Append("  caller and resource belong to different accounts: both sides must allow\n");
        }

        foreach (var layer in explanation.Layers)
        {
            var strength = layer.Strength == GrantStrength.None ? "" : $", names the caller: {layer.Strength}";
            text.Append(CultureInfo.InvariantCulture, $"  {NameOf(layer.Layer, layer.Target)}: {Word(layer.Outcome)}{strength}\n");
            foreach (var one in explanation.Trace.Where(one => one.Match.Layer == layer.Layer && one.Match.Target == layer.Target && (one.Applies || one.Action)))
            {
                Statement(text, one, sensitive);
            }
        }

        if (explanation.MissingContext.Count > 0)
        {
            text.Append(CultureInfo.InvariantCulture, $"  missing from the request: {string.Join(", ", explanation.MissingContext)}\n");
        }

        if (counterfactuals is not null)
        {
            text.Append(counterfactuals.Count == 0 ? "  no small change was found that turns this around\n" : $"  {(counterfactuals[0].Decision.Allowed ? "allowed" : "denied")} if:\n");
            foreach (var one in counterfactuals)
            {
                text.Append(CultureInfo.InvariantCulture, $"    - {string.Join("\n      and ", one.Changes.Select(change => change.ToText(sensitive)))}\n");
            }
        }

        return text.ToString();
    }

    internal static string Word(DecisionOutcome outcome) => outcome switch
    {
        DecisionOutcome.Allowed => "allowed",
        DecisionOutcome.ExplicitDeny => "explicitDeny",
        _ => "implicitDeny",
    };

    internal static string Word(PolicyLayer layer) => layer switch
    {
        PolicyLayer.ServiceControl => "scp",
        PolicyLayer.ResourceControl => "rcp",
        PolicyLayer.EvaluationError => "evaluationError",
        _ => layer.ToString().ToLowerInvariant(),
    };

    internal static string NameOf(PolicyStatement statement) => statement.Sid is { Length: > 0 } sid ? sid : $"statement {statement.Index + 1}";

    internal static string NameOf(PolicyLayer layer, string? target) => target is null ? Word(layer) : $"{Word(layer)} of {target}";

    private static string Caller(Principal caller) => caller.Arn ?? caller.Name ?? "anonymous";

    private static void Statement(StringBuilder text, StatementTrace one, Func<string, bool> sensitive)
    {
        var statement = one.Match.Statement;
        text.Append(CultureInfo.InvariantCulture, $"    {(one.Applies ? "applies" : one.Unsure ? "UNSURE" : "does not apply")}: {statement.Effect} {NameOf(statement)} of {one.Match.Policy.Name} ");
        text.Append(CultureInfo.InvariantCulture, $"({statement.Start.Line}:{statement.Start.Column} to {statement.End.Line}:{statement.End.Column})");
        if (!one.Resource)
        {
            text.Append(", other resources");
        }

        if (!one.Principal)
        {
            text.Append(", other principals");
        }

        text.Append('\n');
        foreach (var test in one.Conditions.Where(test => one.Applies || !test.Holds))
        {
            var secret = sensitive(test.Condition.Key);
            var seen = test.Seen.Count == 0 ? "absent" : secret ? Redacted : string.Join(", ", test.Seen);
            text.Append(CultureInfo.InvariantCulture, $"      {(test.Holds ? "holds" : test.Understood ? "fails" : "unknown operator")}: {test.Condition.Operator} {test.Condition.Key} ");
            text.Append(CultureInfo.InvariantCulture, $"[{(secret ? Redacted : string.Join(", ", test.Wanted))}], request has: {seen}\n");
        }
    }
}
