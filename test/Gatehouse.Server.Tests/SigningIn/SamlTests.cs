using System.Globalization;
using System.IO.Compression;
using System.Net;
using System.Web;
using System.Xml.Linq;
using Gatehouse.Sts.Tests.Federation;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>Sign-in by SAML, of the provider's own accord and on our request [AU-730].</summary>
public sealed class SamlTests(SignInFixture fixture) : IClassFixture<SignInFixture>, IAsyncLifetime
{
    private const string Provider = "arn:aws:iam::111122223333:saml-provider/corp";
    private const string Refusal = "Your request included an invalid SAML response.";

    private static int assertions;
    private readonly string id = $"_assertion{Interlocked.Increment(ref assertions)}";
    private int made;

    public async ValueTask InitializeAsync()
    {
        if ((await fixture.Server.QueryAsync("iam", "GetSAMLProvider", ("SAMLProviderArn", Provider))).Status == HttpStatusCode.OK)
        {
            return;
        }

        var signOn = """<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="https://idp.example.com/sso"/></md:IDPSSODescriptor>""";
        await fixture.OkAsync("CreateSAMLProvider", ("Name", "corp"), ("SAMLMetadataDocument", TestIdentityProvider.Metadata().Replace("</md:IDPSSODescriptor>", signOn, StringComparison.Ordinal)));
        foreach (var (role, seconds) in new[] { ("app", "3600"), ("ops", "7200") })
        {
            await fixture.OkAsync(
                "CreateRole", ("RoleName", role), ("Path", "/team/"), ("MaxSessionDuration", seconds),
                ("AssumeRolePolicyDocument", $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"{{{Provider}}}"},"Action":"sts:AssumeRoleWithSAML"}}"""));
        }

        await fixture.OkAsync("CreateRole", ("RoleName", "closed"), ("AssumeRolePolicyDocument", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}"""));
    }

    public ValueTask DisposeAsync() => ValueTask.CompletedTask;

    [Fact]
    public async Task One_role_signs_in_at_once_and_the_trail_names_the_provider()
    {
        using var browser = await BringAsync(Response());

        Assert.Equal(("/console", "Signed in"), (browser.At.AbsolutePath, browser.Heading));
        Assert.Contains("arn:aws:sts::111122223333:assumed-role/app/alice@example.com", browser.Page, StringComparison.Ordinal);
        var trail = await fixture.TrailAsync("ConsoleLogin", "SamlProviderArn");
        Assert.Contains($"\"SamlProviderArn\":\"{Provider}\"", trail, StringComparison.Ordinal);
        Assert.Contains("AssumeRoleWithSAML", await fixture.TrailAsync("AssumeRoleWithSAML"), StringComparison.Ordinal);

        await browser.OpenAsync("/console/security");
        Assert.Contains("This session is of a role", browser.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("All")]
    [InlineData("None")]
    public async Task Nobody_of_a_provider_is_asked_for_a_second_factor_whatever_the_account_asks_of_its_own_AU_616(string requirement)
    {
        Assert.Equal(HttpStatusCode.OK, (await fixture.Server.JsonAsync(ServerFixture.Root, "gatehouse", "Gatehouse.UpdateSignInSettings", $$"""{"MfaRequirement":"{{requirement}}"}""")).Status);

        using var browser = await BringAsync(Response());

        Assert.Equal("Signed in", browser.Heading);
    }

    [Fact]
    public async Task Of_several_roles_one_is_chosen_and_the_session_is_as_long_as_asked_and_allowed()
    {
        var both = Response(
            extra: TestIdentityProvider.Attribute("Role", $"{Provider},arn:aws:iam::111122223333:role/team/ops") + TestIdentityProvider.Attribute("SessionDuration", "43200"));
        using var browser = await BringAsync(both);
        Assert.Equal("Select a role", browser.Heading);
        Assert.Contains("Account: gatehouse (111122223333)", browser.Page, StringComparison.Ordinal);
        var handle = browser.Cookie("gh-saml")!;

        await browser.SubmitAsync("/saml/role", ("role", "arn:aws:iam::111122223333:role/team/ops"));

        Assert.Contains("assumed-role/ops/alice@example.com", browser.Page, StringComparison.Ordinal);
        Assert.Contains(fixture.Server.Clock.GetUtcNow().AddSeconds(7200).ToString("yyyy-MM-dd HH:mm:ss", CultureInfo.InvariantCulture), browser.Page, StringComparison.Ordinal);

        using var thief = fixture.NewBrowser();
        thief.Plant("gh-saml", handle);
        await thief.OpenAsync("/saml/role");
        Assert.Equal((HttpStatusCode.BadRequest, "Too late"), (thief.Status, thief.Heading));
    }

    [Fact]
    public async Task Whoever_is_signed_in_already_chooses_a_role_all_the_same()
    {
        using var browser = await BringAsync(Response());
        Assert.Equal("Signed in", browser.Heading);

        await browser.PostAsync("/saml", "https://idp.example.com", [("SAMLResponse", TestIdentityProvider.Encode(Both()))]);
        await browser.SubmitAsync("/saml/role", ("role", "arn:aws:iam::111122223333:role/team/ops"));

        Assert.Contains("assumed-role/ops/alice@example.com", browser.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(14, "Signed in")]
    [InlineData(15, "Too late")]
    public async Task A_quarter_of_an_hour_is_there_to_choose_in(int minutes, string heading)
    {
        using var browser = await BringAsync(Both());
        fixture.Server.Clock.Advance(TimeSpan.FromMinutes(minutes));

        await browser.SubmitAsync("/saml/role", ("role", "arn:aws:iam::111122223333:role/team/ops"));

        Assert.Equal(heading, browser.Heading);
    }

    [Fact]
    public async Task The_provider_s_own_session_must_last_still_when_a_role_is_chosen()
    {
        var ends = fixture.Server.Clock.GetUtcNow().AddMinutes(6).ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture);
        using var browser = await BringAsync(Both(plain => plain.Replace("<saml:AttributeStatement", $"<saml:AuthnStatement AuthnInstant=\"{ends}\" SessionNotOnOrAfter=\"{ends}\"/><saml:AttributeStatement", StringComparison.Ordinal)));
        Assert.Equal("Select a role", browser.Heading);
        fixture.Server.Clock.Advance(TimeSpan.FromMinutes(7));

        await browser.SubmitAsync("/saml/role", ("role", "arn:aws:iam::111122223333:role/team/ops"));

        Assert.Contains(Refusal, browser.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whoever_is_refused_is_led_to_where_one_signs_out()
    {
        using var browser = await BringAsync(Response());
        await browser.PostAsync("/saml", "https://idp.example.com", [("SAMLResponse", "garbage")]);
        Assert.Contains("To logout, <a href=\"/console/signout\">click here</a>.", browser.Page, StringComparison.Ordinal);

        await browser.OpenAsync("/console/signout");
        Assert.Contains("assumed-role/app/alice@example.com", browser.Page, StringComparison.Ordinal);
        await browser.SubmitAsync("/console/signout");
        await browser.OpenAsync("/console/signout");

        Assert.Equal("/signin", browser.At.AbsolutePath);
    }

    [Fact]
    public async Task An_assertion_signs_in_once_AU_507_BI_196()
    {
        var response = Response();
        using var first = await BringAsync(response);
        Assert.Equal("Signed in", first.Heading);

        using var second = await BringAsync(response);

        Assert.Contains(Refusal, second.Page, StringComparison.Ordinal);
        Assert.Null(second.Cookie("gh-session"));
        Assert.Contains("The assertion was used before", await fixture.TrailAsync("ConsoleLogin", "The assertion was used before"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("unsigned", "Response signature invalid")]
    [InlineData("stranger", "Response signature invalid")]
    [InlineData("late", "Response has expired")]
    [InlineData("distrusting", "Not authorized to perform sts:AssumeRoleWithSAML")]
    [InlineData("answer", "The response answers a request that is not known")]
    public async Task Whatever_is_wrong_the_page_says_the_same_and_the_trail_says_what(string what, string why)
    {
        var now = fixture.Server.Clock.GetUtcNow();
        var good = Plain(now, "arn:aws:iam::111122223333:role/team/app");
        using var browser = await BringAsync(what switch
        {
            "unsigned" => good,
            "stranger" => TestIdentityProvider.Sign(good, Id, TestIdentityProvider.Stranger),
            "late" => Sign(Plain(now.AddMinutes(-20), "arn:aws:iam::111122223333:role/team/app")),
            "distrusting" => Sign(Plain(now, "arn:aws:iam::111122223333:role/closed")),
            _ => Sign(good.Replace("<saml:SubjectConfirmationData ", "<saml:SubjectConfirmationData InResponseTo=\"_forged\" ", StringComparison.Ordinal)),
        });

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains(Refusal, browser.Page, StringComparison.Ordinal);
        Assert.DoesNotContain(why, browser.Page, StringComparison.Ordinal);
        Assert.Contains(why, await fixture.TrailAsync("ConsoleLogin", why), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("not base64!")]
    [InlineData("PHg+")]
    public async Task What_is_no_response_is_refused(string response)
    {
        using var browser = fixture.NewBrowser();

        await browser.PostAsync("/saml", "https://idp.example.com", [("SAMLResponse", response)]);

        Assert.Equal(HttpStatusCode.BadRequest, browser.Status);
        Assert.Contains(Refusal, browser.Page, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("https://idp.example.com/f\u00fcr")]
    [InlineData("https://idp.example.com/&#13;&#10;Set-Cookie:x")]
    [InlineData("https://idp.example.com/sso#here")]
    public async Task A_provider_whose_place_no_header_can_carry_has_none_AU_524(string place) // T-37
    {
        var name = $"odd-{Interlocked.Increment(ref assertions)}";
        var signOn = $"""<md:SingleSignOnService Binding="urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect" Location="{place}"/></md:IDPSSODescriptor>""";
        await fixture.OkAsync("CreateSAMLProvider", ("Name", name), ("SAMLMetadataDocument", TestIdentityProvider.Metadata().Replace("</md:IDPSSODescriptor>", signOn, StringComparison.Ordinal)));
        using var browser = fixture.NewBrowser();

        await browser.OpenAsync("/saml/login/111122223333/" + name);

        Assert.Equal((HttpStatusCode.NotFound, "Not found"), (browser.Status, browser.Heading));
    }

    [Fact]
    public async Task We_ask_the_provider_and_take_the_answer_to_our_request_alone_AU_524()
    {
        using var browser = fixture.NewBrowser();
        await browser.OpenAsync("/saml/login/111122223333/corp?returnTo=/console/sessions");
        Assert.StartsWith("https://idp.example.com/sso?SAMLRequest=", browser.At.AbsoluteUri, StringComparison.Ordinal);
        var query = HttpUtility.ParseQueryString(browser.At.Query);
        using var packed = new DeflateStream(new MemoryStream(Convert.FromBase64String(query["SAMLRequest"]!)), CompressionMode.Decompress);
        var request = XElement.Load(packed);
        var own = new Uri(browser.Server, "/saml").AbsoluteUri;
        Assert.Equal((own, "https://idp.example.com/sso", own), (request.Attribute("AssertionConsumerServiceURL")!.Value, request.Attribute("Destination")!.Value, request.Value));

        // The answer goes to our own address, which is who it is for too.
        var answer = Plain(fixture.Server.Clock.GetUtcNow(), "arn:aws:iam::111122223333:role/team/app")
            .Replace(TestIdentityProvider.Recipient, own, StringComparison.Ordinal).Replace("urn:amazon:webservices", own, StringComparison.Ordinal)
            .Replace("<saml:SubjectConfirmationData ", $"<saml:SubjectConfirmationData InResponseTo=\"{request.Attribute("ID")!.Value}\" ", StringComparison.Ordinal);
        var signed = Sign(answer);
        await browser.PostAsync("/saml", "https://idp.example.com", [("SAMLResponse", TestIdentityProvider.Encode(signed)), ("RelayState", query["RelayState"]!)]);
        Assert.Equal(("/console/sessions", "Your sessions"), (browser.At.AbsolutePath, browser.Heading));

        // An answer that names no request is none to ours.
        using var other = fixture.NewBrowser();
        await other.OpenAsync("/saml/login/111122223333/corp");
        await other.PostAsync("/saml", "https://idp.example.com", [("SAMLResponse", TestIdentityProvider.Encode(Response())), ("RelayState", HttpUtility.ParseQueryString(other.At.Query)["RelayState"]!)]);
        Assert.Contains(Refusal, other.Page, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_encrypted_assertion_of_the_provider_s_own_accord_comes_to_the_provider_s_own_address()
    {
        var key = TestIdentityProvider.Opener.ExportPkcs8PrivateKeyPem();
        await fixture.OkAsync("UpdateSAMLProvider", ("SAMLProviderArn", Provider), ("AddPrivateKey", key), ("AssertionEncryptionMode", "Allowed"));
        var sealedOne = TestIdentityProvider.Encrypt(Response(), id: Id);
        using var blind = await BringAsync(sealedOne);
        Assert.Contains(Refusal, blind.Page, StringComparison.Ordinal);

        using var browser = await BringAsync(sealedOne, "/saml/acs/111122223333/corp");

        Assert.Equal("Signed in", browser.Heading);
    }

    [Theory]
    [InlineData("/console/security", "/console/security")]
    [InlineData("OWN/console/security", "/console/security")]
    [InlineData("OWN", "/console")]
    [InlineData("https://evil.example/", "/console")]
    [InlineData("//evil.example/", "/console")]
    public async Task A_provider_may_say_where_to_go_within_what_is_allowed_AU_713(string relay, string at)
    {
        using var browser = fixture.NewBrowser();

        await browser.PostAsync("/saml", "https://idp.example.com", [("SAMLResponse", TestIdentityProvider.Encode(Response())), ("RelayState", relay.Replace("OWN", browser.Server.GetLeftPart(UriPartial.Authority), StringComparison.Ordinal))]);

        Assert.Equal(at, browser.At.AbsolutePath);
    }

    [Fact]
    public async Task Our_metadata_says_where_assertions_go_AU_524()
    {
        var metadata = XElement.Parse(await fixture.Server.Client.GetStringAsync(new Uri(fixture.Server.Endpoint, "/static/saml-metadata.xml"), TestContext.Current.CancellationToken));

        var own = new Uri(fixture.Server.Endpoint, "/saml").AbsoluteUri;
        Assert.Equal(own, metadata.Attribute("entityID")!.Value);
        Assert.Equal(own, metadata.Descendants().Single(static element => element.Name.LocalName == "AssertionConsumerService").Attribute("Location")!.Value);
    }

    private async Task<Browser> BringAsync(string response, string path = "/saml")
    {
        var browser = fixture.NewBrowser();
        await browser.PostAsync(path, "https://idp.example.com", [("SAMLResponse", TestIdentityProvider.Encode(response))]);
        return browser;
    }

    private string Response(string extra = "") => Sign(Plain(fixture.Server.Clock.GetUtcNow(), "arn:aws:iam::111122223333:role/team/app", extra));

    private string Both(Func<string, string>? change = null)
    {
        var plain = Plain(
            fixture.Server.Clock.GetUtcNow(), "arn:aws:iam::111122223333:role/team/app", TestIdentityProvider.Attribute("Role", $"{Provider},arn:aws:iam::111122223333:role/team/ops"));
        return Sign(change is null ? plain : change(plain));
    }

    private string Sign(string plain) => TestIdentityProvider.Sign(plain, Id);

    // Each with an id of its own: what was brought once is not taken again.
    private string Id => $"{id}-{made}";

    private string Plain(DateTimeOffset now, string role, string extra = "")
    {
        made++;
        return TestIdentityProvider.Response(now, $"{role},{Provider}", extra).Replace("\"_a1\"", $"\"{Id}\"", StringComparison.Ordinal);
    }
}
