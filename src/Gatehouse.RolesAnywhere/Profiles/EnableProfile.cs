using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Profiles;

/// <summary>Lets sessions begin by a profile again.</summary>
internal sealed class EnableProfile : IWrite<EnableProfileRequest, EnableProfileResponse>
{
    public static Arn Target(EnableProfileRequest request, Call call) => AnywhereProfiles.Target(request.ProfileId, call);

    public static void Require(EnableProfileRequest request, Call call, Requirements needs) => AnywhereProfiles.RequireTags(request.ProfileId, call, needs);

    public static EnableProfileResponse Handle(EnableProfileRequest request, Draft draft) =>
        new() { Profile = AnywhereProfiles.Change(draft, request.ProfileId, one => one with { Enabled = true }).Describe(draft.Account.Id) };
}
