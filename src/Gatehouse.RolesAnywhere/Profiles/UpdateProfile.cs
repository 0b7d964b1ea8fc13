using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Profiles;

/// <summary>Changes what a request names of a profile, and leaves the rest.</summary>
internal sealed class UpdateProfile : IWrite<UpdateProfileRequest, UpdateProfileResponse>
{
    public static Arn Target(UpdateProfileRequest request, Call call) => AnywhereProfiles.Target(request.ProfileId, call);

    public static void Require(UpdateProfileRequest request, Call call, Requirements needs)
    {
        AnywhereProfiles.RequireTags(request.ProfileId, call, needs);
        ProfileRules.RequirePass(request.RoleArns, needs);
    }

    public static UpdateProfileResponse Handle(UpdateProfileRequest request, Draft draft)
    {
        var changed = AnywhereProfiles.Change(draft, request.ProfileId, one => one with
        {
            Name = request.Name ?? one.Name,
            RoleArns = request.RoleArns is { } roles ? ProfileRules.Roles(roles, draft.Account) : one.RoleArns,
            SessionPolicy = request.SessionPolicy is { } policy ? ProfileRules.SessionPolicy(policy) : one.SessionPolicy,
            PolicyArns = request.ManagedPolicyArns is { } arns ? ProfileRules.Policies(arns, draft) : one.PolicyArns,
            Seconds = request.DurationSeconds ?? one.Seconds,
            AcceptsSessionName = request.AcceptRoleSessionName ?? one.AcceptsSessionName,
        });
        return new() { Profile = changed.Describe(draft.Account.Id) };
    }
}
