using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.Users;

/// <summary>Adds tags to a user; a key that is there gets the new value.</summary>
internal sealed class TagUser : IWrite<TagUserRequest, TagUserResponse>
{
    public static Arn Target(TagUserRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(TagUserRequest request, Call call, Requirements needs)
    {
        Subject.Require(request.UserName, call, needs);
        needs.RequestTags(Tags.Read(request.Tags));
    }

    public static TagUserResponse Handle(TagUserRequest request, Draft draft)
    {
        var user = draft.Account.RequireUser(request.UserName);
        draft.Put(user with { Tags = Tags.Merge(user.Tags, request.Tags) });
        return new();
    }
}
