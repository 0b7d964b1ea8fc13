using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Operations;

namespace Gatehouse.RolesAnywhere.Profiles;

/// <summary>Deletes a profile. Sessions that began by it live on, as at AWS.</summary>
internal sealed class DeleteProfile : IWrite<DeleteProfileRequest, DeleteProfileResponse>
{
    public static Arn Target(DeleteProfileRequest request, Call call) => AnywhereProfiles.Target(request.ProfileId, call);

    public static void Require(DeleteProfileRequest request, Call call, Requirements needs) => AnywhereProfiles.RequireTags(request.ProfileId, call, needs);

    public static DeleteProfileResponse Handle(DeleteProfileRequest request, Draft draft)
    {
        var gone = AnywhereProfiles.Require(draft.Account, draft.Call, request.ProfileId);
        draft.Remove(gone);
        return new() { Profile = gone.Describe(draft.Account.Id) };
    }
}
