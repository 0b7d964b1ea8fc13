using Gatehouse.Accounts;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Accounts.Storage;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Own.SignIns;
using Gatehouse.Testing;

namespace Gatehouse.Own.Tests.SignIns;

/// <summary>AU-616: an account says who needs a second factor to sign in to it.</summary>
public sealed class UpdateSignInSettingsTests
{
    private readonly AccountFixture account = new();

    [Theory]
    [InlineData("All", SecondFactorNeed.All, "All")]
    [InlineData("Root", SecondFactorNeed.Root, "Root")]
    [InlineData("None", SecondFactorNeed.None, "Root")]
    public void Answers_what_holds_now(string wanted, SecondFactorNeed kept, string effective)
    {
        account.Change(draft => draft.Put(draft.Account.Profile with { SecondFactor = SecondFactorNeed.All }));

        var settings = Update(wanted);

        Assert.Equal((wanted, "Root", effective), (settings.MfaRequirement, settings.InstallationMfaRequirement, settings.EffectiveMfaRequirement));
        Assert.Equal(kept, account.Account.Profile.SecondFactor);
    }

    [Fact]
    public void Touches_nothing_else_of_the_account()
    {
        var before = account.Account.Profile;

        Update("All");

        Assert.Equal(before with { SecondFactor = SecondFactorNeed.All }, account.Account.Profile);
    }

    [Fact]
    public void Refuses_to_update_nothing()
    {
        var refusal = Assert.Throws<InvalidInputException>(() => Update(null));

        Assert.Equal((400, "InvalidInputException", "Give at least one setting to update."), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public async Task Is_found_again_in_what_lies_on_the_disk_and_rows_from_before_ask_for_nothing()
    {
        Update("All");
        var stream = Account.StreamOf(AccountFixture.Id);
        var stored = await account.Store.LoadAsync(stream, TestContext.Current.CancellationToken);
        Assert.Equal(SecondFactorNeed.All, Account.Read(AccountFixture.Id, stored).Profile.SecondFactor);

        Update("None");
        stored = await account.Store.LoadAsync(stream, TestContext.Current.CancellationToken);
        var row = Assert.Single(stored.Rows, row => row.Table == "account");
        Assert.DoesNotContain("secondFactor", System.Text.Encoding.UTF8.GetString(row.Value.Span), StringComparison.Ordinal);
        Assert.Equal(SecondFactorNeed.None, Account.Read(AccountFixture.Id, stored).Profile.SecondFactor);
    }

    private UpdateSignInSettingsResponse Update(string? wanted) =>
        account.Write<UpdateSignInSettings, UpdateSignInSettingsRequest, UpdateSignInSettingsResponse>(new() { MfaRequirement = wanted });
}
