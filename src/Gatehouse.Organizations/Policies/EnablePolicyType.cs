using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Policies;

/// <summary>Switches a type of policy on: from now on it is in force, with AWS's default policy everywhere.</summary>
internal sealed class EnablePolicyType : IWrite<EnablePolicyTypeRequest, EnablePolicyTypeResponse>
{
    public static Arn Target(EnablePolicyTypeRequest request, Call call) => Arns.OfRoot(call.Account, request.RootId);

    public static void Require(EnablePolicyTypeRequest request, Call call, Requirements needs)
    {
        PolicyTypes.RequireType(request.PolicyType, needs);
        Tree.RequireNodeTags(call, request.RootId, needs);
    }

    public static EnablePolicyTypeResponse Handle(EnablePolicyTypeRequest request, Draft draft)
    {
        var organization = draft.Account.RequireManagement();
        if (organization.RootId != request.RootId)
        {
            throw Refusals.NoRoot();
        }

        var type = PolicyTypes.Require(organization, request.PolicyType);
        if (organization.PolicyTypes.Contains(type.Name))
        {
            throw new PolicyTypeAlreadyEnabledException("The specified policy type is already enabled.");
        }

        organization = organization with { PolicyTypes = organization.PolicyTypes.Add(type.Name) };
        draft.Put(organization);

        // AWS: nothing may be without a policy of a type that is on, or nothing would be allowed there [PE-40].
        draft.Put(type.Default with
        {
            Targets = [organization.RootId, .. draft.Account.Units.Select(unit => unit.Id), .. draft.Account.Members.Select(member => member.Id)],
        });
        return new() { Root = organization.Describe(draft.Account) };
    }
}
