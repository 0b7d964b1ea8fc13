using System.Net;
using System.Text.Json;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>A broker that has a user, a role of its own name, and the ways to the federation endpoint.</summary>
public abstract class BrokerStory(SignInFixture fixture) : IClassFixture<SignInFixture>, IAsyncLifetime
{
    private protected const string Everything = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private const string Trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}""";
    private protected const string Issuer = "https://broker.example.com/start";

    private static int made;

    private readonly string name = $"broker-{Interlocked.Increment(ref made)}";
    private Keys user = null!;

    private protected SignInFixture Fixture => fixture;

    private protected string Name => name;

    private protected Keys User => user;

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

    private protected static string Login(string token, string destination = "/console", string issuer = Issuer) =>
        $"/federation?Action=login&Issuer={Uri.EscapeDataString(issuer)}&Destination={Uri.EscapeDataString(destination)}&SigninToken={Uri.EscapeDataString(token)}";

    private protected static string Json(Keys credentials) =>
        JsonSerializer.Serialize(new { sessionId = credentials.AccessKeyId, sessionKey = credentials.SecretAccessKey, sessionToken = credentials.SessionToken ?? "" });

    private protected async Task<Keys> RoleAsync(Keys? by = null)
    {
        var reply = await fixture.Server.QueryAsync((by ?? user).Signing, "sts", "AssumeRole", ("RoleArn", RoleArn), ("RoleSessionName", "dana"));
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return new(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply["SessionToken"]!);
    }

    private protected async Task<Keys> FederatedAsync()
    {
        var reply = await fixture.Server.QueryAsync(user.Signing, "sts", "GetFederationToken", ("Name", "dana"));
        return new(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply["SessionToken"]!);
    }

    private protected async Task<string> TokenAsync(Keys credentials, string? seconds = null, bool form = true)
    {
        using var browser = fixture.NewBrowser();
        List<(string Name, string Value)> fields = [("Action", "getSigninToken"), ("Session", Json(credentials)), .. seconds is null ? Array.Empty<(string, string)>() : [("SessionDuration", seconds)]];
        await (form
            ? browser.PostAsync("/federation", null, fields)
            : browser.OpenAsync("/federation?" + string.Join('&', fields.Select(field => $"{field.Name}={Uri.EscapeDataString(field.Value)}"))));
        Assert.True(browser.Status == HttpStatusCode.OK, browser.Page);
        return JsonDocument.Parse(browser.Page).RootElement.GetProperty("SigninToken").GetString()!;
    }

    private protected sealed record Keys(string AccessKeyId, string SecretAccessKey, string? SessionToken)
    {
        internal SigningCredentials Signing => new(AccessKeyId, SecretAccessKey, SessionToken);
    }
}
