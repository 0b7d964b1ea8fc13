using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Organizations;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Organizations.Policies;

/// <summary>The types of policy that an organization may have: those that bear on authorization.</summary>
internal static class PolicyTypes
{
    internal const string ServiceControl = "SERVICE_CONTROL_POLICY";
    internal const string ResourceControl = "RESOURCE_CONTROL_POLICY";

    /// <summary>The types on offer [PL-16 and section 5].</summary>
    internal static IReadOnlyList<ControlType> Offered { get; } =
    [
        new()
        {
            Name = ServiceControl,
            Kind = PolicyKind.ServiceControl,
            MostCharacters = 10_240,
            MostPerTarget = 10,
            MostPolicies = 10_000,
            Default = new()
            {
                Id = "p-FullAWSAccess",
                Name = "FullAWSAccess",
                Description = "Allows access to every operation",
                Type = ServiceControl,
                Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"}]}""",
                AwsManaged = true,
            },
        },
        new()
        {
            Name = ResourceControl,
            Kind = PolicyKind.ResourceControl,
            MostCharacters = 5_120,
            MostPerTarget = 5,
            MostPolicies = 1_000,
            Default = new()
            {
                Id = "p-RCPFullAWSAccess",
                Name = "RCPFullAWSAccess",
                Description = "Allows access to every resource",
                Type = ResourceControl,
                Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}]}""",
                AwsManaged = true,
            },
        },
    ];

    /// <summary>A type that the organization may have.</summary>
    /// <exception cref="PolicyTypeNotAvailableForOrganizationException">It has only its bills in common, or nobody offers the type.</exception>
    internal static ControlType Require(Organization organization, string type) =>
        organization.FeatureSet == "ALL" && Offered.FirstOrDefault(offered => offered.Name == type) is { } found
            ? found
            : throw new PolicyTypeNotAvailableForOrganizationException("You can't use the specified policy type with the feature set currently enabled for your organization.");

    /// <summary>The type of a policy that is stored.</summary>
    internal static ControlType Of(OrganizationPolicy policy) => Offered.First(offered => offered.Name == policy.Type);

    /// <summary>Gives something new in the tree the default policies of the types that are switched on, as AWS does.</summary>
    internal static void AttachDefaults(Draft draft, string target)
    {
        foreach (var type in draft.Account.Organization!.PolicyTypes)
        {
            Attach(draft, draft.Account.OrganizationPolicies.Find(Offered.First(offered => offered.Name == type).Default.Id)!, target);
        }
    }

    /// <summary>Attaches a policy; once is enough.</summary>
    internal static void Attach(Draft draft, OrganizationPolicy policy, string target)
    {
        if (!policy.Targets.Contains(target))
        {
            draft.Put(policy with { Targets = policy.Targets.Add(target) });
        }
    }

    /// <summary>Takes every policy off something that leaves the tree.</summary>
    internal static void DetachAll(Draft draft, string target)
    {
        foreach (var policy in draft.Account.OrganizationPolicies.Where(policy => policy.Targets.Contains(target)).ToList())
        {
            draft.Put(policy with { Targets = policy.Targets.Remove(target) });
        }
    }

    /// <summary>Adds the type that a call is about to what it needs.</summary>
    internal static void RequireType(string? type, Requirements needs) => needs.Key("organizations:PolicyType", type);
}
