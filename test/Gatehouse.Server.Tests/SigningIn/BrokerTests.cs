using System.Net;
using System.Text.Json;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>The federation endpoint: credentials of a role or a federated user become a browser's session [AU-720, AU-721].</summary>
public sealed class BrokerTests(SignInFixture fixture) : IClassFixture<SignInFixture>, IAsyncLifetime
{
    private const string Everything = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private const string Trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}""";
    private const string Issuer = "https://broker.example.com/start";

    private static int made;

    private readonly string name = $"broker-{Interlocked.Increment(ref made)}";
    private Keys user = null!;

    private string RoleArn => $"arn:aws:iam::{ServerFixture.Account}:role/{name}";

    public async ValueTask InitializeAsync()
    {
        await fixture.OkAsync("CreateUser", ("UserName", name));
        await fixture.OkAsync("PutUserPolicy", ("UserName", name), ("PolicyName", "p"), ("PolicyDocument", Everything));
        var key = await fixture.OkAsync("CreateAccessKey", ("UserName", name));
        user = new(key["AccessKeyId"]!, key["SecretAccessKey"]!, null);
        await fixture.OkAsync("CreateRole", ("RoleName", name), ("AssumeRolePolicyDocument", Trust), ("MaxSessionDuration", "7200"));
    }

    public ValueTask DisposeAsync() => default;

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_role_s_credentials_open_a_browser_s_session_by_form_or_address(bool form) // [AU-720, AU-721]
    {
        var token = await TokenAsync(await RoleAsync(), form: form);
        using var browser = fixture.NewBrowser();

        await browser.OpenAsync(Login(token));

        Assert.Equal(("/console", "Signed in"), (browser.At.AbsolutePath, browser.Heading));
        Assert.Contains($"arn:aws:sts::111122223333:assumed-role/{name}/dana", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_federated_user_s_credentials_do_too() // [AU-720]
    {
        using var browser = fixture.NewBrowser();

        await browser.OpenAsync(Login(await TokenAsync(await FederatedAsync())));

        Assert.Contains("arn:aws:sts::111122223333:federated-user/dana", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_redirect_is_a_302_to_the_destination() // [AU-720]
    {
        var own = new Uri(fixture.Server.Endpoint, "/console/sessions").ToString();
        using var answer = await fixture.Server.Client.GetAsync(new Uri(fixture.Server.Endpoint, Login(await TokenAsync(await RoleAsync()), own)));

        Assert.Equal((HttpStatusCode.Found, "/console/sessions"), (answer.StatusCode, answer.Headers.Location!.OriginalString));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("https://console.aws.amazon.com/")]
    [InlineData("javascript:alert(1)")]
    [InlineData("")]
    public async Task Nobody_is_sent_elsewhere(string destination) // [BI-213, AU-713]
    {
        using var browser = fixture.NewBrowser();

        await browser.OpenAsync(Login(await TokenAsync(await RoleAsync()), destination));

        Assert.Equal((HttpStatusCode.BadRequest, "/federation"), (browser.Status, browser.At.AbsolutePath));
        Assert.Null(browser.Cookie("gh-session"));
    }

    [Fact]
    public async Task Credentials_of_GetSessionToken_and_of_a_user_are_refused() // [BI-214, AU-720]
    {
        var reply = await fixture.Server.QueryAsync(user.Signing, "sts", "GetSessionToken");

        await RefusedAsync(new(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply["SessionToken"]!), null, "");
        await RefusedAsync(user, null, "");
    }

    [Fact]
    public async Task A_token_is_good_once_and_for_a_quarter_of_an_hour() // [BI-215, AU-720]
    {
        var (once, late) = (await TokenAsync(await RoleAsync()), await TokenAsync(await RoleAsync()));
        using var first = fixture.NewBrowser();
        using var second = fixture.NewBrowser();
        await first.OpenAsync(Login(once));
        Assert.Equal("Signed in", first.Heading);

        await second.OpenAsync(Login(once));
        Assert.Equal((HttpStatusCode.BadRequest, "The link has expired, or was used before."), (second.Status, second.Wrong));
        Assert.Contains($"href=\"{Issuer}\"", second.Page, StringComparison.Ordinal);
        Assert.Null(second.Cookie("gh-session"));

        fixture.Server.Clock.Advance(TimeSpan.FromMinutes(15));
        await second.OpenAsync(Login(late));
        Assert.Equal(HttpStatusCode.BadRequest, second.Status);
    }

    [Fact]
    public async Task Wrong_credentials_learn_nothing() // [AU-720]
    {
        var good = await RoleAsync();
        var other = await RoleAsync();

        await RefusedAsync(good with { SecretAccessKey = other.SecretAccessKey }, null, "");
        await RefusedAsync(good with { AccessKeyId = other.AccessKeyId }, null, "");
        await RefusedAsync(good with { SessionToken = good.SessionToken![..^4] + "AAAA" }, null, "");
        foreach (var session in (string[])["", "{}", "[]", "{", """{"sessionId":1,"sessionKey":2,"sessionToken":3}""", """{"sessionId":"x","sessionId":"y"}""", new('x', 20_000)])
        {
            using var browser = fixture.NewBrowser();
            await browser.PostAsync("/federation", null, [("Action", "getSigninToken"), ("Session", session)]);
            Assert.Equal((HttpStatusCode.BadRequest, (string?)null), (browser.Status, browser.Wrong));
        }

        fixture.Server.Clock.Advance(TimeSpan.FromHours(1));
        await RefusedAsync(good, null, "");
    }

    [Theory]
    [InlineData("899", "SessionDuration must be 900 to 43200 seconds.")]
    [InlineData("43201", "SessionDuration must be 900 to 43200 seconds.")]
    [InlineData("1e3", "SessionDuration must be 900 to 43200 seconds.")]
    [InlineData("7201", "SessionDuration must not be longer than the role's maximum of 7200 seconds.")]
    public async Task A_session_lasts_as_long_as_the_role_allows(string seconds, string message) => // [AU-720]
        await RefusedAsync(await RoleAsync(), seconds, message);

    [Fact]
    public async Task Neither_federated_users_nor_chained_roles_say_how_long() // [AU-720]
    {
        await fixture.OkAsync("PutRolePolicy", ("RoleName", name), ("PolicyName", "p"), ("PolicyDocument", Everything));

        await RefusedAsync(await FederatedAsync(), "900", "SessionDuration does not go with credentials of GetFederationToken: the session lasts as long as they do.");
        await RefusedAsync(await RoleAsync(await RoleAsync()), "900", "SessionDuration does not go with credentials that a role got by assuming another.");
        Assert.NotEmpty(await TokenAsync(await RoleAsync(await RoleAsync())));
    }

    [Fact]
    public async Task A_session_outlives_the_credentials_where_it_says_how_long_and_then_tells_where_to_go() // [AU-720]
    {
        using var browser = fixture.NewBrowser();
        await browser.OpenAsync(Login(await TokenAsync(await RoleAsync(), "7200")));
        using var other = fixture.NewBrowser();
        await other.OpenAsync(Login(await TokenAsync(await RoleAsync())));
        for (var minutes = 0; minutes < 100; minutes += 20)
        {
            fixture.Server.Clock.Advance(TimeSpan.FromMinutes(20));
            await browser.OpenAsync("/console");
            await other.OpenAsync("/console");
        }

        Assert.Equal(("Signed in", "Session expired"), (browser.Heading, other.Heading));
        fixture.Server.Clock.Advance(TimeSpan.FromMinutes(20));
        await browser.OpenAsync("/console/sessions");
        Assert.Equal("Session expired", browser.Heading);
        Assert.Contains($"href=\"{Issuer}\"", browser.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://broker.example.com/")]
    [InlineData("//broker.example.com/")]
    public async Task An_issuer_is_an_https_address(string issuer) // [AU-720]
    {
        using var browser = fixture.NewBrowser();

        await browser.OpenAsync(Login(await TokenAsync(await RoleAsync()), issuer: issuer));

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.DoesNotContain(issuer, browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_link_does_not_replace_who_is_signed_in() // [AU-711]
    {
        await fixture.NewUserAsync(name + "-own");
        using var browser = await fixture.SignInAsync(name + "-own");
        var token = await TokenAsync(await RoleAsync());

        await browser.OpenAsync(Login(token));
        Assert.Equal((HttpStatusCode.BadRequest, "Signed in as somebody else"), (browser.Status, browser.Heading));

        await browser.SubmitAsync("/console/signout");
        await browser.OpenAsync(Login(token));
        Assert.Contains($"arn:aws:sts::111122223333:assumed-role/{name}/dana", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_role_s_token_opens_nothing_and_its_session_ends() // [AU-720]
    {
        var (one, other) = (await TokenAsync(await RoleAsync()), await TokenAsync(await RoleAsync()));
        using var browser = fixture.NewBrowser();
        await browser.OpenAsync(Login(one));
        Assert.Equal("Signed in", browser.Heading);

        await fixture.OkAsync("DeleteRole", ("RoleName", name));

        await browser.OpenAsync("/console");
        Assert.NotEqual("Signed in", browser.Heading);
        await browser.OpenAsync(Login(other));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
    }

    [Fact]
    public async Task The_trail_tells_of_both_steps_and_holds_no_secret() // [AU-721, AU-706]
    {
        var credentials = await RoleAsync();
        var token = await TokenAsync(credentials, form: false);
        using var browser = fixture.NewBrowser();
        await browser.OpenAsync(Login(token));

        var who = $"arn:aws:sts::111122223333:assumed-role/{name}/dana";
        var trail = await fixture.Server.EventsAsync("GetSigninToken", who);
        Assert.Contains(who, trail, StringComparison.Ordinal);
        trail += await fixture.Server.EventsAsync("ConsoleLogin", who);
        Assert.Contains("\"ConsoleLogin\":\"Success\"", trail, StringComparison.Ordinal);
        Assert.All((string[])[token, credentials.SecretAccessKey, credentials.SessionToken!], secret => Assert.DoesNotContain(secret, trail, StringComparison.Ordinal));
    }

    private static string Login(string token, string destination = "/console", string issuer = Issuer) =>
        $"/federation?Action=login&Issuer={Uri.EscapeDataString(issuer)}&Destination={Uri.EscapeDataString(destination)}&SigninToken={Uri.EscapeDataString(token)}";

    private static string Json(Keys credentials) =>
        JsonSerializer.Serialize(new { sessionId = credentials.AccessKeyId, sessionKey = credentials.SecretAccessKey, sessionToken = credentials.SessionToken ?? "" });

    private async Task<Keys> RoleAsync(Keys? by = null)
    {
        var reply = await fixture.Server.QueryAsync((by ?? user).Signing, "sts", "AssumeRole", ("RoleArn", RoleArn), ("RoleSessionName", "dana"));
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return new(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply["SessionToken"]!);
    }

    private async Task<Keys> FederatedAsync()
    {
        var reply = await fixture.Server.QueryAsync(user.Signing, "sts", "GetFederationToken", ("Name", "dana"));
        return new(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply["SessionToken"]!);
    }

    private async Task<string> TokenAsync(Keys credentials, string? seconds = null, bool form = true)
    {
        using var browser = fixture.NewBrowser();
        List<(string Name, string Value)> fields = [("Action", "getSigninToken"), ("Session", Json(credentials)), .. seconds is null ? Array.Empty<(string, string)>() : [("SessionDuration", seconds)]];
        await (form
            ? browser.PostAsync("/federation", null, fields)
            : browser.OpenAsync("/federation?" + string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"))));
        Assert.True(browser.Status == HttpStatusCode.OK, browser.Page);
        return JsonDocument.Parse(browser.Page).RootElement.GetProperty("SigninToken").GetString()!;
    }

    private async Task RefusedAsync(Keys credentials, string? seconds, string message)
    {
        using var browser = fixture.NewBrowser();
        List<(string, string)> fields = [("Action", "getSigninToken"), ("Session", Json(credentials)), .. seconds is null ? Array.Empty<(string, string)>() : [("SessionDuration", seconds)]];
        await browser.PostAsync("/federation", null, fields);

        Assert.Equal((HttpStatusCode.BadRequest, message), (browser.Status, browser.Wrong ?? ""));
        Assert.DoesNotContain(credentials.SecretAccessKey, browser.Page, StringComparison.Ordinal);
    }

    private sealed record Keys(string AccessKeyId, string SecretAccessKey, string? SessionToken)
    {
        internal SigningCredentials Signing => new(AccessKeyId, SecretAccessKey, SessionToken);
    }
}
