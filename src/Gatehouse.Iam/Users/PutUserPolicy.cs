using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Writes a policy into a user, in place of the one with its name if there is one.</summary>
internal sealed class PutUserPolicy : IWrite<PutUserPolicyRequest, PutUserPolicyResponse>
{
    public static Arn Target(PutUserPolicyRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(PutUserPolicyRequest request, Call call, Requirements needs)
    {
        Subject.Require(request.UserName, call, needs);
        needs.Key("iam:PermissionsBoundary", Subject.BoundaryOf(request.UserName, call));
    }

    public static PutUserPolicyResponse Handle(PutUserPolicyRequest request, Draft draft)
    {
        var user = draft.Account.RequireUser(request.UserName);
        draft.Put(user with { InlinePolicies = InlinePolicies.Put(user, request.PolicyName, request.PolicyDocument, draft.Call) });
        return new();
    }
}
