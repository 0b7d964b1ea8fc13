namespace Gatehouse.PolicyEngine;

/// <summary>What a statement does when it applies (PL-22).</summary>
public enum PolicyEffect
{
    /// <summary>It grants, or for a capping policy lets pass.</summary>
    Allow,

    /// <summary>It refuses, whatever else allows.</summary>
    Deny,
}
