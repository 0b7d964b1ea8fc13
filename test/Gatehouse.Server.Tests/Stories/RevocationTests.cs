using System.Globalization;
using System.Net;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>How sessions end before their time [AU-340]: on the very next request.</summary>
public sealed class RevocationTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    private const string AllowAll = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";

    [Fact]
    public async Task What_the_console_attaches_to_a_role_ends_its_older_sessions_and_no_newer_ones()
    {
        await NewRoleAsync("worker");
        var before = await AssumeAsync("worker");
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(before, "iam", "ListUsers")).Status);

        server.Clock.Advance(TimeSpan.FromSeconds(2));
        await server.QueryAsync("iam", "PutRolePolicy", ("RoleName", "worker"), ("PolicyName", "AWSRevokeOlderSessions"), ("PolicyDocument", RevokeNow()));
        var refused = await server.QueryAsync(before, "iam", "ListUsers");
        Assert.Equal("AccessDenied", refused.Code);
        Assert.Contains("with an explicit deny in an identity-based policy", refused.Message, StringComparison.Ordinal);

        server.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(await AssumeAsync("worker"), "iam", "ListUsers")).Status);
        Assert.Equal("AccessDenied", (await server.QueryAsync(before, "iam", "ListUsers")).Code);
    }

    [Fact]
    public async Task It_ends_the_sessions_of_users_too_and_leaves_their_lasting_keys_alone()
    {
        var uma = await NewUserAsync("uma");
        var session = CredentialsIn(await server.QueryAsync(uma, "sts", "GetSessionToken"));
        await NewRoleAsync("open");
        (string, string)[] ask = [("RoleArn", "arn:aws:iam::111122223333:role/open"), ("RoleSessionName", "s1")];
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(session, "sts", "AssumeRole", ask)).Status);

        server.Clock.Advance(TimeSpan.FromSeconds(2));
        await server.QueryAsync("iam", "PutUserPolicy", ("UserName", "uma"), ("PolicyName", "AWSRevokeOlderSessions"), ("PolicyDocument", RevokeNow()));

        Assert.Equal("AccessDenied", (await server.QueryAsync(session, "sts", "AssumeRole", ask)).Code);
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(uma, "sts", "AssumeRole", ask)).Status);
    }

    [Fact]
    public async Task A_role_that_was_deleted_and_made_anew_is_another_and_old_sessions_are_nobody_s_AU_331_BI_43_BI_44()
    {
        await NewRoleAsync("phoenix");
        var session = await AssumeAsync("phoenix");
        await server.QueryAsync("iam", "DeleteRolePolicy", ("RoleName", "phoenix"), ("PolicyName", "all"));
        Assert.Equal("AccessDenied", (await server.QueryAsync(session, "iam", "ListUsers")).Code);

        await server.QueryAsync("iam", "DeleteRole", ("RoleName", "phoenix"));
        Assert.Equal("InvalidClientTokenId", (await server.QueryAsync(session, "iam", "ListUsers")).Code);
        await NewRoleAsync("phoenix");
        Assert.Equal("InvalidClientTokenId", (await server.QueryAsync(session, "iam", "ListUsers")).Code);
    }

    private string RevokeNow() =>
        """{"Version":"2012-10-17","Statement":[{"Effect":"Deny","Action":["*"],"Resource":["*"],"Condition":{"DateLessThan":{"aws:TokenIssueTime":"NOW"}}}]}"""
            .Replace("NOW", server.Clock.GetUtcNow().ToString("yyyy-MM-ddTHH:mm:ss.fffZ", CultureInfo.InvariantCulture), StringComparison.Ordinal);

    private async Task NewRoleAsync(string name)
    {
        const string trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"111122223333"},"Action":"sts:AssumeRole"}}""";
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync("iam", "CreateRole", ("RoleName", name), ("AssumeRolePolicyDocument", trust))).Status);
        await server.QueryAsync("iam", "PutRolePolicy", ("RoleName", name), ("PolicyName", "all"), ("PolicyDocument", AllowAll));
    }

    private async Task<SigningCredentials> NewUserAsync(string name)
    {
        await server.QueryAsync("iam", "CreateUser", ("UserName", name));
        await server.QueryAsync("iam", "PutUserPolicy", ("UserName", name), ("PolicyName", "all"), ("PolicyDocument", AllowAll));
        return CredentialsIn(await server.QueryAsync("iam", "CreateAccessKey", ("UserName", name)));
    }

    private async Task<SigningCredentials> AssumeAsync(string role)
    {
        var user = await NewUserAsync("asks-for-" + role + server.Clock.GetUtcNow().Ticks);
        return CredentialsIn(await server.QueryAsync(user, "sts", "AssumeRole", ("RoleArn", "arn:aws:iam::111122223333:role/" + role), ("RoleSessionName", "s1")));
    }

    private static SigningCredentials CredentialsIn(Reply reply)
    {
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return new(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply.Body.Contains("SessionToken", StringComparison.Ordinal) ? reply["SessionToken"] : null);
    }
}
