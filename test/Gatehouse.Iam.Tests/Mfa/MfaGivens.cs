using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Mfa;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Mfa;

/// <summary>Devices, and the codes they show.</summary>
internal static class MfaGivens
{
    /// <summary>The seed of RFC 6238's examples.</summary>
    internal static ReadOnlySpan<byte> Seed => "12345678901234567890"u8;

    /// <summary>The serial number of a virtual device.</summary>
    internal static string SerialOf(string name) => $"arn:aws:iam::{AccountFixture.Id}:mfa/{name}";

    /// <summary>Adds a device, nobody's unless a holder is given: the id of a user, or the account's number for root.</summary>
    internal static MfaDevice AddDevice(this AccountFixture account, string name, string? holder = null, MfaDeviceKind kind = MfaDeviceKind.Virtual)
    {
        var serial = kind == MfaDeviceKind.Hardware ? name : SerialOf(name);
        return account.Put(new MfaDevice
        {
            SerialNumber = serial,
            Kind = kind,
            Created = account.Clock.GetUtcNow(),
            Seed = kind == MfaDeviceKind.SecurityKey ? null : OneTimeCodes.Seal(account.Installation, AccountFixture.Id, serial, Seed),
            Holder = holder,
            Enabled = holder is null ? null : account.Clock.GetUtcNow(),
        });
    }

    /// <summary>Calls as a user who cannot sign in without a second factor, and brings one in.</summary>
    internal static void EnrolAs(this AccountFixture account, User user) => account.Caller = Caller.OfUser(account.Account, user, "ASIAENROLENROLENROL1", new()
    {
        Kind = SessionKind.Enrolment,
        Account = AccountFixture.Id,
        PrincipalId = user.Id,
        PrincipalArn = user.ArnIn(AccountFixture.Id).Text,
        SessionId = new('0', 32),
        Issued = account.Clock.GetUtcNow(),
        Expires = account.Clock.GetUtcNow().AddMinutes(15),
    });

    /// <summary>The code that such a device shows, some steps from now.</summary>
    internal static string Code(this AccountFixture account, int ahead = 0, ReadOnlySpan<byte> seed = default)
    {
        Span<char> code = stackalloc char[Totp.Digits];
        Totp.Write(seed.IsEmpty ? Seed : seed, Totp.StepOf(account.Clock.GetUtcNow()) + ahead, code);
        return code.ToString();
    }

    /// <summary>The bytes that a seed in base32 stands for.</summary>
    internal static byte[] FromBase32(byte[] ascii)
    {
        var bits = string.Concat(Encoding.ASCII.GetString(ascii).Select(letter => Convert.ToString("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".IndexOf(letter, StringComparison.Ordinal), 2).PadLeft(5, '0')));
        return [.. Enumerable.Range(0, bits.Length / 8).Select(i => Convert.ToByte(bits.Substring(i * 8, 8), 2))];
    }
}
