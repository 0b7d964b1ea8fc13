using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.InstanceProfiles;

/// <summary>Takes tags off an instance profile; keys it does not have are passed over.</summary>
internal sealed class UntagInstanceProfile : IWrite<UntagInstanceProfileRequest, UntagInstanceProfileResponse>
{
    public static Arn Target(UntagInstanceProfileRequest request, Call call) => ProfileSubject.Target(request.InstanceProfileName, call);

    public static void Require(UntagInstanceProfileRequest request, Call call, Requirements needs) =>
        ProfileSubject.Require(request.InstanceProfileName, call, needs).Key("aws:TagKeys", request.TagKeys);

    public static UntagInstanceProfileResponse Handle(UntagInstanceProfileRequest request, Draft draft)
    {
        var profile = draft.Account.RequireProfile(request.InstanceProfileName);
        draft.Put(profile with { Tags = Tags.Without(profile.Tags, request.TagKeys, StringComparer.Ordinal) });
        return new();
    }
}
