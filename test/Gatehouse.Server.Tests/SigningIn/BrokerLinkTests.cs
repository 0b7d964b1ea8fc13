using System.Net;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>The link with which a broker sends a browser here [AU-720].</summary>
public sealed class BrokerLinkTests(SignInFixture fixture) : BrokerStory(fixture)
{
    [Fact]
    public async Task A_redirect_is_a_302_to_the_destination() // [AU-720]
    {
        var own = new Uri(Fixture.Server.Endpoint, "/console/sessions").ToString();
        using var answer = await Fixture.Server.Client.GetAsync(new Uri(Fixture.Server.Endpoint, Login(await TokenAsync(await RoleAsync()), own)));

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
        using var browser = Fixture.NewBrowser();

        await browser.OpenAsync(Login(await TokenAsync(await RoleAsync()), destination));

        Assert.Equal((HttpStatusCode.BadRequest, "/federation"), (browser.Status, browser.At.AbsolutePath));
        Assert.Null(browser.Cookie("gh-session"));
    }

    [Theory]
    [InlineData("")]
    [InlineData("Example.org")]
    [InlineData("javascript:alert(1)")]
    [InlineData("http://broker.example.com/")]
    [InlineData("https://user:secret@broker.example.com/")]
    public async Task An_issuer_may_be_any_text_and_is_a_link_only_where_it_is_an_https_address(string issuer) // [AU-720]
    {
        var token = await TokenAsync(await RoleAsync());
        using var browser = Fixture.NewBrowser();
        await browser.OpenAsync(Login(token, issuer: issuer));
        Assert.Equal("Signed in", browser.Heading);

        Fixture.Server.Clock.Advance(TimeSpan.FromHours(1));
        await browser.OpenAsync("/console");

        Assert.Equal(issuer.Length == 0 ? "Sign in" : "Session expired", browser.Heading);
        Assert.DoesNotContain($"href=\"{issuer}", browser.Page.Replace("href=\"/", "", StringComparison.Ordinal), StringComparison.Ordinal);
        Assert.Equal(issuer.Length > 0, browser.Page.Contains($"<strong>{WebUtility.HtmlEncode(issuer)}</strong>", StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_issuer_has_an_end() // [AU-720]
    {
        using var browser = Fixture.NewBrowser();

        await browser.OpenAsync(Login(await TokenAsync(await RoleAsync()), issuer: new('x', 2049)));

        Assert.Equal((HttpStatusCode.BadRequest, "Issuer must not have more than 2048 characters."), (browser.Status, browser.Wrong));
    }

    [Theory]
    [InlineData("")]
    [InlineData("/")]
    public async Task Our_own_address_leads_to_the_console(string path) // [AU-720]
    {
        using var browser = Fixture.NewBrowser();

        await browser.OpenAsync(Login(await TokenAsync(await RoleAsync()), Fixture.Server.Endpoint.GetLeftPart(UriPartial.Authority) + path));

        Assert.Equal(("/console", "Signed in"), (browser.At.AbsolutePath, browser.Heading));
    }

    [Fact]
    public async Task Whoever_looks_whether_a_link_works_does_not_use_it_up() // [AU-720]
    {
        var link = Login(await TokenAsync(await RoleAsync()));
        using var look = new HttpRequestMessage(HttpMethod.Head, new Uri(Fixture.Server.Endpoint, link));
        using var seen = await Fixture.Server.Client.SendAsync(look);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, seen.StatusCode);
        using var browser = Fixture.NewBrowser();

        await browser.OpenAsync(link);

        Assert.Equal("Signed in", browser.Heading);
    }

    [Fact]
    public async Task A_link_does_not_replace_who_is_signed_in() // [AU-711]
    {
        await Fixture.NewUserAsync(Name + "-own");
        using var browser = await Fixture.SignInAsync(Name + "-own");
        var token = await TokenAsync(await RoleAsync());

        await browser.OpenAsync(Login(token));
        Assert.Equal((HttpStatusCode.BadRequest, "Signed in as somebody else"), (browser.Status, browser.Heading));

        // Nor does a form that another site sends.
        await browser.PostAsync("/federation", "https://evil.example", [("Action", "login"), ("Destination", "/console"), ("SigninToken", token)]);
        Assert.Equal((HttpStatusCode.BadRequest, "Signed in as somebody else"), (browser.Status, browser.Heading));

        await browser.SubmitAsync("/console/signout");
        await browser.OpenAsync(Login(token));
        Assert.Contains($"arn:aws:sts::111122223333:assumed-role/{Name}/dana", browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_deleted_role_s_token_opens_nothing_and_its_session_ends() // [AU-720]
    {
        var (one, other) = (await TokenAsync(await RoleAsync()), await TokenAsync(await RoleAsync()));
        using var browser = Fixture.NewBrowser();
        await browser.OpenAsync(Login(one));
        Assert.Equal("Signed in", browser.Heading);

        await Fixture.OkAsync("DeleteRole", ("RoleName", Name));

        await browser.OpenAsync("/console");
        Assert.Equal("Session expired", browser.Heading);
        Assert.Contains($"href=\"{Issuer}\"", browser.Page, StringComparison.Ordinal);
        await browser.OpenAsync(Login(other));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
    }
}
