using System.Net;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>Who is let in by name and password, and what everybody else reads.</summary>
public sealed class PasswordTests(SignInFixture fixture) : IClassFixture<SignInFixture>
{
    private const string Wrong = "Your authentication information is incorrect. Please try again.";

    [Fact]
    public async Task A_user_signs_in_by_account_id_or_alias_AU_700()
    {
        await fixture.NewUserAsync("ann");
        await fixture.OkAsync("CreateAccountAlias", ("AccountAlias", "acme"));

        foreach (var account in (string[])[ServerFixture.Account, "acme"])
        {
            using var browser = await fixture.SignInAsync("ann", account: account);
            Assert.Equal(("/console", "Signed in"), (browser.At.AbsolutePath, browser.Heading));
            Assert.Contains("arn:aws:iam::111122223333:user/ann", browser.Page, StringComparison.Ordinal);
        }

        using var led = fixture.NewBrowser();
        await led.OpenAsync("/console?account=acme");
        Assert.Equal("/signin?account=acme", led.At.PathAndQuery);
        Assert.Contains("value=\"acme\"", led.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("acme.signin.example.com", "acme")]
    [InlineData("ACME.signin.example.com:8443", "acme")]
    [InlineData("signin.example.com", "")]
    [InlineData("a.b.signin.example.com", "")]
    [InlineData("acmesignin.example.com", "")]
    [InlineData("localhost", "")]
    public async Task An_account_may_have_a_host_of_its_own_AU_700(string host, string account)
    {
        await using var server = new ServerFixture { Adjust = settings => settings with { SignIn = new() { AccountHosts = "signin.example.com" } } };
        await server.InitializeAsync();
        using var request = new HttpRequestMessage(HttpMethod.Get, new Uri(server.Endpoint, "/signin")) { Headers = { Host = host } };

        using var page = await server.Client.SendAsync(request, TestContext.Current.CancellationToken);

        Assert.Contains($"name=\"account\" value=\"{account}\"", await page.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_time_of_a_password_s_last_use_shows_at_once_and_in_the_credential_report()
    {
        await fixture.NewUserAsync("una");
        Assert.Null((await fixture.OkAsync("GetUser", ("UserName", "una")))["PasswordLastUsed"]);

        using var browser = await fixture.SignInAsync("una");

        var now = fixture.Server.Clock.GetUtcNow();
        Assert.Equal($"{now:yyyy-MM-ddTHH:mm:ssZ}", (await fixture.OkAsync("GetUser", ("UserName", "una")))["PasswordLastUsed"]);
        Assert.Equal($"{now:yyyy-MM-ddTHH:mm:ssZ}", (await fixture.OkAsync("ListUsers")).Xml.Descendants().First(element => element.Name.LocalName == "member" && element.Value.Contains("una", StringComparison.Ordinal))
            .Elements().First(element => element.Name.LocalName == "PasswordLastUsed").Value);
    }

    [Theory]
    [InlineData(ServerFixture.Account, "bea", "not the password 1B")]
    [InlineData(ServerFixture.Account, "nobody", SignInFixture.Password)]
    [InlineData(ServerFixture.Account, "keyless", SignInFixture.Password)]
    [InlineData("999999999999", "bea", SignInFixture.Password)]
    [InlineData("no-such-alias", "bea", SignInFixture.Password)]
    [InlineData("", "", "")]
    public async Task Everybody_else_reads_the_same_AU_704_BI_211(string account, string name, string password)
    {
        await EnsureAsync("bea");
        await fixture.Server.QueryAsync("iam", "CreateUser", ("UserName", "keyless"));

        using var browser = await fixture.SignInAsync(name, password, account);

        Assert.Equal((HttpStatusCode.OK, Wrong), (browser.Status, browser.Wrong));
        Assert.Null(browser.Cookie("gh-session"));
        Assert.DoesNotContain(password.Length == 0 ? "\u0000" : password, browser.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("nobody@example.com", SignInFixture.RootPassword)]
    [InlineData(SignInFixture.RootEmail, "wrong")]
    public async Task A_root_user_s_address_is_not_confirmed_to_exist(string email, string password)
    {
        using var browser = await fixture.SignRootInAsync(email, password);

        Assert.Equal((HttpStatusCode.OK, Wrong), (browser.Status, browser.Wrong));
    }

    [Fact]
    public async Task Signing_out_ends_the_session_on_the_server_AU_710()
    {
        await fixture.NewUserAsync("cleo");
        using var browser = await fixture.SignInAsync("cleo");
        var session = browser.Cookie("gh-session")!;

        await browser.SubmitAsync("/console/signout");
        Assert.Equal("/signin", browser.At.AbsolutePath);

        browser.Plant("gh-session", session);
        await browser.OpenAsync("/console");
        Assert.Equal("/signin", browser.At.AbsolutePath);
    }

    [Fact]
    public async Task A_planted_session_id_is_not_the_one_that_is_signed_in_AU_710()
    {
        await fixture.NewUserAsync("dora");
        using var browser = fixture.NewBrowser();
        const string planted = "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA";
        browser.Plant("gh-session", planted);
        await browser.OpenAsync("/signin");
        await browser.SubmitAsync("/signin", ("account", ServerFixture.Account), ("userName", "dora"), ("password", SignInFixture.Password));

        Assert.Equal("/console", browser.At.AbsolutePath);
        Assert.NotEqual(planted, browser.Cookie("gh-session"));
        Assert.All(browser.Cookies, static cookie => Assert.True(cookie.HttpOnly));
    }

    [Theory]
    [InlineData(null, true)]
    [InlineData("https://evil.example", true)]
    [InlineData("null", true)]
    [InlineData("ours", false)]
    public async Task A_form_from_elsewhere_or_without_its_token_is_refused_AU_711_BI_212(string? origin, bool token)
    {
        await EnsureAsync("emma");
        using var browser = fixture.NewBrowser();
        await browser.OpenAsync("/signin");
        var real = System.Text.RegularExpressions.Regex.Match(browser.Page, "name=\"formToken\" value=\"(.*?)\"").Groups[1].Value;
        List<(string, string)> fields = [("account", ServerFixture.Account), ("userName", "emma"), ("password", SignInFixture.Password)];
        if (token)
        {
            fields.Add(("formToken", real));
        }

        await browser.PostAsync("/signin", origin == "ours" ? browser.Server.GetLeftPart(UriPartial.Authority) : origin, fields);

        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.Null(browser.Cookie("gh-session"));
    }

    [Theory]
    [InlineData("//evil.example")]
    [InlineData("https://evil.example/")]
    [InlineData("/\\evil.example")]
    public async Task Nobody_is_sent_to_another_host_AU_713_BI_213(string target)
    {
        using var browser = fixture.NewBrowser();

        await browser.OpenAsync("/signin?returnTo=" + Uri.EscapeDataString(target));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);

        await browser.OpenAsync("/signin");
        await browser.SubmitAsync("/signin", ("account", ServerFixture.Account), ("userName", "x"), ("password", "y"), ("returnTo", target));
        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
    }

    [Theory]
    [InlineData("/signin", 65 * 1024, "The form could not be read.")]
    [InlineData("/federation", 65 * 1024, "The form could not be read.")]
    [InlineData("/saml", 65 * 1024, "Your request included an invalid SAML response.")]
    [InlineData("/saml", 600 * 1024, "The form could not be read.")]
    public async Task Forms_are_no_larger_than_their_pages_send_AU_7(string path, int size, string answer)
    {
        using var browser = fixture.NewBrowser();

        await browser.PostAsync(path, browser.Server.GetLeftPart(UriPartial.Authority), [("SAMLResponse", new string('A', size))]);

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains(answer, browser.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("application/x-www-form-urlencodedx")]
    [InlineData("application/x-www-form-urlencoded, text/plain")]
    [InlineData("application/x-www-form-urlencoded; charset=\"")]
    [InlineData("multipart/form-data; boundary=x")]
    public async Task What_is_nearly_a_form_is_none_and_breaks_nothing(string type) // [AU-7], T-37
    {
        using var content = new ByteArrayContent("a=b"u8.ToArray());
        content.Headers.TryAddWithoutValidation("Content-Type", type);

        using var answer = await fixture.Server.Client.PostAsync(new Uri(fixture.Server.Endpoint, "/signin"), content, TestContext.Current.CancellationToken);

        Assert.Equal(HttpStatusCode.BadRequest, answer.StatusCode);
        Assert.Contains("The form could not be read.", await answer.Content.ReadAsStringAsync(TestContext.Current.CancellationToken), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_asked_for_a_page_gets_there_after_signing_in()
    {
        await fixture.NewUserAsync("fay");
        using var browser = fixture.NewBrowser();
        await browser.OpenAsync("/console/sessions");
        await browser.SubmitAsync("/signin", ("account", ServerFixture.Account), ("userName", "fay"), ("password", SignInFixture.Password));

        Assert.Equal(("/console/sessions", "Your sessions"), (browser.At.AbsolutePath, browser.Heading));
    }

    [Fact]
    public async Task What_people_type_is_never_markup()
    {
        using var browser = await fixture.SignInAsync("<script>alert(1)</script>", account: "\"><script>alert(2)</script>");

        Assert.DoesNotContain("<script", browser.Page, StringComparison.Ordinal);
        Assert.Contains("default-src 'none'", browser.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Contains("frame-ancestors 'none'", browser.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        Assert.Equal("no-store", browser.Headers.CacheControl!.ToString());
    }

    [Fact]
    public async Task The_trail_tells_of_success_and_failure_and_hides_unknown_names_AU_706()
    {
        await fixture.NewUserAsync("gwen");
        using var right = await fixture.SignInAsync("gwen");
        using var wrong = await fixture.SignInAsync("gwen", "wrong");
        using var unknown = await fixture.SignInAsync("MyS3cretPassw0rd", "x");

        var trail = await fixture.TrailAsync("ConsoleLogin", "Success", "Failed authentication", "No username found");

        Assert.Contains("\"eventType\":\"AwsConsoleSignIn\"", trail, StringComparison.Ordinal);
        Assert.Contains("\"responseElements\":{\"ConsoleLogin\":\"Success\"}", trail, StringComparison.Ordinal);
        Assert.Contains("\"MFAUsed\":\"No\"", trail, StringComparison.Ordinal);
        Assert.Contains("\"errorMessage\":\"Failed authentication\"", trail, StringComparison.Ordinal);
        Assert.Contains("\"errorMessage\":\"No username found in supplied account\"", trail, StringComparison.Ordinal);
        Assert.Contains("\"userName\":\"HIDDEN_DUE_TO_SECURITY_REASONS\"", trail, StringComparison.Ordinal);
        Assert.DoesNotContain("MyS3cretPassw0rd", trail, StringComparison.Ordinal);
        Assert.DoesNotContain(SignInFixture.Password, trail, StringComparison.Ordinal);
    }

    private async Task EnsureAsync(string name)
    {
        if ((await fixture.Server.QueryAsync("iam", "GetLoginProfile", ("UserName", name))).Status != HttpStatusCode.OK)
        {
            await fixture.NewUserAsync(name);
        }
    }
}
