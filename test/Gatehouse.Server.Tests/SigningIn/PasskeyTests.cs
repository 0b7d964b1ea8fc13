using System.Text.Json.Nodes;
using Gatehouse.Testing;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>Rules AU-600 and AU-620 on the pages: registering passkeys, signing in with them, and everything that must not get through.</summary>
public sealed class PasskeyTests(PasskeyFixture fixture) : IClassFixture<PasskeyFixture>
{
    private const string Devices = "/console/security";
    private const string Register = Devices + "/passkey";
    private const string Remove = Devices + "/device/remove";
    private const string Incorrect = "Your authentication information is incorrect. Please try again.";
    private const string NotTaken = "The passkey was not taken: the page was too old, or the answer of the device did not fit it. Try again.";

    [Fact]
    public async Task A_passkey_is_registered_and_then_asked_for()
    {
        using var browser = await SignedInAsync("Alice");
        using var authenticator = new SoftAuthenticator();

        await RegisterAsync(browser, authenticator, "laptop");

        Assert.Null(browser.Wrong);
        var serial = Assert.Single(await DevicesOfAsync("Alice"));
        Assert.Matches($@"^arn:aws:iam::{ServerFixture.Account}:u2f/user/Alice/laptop-[A-Z2-7]{{26}}$", serial);
        Assert.Contains(serial, browser.Page, StringComparison.Ordinal);
        var kept = await EventAsync("EnableMFADevice", happened => (string?)happened["requestParameters"]?["serialNumber"] == serial);
        Assert.Equal($"arn:aws:iam::{ServerFixture.Account}:user/Alice", (string?)kept["userIdentity"]!["arn"]);

        using var another = await fixture.SignInAsync("Alice");
        Assert.Equal("/signin/code", another.At.AbsolutePath);
        Assert.DoesNotContain("name=\"code\"", another.Page, StringComparison.Ordinal);
        authenticator.Counter = 1;
        await ShowAsync(another, authenticator);

        Assert.Equal("/console", another.At.AbsolutePath);
        Assert.Contains("shown at", another.Page, StringComparison.Ordinal);
        var signedIn = await EventAsync("ConsoleLogin", happened => (string?)happened["additionalEventData"]?["MFAIdentifier"] == serial);
        Assert.Equal(("Yes", "Success"), ((string?)signedIn["additionalEventData"]!["MFAUsed"], (string?)signedIn["responseElements"]!["ConsoleLogin"]));
    }

    [Fact]
    public async Task The_policies_of_the_user_decide_as_they_do_for_the_command_line()
    {
        using var browser = await SignedInAsync("Bob", allowed: "iam:ListMFADevices");
        using var authenticator = new SoftAuthenticator();

        await RegisterAsync(browser, authenticator, "laptop");

        Assert.Equal(
            $"User: arn:aws:iam::{ServerFixture.Account}:user/Bob is not authorized to perform: iam:EnableMFADevice on resource: user Bob because no identity-based policy allows the iam:EnableMFADevice action",
            browser.Wrong);
        Assert.Empty(await DevicesOfAsync("Bob"));
        Assert.Equal("AccessDenied", (string?)(await EventAsync("EnableMFADevice", happened => (string?)happened["userIdentity"]!["userName"] == "Bob"))["errorCode"]);
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
        Assert.Empty(await DevicesOfAsync("Carla" + value));
    }

    [Fact]
    public async Task An_answer_is_good_once_in_its_own_session_and_for_five_minutes()
    {
        using var browser = await SignedInAsync("Dora");
        using var stranger = await SignedInAsync("Eve");
        using var authenticator = new SoftAuthenticator();

        await browser.OpenAsync(Devices);
        await stranger.OpenAsync(Devices);
        var answer = authenticator.Create(browser.PasskeyOptions!).ToJsonString();
        await stranger.SubmitAsync(Register, ("credential", answer), ("passkeyName", "stolen"));
        Assert.Equal(NotTaken, stranger.Wrong);

        await browser.SubmitAsync(Register, ("credential", answer), ("passkeyName", "first"));
        Assert.Null(browser.Wrong);
        await browser.SubmitAsync(Register, ("credential", answer), ("passkeyName", "again"));
        Assert.Equal(NotTaken, browser.Wrong);

        using var other = new SoftAuthenticator();
        await browser.OpenAsync(Devices);
        answer = other.Create(browser.PasskeyOptions!).ToJsonString();
        fixture.Server.Clock.Advance(TimeSpan.FromMinutes(5));
        await browser.SubmitAsync(Register, ("credential", answer), ("passkeyName", "late"));
        Assert.Equal(NotTaken, browser.Wrong);
        Assert.Single(await DevicesOfAsync("Dora"));
        Assert.Empty(await DevicesOfAsync("Eve"));
    }

