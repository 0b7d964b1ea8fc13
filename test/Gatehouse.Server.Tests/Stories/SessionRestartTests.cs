using System.Net;
using System.Text.Json;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>What is known of sessions, and that they have ended, outlives a restart [AU-340].</summary>
public sealed class SessionRestartTests : IDisposable
{
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gatehouse-");

    [Fact]
    public async Task Live_sessions_are_listed_and_ended_ones_stay_ended_after_a_restart()
    {
        SigningCredentials ended, alive;
        await using (var server = await StartAsync())
        {
            await OkAsync(server.QueryAsync("iam", "CreateUser", ("UserName", "uma")));
            var user = CredentialsIn(await OkAsync(server.QueryAsync("iam", "CreateAccessKey", ("UserName", "uma"))));
            ended = CredentialsIn(await OkAsync(server.QueryAsync(user, "sts", "GetSessionToken")));
            alive = CredentialsIn(await OkAsync(server.QueryAsync(user, "sts", "GetSessionToken")));
            var id = Assert.Single(await ListAsync(server), session => session.GetProperty("AccessKeyId").GetString() == ended.AccessKeyId).GetProperty("SessionId").GetString();
            await OkAsync(server.JsonAsync(ServerFixture.Root, "gatehouse", "Gatehouse.RevokeSession", $$"""{"SessionId":"{{id}}"}"""));
            await OkAsync(server.QueryAsync(alive, "sts", "GetCallerIdentity"));
        }

        await using (var server = await StartAsync())
        {
            Assert.Equal("InvalidClientTokenId", (await server.QueryAsync(ended, "sts", "GetCallerIdentity")).Code);
            var listed = Assert.Single(await ListAsync(server));
            Assert.Equal(alive.AccessKeyId, listed.GetProperty("AccessKeyId").GetString());
            Assert.Equal("sts", listed.GetProperty("LastUsedService").GetString());
            await OkAsync(server.QueryAsync(alive, "sts", "GetCallerIdentity"));
        }
    }

    [Fact]
    public async Task In_an_emergency_every_session_ends_and_access_keys_go_on() // [AU-332]
    {
        SigningCredentials session;
        var settings = new System.Collections.Hashtable();
        await using (var server = await StartAsync())
        {
            session = CredentialsIn(await OkAsync(server.QueryAsync("sts", "GetSessionToken")));
            Assert.Equal(1, await EndAllAsync());
            await OkAsync(server.QueryAsync(session, "sts", "GetCallerIdentity"));
        }

        Assert.Equal(0, await EndAllAsync());

        await using (var server = await StartAsync())
        {
            Assert.Equal("InvalidClientTokenId", (await server.QueryAsync(session, "sts", "GetCallerIdentity")).Code);
            await OkAsync(server.QueryAsync(CredentialsIn(await OkAsync(server.QueryAsync("sts", "GetSessionToken"))), "sts", "GetCallerIdentity"));
        }

        Task<int> EndAllAsync() => Sessions.SessionsCommand.Build(settings, TimeProvider.System).Parse(["end-all", "--data", folder.FullName])
            .InvokeAsync(new() { Output = TextWriter.Null, Error = TextWriter.Null }, TestContext.Current.CancellationToken);
    }

    /// <inheritdoc/>
    public void Dispose() => folder.Delete(recursive: true);

    private async Task<ServerFixture> StartAsync()
    {
        var server = new ServerFixture { Adjust = settings => settings with { Data = folder.FullName } };
        await server.InitializeAsync();
        return server;
    }

    private static async Task<List<JsonElement>> ListAsync(ServerFixture server) =>
        JsonDocument.Parse((await OkAsync(server.JsonAsync(ServerFixture.Root, "gatehouse", "Gatehouse.ListSessions", "{}"))).Body).RootElement.GetProperty("Sessions").EnumerateArray().ToList();

    private static SigningCredentials CredentialsIn(Reply reply) =>
        new(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply.Body.Contains("SessionToken", StringComparison.Ordinal) ? reply["SessionToken"] : null);

    private static async Task<Reply> OkAsync(Task<Reply> sent)
    {
        var reply = await sent;
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return reply;
    }
}
