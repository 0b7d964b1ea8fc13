namespace Gatehouse.PolicyEngine;

/// <summary>A statement that applies, and where to find it.</summary>
/// <param name="Layer">The layer it belongs to.</param>
/// <param name="Target">For SCPs and RCPs the node of the organization tree.</param>
/// <param name="Policy">The policy it stands in.</param>
/// <param name="Statement">The statement, with index and position (PE-88).</param>
/// <param name="Strength">In a resource's policy: how closely it names the caller.</param>
public sealed record MatchedStatement(PolicyLayer Layer, string? Target, AttachedPolicy Policy, PolicyStatement Statement, GrantStrength Strength);
