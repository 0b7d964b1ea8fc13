using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>What programs on devices wait for; found by a secret code of theirs, or by the code that people see.</summary>
/// <remarks>In memory, one for each node. Anybody may ask: bounded in all, and for each address. Thread-safe.</remarks>
public sealed class DeviceAuthorizations
{
    /// <summary>How long people have to decide.</summary>
    public static readonly TimeSpan Life = TimeSpan.FromMinutes(10);

    // No vowels, so that no words come of it; [AU-850].
    private const string Letters = "BCDFGHJKLMNPQRSTVWXZ";
    private const int Half = 4;
    private const int Size = 32;
    private const int Most = 10_000;
    private const int MostOfOne = 500;

    private readonly ConcurrentDictionary<string, (DeviceAuthorization Wish, UInt128 Network)> byCode = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Begins one.</summary>
    /// <param name="address">From where.</param>
    /// <param name="now">The moment.</param>
    /// <param name="make">Makes it of the code that people will see.</param>
    /// <returns>It, with the program's code; null when too many wait.</returns>
    public (string DeviceCode, DeviceAuthorization Wish)? TryBegin(IPAddress? address, DateTimeOffset now, Func<string, DeviceAuthorization> make)
    {
        ArgumentNullException.ThrowIfNull(make);
        var network = Networks.HostOf(address);
        lock (gate)
        {
            foreach (var old in byCode.Where(held => held.Value.Wish.IsOver(now)))
            {
                byCode.TryRemove(old);
            }

            if (byCode.Count >= Most || byCode.Count(held => held.Value.Network == network) >= MostOfOne)
            {
                return null;
            }

            var wish = make(DrawUserCode());
            var code = $"{wish.Account}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Size))}";
            byCode[HashOf(code)] = (wish, network);
            return (code, wish);
        }
    }

    /// <summary>The one of a program's code; null when there is none.</summary>
    public DeviceAuthorization? Find(string deviceCode) => byCode.TryGetValue(HashOf(deviceCode), out var held) ? held.Wish : null;

    /// <summary>The one of the code that people see, in any case and with or without its dash; null when there is none that can still be decided.</summary>
    public DeviceAuthorization? FindByUserCode(string? typed, DateTimeOffset now)
    {
        var letters = typed is { Length: <= 32 } ? new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetter)]) : "";
        return letters.Length != 2 * Half ? null
            : byCode.Values.Select(static held => held.Wish).FirstOrDefault(wish => wish.Ends > now && wish.UserCode == $"{letters[..Half]}-{letters[Half..]}");
    }

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private static string DrawUserCode() => $"{RandomNumberGenerator.GetString(Letters, Half)}-{RandomNumberGenerator.GetString(Letters, Half)}";
}
