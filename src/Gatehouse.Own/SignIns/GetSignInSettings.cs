using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Operations;

namespace Gatehouse.Own.SignIns;

/// <summary>Tells who needs a second factor to sign in to the caller's account with a password [AU-616].</summary>
internal sealed class GetSignInSettings : IRead<GetSignInSettingsRequest, GetSignInSettingsResponse>
{
    public static Arn Target(GetSignInSettingsRequest request, Call call) => Arn.Any;

    public static GetSignInSettingsResponse Handle(GetSignInSettingsRequest request, Call call)
    {
        var settings = SignInSettings.Of(call.Account, call.Installation);
        return new() { MfaRequirement = settings.Own, InstallationMfaRequirement = settings.Installation, EffectiveMfaRequirement = settings.Effective };
    }
}
