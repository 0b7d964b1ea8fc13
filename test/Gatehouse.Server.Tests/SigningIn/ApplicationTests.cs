using System.Buffers.Text;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>An application of Identity Center over the wire: somebody signs in to it with a browser, and it acts for them in a role [AU-318, AU-850].</summary>
public sealed class ApplicationTests(PortalFixture fixture) : IClassFixture<PortalFixture>
{
    private const string Instance = "arn:aws:sso:::instance/ssoins-0123456789abcdef";
    private const string Redirect = "https://notebooks.example.com/cb";
    private const string Verifier = "dBjftJeZ4CVP-mB92K27uhbUJU1p1r_wW1gFWFOEjXk";
    private const string Provider = "arn:aws:iam::aws:contextProvider/IdentityCenter";

    [Fact]
    public async Task Somebody_signs_in_to_it_and_it_acts_for_them_in_a_role()
    {
        var person = await fixture.NewPersonAsync();
        var application = await MakeAsync(person.Id);
        var robot = await RobotAsync();
        using var browser = await ConsentAsync(application, person.UserName);
        Assert.StartsWith(Redirect + "?code=111122223333.", browser.At.ToString(), StringComparison.Ordinal);
        Assert.EndsWith("&state=xyz", browser.At.AbsoluteUri, StringComparison.Ordinal);

        var code = browser.At.Query[6..].Split('&')[0];
        var (status, token) = await TokenAsync(robot, new { clientId = application, grantType = "authorization_code", code, codeVerifier = Verifier, redirectUri = Redirect });
        Assert.True(status == HttpStatusCode.OK, token.ToString());
        var context = token.GetProperty("awsAdditionalDetails").GetProperty("identityContext").GetString()!;
        var role = await RoleAsync(person.Id);
        Assert.Equal("AccessDenied", (await fixture.Server.QueryAsync(robot, "sts", "AssumeRole", ("RoleArn", role), ("RoleSessionName", "ana")))["Code"]);
        var assumed = await AssumeAsync(robot, role, context);
        Assert.Equal(HttpStatusCode.OK, assumed.Status);
        var session = new SigningCredentials(assumed["AccessKeyId"]!, assumed["SecretAccessKey"]!, assumed["SessionToken"]);

        // AWS: for what STS lists alone, whatever the role may.
        Assert.Contains("with an explicit deny in a session policy", (await fixture.Server.QueryAsync(session, "iam", "ListUsers"))["Message"], StringComparison.Ordinal);
        Assert.Contains($"\"onBehalfOf\":{{\"userId\":\"{person.Id}\"", await fixture.TrailAsync("ListUsers", person.Id), StringComparison.Ordinal);
        var trail = await fixture.TrailAsync("CreateTokenWithIAM", application) + await fixture.TrailAsync("AssumeRole", role);
        Assert.All(
            [code, context, token.GetProperty("accessToken").GetString()!, token.GetProperty("refreshToken").GetString()!, token.GetProperty("idToken").GetString()!],
            secret => Assert.DoesNotContain(secret, trail, StringComparison.Ordinal));

        // Signing out at the portal ends what was given by it, contexts among it.
        await browser.OpenAsync(PortalFixture.Portal);
        await browser.SubmitAsync("/start/signout");
        Assert.Equal("ValidationError", (await AssumeAsync(robot, role, context))["Code"]);
        var (after, refusal) = await TokenAsync(robot, new { clientId = application, grantType = "refresh_token", refreshToken = token.GetProperty("refreshToken").GetString() });
        Assert.Equal((HttpStatusCode.BadRequest, "invalid_grant"), (after, refusal.GetProperty("error").GetString()));
    }

    [Fact]
    public async Task Who_is_not_assigned_gets_nothing_and_nobody_is_sent_elsewhere()
    {
        var person = await fixture.NewPersonAsync();
        var application = await MakeAsync(assigned: null);
        using var browser = await ConsentAsync(application, person.UserName);
        var (status, refusal) = await TokenAsync(
            await RobotAsync(), new { clientId = application, grantType = "authorization_code", code = browser.At.Query[6..].Split('&')[0], codeVerifier = Verifier, redirectUri = Redirect });
        Assert.Equal((HttpStatusCode.BadRequest, "access_denied"), (status, refusal.GetProperty("error").GetString()));

        foreach (var wrong in (string[])
            [
                Authorize(application).Replace("notebooks.example.com", "elsewhere.example.com", StringComparison.Ordinal), Authorize(application[..^4] + "ffff"), Authorize(application) + "&scope=s3:write",
                Authorize(application.Replace("111122223333", "444455556666", StringComparison.Ordinal)),
            ])
        {
            await browser.OpenAsync(wrong);
            Assert.Equal((HttpStatusCode.BadRequest, "Not understood"), (browser.Status, browser.Heading));
        }
    }

