using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Operations;

namespace Gatehouse.Own.SignIns;

/// <summary>Says who needs a second factor to sign in to the caller's account with a password [AU-616].</summary>
/// <remarks>
/// The installation's setting holds as well, so an account asks for more than it or for nothing. A setting that is not given stays as it is.
/// Sessions that stand go on; the next sign-in hears of it.
/// </remarks>
internal sealed class UpdateSignInSettings : IWrite<UpdateSignInSettingsRequest, UpdateSignInSettingsResponse>
{
    public static Arn Target(UpdateSignInSettingsRequest request, Call call) => Arn.Any;

    public static UpdateSignInSettingsResponse Handle(UpdateSignInSettingsRequest request, Draft draft)
    {
        var wanted = SignInSettings.Read(request.MfaRequirement ?? throw new InvalidInputException("Give at least one setting to update."));
        draft.Put(draft.Account.Profile with { SecondFactor = wanted });
        var settings = SignInSettings.Of(draft.Account, draft.Call.Installation);
        return new() { MfaRequirement = settings.Own, InstallationMfaRequirement = settings.Installation, EffectiveMfaRequirement = settings.Effective };
    }
}
