using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Policies;

/// <summary>Switches a type of policy off. AWS: that takes every policy of the type off everything, for good.</summary>
internal sealed class DisablePolicyType : IWrite<DisablePolicyTypeRequest, DisablePolicyTypeResponse>
{
    public static Arn Target(DisablePolicyTypeRequest request, Call call) => Arns.OfRoot(call.Account, request.RootId);

    public static void Require(DisablePolicyTypeRequest request, Call call, Requirements needs)
    {
        PolicyTypes.RequireType(request.PolicyType, needs);
        Tree.RequireNodeTags(call, request.RootId, needs);
    }

    public static DisablePolicyTypeResponse Handle(DisablePolicyTypeRequest request, Draft draft)
    {
        var organization = draft.Account.RequireManagement();
        if (organization.RootId != request.RootId)
        {
            throw Refusals.NoRoot();
        }

        if (!organization.PolicyTypes.Contains(request.PolicyType))
        {
            throw new PolicyTypeNotEnabledException("This operation can be performed only for enabled policy types.");
        }

        organization = organization with { PolicyTypes = organization.PolicyTypes.Remove(request.PolicyType) };
        draft.Put(organization);
        foreach (var policy in draft.Account.OrganizationPolicies.Where(policy => policy.Type == request.PolicyType && !policy.Targets.IsEmpty).ToList())
        {
            draft.Put(policy with { Targets = [] });
        }

        return new() { Root = organization.Describe(draft.Account) };
    }
}
