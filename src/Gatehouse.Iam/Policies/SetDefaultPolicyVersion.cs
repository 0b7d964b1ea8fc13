using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Policies;

/// <summary>Puts another version of a managed policy in force, for everyone who holds it.</summary>
internal sealed class SetDefaultPolicyVersion : IWrite<SetDefaultPolicyVersionRequest, SetDefaultPolicyVersionResponse>
{
    public static Arn Target(SetDefaultPolicyVersionRequest request, Call call) => new(request.PolicyArn);

    public static void Require(SetDefaultPolicyVersionRequest request, Call call, Requirements needs) => PolicySubject.Require(request.PolicyArn, call, needs);

    public static SetDefaultPolicyVersionResponse Handle(SetDefaultPolicyVersionRequest request, Draft draft)
    {
        PolicySubject.RequireOwn(request.PolicyArn);
        var policy = draft.Call.FindPolicy(draft.Account, request.PolicyArn);
        var version = policy.RequireVersion(request.PolicyArn, request.VersionId);
        if (version.Number != policy!.DefaultVersion)
        {
            draft.Put(policy with { DefaultVersion = version.Number, Updated = draft.Now });
        }

        return new();
    }
}
