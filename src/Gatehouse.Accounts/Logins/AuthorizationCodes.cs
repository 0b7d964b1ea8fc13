using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Accounts.Logins;

/// <summary>The authorization codes that were given out, found by their hashes [AU-743, AU-851].</summary>
/// <remarks>
/// In memory, one for each node. A code that was used is kept as long as its grant lasts, since a second use tells that somebody else
/// has it. Bounded in all, and for each user or role, whose oldest makes room. Thread-safe.
/// </remarks>
/// <typeparam name="T">What they stand for.</typeparam>
public sealed class AuthorizationCodes<T>
    where T : AuthorizationCode
{
    private const int Size = 32;
    private const int Most = 10_000;
    private const int MostOfOne = 50;

    private readonly ConcurrentDictionary<string, T> codes = new(StringComparer.Ordinal);
    private readonly Lock gate = new();

    /// <summary>Makes a code of 256 bits.</summary>
    /// <returns>The account, which finds it again, and the code; null when there are too many.</returns>
    public string? TryIssue(T code, DateTimeOffset now)
    {
        lock (gate)
        {
            Sweep(now);
            var mine = codes.Where(kept => kept.Value.Owner == code.Owner && kept.Value.Account == code.Account).OrderBy(kept => kept.Value.Ends).ToList();
            foreach (var kept in mine.Take(mine.Count - MostOfOne + 1))
            {
                codes.TryRemove(kept);
            }

            if (codes.Count >= Most)
            {
                return null;
            }

            var text = $"{code.Account}.{Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(Size))}";
            codes[HashOf(text)] = code;
            return text;
        }
    }

    /// <summary>The code that a text is, used or not, expired or not; null when it is none that is known.</summary>
    public T? Find(string text) => codes.GetValueOrDefault(HashOf(text));

    private static string HashOf(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private void Sweep(DateTimeOffset now)
    {
        foreach (var kept in codes)
        {
            if ((kept.Value.IsTaken ? kept.Value.GrantEnds : kept.Value.Ends) <= now)
            {
                codes.TryRemove(kept);
            }
        }
    }
}
