using System.Numerics;
using System.Runtime.InteropServices;

namespace Gatehouse.PolicyEngine;

/// <summary>Comparing and hashing without regard to the case of ASCII letters.</summary>
internal static class Ascii
{
    // Sets the bit in which small and capital letters differ, in four letters at once. What else it confuses, the comparison after it tells apart.
    internal const ulong SmallBits = 0x0020_0020_0020_0020;

    internal static char ToLower(char letter) => char.IsAsciiLetterUpper(letter) ? (char)(letter | 0x20) : letter;

    /// <summary>Only for a <paramref name="lower"/> in small letters.</summary>
    internal static bool EqualsIgnoreCase(ReadOnlySpan<char> text, ReadOnlySpan<char> lower) => System.Text.Ascii.EqualsIgnoreCase(text, lower);

    internal static uint Hash(ReadOnlySpan<char> text)
    {
        var hash = (ulong)text.Length * 0x9E37_79B9_7F4A_7C15;
        var bytes = MemoryMarshal.AsBytes(text);
        while (bytes.Length >= 8)
        {
            hash = Mix(hash, MemoryMarshal.Read<ulong>(bytes) | SmallBits);
            bytes = bytes[8..];
        }

        if (bytes.Length > 0)
        {
            ulong rest = 0;
            for (var i = 0; i < bytes.Length; i += 2)
            {
                rest = (rest << 16) | MemoryMarshal.Read<ushort>(bytes[i..]);
            }

            hash = Mix(hash, rest | SmallBits);
        }

        return (uint)(hash ^ (hash >> 32));
    }

    private static ulong Mix(ulong hash, ulong part)
    {
        hash = (hash ^ part) * 0xFF51_AFD7_ED55_8CCD;
        return BitOperations.RotateLeft(hash, 29);
    }
}
