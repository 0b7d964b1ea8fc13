namespace Gatehouse.PolicyEngine;

/// <summary>What SimulateCustomPolicy and SimulatePrincipalPolicy ask (PE section 12.1). The caller has read the entities; texts are read here.</summary>
public sealed record SimulationInputs
{
    /// <summary>Texts of <c>PolicyInputList</c> (PE-104).</summary>
    public IReadOnlyList<string> PolicyTexts { get; init; } = [];

    /// <summary>The policies attached to <c>PolicySourceArn</c>, groups included; empty for SimulateCustomPolicy.</summary>
    public IReadOnlyList<AttachedPolicy> AttachedPolicies { get; init; } = [];

    /// <summary><c>PolicySourceArn</c>; null makes this SimulateCustomPolicy.</summary>
    public string? PolicySourceArn { get; init; }

    /// <summary>Texts of <c>PermissionsBoundaryPolicyInputList</c> (PE-105).</summary>
    public IReadOnlyList<string> BoundaryTexts { get; init; } = [];

    /// <summary>The boundary attached to <c>PolicySourceArn</c>.</summary>
    public AttachedPolicy? AttachedBoundary { get; init; }

    /// <summary>SCPs of the entity's account; null when it is in no organization (PE-115).</summary>
    public IReadOnlyList<PolicyLevel>? ServiceControl { get; init; }

    /// <summary>The entity's account is a member of an organization: results then say what SCPs answered.</summary>
    public bool InOrganization { get; init; }

    /// <summary><c>ActionNames</c> (PE-106).</summary>
    public required IReadOnlyList<string> Actions { get; init; }

    /// <summary><c>ResourceArns</c>; null when the parameter was not given (PE-107).</summary>
    public IReadOnlyList<string>? Resources { get; init; }

    /// <summary><c>ResourcePolicy</c> (PE-108).</summary>
    public string? ResourcePolicy { get; init; }

    /// <summary><c>ResourceOwner</c> (PE-109).</summary>
    public string? ResourceOwner { get; init; }

    /// <summary><c>CallerArn</c> (PE-110).</summary>
    public string? CallerArn { get; init; }

    /// <summary><c>ContextEntries</c> (PE-111).</summary>
    public IReadOnlyList<SimulationContextEntry> Context { get; init; } = [];

    /// <summary><c>ResourceHandlingOption</c> (PE-112).</summary>
    public string? ResourceHandling { get; init; }

    /// <summary>ARN template of an action's resource type, where the caller knows a catalogue of actions (PE-118).</summary>
    public Func<string, string?>? ResourceTemplateOf { get; init; }
}
