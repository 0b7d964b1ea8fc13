using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Policies;

/// <summary>Removes a version of a managed policy that is not in force; its number is not used again.</summary>
internal sealed class DeletePolicyVersion : IWrite<DeletePolicyVersionRequest, DeletePolicyVersionResponse>
{
    public static Arn Target(DeletePolicyVersionRequest request, Call call) => new(request.PolicyArn);

    public static void Require(DeletePolicyVersionRequest request, Call call, Requirements needs) => PolicySubject.Require(request.PolicyArn, call, needs);

    public static DeletePolicyVersionResponse Handle(DeletePolicyVersionRequest request, Draft draft)
    {
        PolicySubject.RequireOwn(request.PolicyArn);
        var policy = draft.Call.FindPolicy(draft.Account, request.PolicyArn);
        var version = policy.RequireVersion(request.PolicyArn, request.VersionId);
        if (version.Number == policy!.DefaultVersion)
        {
            throw new DeleteConflictException("Cannot delete the default version of a policy.");
        }

        draft.Put(policy with { Versions = policy.Versions.Remove(version) });
        return new();
    }
}
