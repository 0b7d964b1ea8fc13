using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Takes tags off a user; keys that are not there are no mistake.</summary>
internal sealed class UntagUser : IWrite<UntagUserRequest, UntagUserResponse>
{
    public static Arn Target(UntagUserRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(UntagUserRequest request, Call call, Requirements needs)
    {
        Subject.Require(request.UserName, call, needs);
        needs.Key("aws:TagKeys", request.TagKeys);
    }

    public static UntagUserResponse Handle(UntagUserRequest request, Draft draft)
    {
        var user = draft.Account.RequireUser(request.UserName);
        draft.Put(user with { Tags = Tags.Without(user.Tags, request.TagKeys) });
        return new();
    }
}
