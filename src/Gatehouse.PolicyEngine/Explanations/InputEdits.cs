namespace Gatehouse.PolicyEngine;

/// <summary>Policies that differ from others in one statement.</summary>
internal static class InputEdits
{
    internal const string Proposed = "proposed";

    internal static PolicyInputs Apply(PolicyInputs policies, CounterfactualChange change) => change.Layer switch
    {
        PolicyLayer.Identity => policies with { Identity = Edit(policies.Identity, change) },
        PolicyLayer.Boundary => policies with { Boundary = Edit(policies.Boundary, change) },
        PolicyLayer.Session => policies with { Session = Edit(policies.Session, change) },
        PolicyLayer.Resource or PolicyLayer.Trust => policies with { Resource = Edit(policies.Resource, change) },
        PolicyLayer.Endpoint => policies with { Endpoint = Edit(policies.Endpoint, change) },
        PolicyLayer.ServiceControl => policies with { ServiceControl = Edit(policies.ServiceControl, change) },
        PolicyLayer.ResourceControl => policies with { ResourceControl = Edit(policies.ResourceControl, change) },
        _ => policies,
    };

    /// <summary>The document of one statement as JSON, in the version given.</summary>
    internal static string Document(string version, string statement) => $$"""{"Version":"{{version}}","Statement":{{statement}}}""";

    private static IReadOnlyList<PolicyLevel>? Edit(IReadOnlyList<PolicyLevel>? levels, CounterfactualChange change) =>
        levels is null ? null : [.. levels.Select(level => level.Target == change.Target ? level with { Policies = Edit(level.Policies, change) } : level)];

    private static PolicySet Edit(PolicySet? set, CounterfactualChange change)
    {
        var policies = set?.Policies ?? [];
        return PolicySet.Compile(change.Statement is { Statement: var statement, Policy: var policy }
            ? [.. policies.Select(one => one.Name == policy.Name && one.Arn == policy.Arn ? Edit(one, statement, change) : one)]
            : [.. policies, AttachedPolicy.Read(Proposed, null, Document("2012-10-17", change.Json!))]);
    }

    private static AttachedPolicy Edit(AttachedPolicy policy, PolicyStatement statement, CounterfactualChange change) =>
        policy.Document is not { } document || !document.Statements.Contains(statement) ? policy : policy with
        {
            Document = new(document.Text, document.WrittenVersion, document.Id, [.. document.Statements.SelectMany(one => one == statement ? Instead(one, change) : [one])]),
        };

    private static PolicyStatement[] Instead(PolicyStatement statement, CounterfactualChange change) =>
        change.Kind == CounterfactualKind.RemoveStatement ? [] : [statement.With(new("ArnNotEquals", change.Key!, change.Values))];
}