    private static string Authorize(string application) =>
        $"/authorize?response_type=code&client_id={Uri.EscapeDataString(application)}&redirect_uri={Uri.EscapeDataString(Redirect)}&state=xyz&code_challenge_method=S256&code_challenge="
        + Base64Url.EncodeToString(SHA256.HashData(Encoding.ASCII.GetBytes(Verifier)));

    private async Task<Browser> ConsentAsync(string application, string name)
    {
        var browser = fixture.NewBrowser();
        await browser.OpenAsync(Authorize(application));
        await browser.SubmitAsync("/start/signin", ("userName", name), ("password", SignInFixture.Password));
        Assert.Equal("Let a program in?", browser.Heading);
        Assert.Contains("An application asks to act for you.", browser.Page, StringComparison.Ordinal);
        Assert.Contains("<dd>notebooks</dd>", browser.Page, StringComparison.Ordinal);
        await browser.SubmitAsync("/authorize", ("decision", "allow"));
        return browser;
    }

    private async Task<string> MakeAsync(string? assigned)
    {
        var made = await AdminAsync("CreateApplication", new { InstanceArn = Instance, ApplicationProviderArn = "arn:aws:sso::aws:applicationProvider/custom", Name = "notebooks" });
        var application = JsonDocument.Parse(made.Body).RootElement.GetProperty("ApplicationArn").GetString()!;
        await AdminAsync("PutApplicationGrant", new { ApplicationArn = application, GrantType = "authorization_code", Grant = new { AuthorizationCode = new { RedirectUris = new[] { Redirect } } } });
        await AdminAsync("PutApplicationGrant", new { ApplicationArn = application, GrantType = "refresh_token", Grant = new { RefreshToken = new { } } });
        var statement = new { Effect = "Allow", Principal = new { AWS = "111122223333" }, Action = "sso-oauth:CreateTokenWithIAM", Resource = "*" };
        await AdminAsync("PutApplicationAuthenticationMethod", new
        {
            ApplicationArn = application,
            AuthenticationMethodType = "IAM",
            AuthenticationMethod = new { Iam = new { ActorPolicy = new { Version = "2012-10-17", Statement = new[] { statement } } } },
        });
        if (assigned is not null)
        {
            await AdminAsync("CreateApplicationAssignment", new { ApplicationArn = application, PrincipalId = assigned, PrincipalType = "USER" });
        }

        return application;
    }

    private async Task<SigningCredentials> RobotAsync()
    {
        var name = "robot-" + fixture.Installation.Ids.NewUuid();
        await fixture.NewUserAsync(name, """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":["sso-oauth:CreateTokenWithIAM","sts:AssumeRole","sts:SetContext"],"Resource":"*"}}""");
        var key = await fixture.OkAsync("CreateAccessKey", ("UserName", name));
        return new(key["AccessKeyId"]!, key["SecretAccessKey"]!, null);
    }

    private async Task<string> RoleAsync(string person)
    {
        var role = await fixture.OkAsync("CreateRole", ("RoleName", "notebooks"), ("AssumeRolePolicyDocument",
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":["sts:AssumeRole","sts:SetContext"],"Condition":{"StringEquals":{"sts:RequestContext/identitystore:UserId":"PERSON"}}}}"""
                .Replace("PERSON", person, StringComparison.Ordinal)));
        await fixture.OkAsync("AttachRolePolicy", ("RoleName", "notebooks"), ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess"));
        return role["Arn"]!;
    }

    private Task<Reply> AssumeAsync(SigningCredentials robot, string role, string context) => fixture.Server.QueryAsync(
        robot,
        "sts",
        "AssumeRole",
        ("RoleArn", role),
        ("RoleSessionName", "ana"),
        ("ProvidedContexts.member.1.ProviderArn", Provider),
        ("ProvidedContexts.member.1.ContextAssertion", context));

    private async Task<Reply> AdminAsync(string operation, object body)
    {
        var reply = await fixture.Server.JsonAsync(ServerFixture.Root, "sso", "SWBExternalService." + operation, JsonSerializer.Serialize(body));
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return reply;
    }

    private async Task<(HttpStatusCode Status, JsonElement Body)> TokenAsync(SigningCredentials credentials, object body)
    {
        var reply = await fixture.Server.SendAsync(fixture.Server.Sign(credentials, "sso-oauth", "POST", "/token?aws_iam=t", JsonSerializer.Serialize(body), ("Content-Type", "application/json")));
        return (reply.Status, JsonDocument.Parse(reply.Body).RootElement);
    }
}
