namespace Gatehouse.PolicyEngine;

/// <summary>What one node of the organization tree attaches (PE-35).</summary>
/// <param name="Target">ID of the root, organizational unit or account.</param>
/// <param name="Policies">The policies attached there.</param>
public sealed record PolicyLevel(string Target, PolicySet Policies);
