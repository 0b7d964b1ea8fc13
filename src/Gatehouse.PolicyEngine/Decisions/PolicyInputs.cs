namespace Gatehouse.PolicyEngine;

/// <summary>Every policy that takes part in a decision (PE section 4). Null always means: not there, or not in force.</summary>
public sealed record PolicyInputs
{
    /// <summary>The caller's own policies, groups included (PE-52).</summary>
    public PolicySet? Identity { get; init; }

    /// <summary>The caller's permissions boundary (PE-46).</summary>
    public PolicySet? Boundary { get; init; }

    /// <summary>The policies of the caller's session, inline and managed together (PE-48).</summary>
    public PolicySet? Session { get; init; }

    /// <summary>The policy of the resource.</summary>
    public PolicySet? Resource { get; init; }

    /// <summary><see cref="Resource"/> is the trust policy of a role: PE-69 to PE-72 apply.</summary>
    public bool ResourceIsTrust { get; init; }

    /// <summary>SCPs of the caller's account from the root down; null outside of organizations and for the management account (PE-34 to PE-40).</summary>
    public IReadOnlyList<PolicyLevel>? ServiceControl
    {
        get => ServiceControlLevels;
        init => ServiceControlLevels = value is null ? null : [.. value];
    }

    /// <summary>RCPs of the resource's account from the root down; null where they are not in force (PE-41 to PE-45).</summary>
    public IReadOnlyList<PolicyLevel>? ResourceControl
    {
        get => ResourceControlLevels;
        init => ResourceControlLevels = value is null ? null : [.. value];
    }

    /// <summary>Policies of the private endpoint the request came through (PE-32).</summary>
    public PolicySet? Endpoint { get; init; }

    internal PolicyLevel[]? ServiceControlLevels { get; private init; }

    internal PolicyLevel[]? ResourceControlLevels { get; private init; }
}
