using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Policies;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Adds a user, who can do nothing until given credentials and permissions.</summary>
internal sealed class CreateUser : IWrite<CreateUserRequest, CreateUserResponse>
{
    public static Arn Target(CreateUserRequest request, Call call) => User.ArnOf(call.Account.Id, request.Path ?? "/", request.UserName);

    public static void Require(CreateUserRequest request, Call call, Requirements needs)
    {
        needs.RequestTags(Tags.Read(request.Tags)).Key("iam:PermissionsBoundary", request.PermissionsBoundary);
        if (request.Tags is { Count: > 0 })
        {
            needs.Also("iam:TagUser");
        }
    }

    public static CreateUserResponse Handle(CreateUserRequest request, Draft draft)
    {
        // AWS: a name keeps its case, yet names that differ only in case are the same name.
        if (draft.Account.Users.Contains(request.UserName))
        {
            throw new EntityAlreadyExistsException($"User with name {request.UserName} already exists.");
        }

        draft.Call.RequireRoom(IamQuotas.Users, draft.Account.Users.Count);
        draft.RequireBoundary(request.PermissionsBoundary);
        var user = new User
        {
            Id = draft.NewId("AIDA"),
            Name = request.UserName,
            Path = request.Path ?? "/",
            Created = draft.Now,
            PermissionsBoundary = request.PermissionsBoundary,
            Tags = Tags.New(request.Tags),
        };
        draft.Put(user);
        return new() { User = user.Describe(draft.Account) };
    }
}
