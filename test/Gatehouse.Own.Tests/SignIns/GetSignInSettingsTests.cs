using Gatehouse.Accounts.Mfa;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Own.SignIns;
using Gatehouse.Testing;

namespace Gatehouse.Own.Tests.SignIns;

/// <summary>AU-616: who needs a second factor, as the account and the installation say.</summary>
public sealed class GetSignInSettingsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void An_account_that_said_nothing_has_what_the_installation_says()
    {
        var settings = account.Read<GetSignInSettings, GetSignInSettingsRequest, GetSignInSettingsResponse>(new());

        Assert.Equal(("None", "Root", "Root"), (settings.MfaRequirement, settings.InstallationMfaRequirement, settings.EffectiveMfaRequirement));
    }

    [Theory]
    [InlineData(SecondFactorNeed.None, "Root")]
    [InlineData(SecondFactorNeed.Root, "Root")]
    [InlineData(SecondFactorNeed.All, "All")]
    public void What_the_installation_asks_is_the_least(SecondFactorNeed own, string effective)
    {
        account.Change(draft => draft.Put(draft.Account.Profile with { SecondFactor = own }));

        var settings = account.Read<GetSignInSettings, GetSignInSettingsRequest, GetSignInSettingsResponse>(new());

        Assert.Equal((own.ToString(), "Root", effective), (settings.MfaRequirement, settings.InstallationMfaRequirement, settings.EffectiveMfaRequirement));
    }
}
