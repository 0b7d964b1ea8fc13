using System.Net;
using System.Text;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Authentication;

/// <summary>What an account has sealed goes on under a new data key, and moves to it when it is next written [AU-214].</summary>
public sealed class DataKeyTests
{
    [Fact]
    public async Task Keys_and_devices_work_on_and_move_with_their_next_change()
    {
        await using var server = new ServerFixture();
        await server.InitializeAsync();
        await server.QueryAsync("iam", "CreateUser", ("UserName", "alice"));
        var made = await server.QueryAsync("iam", "CreateAccessKey", ("UserName", "alice"));
        var alice = new SigningCredentials(made["AccessKeyId"]!, made["SecretAccessKey"]!);
        var device = await server.QueryAsync("iam", "CreateVirtualMFADevice", ("VirtualMFADeviceName", "alice"));

        await server.Keys.RotateDataKeyAsync(ServerFixture.Account, TestContext.Current.CancellationToken);
        Assert.True(await IsStaleAsync(server, account => account.AccessKeys.Find(alice.AccessKeyId)!.Secret));
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(alice, "sts", "GetCallerIdentity")).Status);

        await server.QueryAsync("iam", "UpdateAccessKey", ("UserName", "alice"), ("AccessKeyId", alice.AccessKeyId), ("Status", "Active"));
        Assert.False(await IsStaleAsync(server, account => account.AccessKeys.Find(alice.AccessKeyId)!.Secret));
        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(alice, "sts", "GetCallerIdentity")).Status);

        var (serial, seed) = (device["SerialNumber"]!, SigningIn.SignInFixture.FromBase32(Encoding.ASCII.GetString(Convert.FromBase64String(device["Base32StringSeed"]!))));
        Assert.True(await IsStaleAsync(server, account => account.MfaDevices.Find(serial)!.Seed!));
        var enabled = await server.QueryAsync(
            "iam", "EnableMFADevice", ("UserName", "alice"), ("SerialNumber", serial), ("AuthenticationCode1", CodeOf(server, seed, -1)), ("AuthenticationCode2", CodeOf(server, seed, 0)));
        Assert.True(enabled.Status == HttpStatusCode.OK, enabled.Body);
        Assert.False(await IsStaleAsync(server, account => account.MfaDevices.Find(serial)!.Seed!));

        server.Clock.Advance(TimeSpan.FromSeconds(30));
        var session = await server.QueryAsync(alice, "sts", "GetSessionToken", ("SerialNumber", serial), ("TokenCode", CodeOf(server, seed, 0)));
        Assert.True(session.Status == HttpStatusCode.OK, session.Body);
    }

    private static async Task<bool> IsStaleAsync(ServerFixture server, Func<Accounts.Account, Accounts.Secrets.SealedSecret> find)
    {
        var slot = await server.Installation.Accounts.FindAsync(ServerFixture.Account, TestContext.Current.CancellationToken);
        return server.Installation.Secrets.IsStale(find(slot!.Current), ServerFixture.Account);
    }

    private static string CodeOf(ServerFixture server, byte[] seed, int steps)
    {
        Span<char> code = stackalloc char[Totp.Digits];
        Totp.Write(seed, Totp.StepOf(server.Clock.GetUtcNow()) + steps, code);
        return code.ToString();
    }
}
