using System.Buffers.Text;
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

    // Guarded by the gate. Anybody may begin one, so nothing here may look through all that wait.
    private readonly Dictionary<string, Held> byCode = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DeviceAuthorization> byUserCode = new(StringComparer.Ordinal);
    private readonly Dictionary<UInt128, int> ofNetwork = [];
    private readonly PriorityQueue<string, DateTimeOffset> ends = new();
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
            while (ends.TryPeek(out var over, out var end) && end <= now)
            {
                ends.Dequeue();
                Forget(over);
            }

            if (byCode.Count >= Most || ofNetwork.GetValueOrDefault(network) >= MostOfOne)
            {
                return null;
            }

            var userCode = DrawUserCode();
            while (byUserCode.ContainsKey(userCode))
            {
                userCode = DrawUserCode();
            }

            var wish = make(userCode);
            var code = $"{wish.Account}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Size))}";
            var hash = HashOf(code);
            byCode.Add(hash, new(wish, network));
            byUserCode.Add(userCode, wish);
            ofNetwork[network] = ofNetwork.GetValueOrDefault(network) + 1;
            ends.Enqueue(hash, wish.Ends + Life);
            wish.Heard = () => Release(hash);
            return (code, wish);
        }
    }

    /// <summary>The one of a program's code; null when there is none.</summary>
    public DeviceAuthorization? Find(string deviceCode)
    {
        var hash = HashOf(deviceCode);
        lock (gate)
        {
            return byCode.GetValueOrDefault(hash)?.Wish;
        }
    }

    /// <summary>The one of the code that people see, in any case and with or without its dash; null when there is none that can still be decided.</summary>
    public DeviceAuthorization? FindByUserCode(string? typed, DateTimeOffset now)
    {
        var letters = typed is { Length: <= 32 } ? new string([.. typed.ToUpperInvariant().Where(char.IsAsciiLetter)]) : "";
        if (letters.Length != 2 * Half)
        {
            return null;
        }

        lock (gate)
        {
            return byUserCode.TryGetValue($"{letters[..Half]}-{letters[Half..]}", out var wish) && wish.Ends > now ? wish : null;
        }
    }

    // The program has heard what became of it: nothing more can come of it.
    private void Release(string hash)
    {
        lock (gate)
        {
            Forget(hash);
        }
    }

    private void Forget(string hash)
    {
        if (!byCode.Remove(hash, out var held))
        {
            return;
        }

        byUserCode.Remove(held.Wish.UserCode);
        if (ofNetwork[held.Network] == 1)
        {
            ofNetwork.Remove(held.Network);
        }
        else
        {
            ofNetwork[held.Network]--;
        }
    }

    private static string HashOf(string code) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(code)));

    private static string DrawUserCode() => $"{RandomNumberGenerator.GetString(Letters, Half)}-{RandomNumberGenerator.GetString(Letters, Half)}";

    private sealed record Held(DeviceAuthorization Wish, UInt128 Network);
}
