using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Policies;

/// <summary>Removes a managed policy that nobody uses and that has no versions but its default one.</summary>
internal sealed class DeletePolicy : IWrite<DeletePolicyRequest, DeletePolicyResponse>
{
    public static Arn Target(DeletePolicyRequest request, Call call) => new(request.PolicyArn);

    public static void Require(DeletePolicyRequest request, Call call, Requirements needs) => PolicySubject.Require(request.PolicyArn, call, needs);

    public static DeletePolicyResponse Handle(DeletePolicyRequest request, Draft draft)
    {
        var policy = draft.RequireOwnPolicy(request.PolicyArn);
        if (draft.Account.Attachments.CountOf(request.PolicyArn) + draft.Account.Attachments.BoundariesOf(request.PolicyArn) > 0)
        {
            throw new DeleteConflictException("Cannot delete a policy attached to entities.");
        }

        if (policy.Versions.Length > 1)
        {
            throw new DeleteConflictException(
                "This policy has more than one version. Before you delete a policy, you must delete the policy's versions. "
                + "The default version is deleted with the policy.");
        }

        draft.Remove(policy);
        return new();
    }
}
