using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Policies;

/// <summary>Shows a managed policy, but not what it says.</summary>
internal sealed class GetPolicy : IRead<GetPolicyRequest, GetPolicyResponse>
{
    public static Arn Target(GetPolicyRequest request, Call call) => new(request.PolicyArn);

    public static void Require(GetPolicyRequest request, Call call, Requirements needs) => PolicySubject.Require(request.PolicyArn, call, needs);

    public static GetPolicyResponse Handle(GetPolicyRequest request, Call call) =>
        new() { Policy = call.RequirePolicy(request.PolicyArn).Describe(request.PolicyArn, call.Account) };
}
