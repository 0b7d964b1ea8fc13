using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Detaches a managed policy from a user.</summary>
internal sealed class DetachUserPolicy : IWrite<DetachUserPolicyRequest, DetachUserPolicyResponse>
{
    public static Arn Target(DetachUserPolicyRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(DetachUserPolicyRequest request, Call call, Requirements needs)
    {
        Subject.Require(request.UserName, call, needs);
        needs.Key("iam:PolicyARN", request.PolicyArn).Key("iam:PermissionsBoundary", Subject.BoundaryOf(request.UserName, call));
    }

    public static DetachUserPolicyResponse Handle(DetachUserPolicyRequest request, Draft draft)
    {
        var user = draft.Account.RequireUser(request.UserName);
        draft.Put(user with { AttachedPolicies = AttachedPolicies.Detach(user, request.PolicyArn) });
        return new();
    }
}
