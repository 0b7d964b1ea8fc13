using System.Net;
using System.Text.Json;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>The federation endpoint: credentials of a role or a federated user become a browser's session [AU-720, AU-721].</summary>
public sealed class BrokerTests(SignInFixture fixture) : BrokerStory(fixture)
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_role_s_credentials_open_a_browser_s_session_by_form_or_address(bool form) // [AU-720, AU-721]
    {
        var token = await TokenAsync(await RoleAsync(), form: form);
        using var browser = Fixture.NewBrowser();

        await browser.OpenAsync(Login(token));

        Assert.Equal(("/console", "Signed in"), (browser.At.AbsolutePath, browser.Heading));
        Assert.Contains($"arn:aws:sts::111122223333:assumed-role/{Name}/dana", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_federated_user_s_credentials_do_too() // [AU-720]
    {
        using var browser = Fixture.NewBrowser();

        await browser.OpenAsync(Login(await TokenAsync(await FederatedAsync())));

        Assert.Contains("arn:aws:sts::111122223333:federated-user/dana", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync("/console/security");
        Assert.Contains("This session is of a federated user", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_of_GetSessionToken_and_of_a_user_are_refused() // [BI-214, AU-720]
    {
        var reply = await Fixture.Server.QueryAsync(User.Signing, "sts", "GetSessionToken");

        await RefusedAsync(new(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply["SessionToken"]!), null, "");
        await RefusedAsync(User, null, "");
    }

    [Fact]
    public async Task A_token_is_good_once_and_for_a_quarter_of_an_hour() // [BI-215, AU-720]
    {
        var (once, late) = (await TokenAsync(await RoleAsync()), await TokenAsync(await RoleAsync()));
        using var first = Fixture.NewBrowser();
        using var second = Fixture.NewBrowser();
        await first.OpenAsync(Login(once));
        Assert.Equal("Signed in", first.Heading);

        await second.OpenAsync(Login(once));
        Assert.Equal((HttpStatusCode.BadRequest, "The link has expired, or was used before."), (second.Status, second.Wrong));
        Assert.Contains($"href=\"{Issuer}\"", second.Page, StringComparison.Ordinal);
        Assert.Null(second.Cookie("gh-session"));

        Fixture.Server.Clock.Advance(TimeSpan.FromMinutes(15));
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
            using var browser = Fixture.NewBrowser();
            await browser.PostAsync("/federation", null, [("Action", "getSigninToken"), ("Session", session)]);
            Assert.Equal((HttpStatusCode.BadRequest, (string?)null), (browser.Status, browser.Wrong));
        }

        Fixture.Server.Clock.Advance(TimeSpan.FromHours(1));
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
        await Fixture.OkAsync("PutRolePolicy", ("RoleName", Name), ("PolicyName", "p"), ("PolicyDocument", Everything));

        await RefusedAsync(await FederatedAsync(), "900", "SessionDuration does not go with credentials of GetFederationToken: the session lasts as long as they do.");
        await RefusedAsync(await RoleAsync(await RoleAsync()), "900", "SessionDuration does not go with credentials that a role got by assuming another.");
        Assert.NotEmpty(await TokenAsync(await RoleAsync(await RoleAsync())));
    }

    [Fact]
    public async Task A_session_outlives_the_credentials_where_it_says_how_long_and_then_tells_where_to_go() // [AU-720]
    {
        using var browser = Fixture.NewBrowser();
        await browser.OpenAsync(Login(await TokenAsync(await RoleAsync(), "7200")));
        using var other = Fixture.NewBrowser();
        await other.OpenAsync(Login(await TokenAsync(await RoleAsync())));
        for (var minutes = 0; minutes < 100; minutes += 20)
        {
            Fixture.Server.Clock.Advance(TimeSpan.FromMinutes(20));
            await browser.OpenAsync("/console");
            await other.OpenAsync("/console");
        }

        Assert.Equal(("Signed in", "Session expired"), (browser.Heading, other.Heading));
        Fixture.Server.Clock.Advance(TimeSpan.FromMinutes(20));
        await browser.OpenAsync("/console/sessions");
        Assert.Equal("Session expired", browser.Heading);
        Assert.Contains($"href=\"{Issuer}\"", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_POST_may_have_all_in_its_address() // [AU-720]
    {
        var address = new Uri(Fixture.Server.Endpoint, "/federation?Action=getSigninToken&Session=" + Uri.EscapeDataString(Json(await RoleAsync())));

        using var answer = await Fixture.Server.Client.PostAsync(address, null);

        Assert.Contains("SigninToken", await answer.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_trail_tells_of_both_steps_and_holds_no_secret() // [AU-721, AU-706]
    {
        var credentials = await RoleAsync();
        var token = await TokenAsync(credentials, form: false);
        using var browser = Fixture.NewBrowser();
        await browser.OpenAsync(Login(token));

        var who = $"arn:aws:sts::111122223333:assumed-role/{Name}/dana";
        var trail = await Fixture.Server.EventsAsync("GetSigninToken", who);
        Assert.Contains(who, trail, StringComparison.Ordinal);
        trail += await Fixture.Server.EventsAsync("ConsoleLogin", who);
        Assert.Contains("\"ConsoleLogin\":\"Success\"", trail, StringComparison.Ordinal);
        Assert.All((string[])[token, credentials.SecretAccessKey, credentials.SessionToken!], secret => Assert.DoesNotContain(secret, trail, StringComparison.Ordinal));
    }

    private async Task RefusedAsync(Keys credentials, string? seconds, string message)
    {
        using var browser = Fixture.NewBrowser();
        List<(string, string)> fields = [("Action", "getSigninToken"), ("Session", Json(credentials)), .. seconds is null ? Array.Empty<(string, string)>() : [("SessionDuration", seconds)]];
        await browser.PostAsync("/federation", null, fields);

        Assert.Equal((HttpStatusCode.BadRequest, message), (browser.Status, browser.Wrong ?? ""));
        Assert.DoesNotContain(credentials.SecretAccessKey, browser.Page, StringComparison.Ordinal);
    }
}
