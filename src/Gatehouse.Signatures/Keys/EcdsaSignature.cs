namespace Gatehouse.Signatures;

/// <summary>A signature of SigV4A as sent: DER in lower-case hex, read strictly (AU-146, AU-163).</summary>
internal static class EcdsaSignature
{
    /// <summary>The two numbers r and s, 32 bytes each.</summary>
    internal const int Size = 64;

    private const int MaxText = 144;
    private const byte Sequence = 0x30;
    private const byte Integer = 0x02;

    /// <summary>Reads r and s, both in 1…n−1, each written the one way DER allows, nothing after them.</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, Span<byte> numbers)
    {
        Span<byte> room = stackalloc byte[MaxText / 2];
        if (text.Length > MaxText || text.Length % 2 != 0)
        {
            return false;
        }

        // Both numbers together need 70 bytes at most, so every length is one byte.
        var der = room[..(text.Length / 2)];
        return Hex.TryReadLower(text, der)
            && der.Length >= 2 && der[0] == Sequence && der[1] == der.Length - 2
            && TryReadNumber(der[2..], numbers[..32], out var after)
            && TryReadNumber(after, numbers[32..], out var rest)
            && rest.IsEmpty;
    }

    private static bool TryReadNumber(ReadOnlySpan<byte> der, Span<byte> number, out ReadOnlySpan<byte> rest)
    {
        rest = [];
        if (der.Length < 3 || der[0] != Integer || der[1] is 0 or > 33 || der.Length - 2 < der[1])
        {
            return false;
        }

        var content = der.Slice(2, der[1]);
        rest = der[(2 + content.Length)..];
        var negative = content[0] >= 0x80;
        var padded = content[0] == 0 && (content.Length == 1 || content[1] < 0x80);
        if (negative || padded)
        {
            return false;
        }

        content = content[0] == 0 ? content[1..] : content;
        if (content.Length > number.Length)
        {
            return false;
        }

        number.Clear();
        content.CopyTo(number[^content.Length..]);
        return number.SequenceCompareTo(EcdsaKeyDerivation.Order) < 0;
    }
}
