using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Takes a policy out of a user.</summary>
internal sealed class DeleteUserPolicy : IWrite<DeleteUserPolicyRequest, DeleteUserPolicyResponse>
{
    public static Arn Target(DeleteUserPolicyRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(DeleteUserPolicyRequest request, Call call, Requirements needs)
    {
        Subject.Require(request.UserName, call, needs);
        needs.Key("iam:PermissionsBoundary", Subject.BoundaryOf(request.UserName, call));
    }

    public static DeleteUserPolicyResponse Handle(DeleteUserPolicyRequest request, Draft draft)
    {
        var user = draft.Account.RequireUser(request.UserName);
        draft.Put(user with { InlinePolicies = InlinePolicies.Without(user, request.PolicyName) });
        return new();
    }
}
