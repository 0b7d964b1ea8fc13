using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Shows a policy that lives in a user.</summary>
internal sealed class GetUserPolicy : IRead<GetUserPolicyRequest, GetUserPolicyResponse>
{
    public static Arn Target(GetUserPolicyRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(GetUserPolicyRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static GetUserPolicyResponse Handle(GetUserPolicyRequest request, Call call)
    {
        var user = call.Account.RequireUser(request.UserName);
        var policy = InlinePolicies.Require(user, request.PolicyName);
        return new()
        {
            UserName = user.Name,
            PolicyName = policy.Name,
            PolicyDocument = Documents.Encode(policy.Document),
        };
    }
}
