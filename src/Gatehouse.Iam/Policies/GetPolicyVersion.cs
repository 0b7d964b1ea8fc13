using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Policies;

/// <summary>Shows a version of a managed policy with its text.</summary>
/// <remarks>Of AWS's own policies only the version in force is known.</remarks>
internal sealed class GetPolicyVersion : IRead<GetPolicyVersionRequest, GetPolicyVersionResponse>
{
    public static Arn Target(GetPolicyVersionRequest request, Call call) => new(request.PolicyArn);

    public static void Require(GetPolicyVersionRequest request, Call call, Requirements needs) => PolicySubject.Require(request.PolicyArn, call, needs);

    public static GetPolicyVersionResponse Handle(GetPolicyVersionRequest request, Call call)
    {
        var policy = call.FindPolicy(call.Account, request.PolicyArn);
        var version = policy.RequireVersion(request.PolicyArn, request.VersionId);
        return new() { PolicyVersion = version.Describe(policy!) };
    }
}
