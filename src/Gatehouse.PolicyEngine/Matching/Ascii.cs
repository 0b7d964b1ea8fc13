using System.Runtime.InteropServices;

namespace Gatehouse.PolicyEngine;

/// <summary>Comparing and hashing without regard to the case of ASCII letters.</summary>
internal static class Ascii
{
    // Sets the bit in which small and capital letters differ, in four letters at once. What else it confuses, the comparison after it tells apart.
    internal const ulong SmallBits = 0x0020_0020_0020_0020;

    private const ulong Odd = 0x9E37_79B9_7F4A_7C15;
    private const ulong Prime = 0xFF51_AFD7_ED55_8CCD;

    internal static char ToLower(char letter) => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;

    /// <summary>Only for a <paramref name="lower"/> in small letters.</summary>
    internal static bool EqualsIgnoreCase(ReadOnlySpan<char> text, ReadOnlySpan<char> lower) => System.Text.Ascii.EqualsIgnoreCase(text, lower);

    /// <summary>Equal for texts that differ only in the case of ASCII letters.</summary>
    internal static uint Hash(ReadOnlySpan<char> text)
    {
        var bytes = MemoryMarshal.AsBytes(text);
        var one = (ulong)text.Length * Odd;
        if (bytes.Length < 8)
        {
            ulong few = 0;
            foreach (var letter in text)
            {
                few = (few << 16) | letter;
            }

            return Fold(Mix(one, few));
        }

        // Two lanes, so that one multiplication need not wait for the other; the last letters are read again rather than one by one.
        var other = Odd;
        var rest = bytes;
        for (; rest.Length >= 16; rest = rest[16..])
        {
            one = Mix(one, MemoryMarshal.Read<ulong>(rest));
            other = Mix(other, MemoryMarshal.Read<ulong>(rest[8..]));
        }

        if (rest.Length >= 8)
        {
            one = Mix(one, MemoryMarshal.Read<ulong>(rest));
        }

        return Fold(Mix(one ^ other, MemoryMarshal.Read<ulong>(bytes[^8..])));
    }

    private static ulong Mix(ulong hash, ulong part)
    {
        hash = (hash ^ (part | SmallBits)) * Prime;
        return hash ^ (hash >> 32);
    }

    private static uint Fold(ulong hash) => (uint)(hash ^ (hash >> 29));
}
