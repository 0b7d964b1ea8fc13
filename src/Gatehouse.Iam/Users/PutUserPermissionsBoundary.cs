using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Sets the managed policy that bounds what a user may ever do.</summary>
internal sealed class PutUserPermissionsBoundary : IWrite<PutUserPermissionsBoundaryRequest, PutUserPermissionsBoundaryResponse>
{
    public static Arn Target(PutUserPermissionsBoundaryRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(PutUserPermissionsBoundaryRequest request, Call call, Requirements needs)
    {
        Subject.Require(request.UserName, call, needs);
        needs.Key("iam:PermissionsBoundary", request.PermissionsBoundary);
    }

    public static PutUserPermissionsBoundaryResponse Handle(PutUserPermissionsBoundaryRequest request, Draft draft)
    {
        var user = draft.Account.RequireUser(request.UserName);
        draft.RequireBoundary(request.PermissionsBoundary);
        draft.Put(user with { PermissionsBoundary = request.PermissionsBoundary });
        return new();
    }
}
