using System.Text.Json;

namespace Gatehouse.PolicyEngine;

/// <summary>What could be done about the one thing that decides a request.</summary>
/// <param name="explanation">The request as it stands.</param>
/// <param name="policies">The policies as they stand.</param>
/// <param name="allow">It is to be allowed; else to be denied.</param>
internal sealed class Remedies(Explanation explanation, PolicyInputs policies, bool allow)
{
    private const string PrincipalArn = "aws:PrincipalArn";

    private AuthorizationRequest Request => explanation.Request;

    /// <summary>Each remedy alone, as the changes it takes.</summary>
    internal IEnumerable<CounterfactualChange[]> All() => !allow ? ToDeny() : explanation.Decision.Layer switch
    {
        PolicyLayer.Partition => [],
        PolicyLayer.EvaluationError => explanation.Trace.Where(static one => one.Unsure).Take(1).Select(static one => Remove(one.Match)),
        _ when explanation.Decision.Outcome == DecisionOutcome.ExplicitDeny => ToLift(explanation.Trace.First(one => Denies(one) && one.Match.Layer == explanation.Decision.Layer)),
        PolicyLayer.Identity when MayNameCaller => [.. ToGrant(PolicyLayer.Identity), .. ToGrant(policies.ResourceIsTrust ? PolicyLayer.Trust : PolicyLayer.Resource)],
        var layer => ToGrant(layer),
    };

    // PE-20: within an account, a resource's policy that names the caller does as well.
    private bool MayNameCaller => policies.Resource is not null && !explanation.CrossAccount && !Request.CallerSideOnly;

    private static bool Denies(StatementTrace one) => one.Applies && one.Match.Statement.Effect == PolicyEffect.Deny;

    private static bool Asked(StatementTrace one, PolicyLayer layer, string? target, PolicyEffect effect) =>
        one.Match.Layer == layer && one.Match.Target == target && one.Match.Statement.Effect == effect && one is { Applies: false, Action: true, Principal: true };

    private static CounterfactualChange[] Remove(MatchedStatement match) =>
        [new(CounterfactualKind.RemoveStatement) { Layer = match.Layer, Target = match.Target, Statement = match }];

    private IEnumerable<CounterfactualChange[]> ToLift(StatementTrace deny)
    {
        foreach (var change in ToFail(deny))
        {
            yield return change;
        }

        if (Request.Principal.PrincipalArn is { } arn)
        {
            yield return
            [
                new(CounterfactualKind.NarrowStatement)
                {
                    Layer = deny.Match.Layer,
                    Target = deny.Match.Target,
                    Statement = deny.Match,
                    Key = PrincipalArn,
                    Values = [arn],
                    Json = $$$"""{"ArnNotEquals":{"{{{PrincipalArn}}}":{{{Quote(arn)}}}}}""",
                },
            ];
        }

        yield return Remove(deny.Match);
    }

    private IEnumerable<CounterfactualChange[]> ToGrant(PolicyLayer layer)
    {
        // Of the levels of an organization, the first that does not allow; the next ones come up once it does.
        var target = explanation.Layers.FirstOrDefault(one => one.Layer == layer && one.Outcome != DecisionOutcome.Allowed)?.Target;
        foreach (var one in explanation.Trace.Where(one => Asked(one, layer, target, PolicyEffect.Allow)))
        {
            if (ToHold(one) is { Length: > 0 } changes)
            {
                yield return changes;
            }
        }

        yield return Add(layer, target, PolicyEffect.Allow);
    }

