namespace Gatehouse.PolicyEngine;

/// <summary>Changes that together turn a decision around, tried out by deciding the changed request; none of them can be left out.</summary>
/// <param name="Changes">The changes, in the order in which they were found to be needed.</param>
/// <param name="Decision">The decision after them.</param>
public sealed record Counterfactual(IReadOnlyList<CounterfactualChange> Changes, Decision Decision);
