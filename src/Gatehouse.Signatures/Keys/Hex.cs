using System.Buffers;

namespace Gatehouse.Signatures;

/// <summary>Signatures as text: hexadecimal in lower case and nothing else (AU-146).</summary>
internal static class Hex
{
    private static readonly SearchValues<char> Digits = SearchValues.Create("0123456789abcdef");

    /// <summary>Reads exactly as many bytes as there is room for.</summary>
    internal static bool TryReadLower(ReadOnlySpan<char> text, Span<byte> bytes) =>
        text.Length == bytes.Length * 2
        && !text.ContainsAnyExcept(Digits)
        && Convert.FromHexString(text, bytes, out _, out _) == OperationStatus.Done;
}
