using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.InstanceProfiles;

/// <summary>Sets tags of an instance profile.</summary>
internal sealed class TagInstanceProfile : IWrite<TagInstanceProfileRequest, TagInstanceProfileResponse>
{
    public static Arn Target(TagInstanceProfileRequest request, Call call) => ProfileSubject.Target(request.InstanceProfileName, call);

    public static void Require(TagInstanceProfileRequest request, Call call, Requirements needs) =>
        ProfileSubject.Require(request.InstanceProfileName, call, needs).RequestTags(Tags.Read(request.Tags));

    public static TagInstanceProfileResponse Handle(TagInstanceProfileRequest request, Draft draft)
    {
        var profile = draft.Account.RequireProfile(request.InstanceProfileName);
        draft.Put(profile with { Tags = Tags.Merge(profile.Tags, request.Tags, StringComparer.Ordinal) });
        return new();
    }
}
