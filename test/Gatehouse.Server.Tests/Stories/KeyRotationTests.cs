using System.Net;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>Keys rotate and no session is lost [AU-332]: seen by a client, which knows nothing of keys.</summary>
public sealed class KeyRotationTests(ServerFixture server) : IClassFixture<ServerFixture>
{
    [Fact]
    public async Task A_session_of_the_longest_kind_lives_on_while_keys_change_under_it()
    {
        await server.QueryAsync("iam", "CreateUser", ("UserName", "uma"));
        var user = CredentialsIn(await server.QueryAsync("iam", "CreateAccessKey", ("UserName", "uma")));

        // The last moment at which the first key seals.
        server.Clock.Advance(TimeSpan.FromDays(30));
        Assert.Matches("^Made the session key", Assert.Single(await server.Keys.TendAsync(default)));
        server.Clock.Advance(TimeSpan.FromMinutes(5) - TimeSpan.FromSeconds(1));
        var old = await SessionAsync(user);
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        var young = await SessionAsync(user);
        Assert.NotEqual(KeyOf(old), KeyOf(young));

        for (var hour = 0; hour < 36; hour++)
        {
            Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(old.Credentials, "sts", "GetCallerIdentity")).Status);
            Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(young.Credentials, "sts", "GetCallerIdentity")).Status);
            server.Clock.Advance(TimeSpan.FromHours(1) - TimeSpan.FromSeconds(hour == 35 ? 2 : 0));
            await server.Keys.TendAsync(default);
        }

        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(young.Credentials, "sts", "GetCallerIdentity")).Status);
        server.Clock.Advance(TimeSpan.FromSeconds(2));
        Assert.Equal("ExpiredToken", (await server.QueryAsync(old.Credentials, "sts", "GetCallerIdentity")).Code);

        // The old key goes when nothing can need it any more, and what it sealed with it.
        server.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Contains(await server.Keys.TendAsync(default), done => done.StartsWith("Destroyed the session key", StringComparison.Ordinal));
        Assert.Equal("InvalidClientTokenId", (await server.QueryAsync(old.Credentials, "sts", "GetCallerIdentity")).Code);
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync((await SessionAsync(user)).Credentials, "sts", "GetCallerIdentity")).Status);
    }

    private static string KeyOf((SigningCredentials Credentials, string Token) session) => Convert.ToHexString(Convert.FromBase64String(session.Token).AsSpan(1, 4));

    private async Task<(SigningCredentials Credentials, string Token)> SessionAsync(SigningCredentials user)
    {
        var reply = await server.QueryAsync(user, "sts", "GetSessionToken", ("DurationSeconds", "129600"));
        return (CredentialsIn(reply), reply["SessionToken"]!);
    }

    private static SigningCredentials CredentialsIn(Reply reply)
    {
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return new(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply.Body.Contains("SessionToken", StringComparison.Ordinal) ? reply["SessionToken"] : null);
    }
}
