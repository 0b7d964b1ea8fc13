using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Takes the boundary off a user; that there is none is no mistake.</summary>
internal sealed class DeleteUserPermissionsBoundary : IWrite<DeleteUserPermissionsBoundaryRequest, DeleteUserPermissionsBoundaryResponse>
{
    public static Arn Target(DeleteUserPermissionsBoundaryRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(DeleteUserPermissionsBoundaryRequest request, Call call, Requirements needs)
    {
        Subject.Require(request.UserName, call, needs);
        needs.Key("iam:PermissionsBoundary", Subject.BoundaryOf(request.UserName, call));
    }

    public static DeleteUserPermissionsBoundaryResponse Handle(DeleteUserPermissionsBoundaryRequest request, Draft draft)
    {
        var user = draft.Account.RequireUser(request.UserName);
        draft.Put(user with { PermissionsBoundary = null });
        return new();
    }
}
