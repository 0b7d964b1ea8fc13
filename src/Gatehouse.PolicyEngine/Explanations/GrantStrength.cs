namespace Gatehouse.PolicyEngine;

/// <summary>How closely a resource's policy names the caller (PE-19).</summary>
public enum GrantStrength
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By its account: the account's own policies decide (PE-22).</summary>
    Account,

    /// <summary>By the role or user behind the session: boundary and session policies still cap (PE-21).</summary>
    Entity,

    /// <summary>Itself, or everyone (PE-20).</summary>
    Direct,
}
