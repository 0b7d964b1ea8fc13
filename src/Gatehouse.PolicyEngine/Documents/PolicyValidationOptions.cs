namespace Gatehouse.PolicyEngine;

/// <summary>What an installation, or a service with resource policies of its own, may relax on save, or ask for besides.</summary>
public sealed record PolicyValidationOptions
{
    /// <summary>AWS's own strictness.</summary>
    public static PolicyValidationOptions Strict { get; } = new();

    /// <summary>A Sid may hold any characters, as some services' resource policies allow (PL-21).</summary>
    public bool AnySid { get; init; }

    /// <summary>Resources need not be ARNs of a known partition: the host has names of its own (PL-66).</summary>
    public bool AnyResource { get; init; }

    /// <summary>A trust policy may trust everyone an identity provider with many tenants vouches for (PL-50).</summary>
    public bool SharedProvidersWithoutTenant { get; init; }

    /// <summary>Identity providers with many tenants, besides those that AWS knows (PL-50).</summary>
    public IReadOnlyList<SharedProvider> SharedProviders { get; init; } = [];
}
