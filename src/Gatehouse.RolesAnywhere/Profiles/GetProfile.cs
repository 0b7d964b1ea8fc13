using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Profiles;

/// <summary>Shows a profile.</summary>
internal sealed class GetProfile : IRead<GetProfileRequest, GetProfileResponse>
{
    public static Arn Target(GetProfileRequest request, Call call) => AnywhereProfiles.Target(request.ProfileId, call);

    public static void Require(GetProfileRequest request, Call call, Requirements needs) => AnywhereProfiles.RequireTags(request.ProfileId, call, needs);

    public static GetProfileResponse Handle(GetProfileRequest request, Call call) =>
        new() { Profile = AnywhereProfiles.Require(call.Account, call, request.ProfileId).Describe(call.Account.Id) };
}
