using Gatehouse.Accounts.Entities;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Organizations.Policies;

/// <summary>What is to know of a type of policy.</summary>
internal sealed record ControlType
{
    /// <summary>Such as <c>SERVICE_CONTROL_POLICY</c>.</summary>
    internal required string Name { get; init; }

    /// <summary>What may stand in one.</summary>
    internal required PolicyKind Kind { get; init; }

    /// <summary>The most characters of one, white space included.</summary>
    internal required int MostCharacters { get; init; }

    /// <summary>The most that one root, unit or account may have.</summary>
    internal required int MostPerTarget { get; init; }

    /// <summary>The most that an organization may have.</summary>
    internal required int MostPolicies { get; init; }

    /// <summary>The one that AWS makes, which lets everything pass.</summary>
    internal required OrganizationPolicy Default { get; init; }
}
