using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.InstanceProfiles;

/// <summary>Adds an instance profile, the holder by which machines are given a role; it holds none yet.</summary>
internal sealed class CreateInstanceProfile : IWrite<CreateInstanceProfileRequest, CreateInstanceProfileResponse>
{
    public static Arn Target(CreateInstanceProfileRequest request, Call call) =>
        InstanceProfile.ArnOf(call.Account.Id, request.Path ?? "/", request.InstanceProfileName);

    public static void Require(CreateInstanceProfileRequest request, Call call, Requirements needs)
    {
        needs.RequestTags(Tags.Read(request.Tags));
        if (request.Tags is { Count: > 0 })
        {
            needs.Also("iam:TagInstanceProfile");
        }
    }

    public static CreateInstanceProfileResponse Handle(CreateInstanceProfileRequest request, Draft draft)
    {
        if (draft.Account.InstanceProfiles.Contains(request.InstanceProfileName))
        {
            throw new EntityAlreadyExistsException($"Instance Profile {request.InstanceProfileName} already exists.");
        }

        draft.Call.RequireRoom(IamQuotas.InstanceProfiles, draft.Account.InstanceProfiles.Count);
        var profile = new InstanceProfile
        {
            Id = draft.NewId("AIPA"),
            Name = request.InstanceProfileName,
            Path = request.Path ?? "/",
            Created = draft.Now,
            Tags = Tags.New(request.Tags, StringComparer.Ordinal),
        };
        draft.Put(profile);
        return new()
        {
            InstanceProfile = new()
            {
                Arn = profile.ArnIn(draft.Account.Id).Text,
                CreateDate = profile.Created,
                InstanceProfileId = profile.Id,
                InstanceProfileName = profile.Name,
                Path = profile.Path,
                Roles = [],
                Tags = profile.Tags.Describe(),
            },
        };
    }
}
