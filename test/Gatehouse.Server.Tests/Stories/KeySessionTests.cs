using System.Net;
using System.Text.Json;
using Gatehouse.Accounts;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>What becomes of the sessions that were made from a key, once it is inactive or gone [AU-340].</summary>
public sealed class KeySessionTests
{
    private const string AllowAll = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private const string Trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}""";
    private static readonly KeyRules Ends = new() { EndSessions = true };

    [Fact]
    public async Task In_AWS_and_here_they_live_on()
    {
        await using var server = await StartAsync(KeyRules.None);
        var ana = await NewUserAsync(server, "ana");
        var sessions = await SessionsAsync(server, ana);

        await OkAsync(server.QueryAsync("iam", "UpdateAccessKey", ("UserName", "ana"), ("AccessKeyId", ana.AccessKeyId), ("Status", "Inactive")));
        await OkAsync(server.QueryAsync("iam", "DeleteAccessKey", ("UserName", "ana"), ("AccessKeyId", ana.AccessKeyId)));

        await ExpectAsync(server, sessions, null);
    }

    [Fact]
    public async Task Where_the_operator_wants_it_they_end_with_the_key_on_the_next_request()
    {
        await using var server = await StartAsync(Ends);
        var ana = await NewUserAsync(server, "ana");
        var other = await KeyAsync(server, "ana");
        var (sessions, others) = (await SessionsAsync(server, ana), await SessionsAsync(server, other));
        await ExpectAsync(server, sessions, null);

        await OkAsync(server.QueryAsync("iam", "UpdateAccessKey", ("UserName", "ana"), ("AccessKeyId", ana.AccessKeyId), ("Status", "Inactive")));

        await ExpectAsync(server, sessions, "InvalidClientTokenId");
        await ExpectAsync(server, others, null);

        // An active key again begins new ones, from the next second on; those that ended stay ended.
        await OkAsync(server.QueryAsync("iam", "UpdateAccessKey", ("UserName", "ana"), ("AccessKeyId", ana.AccessKeyId), ("Status", "Active")));
        await ExpectAsync(server, sessions, "InvalidClientTokenId");
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        var later = await SessionsAsync(server, ana);
        await ExpectAsync(server, later, null);
        await ExpectAsync(server, sessions, "InvalidClientTokenId");

        await OkAsync(server.QueryAsync("iam", "DeleteAccessKey", ("UserName", "ana"), ("AccessKeyId", ana.AccessKeyId)));
        await ExpectAsync(server, later, "InvalidClientTokenId");
        await ExpectAsync(server, others, null);
    }

    [Fact]
    public async Task Those_in_another_account_end_too()
    {
        await using var server = await StartAsync(Ends);
        var boss = await NewUserAsync(server, "boss");
        await OkAsync(server.JsonAsync(boss, "organizations", "AWSOrganizationsV20161128.CreateOrganization", "{}"));
        var request = Json(await OkAsync(server.JsonAsync(boss, "organizations", "AWSOrganizationsV20161128.CreateAccount", """{"AccountName":"dev","Email":"dev@example.com"}"""))).GetProperty("CreateAccountStatus").GetProperty("Id");
        JsonElement status;
        do
        {
            status = Json(await OkAsync(server.JsonAsync(boss, "organizations", "AWSOrganizationsV20161128.DescribeCreateAccountStatus", $$"""{"CreateAccountRequestId":"{{request}}"}"""))).GetProperty("CreateAccountStatus");
        }
        while (status.GetProperty("State").GetString() == "IN_PROGRESS");
        var abroad = Session(await OkAsync(server.QueryAsync(
            boss, "sts", "AssumeRole", ("RoleArn", $"arn:aws:iam::{status.GetProperty("AccountId").GetString()}:role/OrganizationAccountAccessRole"), ("RoleSessionName", "s1"))));
        await OkAsync(server.QueryAsync(abroad, "iam", "CreateRole", ("RoleName", "next"), ("AssumeRolePolicyDocument", Trust.Replace("111122223333", status.GetProperty("AccountId").GetString()!, StringComparison.Ordinal))));
        var chained = Session(await OkAsync(server.QueryAsync(
            abroad, "sts", "AssumeRole", ("RoleArn", $"arn:aws:iam::{status.GetProperty("AccountId").GetString()}:role/next"), ("RoleSessionName", "s2"))));
        await ExpectAsync(server, [abroad, chained], null);

        await OkAsync(server.QueryAsync("iam", "DeleteAccessKey", ("UserName", "boss"), ("AccessKeyId", boss.AccessKeyId)));

        await ExpectAsync(server, [abroad, chained], "InvalidClientTokenId");
    }

    private static async Task<SigningCredentials[]> SessionsAsync(ServerFixture server, SigningCredentials user)
    {
        var token = Session(await OkAsync(server.QueryAsync(user, "sts", "GetSessionToken")));
        (string, string)[] ask = [("RoleArn", "arn:aws:iam::111122223333:role/worker"), ("RoleSessionName", "s1")];
        var role = Session(await OkAsync(server.QueryAsync(token, "sts", "AssumeRole", ask)));
        return
        [
            token, role,
            Session(await OkAsync(server.QueryAsync(user, "sts", "GetFederationToken", ("Name", "fred"), ("Policy", AllowAll)))),
            Session(await OkAsync(server.QueryAsync(user, "sts", "AssumeRole", ask))),
            Session(await OkAsync(server.QueryAsync(role, "sts", "AssumeRole", ask))),
        ];
    }

    private static async Task ExpectAsync(ServerFixture server, SigningCredentials[] sessions, string? code)
    {
        foreach (var session in sessions)
        {
            Assert.Equal(code, (await server.QueryAsync(session, "sts", "GetCallerIdentity")).Code);
        }
    }

    private static async Task<SigningCredentials> NewUserAsync(ServerFixture server, string name)
    {
        await OkAsync(server.QueryAsync("iam", "CreateUser", ("UserName", name)));
        await OkAsync(server.QueryAsync("iam", "PutUserPolicy", ("UserName", name), ("PolicyName", "all"), ("PolicyDocument", AllowAll)));
        await OkAsync(server.QueryAsync("iam", "CreateRole", ("RoleName", "worker"), ("AssumeRolePolicyDocument", Trust)));
        await OkAsync(server.QueryAsync("iam", "PutRolePolicy", ("RoleName", "worker"), ("PolicyName", "all"), ("PolicyDocument", AllowAll)));
        return await KeyAsync(server, name);
    }

    private static async Task<SigningCredentials> KeyAsync(ServerFixture server, string user)
    {
        var made = await OkAsync(server.QueryAsync("iam", "CreateAccessKey", ("UserName", user)));
        return new(made["AccessKeyId"]!, made["SecretAccessKey"]!);
    }

    private static SigningCredentials Session(Reply reply) => new(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply["SessionToken"]!);

    private static JsonElement Json(Reply reply) => JsonDocument.Parse(reply.Body).RootElement;

    private static async Task<Reply> OkAsync(Task<Reply> sent)
    {
        var reply = await sent;
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return reply;
    }

    private static async Task<ServerFixture> StartAsync(KeyRules keys)
    {
        var server = new ServerFixture { Adjust = settings => settings with { Keys = keys } };
        await server.InitializeAsync();
        return server;
    }
}
