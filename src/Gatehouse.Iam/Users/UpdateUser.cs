using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Gives a user another name or path. Its id stays, so credentials and memberships stay too; policies that name its ARN do not follow.</summary>
internal sealed class UpdateUser : IWrite<UpdateUserRequest, UpdateUserResponse>
{
    public static Arn Target(UpdateUserRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(UpdateUserRequest request, Call call, Requirements needs)
    {
        Subject.Require(request.UserName, call, needs);

        // AWS: it takes permission on both ends, what the user is called and what it will be.
        var after = After(request, call);
        if (after != Target(request, call))
        {
            needs.Also("iam:UpdateUser", after);
        }
    }

    public static UpdateUserResponse Handle(UpdateUserRequest request, Draft draft)
    {
        var user = draft.Account.RequireUser(request.UserName);
        if (draft.Account.Users.Find(request.NewUserName) is { } other && other.Id != user.Id)
        {
            throw new EntityAlreadyExistsException($"User with name {request.NewUserName} already exists.");
        }

        draft.Remove(user);
        draft.Put(user with { Name = request.NewUserName ?? user.Name, Path = request.NewPath ?? user.Path });
        return new();
    }

    private static Arn After(UpdateUserRequest request, Call call)
    {
        var user = call.Account.Users.Find(request.UserName);
        return User.ArnOf(call.Account.Id, request.NewPath ?? user?.Path ?? "/", request.NewUserName ?? user?.Name ?? request.UserName);
    }
}
