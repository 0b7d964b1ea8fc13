using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;
using Gatehouse.SignIn.Passkeys;
using Gatehouse.Testing;

namespace Gatehouse.SignIn.Tests.Passkeys;

/// <summary>What both halves of the tests need: questions, and devices that were registered.</summary>
internal static class Ceremonies
{
    internal const string Alice = "AIDAALICEALICEALICE2";
    internal static readonly DateTimeOffset Now = new(2026, 11, 28, 9, 0, 0, TimeSpan.Zero);

    internal static PasskeyCeremony Begin(string owner = Alice) =>
        new(RelyingParty.Of(new() { Url = "http://localhost:4566" })!, RandomNumberGenerator.GetBytes(32), "111122223333", owner);

    internal static MfaDevice DeviceOf(Passkey passkey) => new()
    {
        SerialNumber = $"arn:aws:iam::111122223333:u2f/user/Alice/{passkey.CredentialId}",
        Kind = MfaDeviceKind.SecurityKey,
        Created = Now,
        Holder = Alice,
        Enabled = Now,
        Passkey = passkey,
    };

    internal static MfaDevice Register(SoftAuthenticator authenticator, string owner = Alice)
    {
        var ceremony = Begin(owner);
        return DeviceOf(PasskeyRegistration.Verify(ceremony, [], authenticator.Create(PasskeyRegistration.Options(ceremony, "Alice", [])).ToJsonString()));
    }

    /// <summary>Changes one of the byte fields of a response.</summary>
    internal static void Change(JsonObject credential, string field, Func<byte[], byte[]> change)
    {
        var response = credential["response"]!;
        response[field] = System.Buffers.Text.Base64Url.EncodeToString(change(System.Buffers.Text.Base64Url.DecodeFromChars((string)response[field]!)));
    }

    /// <summary>Changes some bytes of a field at random: turns bits, cuts, doubles and inserts.</summary>
    internal static void Mutate(JsonObject credential, string field, Random random) => Change(credential, field, bytes =>
    {
        var mutant = bytes.ToList();
        do
        {
            var at = random.Next(mutant.Count);
            switch (random.Next(5))
            {
                case 0:
                    mutant[at] ^= (byte)(1 << random.Next(8));
                    break;
                case 1:
                    mutant[at] = (byte)random.Next(256);
                    break;
                case 2 when mutant.Count > 1:
                    mutant.RemoveRange(at, random.Next(1, mutant.Count - at + 1) is var count && count == mutant.Count ? 1 : count);
                    break;
                case 3:
                    mutant.InsertRange(at, mutant.GetRange(at, Math.Min(4, mutant.Count - at)));
                    break;
                default:
                    mutant.Insert(at, (byte)random.Next(256));
                    break;
            }
        }
        while (random.Next(3) == 0 || mutant.SequenceEqual(bytes));
        return [.. mutant];
    });
}
