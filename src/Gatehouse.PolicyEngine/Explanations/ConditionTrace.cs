namespace Gatehouse.PolicyEngine;

/// <summary>How one test of a condition came out.</summary>
/// <param name="Condition">The test as written.</param>
/// <param name="Wanted">The values wanted, variables filled in; one that could not be filled in is shown as written.</param>
/// <param name="Seen">The values the request had; none when the key is absent.</param>
/// <param name="Holds">The test holds.</param>
/// <param name="Understood">The operator is known (PL-90).</param>
public sealed record ConditionTrace(PolicyCondition Condition, IReadOnlyList<string> Wanted, IReadOnlyList<string> Seen, bool Holds, bool Understood);
