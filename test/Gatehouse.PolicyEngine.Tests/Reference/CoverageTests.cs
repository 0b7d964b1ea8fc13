using System.Text.Json.Nodes;

namespace Gatehouse.PolicyEngine.Tests.Reference;

/// <summary>Random cases prove only what they reach: the generator must reach everything.</summary>
public sealed class CoverageTests
{
    private const int Cases = 16_000;

    private static readonly string[] Operators =
    [
        "StringEquals", "StringNotEquals", "StringEqualsIgnoreCase", "StringNotEqualsIgnoreCase", "StringLike", "StringNotLike", "NumericEquals", "NumericNotEquals", "NumericLessThan",
        "NumericLessThanEquals", "NumericGreaterThan", "NumericGreaterThanEquals", "DateEquals", "DateNotEquals", "DateLessThan", "DateLessThanEquals", "DateGreaterThan", "DateGreaterThanEquals",
        "Bool", "BinaryEquals", "IpAddress", "NotIpAddress", "ArnEquals", "ArnLike", "ArnNotEquals", "ArnNotLike",
    ];

    private readonly Dictionary<string, int> reached = [];

    [Fact]
    public void Generator_reaches_every_layer_operator_element_and_caller()
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            Note(new CaseGenerator(seed).Draw());
        }

        string[] layers = ["Identity", "Resource", "Trust", "Boundary", "Session", "ServiceControl", "ResourceControl", "Endpoint"];
        var wanted = layers.SelectMany(layer => (string[])[$"ExplicitDeny {layer}", $"ImplicitDeny {layer}"])
            .Concat(["Allowed Identity", "Allowed Resource", "Allowed Trust", "ImplicitDeny Partition", "ImplicitDeny EvaluationError"])
            .Concat(Operators.SelectMany(name => ((string[])["", "ForAllValues:", "ForAnyValue:"]).SelectMany(prefix => ((string[])["", "IfExists"]).SelectMany(
                ending => ((string[])["true", "false"]).Select(answer => $"{prefix}{name}{ending} {answer}")))))
            .Concat(((string[])["Null", "ForAllValues:Null"]).Select(name => $"{name} true")).Concat(((string[])["Null", "ForAnyValue:Null"]).Select(name => $"{name} false"))
            .Concat(((string[])["root", "assumed-root", "service", "provider", "role", "federated", "user", "anonymous"]).SelectMany(
                kind => ((string[])["Allowed", "ExplicitDeny", "ImplicitDeny"]).Select(outcome => $"{kind} {outcome}")))
            .Concat(["NotAction", "NotResource", "NotPrincipal", "cross Allowed", "cross ImplicitDeny", "2 levels", "variable", "default", "crowd", "many keys", "2008-10-17", "unknown true"]);

        var missed = wanted.Where(one => reached.GetValueOrDefault(one) == 0).ToArray();

        Assert.Empty(missed);
    }

    private void Note(ReferenceCase one)
    {
        var (outcome, layer) = ReferenceEvaluator.Decide(one);
        Add($"{outcome} {layer}");
        Add($"{one.Caller.Kind} {outcome}");
        Add("cross " + outcome, one.Caller.Account is not null && one.ResourceAccount is { } owner && owner != one.Caller.Account);
        Add("2 levels", one.ServiceControl?.Count > 1);
        Add("many keys", one.Context.Count > 64);
        List<string>?[] sets = [one.Identity, one.Boundary, one.Session, one.OfResource, one.Endpoint, .. one.ServiceControl ?? [], .. one.ResourceControl ?? []];
        foreach (var text in sets.SelectMany(texts => texts ?? []).Where(text => text != "unreadable"))
        {
            foreach (var word in (string[])["NotAction", "NotResource", "NotPrincipal", "crowd", "2008-10-17"])
            {
                Add(word, text.Contains(word, StringComparison.Ordinal));
            }

            Add("variable", text.Contains("${aws:username}", StringComparison.Ordinal));
            Add("default", text.Contains("${aws:PrincipalTag/team, ", StringComparison.Ordinal));
            NoteConditions(one, JsonNode.Parse(text)!.AsObject());
        }
    }

    private void NoteConditions(ReferenceCase one, JsonObject document)
    {
        foreach (var statement in document["Statement"] is JsonArray list ? list.Select(item => item!) : [document["Statement"]!])
        {
            foreach (var (name, keys) in statement["Condition"] as JsonObject ?? [])
            {
                var alone = new JsonObject { ["Condition"] = new JsonObject { [name] = keys!.DeepClone() } };
                var holds = ReferenceConditions.Holds(one, System.Text.Json.JsonDocument.Parse(alone.ToJsonString()).RootElement, variables: true);
                Add(holds is null ? "unknown true" : $"{name} {(holds.Value ? "true" : "false")}");
            }
        }
    }

    private void Add(string what, bool count = true) => reached[what] = reached.GetValueOrDefault(what) + (count ? 1 : 0);
}
