using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Profiles;

/// <summary>Lets no more sessions begin by a profile.</summary>
internal sealed class DisableProfile : IWrite<DisableProfileRequest, DisableProfileResponse>
{
    public static Arn Target(DisableProfileRequest request, Call call) => AnywhereProfiles.Target(request.ProfileId, call);

    public static void Require(DisableProfileRequest request, Call call, Requirements needs) => AnywhereProfiles.RequireTags(request.ProfileId, call, needs);

    public static DisableProfileResponse Handle(DisableProfileRequest request, Draft draft) =>
        new() { Profile = AnywhereProfiles.Change(draft, request.ProfileId, one => one with { Enabled = false }).Describe(draft.Account.Id) };
}
