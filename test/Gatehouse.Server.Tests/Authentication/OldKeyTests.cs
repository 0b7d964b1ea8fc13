using System.Net;
using Gatehouse.Accounts;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Authentication;

/// <summary>Access keys that are older than the operator allows [AU-208].</summary>
public sealed class OldKeyTests
{
    private static readonly KeyRules NinetyDays = new() { MaxAge = TimeSpan.FromDays(90) };

    [Fact]
    public async Task A_key_that_becomes_too_old_is_refused_on_the_next_request()
    {
        await using var server = await StartAsync(NinetyDays);
        await server.QueryAsync("iam", "CreateUser", ("UserName", "ana"));
        server.Clock.Advance(TimeSpan.FromDays(1));
        var made = await server.QueryAsync("iam", "CreateAccessKey", ("UserName", "ana"));
        var ana = new SigningCredentials(made["AccessKeyId"]!, made["SecretAccessKey"]!);
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(ana, "sts", "GetCallerIdentity")).Status);

        // Nothing of the account changes: only time goes by, and the derived key of the day is still remembered.
        server.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(ana, "sts", "GetCallerIdentity")).Status);
        server.Clock.Advance(TimeSpan.FromSeconds(1));
        var refused = await server.QueryAsync(ana, "sts", "GetCallerIdentity");

        Assert.Equal((HttpStatusCode.Forbidden, "InvalidClientTokenId"), (refused.Status, refused.Code));
        Assert.Equal("The security token included in the request is invalid. The access key was made more than 90 days ago, and this installation takes none that is older.", refused.Message);
        Assert.Equal("InvalidClientTokenId", (await server.QueryAsync("sts", "GetCallerIdentity")).Code);
    }

    [Fact]
    public async Task A_wrong_signature_does_not_tell_how_old_a_key_is()
    {
        await using var server = await StartAsync(NinetyDays);
        server.Clock.Advance(TimeSpan.FromDays(91));

        Assert.Equal("SignatureDoesNotMatch", (await server.QueryAsync(new(ServerFixture.Root.AccessKeyId, new string('x', 40)), "sts", "GetCallerIdentity")).Code);
    }

    [Fact]
    public async Task Sessions_that_an_old_key_began_live_on()
    {
        await using var server = await StartAsync(NinetyDays);
        server.Clock.Advance(TimeSpan.FromDays(90));
        var session = CredentialsOf(await server.QueryAsync("sts", "GetSessionToken"));
        server.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.Equal("InvalidClientTokenId", (await server.QueryAsync("sts", "GetCallerIdentity")).Code);
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(session, "sts", "GetCallerIdentity")).Status);
    }

    [Fact]
    public async Task No_key_is_too_old_unless_the_operator_says_so()
    {
        await using var server = await StartAsync(KeyRules.None);
        server.Clock.Advance(TimeSpan.FromDays(3650));

        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync("sts", "GetCallerIdentity")).Status);
        Assert.Equal("Active", (await server.QueryAsync("iam", "ListAccessKeys"))["Status"]);
    }

    private static SigningCredentials CredentialsOf(Reply reply) => new(reply["AccessKeyId"]!, reply["SecretAccessKey"]!, reply["SessionToken"]!);

    private static async Task<ServerFixture> StartAsync(KeyRules keys)
    {
        var server = new ServerFixture { Adjust = settings => settings with { Keys = keys } };
        await server.InitializeAsync();
        return server;
    }
}
