using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gatehouse.Accounts.Mfa;

/// <summary>One-time codes of RFC 6238 as AWS uses them: SHA-1, six digits, a new one every thirty seconds [AU-602].</summary>
public static class Totp
{
    /// <summary>How many digits a code has.</summary>
    public const int Digits = 6;

    private const int StepSeconds = 30;
    private const int Modulus = 1_000_000;

    /// <summary>The step that a moment lies in.</summary>
    public static long StepOf(DateTimeOffset moment) => moment.ToUnixTimeSeconds() / StepSeconds;

    /// <summary>Writes the code of a step.</summary>
    /// <param name="seed">The device's seed.</param>
    /// <param name="step">The step.</param>
    /// <param name="code">Where the digits go.</param>
    public static void Write(ReadOnlySpan<byte> seed, long step, Span<char> code)
    {
        Span<byte> counter = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64BigEndian(counter, step);
        Span<byte> hash = stackalloc byte[SHA1.HashSizeInBytes];
#pragma warning disable CA5350 // RFC 6238 with SHA-1 is what every authenticator speaks; collisions of SHA-1 do not bear on HMAC.
        HMACSHA1.HashData(seed, counter, hash);
#pragma warning restore CA5350
        var number = (BinaryPrimitives.ReadInt32BigEndian(hash[(hash[^1] & 0x0f)..]) & int.MaxValue) % Modulus;
        for (var i = Digits - 1; i >= 0; i--)
        {
            code[i] = (char)('0' + (number % 10));
            number /= 10;
        }

        CryptographicOperations.ZeroMemory(hash);
    }

    /// <summary>Whether a text is the code of a step; takes as long for a wrong one as for the right one.</summary>
    public static bool Matches(ReadOnlySpan<byte> seed, long step, ReadOnlySpan<char> code)
    {
        Span<char> right = stackalloc char[Digits];
        Write(seed, step, right);
        return CryptographicOperations.FixedTimeEquals(
            System.Runtime.InteropServices.MemoryMarshal.AsBytes(right),
            System.Runtime.InteropServices.MemoryMarshal.AsBytes(code));
    }

    /// <summary>The step of a single code, near where the device's clock was last seen [AU-604]; null when it is the code of none.</summary>
    /// <param name="seed">The device's seed.</param>
    /// <param name="code">The code.</param>
    /// <param name="expected">The step that the device's clock should show.</param>
    /// <param name="after">Steps up to this one are spent.</param>
    public static long? Find(ReadOnlySpan<byte> seed, ReadOnlySpan<char> code, long expected, long after)
    {
        long? found = null;
        foreach (var ahead in (ReadOnlySpan<int>)[0, -1, 1])
        {
            // All three are computed, so that the time says nothing.
            if (Matches(seed, expected + ahead, code) && expected + ahead > after)
            {
                found ??= expected + ahead;
            }
        }

        return found;
    }

    /// <summary>The step of the second of two codes that follow each other [AU-603]; null when they do not.</summary>
    /// <param name="seed">The device's seed.</param>
    /// <param name="first">The earlier code.</param>
    /// <param name="second">The later code.</param>
    /// <param name="now">The step that our clock shows.</param>
    /// <param name="range">How many steps the device's clock may be off, either way.</param>
    /// <param name="after">Steps up to this one are spent.</param>
    public static long? FindPair(ReadOnlySpan<byte> seed, ReadOnlySpan<char> first, ReadOnlySpan<char> second, long now, int range, long after)
    {
        // Nearest first: of two places where the codes fit, the likelier one is taken.
        for (var off = 0; off <= range; off++)
        {
            if (IsPair(seed, first, second, now - off, after))
            {
                return now - off;
            }

            if (IsPair(seed, first, second, now + off, after))
            {
                return now + off;
            }
        }

        return null;
    }

    private static bool IsPair(ReadOnlySpan<byte> seed, ReadOnlySpan<char> first, ReadOnlySpan<char> second, long step, long after) =>
        step - 1 > after && Matches(seed, step, second) && Matches(seed, step - 1, first);
}