    [Fact]
    public async Task A_sign_in_takes_one_answer_made_for_it_by_a_key_of_the_user()
    {
        using var browser = await SignedInAsync("Frank");
        using var authenticator = new SoftAuthenticator();
        using var other = new SoftAuthenticator();
        await RegisterAsync(browser, authenticator, "laptop");

        using var another = await fixture.SignInAsync("Frank");
        other.CredentialId = authenticator.CredentialId;
        (authenticator.Counter, other.Counter) = (1, 1);
        await ShowAsync(another, other);
        Assert.Equal((Incorrect, "/signin/passkey"), (another.Wrong, another.At.AbsolutePath));
        Assert.Equal("Signature", (string?)(await EventAsync("ConsoleLogin", HasFault("Frank")))["additionalEventData"]!["PasskeyFault"]);

        var old = another.PasskeyOptions!;
        await another.OpenAsync("/signin/code");
        await another.SubmitAsync("/signin/passkey", ("credential", authenticator.Get(old).ToJsonString()));
        Assert.Equal(Incorrect, another.Wrong);

        await another.SubmitAsync("/signin/passkey", ("credential", ""));
        Assert.Equal(Incorrect, another.Wrong);

        await ShowAsync(another, authenticator);
        Assert.Equal("/console", another.At.AbsolutePath);

        using var third = await fixture.SignInAsync("Frank");
        authenticator.Counter = 2;
        var answer = authenticator.Get(third.PasskeyOptions!).ToJsonString();
        fixture.Server.Clock.Advance(TimeSpan.FromMinutes(5));
        await third.SubmitAsync("/signin/passkey", ("credential", answer));
        Assert.Equal(Incorrect, third.Wrong);
    }

