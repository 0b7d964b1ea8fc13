using Gatehouse.PolicyEngine;

namespace Gatehouse.Policies;

/// <summary>The policies that take part in a run of questions.</summary>
internal sealed class PolicyGroup
{
    private readonly Lazy<PolicyInputs> inputs;

    internal PolicyGroup() => inputs = new(Compile);

    internal IReadOnlyList<LoadedPolicy> Identity { get; init; } = [];

    internal LoadedPolicy? Boundary { get; init; }

    internal IReadOnlyList<LoadedPolicy> Session { get; init; } = [];

    internal LoadedPolicy? Resource { get; init; }

    /// <summary>Service control policies: one list a level, from the root down.</summary>
    internal IReadOnlyList<IReadOnlyList<LoadedPolicy>> ServiceControl { get; init; } = [];

    /// <summary>Resource control policies: likewise.</summary>
    internal IReadOnlyList<IReadOnlyList<LoadedPolicy>> ResourceControl { get; init; } = [];

    internal IReadOnlyList<LoadedPolicy> Endpoint { get; init; } = [];

    /// <summary>All of them.</summary>
    internal IEnumerable<LoadedPolicy> All =>
    [
        .. Identity, .. One(Boundary), .. Session, .. One(Resource), .. ServiceControl.SelectMany(static level => level), .. ResourceControl.SelectMany(static level => level), .. Endpoint,
    ];

    /// <summary>Some of them name callers, so that nothing can be asked without one.</summary>
    internal bool NeedCaller => Resource is not null || ResourceControl.Count > 0 || Endpoint.Count > 0;

    internal PolicyInputs Inputs => inputs.Value;

    /// <summary>Where a statement that an explanation names was written.</summary>
    internal Origin Of(MatchedStatement match) => All.First(policy => ReferenceEquals(policy.Document, match.Policy.Document)).Of(match.Statement);

    private static LoadedPolicy[] One(LoadedPolicy? policy) => policy is null ? [] : [policy];

    private static PolicySet? Set(IReadOnlyList<LoadedPolicy> policies) => policies.Count == 0 ? null : PolicySet.Compile([.. policies.Select(static policy => policy.Attached)]);

    private static PolicyLevel[]? Levels(IReadOnlyList<IReadOnlyList<LoadedPolicy>> levels) =>
        levels.Count == 0 ? null : [.. levels.Select(static (level, index) => new PolicyLevel($"level {index + 1}", Set(level) ?? PolicySet.Empty))];

    private PolicyInputs Compile() => new()
    {
        Identity = Set(Identity),
        Boundary = Set(One(Boundary)),
        Session = Set(Session),
        Resource = Set(One(Resource)),
        ServiceControl = Levels(ServiceControl),
        ResourceControl = Levels(ResourceControl),
        Endpoint = Set(Endpoint),
    };
}
