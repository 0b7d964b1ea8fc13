using System.Text.Json.Nodes;
using Gatehouse.Testing;

namespace Gatehouse.Server.Tests.Passkeys;

/// <summary>Rules AU-600 and AU-620 on the pages: registering passkeys, signing in with them, and everything that must not get through.</summary>
public sealed class PasskeyPagesTests(PasskeyPagesFixture server) : IClassFixture<PasskeyPagesFixture>
{
    private const string Devices = "/console/passkeys";
    private const string Incorrect = "Your authentication information is incorrect. Please try again.";
    private const string NotTaken = "The passkey was not taken: the page was too old, or the answer of the device did not fit it. Try again.";

    [Fact]
    public async Task A_passkey_is_registered_and_then_asked_for()
    {
        using var browser = await SignedInAsync("Alice");
        using var authenticator = new SoftAuthenticator();

        await RegisterAsync(browser, authenticator, "laptop");

        Assert.Equal(Devices, browser.Path);
        var serial = Assert.Single(await server.DevicesOfAsync("Alice"));
        Assert.Matches($@"^arn:aws:iam::{ServerFixture.Account}:u2f/user/Alice/laptop-[A-Z2-7]{{26}}$", serial);
        Assert.Contains(serial, browser.Page, StringComparison.Ordinal);
        var kept = await server.EventAsync("EnableMFADevice", happened => (string?)happened["requestParameters"]?["serialNumber"] == serial);
        Assert.Equal($"arn:aws:iam::{ServerFixture.Account}:user/Alice", (string?)kept["userIdentity"]!["arn"]);

        using var another = await server.EnterAsync("Alice");
        Assert.Equal("/signin/code", another.Path);
        Assert.DoesNotContain("name=\"code\"", another.Page, StringComparison.Ordinal);
        authenticator.Counter = 1;
        await ShowAsync(another, authenticator);

        Assert.Equal("/console", another.Path);
        Assert.Contains("shown at", another.Page, StringComparison.Ordinal);
        var signedIn = await server.EventAsync("ConsoleLogin", happened => (string?)happened["additionalEventData"]?["MFAIdentifier"] == serial);
        Assert.Equal(("Yes", "Success"), ((string?)signedIn["additionalEventData"]!["MFAUsed"], (string?)signedIn["responseElements"]!["ConsoleLogin"]));
    }

    [Fact]
    public async Task The_policies_of_the_user_decide_as_they_do_for_the_command_line()
    {
        using var browser = await SignedInAsync("Bob", allowed: "iam:ListMFADevices");
        using var authenticator = new SoftAuthenticator();

        await RegisterAsync(browser, authenticator, "laptop");

        var resource = $"arn:aws:iam::{ServerFixture.Account}:user/Bob";
        Assert.Equal(
            $"User: {resource} is not authorized to perform: iam:EnableMFADevice on resource: {resource} because no identity-based policy allows the iam:EnableMFADevice action",
            browser.Wrong);
        Assert.Empty(await server.DevicesOfAsync("Bob"));
        Assert.Equal("AccessDenied", (string?)(await server.EventAsync("EnableMFADevice", happened => (string?)happened["userIdentity"]!["userName"] == "Bob"))["errorCode"]);
    }

    [Theory]
    [InlineData("Create")]
    [InlineData("Activate")]
    public async Task A_policy_may_deny_security_keys_alone(string value)
    {
        using var browser = await SignedInAsync("Carla" + value, denied: $$$$"""{"Effect":"Deny","Action":"iam:EnableMFADevice","Resource":"*","Condition":{"StringEquals":{"iam:RegisterSecurityKey":"{{{{value}}}}"}}}""");
        using var authenticator = new SoftAuthenticator();

        await RegisterAsync(browser, authenticator, "laptop");

        Assert.Contains("with an explicit deny in an identity-based policy", browser.Wrong, StringComparison.Ordinal);
        Assert.Empty(await server.DevicesOfAsync("Carla" + value));
    }

