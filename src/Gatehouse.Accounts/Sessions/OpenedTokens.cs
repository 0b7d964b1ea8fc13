using System.Runtime.InteropServices;
using System.Text;

namespace Gatehouse.Accounts.Sessions;

/// <summary>Remembers what opened tokens say, so that a token is decrypted once and not at every request.</summary>
/// <remarks>
/// Bounded in number and in memory. Finding takes no lock and makes no garbage: a token can be in one of four places,
/// which its salt names. The salt is random and ours, and only tokens that opened come in, so nobody chooses places.
/// Tokens are compared in steps of more than ninety bits, so the time it takes is no help in guessing one.
/// </remarks>
internal sealed class OpenedTokens
{
    /// <summary>How many tokens are remembered at most.</summary>
    internal const int Capacity = Sets * Ways;

    /// <summary>How much memory they may take, about.</summary>
    internal const long MemoryLimit = 32L * 1024 * 1024;

    private const int Sets = 4096;
    private const int Ways = 4;

    /// <summary>Characters that hold nothing but salt.</summary>
    private const int SaltStart = 8;
    private const int SaltLength = 16;

    private readonly Entry?[] places = new Entry?[Capacity];
    private long memory;
    private int hand;

    /// <summary>About how much memory is in use.</summary>
    internal long Memory => Interlocked.Read(ref memory);

    internal Entry? Find(ReadOnlySpan<char> token, ReadOnlySpan<char> accessKeyId, long now)
    {
        if (token.Length < SaltStart + SaltLength)
        {
            return null;
        }

        var first = FirstPlace(token);
        for (var i = first; i < first + Ways; i++)
        {
            if (Volatile.Read(ref places[i]) is { } entry && entry.Is(token, accessKeyId))
            {
                entry.Touch(now);
                return entry;
            }
        }

        return null;
    }

    internal void Add(Entry entry, ReadOnlySpan<char> token, long now)
    {
        var first = FirstPlace(token);
        var place = first;
        for (var i = first; i < first + Ways; i++)
        {
            if (Volatile.Read(ref places[i]) is not { } other)
            {
                place = i;
                break;
            }

            if (other.Worth(now) < Volatile.Read(ref places[place])?.Worth(now))
            {
                place = i;
            }
        }

        Put(place, entry);
        for (var i = 0; i < Capacity && Memory > MemoryLimit; i++)
        {
            Put((Interlocked.Increment(ref hand) & int.MaxValue) % Capacity, null);
        }
    }

    private static int FirstPlace(ReadOnlySpan<char> token)
    {
        var salt = MemoryMarshal.Cast<char, ulong>(token.Slice(SaltStart, SaltLength));
        var mixed = (salt[0] ^ (salt[1] * 31) ^ (salt[2] * 961) ^ (salt[3] * 29791)) * 0x9E3779B97F4A7C15;
        return (int)(mixed >> 52) * Ways;
    }

    private void Put(int place, Entry? entry)
    {
        var old = Interlocked.Exchange(ref places[place], entry);
        Interlocked.Add(ref memory, (entry?.Memory ?? 0) - (old?.Memory ?? 0));
    }

    /// <summary>One opened token. All but the time of its last use is fixed.</summary>
    internal sealed class Entry(ReadOnlySpan<char> token, ReadOnlySpan<char> accessKeyId, SessionContents contents, DateTimeOffset opensUntil, long now)
    {
        /// <summary>What an entry takes beside its texts, about.</summary>
        private const int Overhead = 512;

        private readonly byte[] token = ToBytes(token);
        private readonly string accessKeyId = accessKeyId.ToString();
        private long used = now;

        /// <summary>What the token says.</summary>
        internal SessionContents Contents => contents;

        /// <summary>When the key that sealed it goes.</summary>
        internal DateTimeOffset OpensUntil => opensUntil;

        /// <summary>About how much memory it takes: its text, and contents that are larger than their packed form.</summary>
        internal int Memory { get; } = Overhead + token.Length + (2 * Size(contents));

        internal bool Is(ReadOnlySpan<char> token, ReadOnlySpan<char> accessKeyId) =>
            Ascii.Equals(this.token, token) && accessKeyId.SequenceEqual(this.accessKeyId);

        internal void Touch(long now)
        {
            // Written once a second at most, so that cores that share a busy token do not fight over it.
            if (used != now)
            {
                used = now;
            }
        }

        /// <summary>The greater, the rather it should stay: expired ones first out, then the longest unused.</summary>
        internal long Worth(long now) => contents.Expires.ToUnixTimeSeconds() <= now ? long.MinValue : used - now;

        private static byte[] ToBytes(ReadOnlySpan<char> text)
        {
            var bytes = new byte[text.Length];
            Ascii.FromUtf16(text, bytes, out _);
            return bytes;
        }

        private static int Size(SessionContents contents)
        {
            var size = contents.PrincipalArn.Length + (contents.Policy?.Length ?? 0);
            foreach (var arn in contents.PolicyArns)
            {
                // The text of the ARN, and of its id.
                size += arn.Length + 16 + 48;
            }

            foreach (var tag in contents.Tags)
            {
                size += tag.Key.Length + tag.Value.Length + 48;
            }

            foreach (var key in contents.FederationKeys)
            {
                size += key.Name.Length + 48 + key.Values.Sum(static value => value.Length + 16);
            }

            return size;
        }
    }
}
