namespace Gatehouse.PolicyEngine;

/// <summary>How one statement fared, part by part.</summary>
/// <param name="Match">The statement and where it stands.</param>
/// <param name="Applies">All its parts hold.</param>
/// <param name="Action">The action part holds.</param>
/// <param name="Resource">The resource part holds.</param>
/// <param name="Principal">The principal part holds, or the layer has none.</param>
/// <param name="Conditions">Each test.</param>
public sealed record StatementTrace(MatchedStatement Match, bool Applies, bool Action, bool Resource, bool Principal, IReadOnlyList<ConditionTrace> Conditions)
{
    /// <summary>It denies and all its parts hold but for an operator nobody knows, so that the request fails (PL-90).</summary>
    public bool Unsure { get; init; }
}
