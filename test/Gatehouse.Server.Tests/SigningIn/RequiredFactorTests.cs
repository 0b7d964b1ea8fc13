using System.Net;
using System.Text.RegularExpressions;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Testing;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>[AU-616] Where an account asks everybody for a second factor, whoever has none can bring one in after the password, and nothing else.</summary>
public sealed partial class RequiredFactorTests(RequiredFactorFixture fixture) : IClassFixture<RequiredFactorFixture>
{
    private const string Heading = "Multi-factor authentication is required";
    private const string Authorize = "/v1/authorize?response_type=code&client_id=arn%3Aaws%3Asignin%3A%3A%3Adevtools%2Fsame-device&redirect_uri=http%3A%2F%2F127.0.0.1%3A40123%2Foauth%2Fcallback"
        + "&state=s&code_challenge=dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk&code_challenge_method=SHA-256&scope=openid";

    private const string NothingWithout =
        """
        {"Version":"2012-10-17","Statement":{"Effect":"Deny","NotAction":["iam:CreateVirtualMFADevice","iam:EnableMFADevice","iam:GetUser","iam:GetMFADevice","iam:ListMFADevices",
        "iam:ListVirtualMFADevices","iam:ResyncMFADevice","iam:ChangePassword","sts:GetSessionToken"],"Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}}
        """;

    private const string Denied = """{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"iam:CreateVirtualMFADevice","Resource":"*"}}""";

    [Fact]
    public async Task Every_other_page_is_closed_until_the_device_stands()
    {
        using var browser = await fixture.StrangerAsync();
        Assert.Equal((Heading, null), (browser.Heading, browser.Cookie("gh-session")));
        var pending = browser.Cookie("gh-signin")!;
        foreach (var path in (string[])["/console", "/console/security", "/console/sessions", "/signin/code", "/signin/password", Authorize])
        {
            browser.Plant("gh-signin", pending);
            await browser.OpenAsync(path);

            Assert.Equal("/signin", browser.At.AbsolutePath);
            Assert.Null(browser.Cookie("gh-session"));
        }

        browser.Plant("gh-signin", pending);
        await browser.OpenAsync("/signin/device");
        Assert.Equal(Heading, browser.Heading);
    }

    [Fact]
    public async Task Every_other_form_is_closed_until_the_device_stands()
    {
        using var first = await fixture.StrangerAsync();
        (string, string)[] fields =
        [
            ("code", "000000"), ("oldPassword", SignInFixture.Password), ("newPassword", "quite another 2C"), ("newPasswordAgain", "quite another 2C"), ("deviceName", "mine"), ("decision", "allow"),
        ];
        foreach (var path in (string[])["/console/security/password", "/console/security/device", "/console/security/device/enable", "/console/security/passkey", "/console/sessions", "/signin/code", "/signin/passkey", "/signin/password"])
        {
            using var browser = await fixture.SignInAsync(fixture.Last);
            await browser.PostFormAsync(path, fields);

            Assert.Equal(("/signin", null), (browser.At.AbsolutePath, browser.Cookie("gh-session")));
        }

        using var again = await fixture.SignInAsync(fixture.Last);
        Assert.Equal(Heading, again.Heading);
    }

