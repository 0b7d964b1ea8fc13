using System.Text.Json;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>A denial that carries what was asked and decided, for those who may open it [PE-101, PE-102, AU-324].</summary>
public sealed class AuthorizationMessageTests
{
    private const string MayOpen = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"sts:DecodeAuthorizationMessage","Resource":"*"}}""";
    private const string NoUsers = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"*","Resource":"*"},{"Sid":"NoUsers","Effect":"Deny","Action":"iam:CreateUser","Resource":"*"}]}""";

    [Fact]
    public async Task Who_may_opens_it_and_nobody_else()
    {
        await using var server = new ServerFixture { Adjust = settings => settings with { AuthorizationMessages = true } };
        await server.InitializeAsync();
        var denied = await NewUserAsync(server, "denied", NoUsers);
        var helper = await NewUserAsync(server, "helper", MayOpen);
        var stranger = await NewUserAsync(server, "stranger", null);

        var query = await server.QueryAsync(denied, "iam", "CreateUser", ("UserName", "mallory"));
        var json = await server.JsonAsync(stranger, "organizations", "AWSOrganizationsV20161128.ListRoots", "{}");
        Assert.Equal(("AccessDenied", "AccessDeniedException"), (query.Code, json.Code));

        var opened = await server.QueryAsync(helper, "sts", "DecodeAuthorizationMessage", ("EncodedMessage", query.AuthorizationMessage!));
        var told = JsonDocument.Parse(opened["DecodedMessage"]!).RootElement;
        Assert.True(told.GetProperty("explicitDeny").GetBoolean());
        Assert.Equal("iam:CreateUser", told.GetProperty("context").GetProperty("action").GetString());
        Assert.Equal("arn:aws:iam::111122223333:user/denied", told.GetProperty("context").GetProperty("principal").GetProperty("arn").GetString());
        Assert.Contains("NoUsers", told.GetProperty("matchedStatements").ToString(), StringComparison.Ordinal);
        var other = await server.QueryAsync(helper, "sts", "DecodeAuthorizationMessage", ("EncodedMessage", json.AuthorizationMessage!));
        Assert.Contains("organizations:ListRoots", other["DecodedMessage"], StringComparison.Ordinal);

        // Who was denied learns no more than the sentence, and what is granted carries nothing.
        var refused = await server.QueryAsync(stranger, "sts", "DecodeAuthorizationMessage", ("EncodedMessage", query.AuthorizationMessage!));
        Assert.Equal("AccessDenied", refused.Code);
        Assert.Null((await server.QueryAsync(denied, "sts", "GetCallerIdentity")).AuthorizationMessage);
        Assert.Null((await server.QueryAsync(denied, "iam", "GetUser", ("UserName", "nobody"))).AuthorizationMessage);
    }

    [Fact]
    public async Task It_is_not_given_unless_the_operator_says_so()
    {
        await using var server = new ServerFixture();
        await server.InitializeAsync();
        var stranger = await NewUserAsync(server, "stranger", null);

        var reply = await server.QueryAsync(stranger, "iam", "ListUsers");

        Assert.Equal(("AccessDenied", null), (reply.Code, reply.AuthorizationMessage));
    }

    [Fact]
    public async Task A_denial_by_more_statements_than_a_message_holds_carries_none_and_is_a_denial()
    {
        await using var server = new ServerFixture { Adjust = settings => settings with { AuthorizationMessages = true } };
        await server.InitializeAsync();
        var denied = await NewUserAsync(server, "denied", null);
        for (var policy = 0; policy < 4; policy++)
        {
            // Resources that do not compress: each statement denies by its last one.
            var resources = string.Join("\",\"", Enumerable.Range(0, 80).Select(number => "arn:aws:iam::*:user/" + Convert.ToHexString(System.Security.Cryptography.SHA256.HashData([(byte)policy, (byte)number]))[..48]));
            var document = $$"""{"Version":"2012-10-17","Statement":{"Effect":"Deny","Action":"iam:CreateUser","Resource":["{{resources}}","*"]} }""";
            var made = await server.QueryAsync("iam", "CreatePolicy", ("PolicyName", $"no-{policy}"), ("PolicyDocument", document));
            Assert.Null((await server.QueryAsync("iam", "AttachUserPolicy", ("UserName", "denied"), ("PolicyArn", made["Arn"]!))).Code);
        }

        var reply = await server.QueryAsync(denied, "iam", "CreateUser", ("UserName", "mallory"));

        Assert.Equal(("AccessDenied", null), (reply.Code, reply.AuthorizationMessage));
    }

    private static async Task<SigningCredentials> NewUserAsync(ServerFixture server, string name, string? policy)
    {
        await server.QueryAsync("iam", "CreateUser", ("UserName", name));
        if (policy is not null)
        {
            await server.QueryAsync("iam", "PutUserPolicy", ("UserName", name), ("PolicyName", "own"), ("PolicyDocument", policy));
        }

        var key = await server.QueryAsync("iam", "CreateAccessKey", ("UserName", name));
        return new(key["AccessKeyId"]!, key["SecretAccessKey"]!);
    }
}