    [Fact]
    public async Task An_answer_is_good_once_in_its_own_session_and_for_five_minutes()
    {
        using var browser = await SignedInAsync("Dora");
        using var stranger = await SignedInAsync("Eve");
        using var authenticator = new SoftAuthenticator();

        await browser.OpenAsync(Devices);
        await stranger.OpenAsync(Devices);
        var answer = authenticator.Create(browser.Options!).ToJsonString();
        await stranger.PostAsync(Devices, ("credential", answer), ("passkeyName", "stolen"));
        Assert.Equal(NotTaken, stranger.Wrong);

        await browser.PostAsync(Devices, ("credential", answer), ("passkeyName", "first"));
        Assert.Null(browser.Wrong);
        await browser.PostAsync(Devices, ("credential", answer), ("passkeyName", "again"));
        Assert.Equal(NotTaken, browser.Wrong);

        using var other = new SoftAuthenticator();
        await browser.OpenAsync(Devices);
        answer = other.Create(browser.Options!).ToJsonString();
        server.Host.Clock.Advance(TimeSpan.FromMinutes(5));
        await browser.PostAsync(Devices, ("credential", answer), ("passkeyName", "late"));
        Assert.Equal(NotTaken, browser.Wrong);
        Assert.Single(await server.DevicesOfAsync("Dora"));
        Assert.Empty(await server.DevicesOfAsync("Eve"));
    }

    [Fact]
    public async Task A_sign_in_takes_one_answer_made_for_it_by_a_key_of_the_user()
    {
        using var browser = await SignedInAsync("Frank");
        using var authenticator = new SoftAuthenticator();
        using var other = new SoftAuthenticator();
        await RegisterAsync(browser, authenticator, "laptop");

        using var another = await server.EnterAsync("Frank");
        other.CredentialId = authenticator.CredentialId;
        (authenticator.Counter, other.Counter) = (1, 1);
        await ShowAsync(another, other);
        Assert.Equal((Incorrect, "/signin/passkey"), (another.Wrong, another.Path));
        Assert.Equal("Signature", (string?)(await server.EventAsync("ConsoleLogin", HasFault("Frank")))["additionalEventData"]!["PasskeyFault"]);

        var old = another.Options!;
        await another.OpenAsync("/signin/code");
        await another.PostAsync("/signin/passkey", ("credential", authenticator.Get(old).ToJsonString()));
        Assert.Equal(Incorrect, another.Wrong);

        await another.PostAsync("/signin/passkey", ("credential", ""));
        Assert.Equal(Incorrect, another.Wrong);

        await ShowAsync(another, authenticator);
        Assert.Equal("/console", another.Path);

        using var third = await server.EnterAsync("Frank");
        authenticator.Counter = 2;
        var answer = authenticator.Get(third.Options!).ToJsonString();
        server.Host.Clock.Advance(TimeSpan.FromMinutes(5));
        await third.PostAsync("/signin/passkey", ("credential", answer));
        Assert.Equal(Incorrect, third.Wrong);
    }