    private IEnumerable<CounterfactualChange[]> ToDeny()
    {
        foreach (var one in explanation.Trace.Where(static one => one.Match.Statement.Effect == PolicyEffect.Deny && one is { Applies: false, Action: true, Principal: true }))
        {
            if (ToHold(one) is { Length: > 0 } changes)
            {
                yield return changes;
            }
        }

        foreach (var one in explanation.Matched.GroupBy(static match => (match.Layer, match.Target)).Select(static group => group.First()))
        {
            foreach (var change in ToFail(explanation.Trace.First(trace => trace.Match == one)))
            {
                yield return change;
            }

            yield return Remove(one);
        }

        // Root has no policies of its own that could deny.
        if (explanation.Decision.Layer != PolicyLayer.Identity || Request.Principal.Kind is not (PrincipalKind.Root or PrincipalKind.AssumedRoot))
        {
            yield return Add(explanation.Decision.Layer, null, PolicyEffect.Deny);
        }
    }

    /// <summary>Each change to the context by which one test of a statement fails.</summary>
    private IEnumerable<CounterfactualChange[]> ToFail(StatementTrace one)
    {
        for (var i = 0; i < one.Conditions.Count; i++)
        {
            if (ContextRemedies.For(one.Match.Statement.Compiled.Tests[i], one.Conditions[i].Wanted, Request.Context, hold: false) is { } change)
            {
                yield return [change];
            }
        }
    }

    /// <summary>The changes to the context by which a statement applies; empty if there are none.</summary>
    private CounterfactualChange[] ToHold(StatementTrace one)
    {
        var statement = one.Match.Statement.Compiled;
        var changes = new List<CounterfactualChange>();
        var context = Request.Context;
        if (!one.Resource)
        {
            if (ContextRemedies.ForResource(one.Match, Request.Resource, context) is not { } change)
            {
                return [];
            }

            changes.Add(change);
            context = ContextEdits.Copy(context, change.Key, [.. change.Values]);
        }

        for (var i = 0; i < statement.Tests.Length; i++)
        {
            if (statement.Tests[i].Holds(context))
            {
                continue;
            }

            if (ContextRemedies.For(statement.Tests[i], one.Conditions[i].Wanted, context, hold: true) is not { } change)
            {
                return [];
            }

            changes.Add(change);
            context = ContextEdits.Copy(context, change.Key, [.. change.Values]);
        }

        return [.. changes];
    }

    private CounterfactualChange[] Add(PolicyLayer layer, string? target, PolicyEffect effect) =>
        [new(CounterfactualKind.AddStatement) { Layer = layer, Target = target, Json = Statement(layer, effect) }];

    private string Statement(PolicyLayer layer, PolicyEffect effect)
    {
        // AWS: the only allow a resource control policy can have is that of everything.
        if (layer == PolicyLayer.ResourceControl && effect == PolicyEffect.Allow)
        {
            return """{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}""";
        }

        var principal = layer is PolicyLayer.Resource or PolicyLayer.Trust or PolicyLayer.Endpoint or PolicyLayer.ResourceControl ? $"\"Principal\":{Caller()}," : "";
        var resource = layer == PolicyLayer.Trust ? "" : $",\"Resource\":{Quote(Literally(Request.Resource))}";
        return $$"""{"Effect":"{{effect}}",{{principal}}"Action":{{Quote(Request.Action)}}{{resource}}}""";
    }

    private string Caller() => Request.Principal switch
    {
        { Kind: PrincipalKind.Service, Name: { } name } => $$"""{"Service":{{Quote(name)}}}""",
        { Kind: PrincipalKind.IdentityProvider, Name: { } name } => $$"""{"Federated":{{Quote(name)}}}""",
        { PrincipalArn: { } arn } => $$"""{"AWS":{{Quote(arn)}}}""",
        _ => "\"*\"",
    };

    // PL-103: what stands in a resource's name is to stand for itself.
    private static string Literally(string resource) => resource == "*" ? resource
        : string.Concat(resource.Select(static letter => letter switch { '*' => "${*}", '?' => "${?}", '$' => "${$}", _ => letter.ToString() }));

    private static string Quote(string text) => $"\"{JsonEncodedText.Encode(text, System.Text.Encodings.Web.JavaScriptEncoder.UnsafeRelaxedJsonEscaping)}\"";
}