    [Fact]
    public async Task A_counter_that_goes_back_marks_the_device_and_codes_go_on()
    {
        using var browser = await SignedInAsync("Greta");
        using var authenticator = new SoftAuthenticator { Counter = 9 };
        await RegisterAsync(browser, authenticator, "laptop");
        var (_, seed) = await fixture.EnrolAsync("Greta");

        using var another = await fixture.SignInAsync("Greta");
        Assert.Contains("name=\"code\"", another.Page, StringComparison.Ordinal);
        authenticator.Counter = 9;
        await ShowAsync(another, authenticator);
        Assert.Equal(Incorrect, another.Wrong);
        Assert.Equal("Counter", (string?)(await EventAsync("ConsoleLogin", HasFault("Greta")))["additionalEventData"]!["PasskeyFault"]);
        authenticator.Counter = 10;
        await ShowAsync(another, authenticator);
        Assert.Equal(Incorrect, another.Wrong);

        await another.SubmitAsync("/signin/code", ("code", fixture.NextCode(seed)));
        Assert.Equal("/console", another.At.AbsolutePath);
        await another.OpenAsync(Devices);
        Assert.Contains("its counter went back, so there is a copy of it", another.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_device_is_taken_away_and_what_it_opened_ends()
    {
        using var browser = await SignedInAsync("Hal");
        using var authenticator = new SoftAuthenticator();
        await RegisterAsync(browser, authenticator, "laptop");
        using var another = await fixture.SignInAsync("Hal");
        authenticator.Counter = 1;
        await ShowAsync(another, authenticator);

        await browser.SubmitAsync(Remove, ("serialNumber", $"arn:aws:iam::{ServerFixture.Account}:u2f/user/Alice/laptop-OFSOMEBODYELSE"));
        Assert.Equal("MFA Device invalid for user.", browser.Wrong);
        await browser.SubmitAsync(Remove);

        Assert.Null(browser.Wrong);
        Assert.Empty(await DevicesOfAsync("Hal"));
        await another.OpenAsync("/console/sessions");
        Assert.Equal("/signin", another.At.AbsolutePath);
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

        await browser.SubmitAsync(Register, ("credential", ""), ("passkeyName", "laptop"));
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
    public async Task Root_who_may_not_go_on_without_a_second_factor_registers_a_passkey_and_shows_it_AU_616()
    {
        using var authenticator = new SoftAuthenticator();
        using var browser = await fixture.SignRootInAsync();
        Assert.Equal("/signin/device", browser.At.AbsolutePath);

        await browser.SubmitAsync("/signin/device/passkey", ("credential", ""), ("passkeyName", "vault"));
        Assert.Equal("The browser sent no passkey. Passkeys need JavaScript.", browser.Wrong);
        await browser.SubmitAsync("/signin/device/passkey", ("credential", authenticator.Create(browser.PasskeyOptions!).ToJsonString()), ("passkeyName", "vault"));
        Assert.Equal("/signin/code", browser.At.AbsolutePath);
        Assert.Null(browser.Cookie("gh-session"));
        authenticator.Counter = 1;
        await ShowAsync(browser, authenticator);

        Assert.Equal("/console", browser.At.AbsolutePath);
        Assert.Contains("shown at", browser.Page, StringComparison.Ordinal);
        var shown = await fixture.OkAsync("ListMFADevices");
        Assert.Matches($"^arn:aws:iam::{ServerFixture.Account}:u2f/root-account/vault-[A-Z2-7]{{26}}$", shown["SerialNumber"]);
        Assert.Equal("root", shown["UserName"]);
        await browser.OpenAsync(Devices);
        await browser.SubmitAsync(Remove);
        Assert.Equal("/signin", browser.At.AbsolutePath);
    }

    [Fact]
    public async Task Pages_with_a_passkey_run_the_one_script_of_this_server_and_others_none()
    {
        using var browser = await SignedInAsync("Jo");

        await browser.OpenAsync(Devices);
        Assert.Contains("script-src 'self';", PolicyOf(browser), StringComparison.Ordinal);
        Assert.DoesNotContain("unsafe", PolicyOf(browser), StringComparison.Ordinal);
        Assert.Equal(1, browser.Page.Split("<script").Length - 1);
        await browser.OpenAsync("/signin/passkey.js");
        Assert.Contains("navigator.credentials", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync("/console");
        Assert.DoesNotContain("script-src", PolicyOf(browser), StringComparison.Ordinal);
    }

    private static Func<JsonNode, bool> HasFault(string user) =>
        happened => (string?)happened["userIdentity"]!["userName"] == user && happened["additionalEventData"]?["PasskeyFault"] is not null;

    private static async Task RegisterAsync(Browser browser, SoftAuthenticator authenticator, string name)
    {
        await browser.OpenAsync(Devices);
        await browser.SubmitAsync(Register, ("credential", authenticator.Create(browser.PasskeyOptions!).ToJsonString()), ("passkeyName", name));
    }

    private static Task ShowAsync(Browser browser, SoftAuthenticator authenticator) =>
        browser.SubmitAsync("/signin/passkey", ("credential", authenticator.Get(browser.PasskeyOptions!).ToJsonString()));

    private static string PolicyOf(Browser browser) => browser.Headers.TryGetValues("Content-Security-Policy", out var policy) ? policy.Single() : "";

    private async Task<Browser> SignedInAsync(string user, string allowed = "iam:*", string? denied = null)
    {
        var statements = $$"""{"Effect":"Allow","Action":"{{allowed}}","Resource":"*"}{{(denied is null ? "" : "," + denied)}}""";
        await fixture.NewUserAsync(user, $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""");
        return await fixture.SignInAsync(user);
    }

    private async Task<IReadOnlyList<string>> DevicesOfAsync(string user) =>
        [.. (await fixture.OkAsync("ListMFADevices", ("UserName", user))).Xml.Descendants().Where(element => element.Name.LocalName == "SerialNumber").Select(element => element.Value)];

    /// <summary>The newest event of a name that fits, once it is in the trail.</summary>
    private async Task<JsonNode> EventAsync(string name, Func<JsonNode, bool> fits)
    {
        for (var tries = 0; tries < 100; tries++)
        {
            fixture.Server.Clock.Advance(TimeSpan.FromMilliseconds(250));
            var found = await fixture.Server.JsonAsync(
                ServerFixture.Root, "cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents",
                $$"""{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"{{name}}"}],"MaxResults":50}""");
            var events = JsonNode.Parse(found.Body)!["Events"]!.AsArray().Select(one => JsonNode.Parse((string)one!["CloudTrailEvent"]!)!);
            if (events.FirstOrDefault(fits) is { } happened)
            {
                return happened;
            }

            await Task.Delay(20);
        }

        throw new InvalidOperationException($"No such {name} is in the trail.");
    }
}
