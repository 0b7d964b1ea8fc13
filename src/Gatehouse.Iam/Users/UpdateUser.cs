using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Holders;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Gives a user another name or path. Its id stays, so credentials and memberships stay too; policies that name its ARN do not follow.</summary>
internal sealed class UpdateUser : IWrite<UpdateUserRequest, UpdateUserResponse>
{
    public static Arn Target(UpdateUserRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(UpdateUserRequest request, Call call, Requirements needs)
    {
        Subject.Require(request.UserName, call, needs);

        Renaming.Require("iam:UpdateUser", Target(request, call), After(request, call), needs);
    }

    public static UpdateUserResponse Handle(UpdateUserRequest request, Draft draft)
    {
        var user = draft.Account.RequireUser(request.UserName);
        Renaming.RequireFree(user, draft.Account.Users.Find(request.NewUserName), request.NewUserName);
        var (name, path) = Renaming.Of(user, request.UserName, request.NewUserName, request.NewPath);
        draft.Remove(user);
        draft.Put(user with { Name = name, Path = path });
        return new();
    }

    private static Arn After(UpdateUserRequest request, Call call)
    {
        var (name, path) = Renaming.Of(call.Account.Users.Find(request.UserName), request.UserName, request.NewUserName, request.NewPath);
        return User.ArnOf(call.Account.Id, path, name);
    }
}
