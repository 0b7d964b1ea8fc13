using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gatehouse.Accounts.Mfa;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>The access portal, and what it lets programs do, over the wire [AU-850 to AU-853].</summary>
public sealed class PortalTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private const string DeviceGrant = "urn:ietf:params:oauth:grant-type:device_code";

    [Fact]
    public async Task A_device_shows_a_code_somebody_allows_it_and_it_gets_the_roles_they_have() // [AU-850, AU-851, AU-852]
    {
        var person = await fixture.NewPersonAsync();
        var client = await RegisterAsync(new { clientName = "a script", clientType = "public", scopes = new[] { "sso:account:access" } });
        var (id, secret) = (client.GetProperty("clientId").GetString(), client.GetProperty("clientSecret").GetString());
        var (_, started) = await fixture.AskAsync("POST", "/device_authorization", new { clientId = id, clientSecret = secret, startUrl = PortalFixture.StartUrl });
        var ask = new { clientId = id, clientSecret = secret, grantType = DeviceGrant, deviceCode = started.GetProperty("deviceCode").GetString() };
        await RefusedAsync(HttpStatusCode.BadRequest, "AuthorizationPendingException", "authorization_pending", ask); // [BI-220]
        await RefusedAsync(HttpStatusCode.BadRequest, "SlowDownException", "slow_down", ask); // [BI-221]

        using var browser = fixture.NewBrowser();
        await browser.OpenAsync(new Uri(started.GetProperty("verificationUriComplete").GetString()!).PathAndQuery);
        await browser.SubmitAsync("/start/signin", ("userName", person.UserName), ("password", SignInFixture.Password));
        Assert.Equal("Let a program in?", browser.Heading);
        Assert.Contains(started.GetProperty("userCode").GetString()!, browser.Page, StringComparison.Ordinal);
        Assert.Contains("a script", browser.Page, StringComparison.Ordinal);
        Assert.Contains("127.0.0.1", browser.Page, StringComparison.Ordinal);
        await browser.SubmitAsync("/device", ("decision", "allow"));
        Assert.Equal("Allowed", browser.Heading);

        fixture.Server.Clock.Advance(TimeSpan.FromSeconds(10));
        var (status, token) = await fixture.AskAsync("POST", "/token", ask);
        Assert.Equal(HttpStatusCode.OK, status);
        var bearer = token.GetProperty("accessToken").GetString();

        var (_, accounts) = await fixture.AskAsync("GET", "/assignment/accounts", bearer: bearer);
        Assert.Equal(ServerFixture.Account, accounts.GetProperty("accountList")[0].GetProperty("accountId").GetString());
        var (_, roles) = await fixture.AskAsync("GET", $"/assignment/roles?account_id={ServerFixture.Account}", bearer: bearer);
        Assert.Equal("Reader", roles.GetProperty("roleList")[0].GetProperty("roleName").GetString());
        var (_, got) = await fixture.AskAsync("GET", $"/federation/credentials?role_name=Reader&account_id={ServerFixture.Account}", bearer: bearer);
        Assert.Matches($"^arn:aws:sts::111122223333:assumed-role/AWSReservedSSO_Reader_[0-9a-f]{{16}}/{person.UserName}$", await fixture.WhoAsync(got.GetProperty("roleCredentials")));

        Assert.Contains($"\"type\":\"SAMLUser\"", await fixture.TrailAsync("AssumeRoleWithSAML", $"\"roleSessionName\":\"{person.UserName}\"", "persistent"), StringComparison.Ordinal);
        Assert.Contains(
            $"\"userName\":\"{person.UserName}\",\"onBehalfOf\":{{\"userId\":\"{person.Id}\",\"identityStoreArn\":\"arn:aws:identitystore::111122223333:identitystore/d-0123456789\"}},\"credentialId\":\"",
            await fixture.TrailAsync("GetRoleCredentials", person.Id),
            StringComparison.Ordinal);
        Assert.DoesNotContain(bearer!, await fixture.TrailAsync("CreateToken", person.Id), StringComparison.Ordinal);
        Assert.Contains("\"eventSource\":\"sso.amazonaws.com\",\"eventName\":\"AuthorizeDevice\"", await fixture.TrailAsync("AuthorizeDevice", person.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_program_with_a_browser_gets_a_code_for_its_verifier() // [AU-850, AU-851]
    {
        var person = await fixture.NewPersonAsync();
        var client = await RegisterAsync(new
        {
            clientName = "AWS CLI",
            clientType = "public",
            scopes = new[] { "sso:account:access" },
            redirectUris = new[] { "http://127.0.0.1/oauth/callback" },
            grantTypes = new[] { "authorization_code", "refresh_token" },
            issuerUrl = PortalFixture.StartUrl,
        });
        var (id, secret) = (client.GetProperty("clientId").GetString()!, client.GetProperty("clientSecret").GetString());
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        using var browser = fixture.NewBrowser();
        await browser.OpenAsync(Authorize(id, challenge));
        Assert.Equal(PortalFixture.Portal, browser.At.AbsolutePath);
        await browser.SubmitAsync("/start/signin", ("userName", person.UserName), ("password", SignInFixture.Password));
        Assert.Equal("/authorize", browser.At.AbsolutePath);
        Assert.Contains("form-action 'self' http://127.0.0.1:40123;", browser.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        await browser.SubmitAsync("/authorize", ("decision", "allow"));
        Assert.StartsWith("http://127.0.0.1:40123/oauth/callback?code=111122223333.", browser.At.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("&state=st%20ate", browser.At.AbsoluteUri, StringComparison.Ordinal);

        var code = browser.At.Query[6..].Split('&')[0];
        var (status, token) = await fixture.AskAsync(
            "POST", "/token", new { clientId = id, clientSecret = secret, grantType = "authorization_code", code, codeVerifier = Verifier, redirectUri = "http://127.0.0.1:40123/oauth/callback" });
        Assert.Equal((HttpStatusCode.OK, 3600), (status, token.GetProperty("expiresIn").GetInt32()));
        var (_, next) = await fixture.AskAsync(
            "POST", "/token", new { clientId = id, clientSecret = secret, grantType = "refresh_token", refreshToken = token.GetProperty("refreshToken").GetString() });
        Assert.Equal("Bearer", next.GetProperty("tokenType").GetString());

        // Signing out at the portal ends what was given by it.
        await browser.OpenAsync(PortalFixture.Portal);
        await browser.SubmitAsync("/start/signout");
        Assert.Equal("Sign in to the access portal", browser.Heading);
        var (after, refusal) = await fixture.AskAsync("GET", "/assignment/accounts", bearer: next.GetProperty("accessToken").GetString());
        Assert.Equal((HttpStatusCode.Unauthorized, "Session token not found or invalid"), (after, refusal.GetProperty("message").GetString()));
    }

    [Fact]
    public async Task An_administrator_sees_who_is_signed_in_and_ends_it_with_all_that_programs_got_by_it() // [AU-340, AU-852]
    {
        var person = await fixture.NewPersonAsync();
        using var browser = await fixture.EnterAsync(person.UserName);
        Assert.Equal("Access portal", browser.Heading);
        var arn = "arn:aws:identitystore:::user/" + person.Id;

        var (_, listed) = await RunAsync("list", "--principal", arn);
        Assert.Matches($"^[0-9a-f]{{32}}  Portal         issued .* {arn}  {person.UserName}\n$", listed);
        Assert.Equal((0, $"Ended session {listed[..32]}.\n"), await RunAsync("revoke", listed[..32]));

        Assert.Equal((0, ""), await RunAsync("list", "--principal", arn));
        await browser.OpenAsync(PortalFixture.Portal);
        Assert.Equal("Sign in to the access portal", browser.Heading);

        using var another = await fixture.EnterAsync(person.UserName);
        Assert.Equal(0, (await RunAsync("revoke", "--principal", arn)).Code);
        await another.OpenAsync(PortalFixture.Portal);
        Assert.Equal("Sign in to the access portal", another.Heading);
    }

    [Theory]
    [InlineData("redirect_uri=http%3A%2F%2F127.0.0.1%3A40123%2Foauth%2Fcallback", "redirect_uri=http%3A%2F%2F127.0.0.1%3A40123%2Fother")] // [BI-224]
    [InlineData("code_challenge_method=S256", "code_challenge_method=plain")]
    [InlineData("code_challenge=", "code_challenge=A")]
    [InlineData("response_type=code", "response_type=token")]
    [InlineData("client_id=", "client_id=A")]
    [InlineData("scopes=sso%3Aaccount%3Aaccess", "scopes=openid")]
    public async Task Nobody_is_redirected_for_a_request_that_is_none(string right, string wrong)
    {
        var client = await RegisterAsync(new
        {
            clientName = "AWS CLI",
            clientType = "public",
            scopes = new[] { "sso:account:access" },
            redirectUris = new[] { "http://127.0.0.1/oauth/callback" },
            grantTypes = new[] { "authorization_code" },
            issuerUrl = PortalFixture.StartUrl,
        });
        using var browser = fixture.NewBrowser();
        var address = Authorize(client.GetProperty("clientId").GetString()!, Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier))));
        Assert.Contains(right, address, StringComparison.Ordinal);

        await browser.OpenAsync(address.Replace(right, wrong, StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.BadRequest, "/authorize"), (browser.Status, browser.At.AbsolutePath));
    }

    [Fact]
    public async Task The_portal_opens_the_console_and_shows_credentials()
    {
        var person = await fixture.NewPersonAsync();
        using var browser = await fixture.EnterAsync(person.UserName);
        Assert.Equal("Access portal", browser.Heading);
        Assert.Contains("Looks at things", browser.Page, StringComparison.Ordinal);

        await browser.SubmitAsync("/start/console");
        Assert.Equal("/console", browser.At.AbsolutePath);
        Assert.Contains($"assumed-role/AWSReservedSSO_Reader_", browser.Page, StringComparison.Ordinal);

        await browser.OpenAsync(PortalFixture.Portal);
        var fields = Fields(browser.Page);
        await browser.PostAsync("/start/credentials", browser.Server.GetLeftPart(UriPartial.Authority), fields);
        Assert.Equal("Credentials", browser.Heading);
        Assert.Contains("export AWS_SESSION_TOKEN=", browser.Page, StringComparison.Ordinal);

        await browser.PostAsync("/start/credentials", "https://evil.example.com", fields);
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        await browser.PostAsync("/start/console", browser.Server.GetLeftPart(UriPartial.Authority), fields.Select(field => field.Name == "role" ? ("role", "Admin") : field));
        Assert.Equal((HttpStatusCode.Forbidden, "No access"), (browser.Status, browser.Heading));
    }

    [Fact]
    public async Task Whoever_is_not_let_in_reads_one_sentence_and_the_trail_more() // [AU-704]
    {
        var person = await fixture.NewPersonAsync();
        using var wrong = await fixture.EnterAsync(person.UserName, "wrong");
        using var nobody = await fixture.EnterAsync("nobody");
        await fixture.ChangeAsync(draft => draft.Put(draft.Account.IdentityUsers.FindById(person.Id)! with { Disabled = true }));
        using var disabled = await fixture.EnterAsync(person.UserName);

        Assert.All([wrong, nobody, disabled], browser => Assert.Equal("Your authentication information is incorrect. Please try again.", browser.Wrong));
        Assert.Contains("\"CredentialVerification\":\"Failure\"", await fixture.TrailAsync("CredentialVerification", person.Id, "Failure"), StringComparison.Ordinal);
        Assert.DoesNotContain("nobody", await fixture.TrailAsync("CredentialVerification"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_one_time_password_must_be_replaced_before_anything_else()
    {
        var person = await fixture.NewPersonAsync(reset: true);
        using var browser = await fixture.EnterAsync(person.UserName);
        Assert.Equal("Choose a password", browser.Heading);
        await browser.OpenAsync(PortalFixture.Portal);
        Assert.Equal("Sign in to the access portal", browser.Heading);

        await browser.OpenAsync("/start/password");
        foreach (var bad in (string[])["short1A", "alllowercase1!", "NOLOWERCASE1!", "NoDigitsHere!", "NoSpecial12", SignInFixture.Password])
        {
            await browser.SubmitAsync("/start/password", ("newPassword", bad), ("newPasswordAgain", bad));
            Assert.NotNull(browser.Wrong);
        }

        await browser.SubmitAsync("/start/password", ("newPassword", "Another 1 batterie\u0301"), ("newPasswordAgain", "Another 1 batteri\u00e9"));
        Assert.Equal("Access portal", browser.Heading);
        using var again = await fixture.EnterAsync(person.UserName, "Another 1 batterie\u0301");
        Assert.Equal("Access portal", again.Heading);
        using var old = await fixture.EnterAsync(person.UserName);
        Assert.NotNull(old.Wrong);
    }

    [Fact]
    public async Task Whoever_brings_in_an_authenticator_app_is_asked_for_its_codes_from_then_on()
    {
        var person = await fixture.NewPersonAsync();
        using var browser = await fixture.EnterAsync(person.UserName);
        var seed = await BringInAsync(browser);
        Assert.Equal("Access portal", browser.Heading);

        using var around = await fixture.EnterAsync(person.UserName);
        Assert.Equal("Multi-factor authentication", around.Heading);
        await around.OpenAsync(PortalFixture.Portal);
        Assert.Equal("Sign in to the access portal", around.Heading);
        await around.OpenAsync("/start/device");
        Assert.Equal("Sign in to the access portal", around.Heading);
        using var again = await fixture.EnterAsync(person.UserName);
        await again.SubmitAsync("/start/code", ("code", fixture.CodeOf(seed)));
        Assert.Equal("Your authentication information is incorrect. Please try again.", again.Wrong);
        await again.SubmitAsync("/start/code", ("code", fixture.NextCode(seed)));
        Assert.Equal("Access portal", again.Heading);
        Assert.Contains("\"CredentialType\":\"TOTP\"", await fixture.TrailAsync("CredentialVerification", person.Id, "TOTP"), StringComparison.Ordinal);

        // Without the device, what was begun with it is over, and what brought it in as well: two of its codes were shown there.
        await browser.SubmitAsync("/start/device/remove");
        await again.OpenAsync(PortalFixture.Portal);
        Assert.Equal("Sign in to the access portal", again.Heading);
        Assert.Equal("Sign in to the access portal", browser.Heading);
        Assert.Contains(person.Id, await fixture.TrailAsync("DeregisterMfaDevice", person.Id), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_ends_with_the_password_it_began_with_and_after_eight_hours()
    {
        var person = await fixture.NewPersonAsync();
        using var browser = await fixture.EnterAsync(person.UserName);
        await fixture.ChangeAsync(draft => draft.Put(draft.Account.IdentityUsers.FindById(person.Id)!.WithPassword(person.Password!, resetRequired: false, draft.Now.AddSeconds(1))));
        await browser.OpenAsync(PortalFixture.Portal);
        Assert.Equal("Sign in to the access portal", browser.Heading);

        using var later = await fixture.EnterAsync(person.UserName);
        fixture.Server.Clock.Advance(TimeSpan.FromHours(8));
        await later.OpenAsync(PortalFixture.Portal);
        Assert.Equal("Sign in to the access portal", later.Heading);
    }

    [Fact]
    public async Task Codes_that_there_are_not_are_told_so_and_a_denied_program_hears_it()
    {
        var person = await fixture.NewPersonAsync();
        using var browser = await fixture.EnterAsync(person.UserName);
        await browser.OpenAsync("/device");
        Assert.Equal("Code of a program", browser.Heading);
        await browser.OpenAsync("/device?user_code=BBBB-BBBB");
        Assert.NotNull(browser.Wrong);

        var client = await RegisterAsync(new { clientName = "a script", clientType = "public" });
        var (id, secret) = (client.GetProperty("clientId").GetString(), client.GetProperty("clientSecret").GetString());
        var (_, started) = await fixture.AskAsync("POST", "/device_authorization", new { clientId = id, clientSecret = secret, startUrl = PortalFixture.StartUrl });
        await browser.OpenAsync("/device?user_code=" + started.GetProperty("userCode").GetString()!.Replace("-", "", StringComparison.Ordinal).ToLowerInvariant());
        await browser.SubmitAsync("/device", ("decision", "deny"));
        Assert.Equal("Denied", browser.Heading);
        await RefusedAsync(
            HttpStatusCode.BadRequest, "AccessDeniedException", "access_denied",
            new { clientId = id, clientSecret = secret, grantType = DeviceGrant, deviceCode = started.GetProperty("deviceCode").GetString() });
    }

    [Fact]
    public async Task Bad_requests_get_the_errors_that_clients_know()
    {
        var client = await RegisterAsync(new { clientName = "a script", clientType = "public" });
        var id = client.GetProperty("clientId").GetString();
        await RefusedAsync(HttpStatusCode.Unauthorized, "InvalidClientException", "invalid_client", new { clientId = id, clientSecret = "wrong", grantType = DeviceGrant, deviceCode = "x" }); // [BI-222]
        await RefusedAsync(
            HttpStatusCode.BadRequest, "UnsupportedGrantTypeException", "unsupported_grant_type", new { clientId = id, clientSecret = client.GetProperty("clientSecret").GetString(), grantType = "password" }); // [BI-223]
        await RefusedAsync(HttpStatusCode.BadRequest, "InvalidRequestException", "invalid_request", new { clientId = id });

        var (status, refusal) = await fixture.AskAsync("GET", "/assignment/accounts"); // [BI-225]
        Assert.Equal((HttpStatusCode.Unauthorized, "Session token not found or invalid"), (status, refusal.GetProperty("message").GetString()));
        (status, _) = await fixture.AskAsync("POST", "/logout", bearer: "111122223333.AAAA");
        Assert.Equal(HttpStatusCode.Unauthorized, status);
    }

    [Theory]
    [InlineData(SecondFactorNeed.All, SecondFactorNeed.None)]
    [InlineData(SecondFactorNeed.Root, SecondFactorNeed.All)]
    public async Task Where_everybody_needs_a_second_factor_people_bring_one_in_before_anything_else(SecondFactorNeed installation, SecondFactorNeed account) // [AU-616]
    {
        await using var strict = new PortalFixture { SecondFactor = installation };
        await ((IAsyncLifetime)strict).InitializeAsync();
        await strict.ChangeAsync(draft => draft.Put(draft.Account.Profile with { SecondFactor = account }));
        var person = await strict.NewPersonAsync(reset: true);
        using var browser = await strict.EnterAsync(person.UserName);
        await browser.SubmitAsync("/start/password", ("newPassword", "Another 1 battery"), ("newPasswordAgain", "Another 1 battery"));
        Assert.Equal("Authenticator app", browser.Heading);
        await browser.OpenAsync(PortalFixture.Portal);
        Assert.Equal("Sign in to the access portal", browser.Heading);

        await BringInAsync(browser, strict);
        Assert.Equal("Access portal", browser.Heading);
    }

    /// <summary>Brings in an authenticator app from wherever the browser is.</summary>
    private async Task<byte[]> BringInAsync(Browser browser, PortalFixture? where = null)
    {
        await browser.OpenAsync("/start/device");
        var seed = SignInFixture.FromBase32(System.Text.RegularExpressions.Regex.Match(browser.Page, "Key: <code>([A-Z2-7]+)</code>").Groups[1].Value);
        await browser.SubmitAsync("/start/device/enable", ("code1", "000000"), ("code2", "000001"));
        Assert.NotNull(browser.Wrong);
        await browser.SubmitAsync("/start/device/enable", ("code1", (where ?? fixture).CodeOf(seed, -1)), ("code2", (where ?? fixture).CodeOf(seed)));
        return seed;
    }

    private static string Authorize(string client, string challenge) =>
        $"/authorize?response_type=code&client_id={Uri.EscapeDataString(client)}&redirect_uri=http%3A%2F%2F127.0.0.1%3A40123%2Foauth%2Fcallback&state=st%20ate"
        + $"&code_challenge_method=S256&code_challenge={challenge}&scopes=sso%3Aaccount%3Aaccess";

    private static List<(string Name, string Value)> Fields(string page) =>
    [
        .. System.Text.RegularExpressions.Regex.Matches(page, "<input type=\"hidden\" name=\"(formToken|account|role)\" value=\"(.*?)\">").Take(3)
            .Select(static found => (found.Groups[1].Value, WebUtility.HtmlDecode(found.Groups[2].Value))),
    ];

    private async Task<(int Code, string Output)> RunAsync(params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        var environment = new System.Collections.Hashtable
        {
            ["AWS_ENDPOINT_URL"] = fixture.Server.Endpoint.ToString(),
            ["AWS_ACCESS_KEY_ID"] = ServerFixture.Root.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = "rootsecretrootsecretrootsecretrootsecret",
        };
        var code = await Sessions.SessionsCommand.Build(environment, fixture.Server.Clock).Parse(arguments).InvokeAsync(new() { Output = output }, TestContext.Current.CancellationToken);
        return (code, output.ToString());
    }

    private async Task<JsonElement> RegisterAsync(object client)
    {
        var (status, body) = await fixture.AskAsync("POST", "/client/register", client);
        Assert.True(status == HttpStatusCode.OK, body.ToString());
        return body;
    }

    private async Task RefusedAsync(HttpStatusCode status, string type, string error, object request)
    {
        using var sent = new StringContent(JsonSerializer.Serialize(request), Encoding.UTF8, "application/json");
        using var response = await fixture.Server.Client.PostAsync(new Uri(fixture.Server.Endpoint, "/token"), sent);
        var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync()).RootElement;
        Assert.Equal((status, type, error), (response.StatusCode, response.Headers.GetValues("x-amzn-ErrorType").Single(), body.GetProperty("error").GetString()));
    }
}
