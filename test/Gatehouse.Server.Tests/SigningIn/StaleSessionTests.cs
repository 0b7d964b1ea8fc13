using System.Net;
using Gatehouse.Accounts.Mfa;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>What somebody can still do with a session or a sign-in that knows less than its user has by now: T-10 and T-25 of the threat model.</summary>
public sealed class StaleSessionTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string NewPassword = "Another 1 battery";

    [Fact]
    public async Task A_device_that_is_made_anew_under_its_old_name_does_not_keep_a_session_that_was_begun_with_the_old_one() // [AU-710], T-10
    {
        await fixture.NewUserAsync("tessa");
        var (serial, seed) = await fixture.EnrolAsync("tessa");
        using var browser = await fixture.SignInAsync("tessa");
        await browser.SubmitAsync("/signin/code", ("code", fixture.NextCode(seed)));
        Assert.Equal("Signed in", browser.Heading);

        await RemakeAsync("tessa", serial);
        await browser.OpenAsync("/console");

        Assert.Equal("/signin", browser.At.AbsolutePath);
    }

    [Fact]
    public async Task Nor_one_that_was_begun_with_another_device_of_the_user() // [AU-710], T-10
    {
        await fixture.NewUserAsync("ulla");
        var (_, seed) = await fixture.EnrolAsync("ulla");
        var (other, _) = await fixture.EnrolAsync("ulla", "ulla-2");
        using var browser = await fixture.SignInAsync("ulla");
        await browser.SubmitAsync("/signin/code", ("code", fixture.NextCode(seed)));
        Assert.Equal("Signed in", browser.Heading);

        await RemakeAsync("ulla", other);
        await browser.OpenAsync("/console");

        Assert.Equal("/signin", browser.At.AbsolutePath);
    }

    [Fact]
    public async Task Only_whoever_must_change_the_password_changes_it_on_the_way_in() // [AU-702], [AU-616], T-25
    {
        await using var strict = new SignInFixture { SecondFactor = SecondFactorNeed.All };
        await strict.InitializeAsync();
        await strict.NewUserAsync("vera");
        using var browser = await strict.SignInAsync("vera");
        Assert.Equal("Multi-factor authentication is required", browser.Heading);

        await browser.PostFormAsync("/signin/password", ("oldPassword", SignInFixture.Password), ("newPassword", NewPassword), ("newPasswordAgain", NewPassword));

        using var changed = await strict.SignInAsync("vera", NewPassword);
        Assert.Equal("Your authentication information is incorrect. Please try again.", changed.Wrong);
    }

    [Fact]
    public async Task Nor_at_the_portal_where_nobody_asks_for_the_old_one() // [AU-616], T-25
    {
        await using var strict = new PortalFixture { SecondFactor = SecondFactorNeed.All };
        await ((IAsyncLifetime)strict).InitializeAsync();
        var person = await strict.NewPersonAsync();
        using var browser = await strict.EnterAsync(person.UserName);
        Assert.Equal("Authenticator app", browser.Heading);

        await browser.PostFormAsync("/start/password", ("newPassword", NewPassword), ("newPasswordAgain", NewPassword));

        using var changed = await strict.EnterAsync(person.UserName, NewPassword);
        Assert.NotNull(changed.Wrong);
    }

    [Fact]
    public async Task A_portal_session_of_a_password_alone_neither_adds_a_device_to_its_user_s_nor_takes_one_away() // [AU-616], T-25
    {
        var person = await fixture.NewPersonAsync();
        using var thief = await fixture.EnterAsync(person.UserName);
        await thief.OpenAsync("/start/device");
        var (ticket, planted) = (TicketOf(thief), SeedOf(thief));
        using var owner = await fixture.EnterAsync(person.UserName);
        await owner.OpenAsync("/start/device");
        var seed = SeedOf(owner);
        await owner.SubmitAsync("/start/device/enable", ("code1", fixture.CodeOf(seed, -1)), ("code2", fixture.CodeOf(seed)));
        Assert.Equal("Access portal", owner.Heading);
        var serial = (await fixture.Installation.Accounts.FindAsync(ServerFixture.Account, TestContext.Current.CancellationToken))!.Current.IdentityUsers.FindById(person.Id)!.Devices.Single().SerialNumber;

        await thief.OpenAsync(PortalFixture.Portal);
        Assert.DoesNotContain("Remove", thief.Page, StringComparison.Ordinal);
        await thief.PostFormAsync("/start/device/remove", ("serialNumber", serial));
        await thief.PostFormAsync("/start/device/enable", ("device", ticket), ("code1", fixture.CodeOf(planted, -1)), ("code2", fixture.CodeOf(planted)));

        var devices = (await fixture.Installation.Accounts.FindAsync(ServerFixture.Account, TestContext.Current.CancellationToken))!.Current.IdentityUsers.FindById(person.Id)!.Devices;
        Assert.Equal(serial, Assert.Single(devices).SerialNumber);

        // Whoever showed its codes here may take it away again, and is out then.
        await owner.OpenAsync(PortalFixture.Portal);
        await owner.SubmitAsync("/start/device/remove");
        await owner.OpenAsync(PortalFixture.Portal);
        Assert.Equal("Sign in to the access portal", owner.Heading);
    }

    private async Task RemakeAsync(string user, string serial)
    {
        await fixture.OkAsync("DeactivateMFADevice", ("UserName", user), ("SerialNumber", serial));
        await fixture.OkAsync("DeleteVirtualMFADevice", ("SerialNumber", serial));
        fixture.Server.Clock.Advance(TimeSpan.FromSeconds(30));
        Assert.Equal(serial, (await fixture.EnrolAsync(user, serial[(serial.LastIndexOf('/') + 1)..])).Serial);
    }

    private static string TicketOf(Browser browser) => System.Text.RegularExpressions.Regex.Match(browser.Page, "name=\"device\" value=\"([^\"]+)\"").Groups[1].Value;

    private static byte[] SeedOf(Browser browser) =>
        SignInFixture.FromBase32(System.Text.RegularExpressions.Regex.Match(browser.Page, "Key: <code>([A-Z2-7]+)</code>").Groups[1].Value);
}
