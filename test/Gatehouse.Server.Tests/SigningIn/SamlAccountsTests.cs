using System.Net;
using System.Text.Json;
using Gatehouse.Signatures;
using Gatehouse.Sts.Tests.Federation;

namespace Gatehouse.Server.Tests.SigningIn;

/// <summary>Sign-in by SAML to more than one account [AU-730].</summary>
public sealed class SamlAccountsTests : IAsyncLifetime
{
    private readonly ServerFixture server = new();

    public ValueTask InitializeAsync() => server.InitializeAsync();

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task Nobody_s_session_is_put_in_the_place_of_one_of_another_account() // [AU-711]
    {
        var boss = await BossAsync();
        var other = await OtherAsync(boss);
        using var browser = new Browser(server.Endpoint);
        await TrustAsync(boss, ServerFixture.Account);
        await TrustAsync(await AdministratorAsync(boss, other), other);
        await BringAsync(browser, ServerFixture.Account, "_one");
        Assert.Equal("Signed in", browser.Heading);

        await BringAsync(browser, other, "_two");
        Assert.Equal((HttpStatusCode.BadRequest, "You must first log out before logging into a different AWS account."), (browser.Status, browser.Wrong));
        await browser.OpenAsync("/console");
        Assert.Contains($"arn:aws:sts::{ServerFixture.Account}:assumed-role/app/", browser.Page, StringComparison.Ordinal);

        // Signing out there, one goes on with what was brought.
        await browser.OpenAsync("/saml/role");
        await browser.SubmitAsync("/console/signout");
        Assert.Equal("/console", browser.At.AbsolutePath);
        Assert.Contains($"arn:aws:sts::{other}:assumed-role/app/", browser.Page, StringComparison.Ordinal);
    }

    private async Task BringAsync(Browser browser, string account, string id)
    {
        var response = TestIdentityProvider.Response(server.Clock.GetUtcNow(), $"arn:aws:iam::{account}:role/app,arn:aws:iam::{account}:saml-provider/corp");
        await browser.PostAsync(
            "/saml", "https://idp.example.com", [("SAMLResponse", TestIdentityProvider.Encode(TestIdentityProvider.Sign(response.Replace("\"_a1\"", $"\"{id}\"", StringComparison.Ordinal), id)))]);
    }

    private async Task TrustAsync(SigningCredentials who, string account)
    {
        await OkAsync(server.QueryAsync(who, "iam", "CreateSAMLProvider", ("Name", "corp"), ("SAMLMetadataDocument", TestIdentityProvider.Metadata())));
        await OkAsync(server.QueryAsync(
            who, "iam", "CreateRole", ("RoleName", "app"),
            ("AssumeRolePolicyDocument", $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::{{{account}}}:saml-provider/corp"},"Action":"sts:AssumeRoleWithSAML"}}""")));
    }

    private async Task<SigningCredentials> BossAsync()
    {
        await OkAsync(server.QueryAsync("iam", "CreateUser", ("UserName", "boss")));
        await OkAsync(server.QueryAsync("iam", "AttachUserPolicy", ("UserName", "boss"), ("PolicyArn", "arn:aws:iam::aws:policy/AdministratorAccess")));
        var key = await OkAsync(server.QueryAsync("iam", "CreateAccessKey", ("UserName", "boss")));
        return new(key["AccessKeyId"]!, key["SecretAccessKey"]!);
    }

    private async Task<string> OtherAsync(SigningCredentials boss)
    {
        await OkAsync(server.JsonAsync(boss, "organizations", "AWSOrganizationsV20161128.CreateOrganization", "{}"));
        var status = Status(await OkAsync(server.JsonAsync(boss, "organizations", "AWSOrganizationsV20161128.CreateAccount", """{"AccountName":"dev","Email":"dev@example.com"}""")));
        while (status.GetProperty("State").GetString() == "IN_PROGRESS")
        {
            status = Status(await OkAsync(server.JsonAsync(
                boss, "organizations", "AWSOrganizationsV20161128.DescribeCreateAccountStatus", $$"""{"CreateAccountRequestId":"{{status.GetProperty("Id").GetString()}}"}""")));
        }

        return status.GetProperty("AccountId").GetString()!;
    }

    private async Task<SigningCredentials> AdministratorAsync(SigningCredentials boss, string account)
    {
        var got = await OkAsync(server.QueryAsync(boss, "sts", "AssumeRole", ("RoleArn", $"arn:aws:iam::{account}:role/OrganizationAccountAccessRole"), ("RoleSessionName", "boss")));
        return new(got["AccessKeyId"]!, got["SecretAccessKey"]!, got["SessionToken"]!);
    }

    private static JsonElement Status(Reply reply) => JsonDocument.Parse(reply.Body).RootElement.GetProperty("CreateAccountStatus");

    private static async Task<Reply> OkAsync(Task<Reply> asked)
    {
        var reply = await asked;
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return reply;
    }
}
