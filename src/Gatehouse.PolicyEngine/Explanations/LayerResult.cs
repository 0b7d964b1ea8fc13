namespace Gatehouse.PolicyEngine;

/// <summary>What one layer alone says about a request.</summary>
/// <param name="Layer">The layer.</param>
/// <param name="Target">For SCPs and RCPs the node of the organization tree; else null.</param>
/// <param name="Outcome">Its own answer.</param>
/// <param name="Strength">For the resource's policy: the strongest applying allow.</param>
public sealed record LayerResult(PolicyLayer Layer, string? Target, DecisionOutcome Outcome, GrantStrength Strength);
