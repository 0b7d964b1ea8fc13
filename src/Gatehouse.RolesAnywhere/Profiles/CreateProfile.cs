using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;
using Gatehouse.RolesAnywhere.Tagging;

namespace Gatehouse.RolesAnywhere.Profiles;

/// <summary>Makes a profile: roles that holders of certificates may ask for. It is disabled unless the request says otherwise.</summary>
internal sealed class CreateProfile : IWrite<CreateProfileRequest, CreateProfileResponse>
{
    public static Arn Target(CreateProfileRequest request, Call call) => Arn.Any;

    public static void Require(CreateProfileRequest request, Call call, Requirements needs)
    {
        needs.RequestTags(Tags.Read(request.Tags));
        ProfileRules.RequirePass(request.RoleArns, needs);
    }

    public static CreateProfileResponse Handle(CreateProfileRequest request, Draft draft)
    {
        Quotas.Require("profiles", Quotas.Profiles, draft.Account.AnywhereProfiles.Count(one => one.Region == draft.Call.Region));
        var profile = new AnywhereProfile
        {
            Id = draft.Call.Installation.Ids.NewUuid(),
            Region = draft.Call.Region,
            Name = request.Name,
            RoleArns = ProfileRules.Roles(request.RoleArns, draft.Account),
            SessionPolicy = ProfileRules.SessionPolicy(request.SessionPolicy),
            PolicyArns = ProfileRules.Policies(request.ManagedPolicyArns, draft),
            Seconds = request.DurationSeconds ?? AnywhereProfile.DefaultSeconds,
            Enabled = request.Enabled ?? false,
            RequiresInstanceProperties = request.RequireInstanceProperties ?? false,
            AcceptsSessionName = request.AcceptRoleSessionName ?? false,
            Mappings = Mappings.Default,
            CreatedBy = draft.Call.Caller.Arn.Text,
            Created = draft.Now,
            Updated = draft.Now,
            Tags = Tags.New(request.Tags),
        };
        draft.Put(profile);
        return new() { Profile = profile.Describe(draft.Account.Id) };
    }
}
