using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Attaches a managed policy to a user; again is no mistake.</summary>
internal sealed class AttachUserPolicy : IWrite<AttachUserPolicyRequest, AttachUserPolicyResponse>
{
    public static Arn Target(AttachUserPolicyRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(AttachUserPolicyRequest request, Call call, Requirements needs)
    {
        Subject.Require(request.UserName, call, needs);
        needs.Key("iam:PolicyARN", request.PolicyArn).Key("iam:PermissionsBoundary", Subject.BoundaryOf(request.UserName, call));
    }

    public static AttachUserPolicyResponse Handle(AttachUserPolicyRequest request, Draft draft)
    {
        var user = draft.Account.RequireUser(request.UserName);
        draft.Put(user with { AttachedPolicies = AttachedPolicies.Attach(draft, user, request.PolicyArn) });
        return new();
    }
}
