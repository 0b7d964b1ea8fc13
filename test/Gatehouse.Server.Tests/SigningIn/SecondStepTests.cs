using System.Net;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>What comes after a right password: second factors, and passwords that must be changed.</summary>
public sealed class SecondStepTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    private const string NewPassword = "quite another 2C";
    private const string Everything = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

    [Fact]
    public async Task Whoever_has_a_device_shows_a_code_which_is_good_once_AU_612_AU_704()
    {
        await fixture.NewUserAsync("ivy");
        var (serial, seed) = await fixture.EnrolAsync("ivy");
        using var browser = await fixture.SignInAsync("ivy");
        Assert.Equal("Multi-factor authentication", browser.Heading);
        Assert.Null(browser.Cookie("gh-session"));

        await browser.SubmitAsync("/signin/code", ("code", "000000"));
        Assert.Equal("Your authentication information is incorrect. Please try again.", browser.Wrong);
        var code = fixture.NextCode(seed);
        await browser.SubmitAsync("/signin/code", ("code", code));
        Assert.Equal("Signed in", browser.Heading);

        using var other = await fixture.SignInAsync("ivy");
        await other.SubmitAsync("/signin/code", ("code", code));
        Assert.NotNull(other.Wrong);

        var trail = await fixture.TrailAsync("ConsoleLogin", serial);
        Assert.Contains($"\"MFAUsed\":\"Yes\",\"MFAIdentifier\":\"{serial}\"", trail, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_wrong_password_never_leads_to_the_second_factor_AU_704()
    {
        await fixture.NewUserAsync("jane");
        await fixture.EnrolAsync("jane");

        using var browser = await fixture.SignInAsync("jane", "wrong");
        Assert.Equal("Sign in", browser.Heading);
        await browser.OpenAsync("/signin/code");
        Assert.Equal("/signin", browser.At.AbsolutePath);
    }

    [Fact]
    public async Task Who_guesses_codes_is_refused_the_right_one_too_and_a_stranger_without_the_password_guesses_none_AU_613()
    {
        await fixture.NewUserAsync("gus");
        var (_, seed) = await fixture.EnrolAsync("gus");
        for (var i = 0; i < 5; i++)
        {
            using var stranger = await fixture.SignInAsync("gus", "wrong");
            await stranger.PostFormAsync("/signin/code", ("code", "000000"));
            Assert.Equal("/signin", stranger.At.AbsolutePath);
        }

        fixture.Server.Clock.Advance(TimeSpan.FromMinutes(16));
        using var owner = await fixture.SignInAsync("gus");
        await owner.SubmitAsync("/signin/code", ("code", fixture.NextCode(seed)));
        Assert.Equal("Signed in", owner.Heading);

        using var guesser = await fixture.SignInAsync("gus");
        for (var i = 0; i < 5; i++)
        {
            await guesser.SubmitAsync("/signin/code", ("code", "000000"));
        }

        await guesser.SubmitAsync("/signin/code", ("code", fixture.NextCode(seed)));
        Assert.Equal("Your authentication information is incorrect. Please try again.", guesser.Wrong);
        fixture.Server.Clock.Advance(TimeSpan.FromMinutes(5));
        await guesser.SubmitAsync("/signin/code", ("code", fixture.NextCode(seed)));
        Assert.Equal("Signed in", guesser.Heading);
    }

    [Fact]
    public async Task A_password_that_must_be_changed_is_changed_before_anything_else_AU_702()
    {
        await fixture.NewUserAsync("kim", reset: true);
        using var browser = await fixture.SignInAsync("kim");
        Assert.Equal("Change your password", browser.Heading);
        await browser.OpenAsync("/console");
        Assert.Equal("/signin", browser.At.AbsolutePath);

        await browser.OpenAsync("/signin/password");
        await browser.SubmitAsync("/signin/password", ("oldPassword", "wrong"), ("newPassword", NewPassword), ("newPasswordAgain", NewPassword));
        Assert.Equal("The old password was incorrect.", browser.Wrong);
        await browser.SubmitAsync("/signin/password", ("oldPassword", SignInFixture.Password), ("newPassword", "short"), ("newPasswordAgain", "short"));
        Assert.Equal("Password should have a minimum length of 8", browser.Wrong);
        await browser.SubmitAsync("/signin/password", ("oldPassword", SignInFixture.Password), ("newPassword", NewPassword), ("newPasswordAgain", NewPassword + "x"));
        Assert.Equal("The two new passwords differ.", browser.Wrong);
        await browser.SubmitAsync("/signin/password", ("oldPassword", SignInFixture.Password), ("newPassword", NewPassword), ("newPasswordAgain", NewPassword));
        Assert.Equal("Signed in", browser.Heading);

        using var old = await fixture.SignInAsync("kim");
        Assert.NotNull(old.Wrong);
        using var again = await fixture.SignInAsync("kim", NewPassword);
        Assert.Equal("Signed in", again.Heading);
        Assert.Contains("PasswordUpdated", await fixture.TrailAsync("PasswordUpdated"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_password_is_the_same_from_a_keyboard_that_spells_its_letters_otherwise_AU_701()
    {
        await fixture.NewUserAsync("noel", reset: true);
        using var browser = await fixture.SignInAsync("noel");
        await browser.SubmitAsync("/signin/password", ("oldPassword", SignInFixture.Password), ("newPassword", "Zu\u0308rich 8 Ba\u0308ume"), ("newPasswordAgain", "Z\u00fcrich 8 B\u00e4ume"));
        Assert.Equal("Signed in", browser.Heading);

        foreach (var spelling in (string[])["Z\u00fcrich 8 B\u00e4ume", "Zu\u0308rich 8 Ba\u0308ume"])
        {
            using var again = await fixture.SignInAsync("noel", spelling);
            Assert.Equal("Signed in", again.Heading);
        }
    }

    [Fact]
    public async Task The_second_factor_cannot_be_gone_around_by_way_of_the_forced_change()
    {
        await fixture.NewUserAsync("lena", reset: true);
        var (_, seed) = await fixture.EnrolAsync("lena");
        using var browser = await fixture.SignInAsync("lena");
        await browser.OpenAsync("/signin/password");
        await browser.SubmitAsync("/signin/password", ("oldPassword", SignInFixture.Password), ("newPassword", NewPassword), ("newPasswordAgain", NewPassword));
        Assert.Equal("/signin", browser.At.AbsolutePath);

        using var honest = await fixture.SignInAsync("lena");
        await honest.SubmitAsync("/signin/code", ("code", fixture.NextCode(seed)));
        Assert.Equal("Change your password", honest.Heading);
    }

    [Fact]
    public async Task Root_needs_a_second_factor_brings_one_in_and_is_asked_for_it_AU_616()
    {
        using var browser = await fixture.SignRootInAsync();
        Assert.Equal("Multi-factor authentication is required", browser.Heading);
        Assert.Null(browser.Cookie("gh-session"));

        await browser.SubmitAsync("/signin/device", ("deviceName", "root-phone"));
        Assert.Contains("data:image/png;base64,", browser.Page, StringComparison.Ordinal);
        var seed = SignInFixture.FromBase32(System.Text.RegularExpressions.Regex.Match(browser.Page, "Key: <code>([A-Z2-7]+)</code>").Groups[1].Value);
        await browser.SubmitAsync("/signin/device/enable", ("code1", "000000"), ("code2", "000001"));
        Assert.NotNull(browser.Wrong);
        await browser.SubmitAsync("/signin/device/enable", ("code1", fixture.CodeOf(seed, -1)), ("code2", fixture.CodeOf(seed)));
        Assert.Equal("Signed in", browser.Heading);
        Assert.Contains("arn:aws:iam::111122223333:root", browser.Page, StringComparison.Ordinal);

        using var again = await fixture.SignRootInAsync();
        Assert.Equal("Multi-factor authentication", again.Heading);
        await again.SubmitAsync("/signin/code", ("code", fixture.NextCode(seed)));
        Assert.Equal("Signed in", again.Heading);
        await again.OpenAsync("/console/security");
        await again.SubmitAsync("/console/security/device/remove");
        Assert.Equal("/signin", again.At.AbsolutePath);
        await browser.OpenAsync("/console");
        Assert.Equal("/signin", browser.At.AbsolutePath);
    }

    [Fact]
    public async Task Whoever_removes_a_device_ends_the_user_s_other_sessions_whatever_they_were_begun_with_AU_710()
    {
        await fixture.NewUserAsync("petra");
        await fixture.OkAsync("AttachUserPolicy", ("UserName", "petra"), ("PolicyArn", "arn:aws:iam::aws:policy/IAMFullAccess"));
        var (first, seed) = await fixture.EnrolAsync("petra");
        using var here = await fixture.SignInAsync("petra");
        await here.SubmitAsync("/signin/code", ("code", fixture.NextCode(seed)));
        using var there = await fixture.SignInAsync("petra");
        await there.SubmitAsync("/signin/code", ("code", fixture.NextCode(seed)));
        var (second, _) = await fixture.EnrolAsync("petra", "petra-2");
        await there.OpenAsync("/console");
        Assert.Equal("Signed in", there.Heading);

        await here.OpenAsync("/console/security");
        await here.SubmitAsync("/console/security/device/remove", ("serialNumber", second));
        Assert.Contains("The device was removed.", here.Page, StringComparison.Ordinal);
        await here.OpenAsync("/console");
        Assert.Equal("Signed in", here.Heading);
        await there.OpenAsync("/console");
        Assert.Equal("/signin", there.At.AbsolutePath);

        await fixture.OkAsync("DeactivateMFADevice", ("UserName", "petra"), ("SerialNumber", first));
        await here.OpenAsync("/console");
        Assert.Equal("/signin", here.At.AbsolutePath);
    }

    [Fact]
    public async Task An_expired_password_is_changed_or_with_hard_expiry_refused_AU_702()
    {
        await fixture.NewUserAsync("mara");
        (string, string)[] policy = [("MaxPasswordAge", "1"), ("MinimumPasswordLength", "8")];
        await fixture.OkAsync("UpdateAccountPasswordPolicy", policy);
        fixture.Server.Clock.Advance(TimeSpan.FromDays(2));
        try
        {
            using var soft = await fixture.SignInAsync("mara");
            Assert.Equal("Change your password", soft.Heading);

            await fixture.OkAsync("UpdateAccountPasswordPolicy", [.. policy, ("HardExpiry", "true")]);
            using var hard = await fixture.SignInAsync("mara");
            Assert.Equal((HttpStatusCode.Forbidden, "Password expired"), (hard.Status, hard.Heading));
        }
        finally
        {
            await fixture.OkAsync("DeleteAccountPasswordPolicy");
        }
    }

    [Fact]
    public async Task A_changed_password_ends_the_user_s_other_sessions_and_not_the_one_that_changed_it_AU_710_AU_712()
    {
        await fixture.NewUserAsync("nora", Everything);
        using var here = await fixture.SignInAsync("nora");
        using var there = await fixture.SignInAsync("nora");
        await here.OpenAsync("/console/security");
        await here.SubmitAsync("/console/security/password", ("oldPassword", "wrong"), ("newPassword", NewPassword), ("newPasswordAgain", NewPassword));
        Assert.Equal("The old password was incorrect.", here.Wrong);
        await here.SubmitAsync("/console/security/password", ("oldPassword", SignInFixture.Password), ("newPassword", NewPassword), ("newPasswordAgain", NewPassword));
        Assert.Null(here.Wrong);

        await there.OpenAsync("/console");
        Assert.Equal("/signin", there.At.AbsolutePath);
        await here.OpenAsync("/console");
        Assert.Equal("Signed in", here.Heading);
    }

    [Fact]
    public async Task Pages_may_do_no_more_than_the_user_may_AU_712()
    {
        await fixture.NewUserAsync("olga");
        using var browser = await fixture.SignInAsync("olga");
        await browser.OpenAsync("/console/security");
        Assert.Contains("is not authorized to perform: iam:ListMFADevices", browser.Page, StringComparison.Ordinal);

        await browser.SubmitAsync("/console/security/device", ("deviceName", "phone"));

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains("User: arn:aws:iam::111122223333:user/olga is not authorized to perform: iam:CreateVirtualMFADevice", browser.Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Signing_out_everywhere_and_a_deleted_user_end_sessions_with_the_next_request_AU_710()
    {
        await fixture.NewUserAsync("pia");
        using var here = await fixture.SignInAsync("pia");
        using var there = await fixture.SignInAsync("pia");
        using var third = await fixture.SignInAsync("pia");

        // One of the others, by its row; then all.
        await here.OpenAsync("/console/sessions");
        await here.SubmitAsync("/console/sessions");
        using (var left = fixture.NewBrowser())
        {
            await there.OpenAsync("/console");
            await third.OpenAsync("/console");
            Assert.Single(new[] { there, third }, static browser => browser.At.AbsolutePath == "/signin");
        }

        await here.OpenAsync("/console/sessions");
        await here.SubmitAsync("/console/sessions", ("all", "true"));
        Assert.Equal("/signin", here.At.AbsolutePath);
        await there.OpenAsync("/console");
        await third.OpenAsync("/console");
        Assert.Equal(("/signin", "/signin"), (there.At.AbsolutePath, third.At.AbsolutePath));
        Assert.Matches("\"userName\":\"pia\".*\"eventName\":\"EndSessions\".*\"sessionIds\":\\[\"[0-9a-f]{32}\"", await fixture.TrailAsync("EndSessions"));

        using var last = await fixture.SignInAsync("pia");
        Assert.Equal("Signed in", last.Heading);
        await fixture.OkAsync("DeleteLoginProfile", ("UserName", "pia"));
        await last.OpenAsync("/console");
        Assert.Equal("/signin", last.At.AbsolutePath);
    }
}