    [Fact]
    public async Task Whoever_may_do_nothing_brings_in_an_app_and_is_signed_in_with_it()
    {
        using var browser = await fixture.StrangerAsync();
        await browser.SubmitAsync("/signin/device", ("deviceName", fixture.Last));
        await browser.SubmitAsync("/signin/device/enable", ("code1", "000000"), ("code2", "000001"));
        Assert.Equal("Authentication code for device is not valid.", browser.Wrong);
        await browser.OpenAsync("/signin/device");
        var seed = await BringInAsync(browser);

        Assert.Equal(("/console", "Signed in"), (browser.At.AbsolutePath, browser.Heading));
        Assert.Contains("shown at", browser.Page, StringComparison.Ordinal);
        var login = await fixture.TrailAsync("ConsoleLogin", $"mfa/{fixture.Last}");
        Assert.Contains("\"MFAUsed\":\"Yes\"", login, StringComparison.Ordinal);
        using var again = await fixture.SignInAsync(fixture.Last);
        Assert.Equal("Multi-factor authentication", again.Heading);
        await again.SubmitAsync("/signin/code", ("code", fixture.NextCode(seed)));
        Assert.Equal("Signed in", again.Heading);

        // What the forced step grants, it grants there alone.
        await again.OpenAsync("/console/security");
        await again.SubmitAsync("/console/security/device", ("deviceName", "another"));
        Assert.Contains("is not authorized to perform: iam:CreateVirtualMFADevice", again.Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_may_do_nothing_brings_in_a_passkey_and_is_asked_for_it()
    {
        using var browser = await fixture.StrangerAsync();
        using var authenticator = new SoftAuthenticator();
        await browser.SubmitAsync("/signin/device/passkey", ("credential", authenticator.Create(browser.PasskeyOptions!).ToJsonString()), ("passkeyName", "laptop"));
        Assert.Equal("/signin/code", browser.At.AbsolutePath);

        authenticator.Counter = 1;
        await browser.SubmitAsync("/signin/passkey", ("credential", authenticator.Get(browser.PasskeyOptions!).ToJsonString()));

        Assert.Equal("Signed in", browser.Heading);
    }

    [Fact]
    public async Task A_boundary_that_knows_nothing_of_devices_locks_nobody_out()
    {
        using (await fixture.StrangerAsync())
        {
            await fixture.OkAsync("PutUserPermissionsBoundary", ("UserName", fixture.Last), ("PermissionsBoundary", "arn:aws:iam::aws:policy/AmazonS3ReadOnlyAccess"));
        }

        using var browser = await fixture.SignInAsync(fixture.Last);
        await BringInAsync(browser);

        Assert.Equal("Signed in", browser.Heading);
    }

    [Fact]
    public async Task What_a_policy_denies_stays_denied()
    {
        using var browser = await fixture.StrangerAsync(Denied);

        await browser.SubmitAsync("/signin/device", ("deviceName", "phone"));

        Assert.Contains("iam:CreateVirtualMFADevice on resource: arn:aws:iam::111122223333:mfa/phone with an explicit deny in an identity-based policy", browser.Wrong, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_that_was_begun_with_the_password_alone_adds_no_second_device()
    {
        using var thief = await fixture.StrangerAsync();
        await thief.SubmitAsync("/signin/device", ("deviceName", fixture.Last + "-thief"));
        var stolen = SeedOf(thief);
        using var owner = await fixture.SignInAsync(fixture.Last);
        await BringInAsync(owner);
        Assert.Equal("Signed in", owner.Heading);

        await thief.SubmitAsync("/signin/device/enable", ("code1", fixture.CodeOf(stolen, -1)), ("code2", fixture.CodeOf(stolen)));

        Assert.Equal("/signin", thief.At.AbsolutePath);
        Assert.DoesNotContain("thief", (await fixture.OkAsync("ListMFADevices", ("UserName", fixture.Last))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_sign_in_with_a_password_that_was_changed_meanwhile_adds_no_device()
    {
        using var browser = await fixture.StrangerAsync();
        await browser.SubmitAsync("/signin/device", ("deviceName", fixture.Last));
        var seed = SeedOf(browser);
        fixture.Server.Clock.Advance(TimeSpan.FromSeconds(1));
        await fixture.OkAsync("UpdateLoginProfile", ("UserName", fixture.Last), ("Password", "quite another 2C"));

        await browser.SubmitAsync("/signin/device/enable", ("code1", fixture.CodeOf(seed, -1)), ("code2", fixture.CodeOf(seed)));

        Assert.Equal("/signin", browser.At.AbsolutePath);
        Assert.DoesNotContain("<SerialNumber>", (await fixture.OkAsync("ListMFADevices", ("UserName", fixture.Last))).Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_begins_again_leaves_no_heap_of_devices_behind_under_the_policy_of_AU_615_too()
    {
        using var browser = await fixture.StrangerAsync(NothingWithout);
        for (var i = 0; i < 3; i++)
        {
            await browser.OpenAsync("/signin/device");
            await browser.SubmitAsync("/signin/device", ("deviceName", $"{fixture.Last}-{i}"));
            Assert.Null(browser.Wrong);
        }

        var left = (await fixture.OkAsync("ListVirtualMFADevices", ("AssignmentStatus", "Unassigned"))).Body;
        Assert.Equal([$"mfa/{fixture.Last}-2"], Regex.Matches(left, $"mfa/{fixture.Last}-[^<]*").Select(static found => found.Value));
        Assert.Contains($"\"serialNumber\":\"arn:aws:iam::111122223333:mfa/{fixture.Last}-1\"", await fixture.TrailAsync("DeleteVirtualMFADevice", $"{fixture.Last}-1"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_credentials_of_the_step_may_call_nothing_but_what_brings_a_device_in()
    {
        var issued = fixture.Server.Installation.TryIssue(ServerFixture.Account, id => new()
        {
            Kind = SessionKind.Enrolment,
            Account = ServerFixture.Account,
            PrincipalId = ServerFixture.Account,
            PrincipalArn = "arn:aws:iam::111122223333:root",
            SessionId = id,
            Issued = fixture.Server.Clock.GetUtcNow(),
            Expires = fixture.Server.Clock.GetUtcNow().AddMinutes(15),
        })!;
        (string, string)[] calls =
        [
            ("iam", "GetUser"), ("iam", "ListMFADevices"), ("iam", "ChangePassword"), ("iam", "DeactivateMFADevice"), ("iam", "DeleteVirtualMFADevice"), ("sts", "GetCallerIdentity"), ("sts", "GetSessionToken"), ("sts", "AssumeRole"),
        ];
        foreach (var (service, action) in calls)
        {
            var reply = await fixture.Server.QueryAsync(new(issued.AccessKeyId, issued.SecretAccessKey, issued.Token), service, action);

            Assert.Equal((HttpStatusCode.Forbidden, "AccessDenied"), (reply.Status, reply["Code"]));
        }
    }

    [Fact]
    public async Task Sessions_that_stand_go_on_and_the_next_sign_in_is_asked()
    {
        await fixture.RequireAsync("none");
        try
        {
            using var before = await fixture.StrangerAsync();
            Assert.Equal("Signed in", before.Heading);
            using var onTheWay = await fixture.StrangerAsync(reset: true);
            Assert.Equal("Change your password", onTheWay.Heading);
            await fixture.RequireAsync("all");

            await before.OpenAsync("/console/security");
            Assert.Equal("Security credentials", before.Heading);
            await onTheWay.SubmitAsync("/signin/password", ("oldPassword", SignInFixture.Password), ("newPassword", "quite another 2C"), ("newPasswordAgain", "quite another 2C"));
            Assert.Equal(Heading, onTheWay.Heading);
        }
        finally
        {
            await fixture.RequireAsync("all");
        }
    }

    [Fact]
    public async Task Only_who_may_says_so_and_the_trail_keeps_it()
    {
        Assert.Equal("account       all\ninstallation  none\nholds         all\n", await fixture.RequireAsync(null));
        await fixture.OkAsync("CreateUser", ("UserName", "weak"));
        var key = await fixture.OkAsync("CreateAccessKey", ("UserName", "weak"));

        var reply = await fixture.Server.JsonAsync(new(key["AccessKeyId"]!, key["SecretAccessKey"]!), "gatehouse", "Gatehouse.UpdateSignInSettings", """{"MfaRequirement":"None"}""");

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Contains("is not authorized to perform: gatehouse:UpdateSignInSettings on resource: * because no identity-based policy allows", reply.Body, StringComparison.Ordinal);
        Assert.Equal(SecondFactorNeed.All, fixture.Server.Installation.Accounts.Loaded(ServerFixture.Account)!.Current.Profile.SecondFactor);
        Assert.Contains("\"mfaRequirement\":\"All\"", await fixture.TrailAsync("UpdateSignInSettings"), StringComparison.Ordinal);
        var unknown = await fixture.Server.JsonAsync(ServerFixture.Root, "gatehouse", "Gatehouse.UpdateSignInSettings", """{"MfaRequirement":"Sometimes"}""");
        Assert.Contains("ValidationException", unknown.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Root_is_asked_where_the_account_says_so_and_the_installation_does_not()
    {
        using var browser = await fixture.SignRootInAsync();

        Assert.Equal(Heading, browser.Heading);
    }

    private async Task<byte[]> BringInAsync(Browser browser)
    {
        await browser.SubmitAsync("/signin/device", ("deviceName", fixture.Last));
        var seed = SeedOf(browser);
        await browser.SubmitAsync("/signin/device/enable", ("code1", fixture.CodeOf(seed, -1)), ("code2", fixture.CodeOf(seed)));
        return seed;
    }

    private static byte[] SeedOf(Browser browser) => SignInFixture.FromBase32(SeedPattern().Match(browser.Page).Groups[1].Value);

    [GeneratedRegex("Key: <code>([A-Z2-7]+)</code>")]
    private static partial Regex SeedPattern();
}
