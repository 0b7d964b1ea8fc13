using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Operations;

namespace Gatehouse.Organizations.Policies;

/// <summary>Takes a policy away that is attached to nothing.</summary>
internal sealed class DeletePolicy : IWrite<DeletePolicyRequest, DeletePolicyResponse>
{
    public static Arn Target(DeletePolicyRequest request, Call call) => Arns.OfPolicy(call.Account, request.PolicyId);

    public static void Require(DeletePolicyRequest request, Call call, Requirements needs) => ControlPolicies.RequireKeys(call, request.PolicyId, needs);

    public static DeletePolicyResponse Handle(DeletePolicyRequest request, Draft draft)
    {
        draft.Account.RequireManagement();
        var policy = ControlPolicies.RequireOwn(draft.Account, request.PolicyId);
        if (!policy.Targets.IsEmpty)
        {
            throw new PolicyInUseException(
                "The policy is attached to one or more entities. You must detach it from all roots, OUs, and accounts before performing this operation.");
        }

        draft.Remove(policy);
        return new();
    }
}
