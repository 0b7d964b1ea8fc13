using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.RegularExpressions;
using Gatehouse.Signatures;
using Gatehouse.Testing;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary><c>aws login</c> over the wire: from the browser's consent to credentials that work [AU-740 to AU-745].</summary>
public sealed partial class LoginTests(SignInFixture fixture) : IClassFixture<SignInFixture>, IDisposable
{
    private const string Client = "arn:aws:signin:::devtools/same-device";
    private const string Remote = "arn:aws:signin:::devtools/cross-device";
    private const string Redirect = "http://127.0.0.1:40123/oauth/callback";
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private const string Allowed = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["signin:AuthorizeOAuth2Access","signin:CreateOAuth2Token"],"Resource":"arn:aws:signin:*:*:oauth2/public-client/*"}}""";

    private static int users;

    private readonly ProofKey key = new();

    private string TokenUrl => new Uri(fixture.Server.Endpoint, "/v1/token").ToString();

    public void Dispose() => key.Dispose();

    [Fact]
    public async Task Whoever_is_not_signed_in_signs_in_consents_and_the_program_gets_credentials() // [AU-741, AU-742]
    {
        var name = await NewUserAsync(Allowed);
        using var browser = fixture.NewBrowser();
        await browser.OpenAsync(Authorize());
        Assert.Equal("/signin", browser.At.AbsolutePath);

        await browser.SubmitAsync("/signin", ("account", ServerFixture.Account), ("userName", name), ("password", SignInFixture.Password));
        Assert.Equal("/v1/authorize", browser.At.AbsolutePath);
        Assert.Contains($"arn:aws:iam::111122223333:user/{name}", browser.Page, StringComparison.Ordinal);
        Assert.Contains(Client, browser.Page, StringComparison.Ordinal);
        Assert.Contains("form-action 'self' http://127.0.0.1:40123;", browser.Headers.GetValues("Content-Security-Policy").Single(), StringComparison.Ordinal);
        await browser.SubmitAsync("/v1/authorize", ("decision", "allow"));

        Assert.StartsWith(Redirect + "?code=111122223333.", browser.At.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("&state=st%20ate", browser.At.AbsoluteUri, StringComparison.Ordinal);
        var reply = await ExchangeAsync(CodeOf(browser.At));
        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var answer = JsonDocument.Parse(reply.Body).RootElement;
        Assert.Equal(("aws_sigv4", 900), (answer.GetProperty("tokenType").GetString(), answer.GetProperty("expiresIn").GetInt32()));
        var credentials = CredentialsOf(answer);
        Assert.Equal($"arn:aws:iam::111122223333:user/{name}", (await fixture.Server.QueryAsync(credentials, "sts", "GetCallerIdentity"))["Arn"]);
        await AssertPublishedAsync(answer.GetProperty("idToken").GetString()!);

        var refreshed = await RefreshAsync(answer);
        Assert.Equal(HttpStatusCode.OK, refreshed.Status);
        Assert.Equal($"arn:aws:iam::111122223333:user/{name}", (await fixture.Server.QueryAsync(CredentialsOf(JsonDocument.Parse(refreshed.Body).RootElement), "sts", "GetCallerIdentity"))["Arn"]);
    }

    [Fact]
    public async Task The_trail_names_who_consented_and_who_got_credentials_and_holds_no_secret() // [AU-742]
    {
        var name = await NewUserAsync(Allowed);
        using var browser = await ConsentAsync(name);
        var code = CodeOf(browser.At);
        var answer = JsonDocument.Parse((await ExchangeAsync(code)).Body).RootElement;

        var trail = await fixture.Server.EventsAsync("AuthorizeOAuth2Access", name) + await fixture.Server.EventsAsync("CreateOAuth2Token", name);

        Assert.Contains("\"eventSource\":\"signin.amazonaws.com\"", trail, StringComparison.Ordinal);
        Assert.Contains($"\"arn\":\"arn:aws:iam::111122223333:user/{name}\"", trail, StringComparison.Ordinal);
        Assert.Contains("\"eventName\":\"CreateOAuth2Token\"", trail, StringComparison.Ordinal);
        var access = answer.GetProperty("accessToken");
        string?[] secrets =
        [
            code, Verifier, answer.GetProperty("refreshToken").GetString(), answer.GetProperty("idToken").GetString(), access.GetProperty("secretAccessKey").GetString(), access.GetProperty("sessionToken").GetString(),
        ];
        Assert.All(secrets, secret => Assert.DoesNotContain(secret!, trail, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Denied_the_program_is_told_so() // [AU-741]
    {
        using var browser = await fixture.SignInAsync(await NewUserAsync(Allowed));
        await browser.OpenAsync(Authorize());
        await browser.SubmitAsync("/v1/authorize", ("decision", "deny"));

        Assert.Equal(Redirect + "?error=access_denied&state=st%20ate", browser.At.AbsoluteUri);
    }

    [Fact]
    public async Task A_code_for_another_device_is_shown_to_be_carried_there() // [AU-741]
    {
        using var browser = await fixture.SignInAsync(await NewUserAsync(Allowed));
        var confirmation = new Uri(fixture.Server.Endpoint, "/v1/sessions/confirmation").ToString();
        await browser.OpenAsync(Authorize(Remote, confirmation));
        await browser.SubmitAsync("/v1/authorize", ("decision", "allow"));

        Assert.Equal("/v1/sessions/confirmation", browser.At.AbsolutePath);
        var shown = Encoding.UTF8.GetString(Convert.FromBase64String(WebUtility.HtmlDecode(Shown().Match(browser.Page).Groups[1].Value)));
        var carried = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(shown);
        Assert.Equal("st ate", carried["state"]);
        Assert.Equal(HttpStatusCode.OK, (await ExchangeAsync(carried["code"]!, Remote, confirmation)).Status);
    }

    [Theory]
    [InlineData("client_id", "arn:aws:signin:::devtools/other")]
    [InlineData("redirect_uri", "http://evil.example/oauth/callback")]
    [InlineData("redirect_uri", "http://127.0.0.1:80/other")]
    [InlineData("response_type", "token")]
    [InlineData("scope", "openid profile")]
    [InlineData("code_challenge_method", "S256")]
    [InlineData("code_challenge_method", "plain")]
    [InlineData("code_challenge", "short")]
    [InlineData("state", "")]
    public async Task A_request_that_is_wrong_goes_nowhere(string parameter, string value) // [AU-741]
    {
        using var browser = fixture.NewBrowser();
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(fixture.Server.Endpoint, Authorize()).Query).ToDictionary(pair => pair.Key, pair => (string?)pair.Value.ToString());
        query[parameter] = value;

        await browser.OpenAsync(Microsoft.AspNetCore.WebUtilities.QueryHelpers.AddQueryString("/v1/authorize", query));

        Assert.Equal((HttpStatusCode.BadRequest, "/v1/authorize"), (browser.Status, browser.At.AbsolutePath));
    }

    [Fact]
    public async Task A_form_of_another_site_consents_to_nothing() // [AU-711, AU-741]
    {
        using var browser = await fixture.SignInAsync(await NewUserAsync(Allowed));
        var query = Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(new Uri(fixture.Server.Endpoint, Authorize()).Query).Select(pair => (pair.Key, pair.Value.ToString()));

        await browser.PostAsync("/v1/authorize", "https://evil.example", query.Append(("decision", "allow")));

        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
    }

    [Fact]
    public async Task Who_may_not_consent_reads_why() // [AU-741]
    {
        var name = await NewUserAsync("""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"signin:*","Resource":"arn:aws:signin:*:*:oauth2/public-client/remote"}}""");
        using var browser = await fixture.SignInAsync(name);
        await browser.OpenAsync(Authorize());

        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
        Assert.StartsWith(
            $"User: arn:aws:iam::111122223333:user/{name} is not authorized to perform: signin:AuthorizeOAuth2Access on resource: arn:aws:signin:us-east-1:111122223333:oauth2/public-client/localhost",
            browser.Wrong,
            StringComparison.Ordinal);
        await browser.SubmitAsync("/v1/authorize", ("decision", "allow"));
        Assert.Equal(HttpStatusCode.Forbidden, browser.Status);
    }

    [Theory]
    [InlineData("{}", "Value null at 'tokenInput.clientId' failed to satisfy constraint: Member must not be null")]
    [InlineData("""{"clientId":"arn:aws:signin:::devtools/same-device","grantType":"password"}""", "Member must satisfy regular expression pattern")]
    [InlineData("{", "")]
    [InlineData("", "")]
    public async Task Requests_that_break_the_model_are_refused_in_its_words(string body, string message) // [AU-744]
    {
        var reply = await PostAsync(body, key.Prove(TokenUrl, fixture.Server.Clock.GetUtcNow()));

        Assert.Equal(HttpStatusCode.BadRequest, reply.Status);
        Assert.Equal("INVALID_REQUEST", ErrorOf(reply));
        Assert.Contains(message, reply.Message, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_a_proof_or_with_one_for_another_place_nothing_is_given() // [AU-742, AU-744]
    {
        using var browser = await ConsentAsync(await NewUserAsync(Allowed));
        var body = Exchange(CodeOf(browser.At), Client, Redirect);

        Assert.Equal("INVALID_REQUEST", ErrorOf(await PostAsync(body, null)));
        Assert.Equal("INVALID_REQUEST", ErrorOf(await PostAsync(body, key.Prove("http://evil.example/v1/token", fixture.Server.Clock.GetUtcNow()))));
        Assert.Equal(HttpStatusCode.OK, (await PostAsync(body, key.Prove(TokenUrl, fixture.Server.Clock.GetUtcNow()))).Status);
    }

    [Fact]
    public async Task A_code_used_twice_ends_the_credentials_that_were_made_from_it() // [BI-217, AU-743]
    {
        using var browser = await ConsentAsync(await NewUserAsync(Allowed));
        var answer = JsonDocument.Parse((await ExchangeAsync(CodeOf(browser.At))).Body).RootElement;

        var again = await ExchangeAsync(CodeOf(browser.At));

        Assert.Equal((HttpStatusCode.Unauthorized, "AccessDeniedException", "AUTHCODE_EXPIRED"), (again.Status, again.Code, ErrorOf(again)));
        var refresh = await RefreshAsync(answer);
        Assert.Equal((HttpStatusCode.Forbidden, "USER_CREDENTIALS_CHANGED"), (refresh.Status, ErrorOf(refresh)));
        Assert.Equal("InvalidClientTokenId", (await fixture.Server.QueryAsync(CredentialsOf(answer), "sts", "GetCallerIdentity")).Code);
    }

    [Fact]
    public async Task Signing_out_everywhere_and_another_password_end_logins() // [AU-743]
    {
        var name = await NewUserAsync(Allowed);
        using (var browser = await ConsentAsync(name))
        {
            var answer = JsonDocument.Parse((await ExchangeAsync(CodeOf(browser.At))).Body).RootElement;
            await browser.OpenAsync("/console/sessions");
            await browser.SubmitAsync("/console/sessions", ("all", "true"));
            Assert.Equal("USER_CREDENTIALS_CHANGED", ErrorOf(await RefreshAsync(answer)));
        }

        fixture.Server.Clock.Advance(TimeSpan.FromSeconds(2));
        using (var browser = await ConsentAsync(name))
        {
            var answer = JsonDocument.Parse((await ExchangeAsync(CodeOf(browser.At))).Body).RootElement;
            await fixture.OkAsync("UpdateLoginProfile", ("UserName", name), ("Password", "quite another 2C"));
            Assert.Equal("USER_CREDENTIALS_CHANGED", ErrorOf(await RefreshAsync(answer)));
        }
    }

    private static string Exchange(string code, string client, string redirect) =>
        JsonSerializer.Serialize(new { clientId = client, grantType = "authorization_code", code, codeVerifier = Verifier, redirectUri = redirect });

    private static string Authorize(string client = Client, string redirect = Redirect)
    {
        var challenge = Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));
        return $"/v1/authorize?response_type=code&client_id={Uri.EscapeDataString(client)}&state=st%20ate&code_challenge_method=SHA-256&code_challenge={challenge}&scope=openid&redirect_uri={Uri.EscapeDataString(redirect)}";
    }

    private static string CodeOf(Uri at) => Microsoft.AspNetCore.WebUtilities.QueryHelpers.ParseQuery(at.Query)["code"]!;

    private static string? ErrorOf(Reply reply) => JsonDocument.Parse(reply.Body).RootElement.GetProperty("error").GetString();

    private static SigningCredentials CredentialsOf(JsonElement answer)
    {
        var access = answer.GetProperty("accessToken");
        return new(access.GetProperty("accessKeyId").GetString()!, access.GetProperty("secretAccessKey").GetString()!, access.GetProperty("sessionToken").GetString());
    }

    private async Task<string> NewUserAsync(string policy)
    {
        var name = $"login-{Interlocked.Increment(ref users)}";
        await fixture.NewUserAsync(name, policy);
        return name;
    }

    private async Task<Browser> ConsentAsync(string name)
    {
        var browser = await fixture.SignInAsync(name);
        await browser.OpenAsync(Authorize());
        await browser.SubmitAsync("/v1/authorize", ("decision", "allow"));
        return browser;
    }

    private Task<Reply> ExchangeAsync(string code, string client = Client, string redirect = Redirect) =>
        PostAsync(Exchange(code, client, redirect), key.Prove(TokenUrl, fixture.Server.Clock.GetUtcNow()));

    private Task<Reply> RefreshAsync(JsonElement answer) => PostAsync(
        JsonSerializer.Serialize(new { clientId = Client, grantType = "refresh_token", refreshToken = answer.GetProperty("refreshToken").GetString() }),
        key.Prove(TokenUrl, fixture.Server.Clock.GetUtcNow()));

    private Task<Reply> PostAsync(string body, string? proof) => fixture.Server.SendAsync(new OutgoingRequest
    {
        Method = "POST",
        Target = "/v1/token",
        Headers = [KeyValuePair.Create("Content-Type", "application/json"), .. proof is null ? Array.Empty<KeyValuePair<string, string>>() : [KeyValuePair.Create("DPoP", proof)]],
        Body = Encoding.UTF8.GetBytes(body),
    });

    // Whoever wants to check who signed in finds the key where the token says.
    private async Task AssertPublishedAsync(string token)
    {
        var parts = token.Split('.');
        var issuer = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement.GetProperty("iss").GetString();
        var keys = JsonDocument.Parse(await fixture.Server.Client.GetStringAsync(new Uri(issuer + "/.well-known/jwks.json"))).RootElement.GetProperty("keys");
        var named = keys.EnumerateArray().Single(one => one.GetProperty("kid").GetString() == JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement.GetProperty("kid").GetString());
        using var curve = ECDsa.Create(new ECParameters
        {
            Curve = ECCurve.NamedCurves.nistP384,
            Q = new() { X = Base64Url.DecodeFromChars(named.GetProperty("x").GetString()), Y = Base64Url.DecodeFromChars(named.GetProperty("y").GetString()) },
        });
        Assert.True(curve.VerifyData(Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]), HashAlgorithmName.SHA384, DSASignatureFormat.IeeeP1363FixedFieldConcatenation));
    }

    [GeneratedRegex("<textarea[^>]*>(.*?)</textarea>")]
    private static partial Regex Shown();
}