    [Fact]
    public async Task A_counter_that_goes_back_marks_the_device_and_codes_go_on()
    {
        using var browser = await SignedInAsync("Greta");
        using var authenticator = new SoftAuthenticator { Counter = 9 };
        await RegisterAsync(browser, authenticator, "laptop");
        var seed = await server.AddPhoneAsync("Greta");

        using var another = await server.EnterAsync("Greta");
        Assert.Contains("name=\"code\"", another.Page, StringComparison.Ordinal);
        authenticator.Counter = 9;
        await ShowAsync(another, authenticator);
        Assert.Equal(Incorrect, another.Wrong);
        Assert.Equal("Counter", (string?)(await server.EventAsync("ConsoleLogin", HasFault("Greta")))["additionalEventData"]!["PasskeyFault"]);
        authenticator.Counter = 10;
        await ShowAsync(another, authenticator);
        Assert.Equal(Incorrect, another.Wrong);

        await another.PostAsync("/signin/code", ("code", server.CodeOf(seed)));
        Assert.Equal("/console", another.Path);
        await another.OpenAsync(Devices);
        Assert.Contains("its counter went back, so there is a copy of it", another.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_is_taken_away_and_what_it_opened_ends()
    {
        using var browser = await SignedInAsync("Hal");
        using var authenticator = new SoftAuthenticator();
        await RegisterAsync(browser, authenticator, "laptop");
        using var another = await server.EnterAsync("Hal");
        authenticator.Counter = 1;
        await ShowAsync(another, authenticator);

        await browser.PostAsync(Devices + "/remove", ("serialNumber", (await server.DevicesOfAsync("Hal")).Single()));

        Assert.Null(browser.Wrong);
        Assert.Empty(await server.DevicesOfAsync("Hal"));
        await another.OpenAsync("/console/sessions");
        Assert.Equal("/signin", another.Path);
        await browser.PostAsync(Devices + "/remove", ("serialNumber", $"arn:aws:iam::{ServerFixture.Account}:u2f/user/Alice/laptop-OFSOMEBODYELSE"));
        Assert.Equal("MFA Device invalid for user.", browser.Wrong);
    }

    [Fact]
    public async Task What_the_user_types_or_the_browser_lacks_is_told()
    {
        using var browser = await SignedInAsync("Ida");
        using var authenticator = new SoftAuthenticator();

        foreach (var name in (string[])["", "two words", "a/b", "<script>", new('a', 65)])
        {
            await RegisterAsync(browser, authenticator, name);
            Assert.StartsWith("The name of a passkey is", browser.Wrong, StringComparison.Ordinal);
        }

        await browser.PostAsync(Devices, ("credential", ""), ("passkeyName", "laptop"));
        Assert.Equal("The browser sent no passkey. Passkeys need JavaScript.", browser.Wrong);
        Assert.Contains("<noscript>", browser.Page, StringComparison.Ordinal);
        await RegisterAsync(browser, authenticator, "laptop");
        await RegisterAsync(browser, authenticator, "again");
        Assert.Equal(NotTaken, browser.Wrong);
        for (var i = 1; i < 8; i++)
        {
            using var next = new SoftAuthenticator();
            await RegisterAsync(browser, next, $"key{i}");
            Assert.Null(browser.Wrong);
        }

        using var ninth = new SoftAuthenticator();
        await RegisterAsync(browser, ninth, "ninth");
        Assert.Equal("Cannot exceed quota for MFADevicesPerUser: 8", browser.Wrong);
    }

    [Fact]
    public async Task Pages_with_a_passkey_run_the_one_script_of_this_server_and_others_none()
    {
        using var browser = await SignedInAsync("Jo");

        await browser.OpenAsync(Devices);
        Assert.Contains("script-src 'self';", browser.SecurityPolicy, StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", browser.SecurityPolicy, StringComparison.Ordinal);
        Assert.Equal(1, browser.Page.Split("<script").Length - 1);
        await browser.OpenAsync("/signin/passkey.js");
        Assert.Contains("navigator.credentials", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync("/console");
        Assert.DoesNotContain("script-src", browser.SecurityPolicy, StringComparison.Ordinal);
    }

    private static Func<JsonNode, bool> HasFault(string user) =>
        happened => (string?)happened["userIdentity"]!["userName"] == user && happened["additionalEventData"]?["PasskeyFault"] is not null;

    private static async Task RegisterAsync(Visitor browser, SoftAuthenticator authenticator, string name)
    {
        await browser.OpenAsync(Devices);
        await browser.PostAsync(Devices, ("credential", authenticator.Create(browser.Options!).ToJsonString()), ("passkeyName", name));
    }

    private static Task ShowAsync(Visitor browser, SoftAuthenticator authenticator) =>
        browser.PostAsync("/signin/passkey", ("credential", authenticator.Get(browser.Options!).ToJsonString()));

    private async Task<Visitor> SignedInAsync(string user, string allowed = "iam:*", string? denied = null)
    {
        await server.AddUserAsync(user, allowed, denied);
        return await server.EnterAsync(user);
    }
}
