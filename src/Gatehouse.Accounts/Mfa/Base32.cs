namespace Gatehouse.Accounts.Mfa;

/// <summary>Writes bytes in the base32 of RFC 4648, as authenticators read seeds.</summary>
public static class Base32
{
    private const string Letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";

    /// <summary>Writes bytes whose number is a multiple of five, which need no padding.</summary>
    /// <param name="bytes">The bytes.</param>
    /// <param name="text">Where the letters go: eight as ASCII for every five bytes.</param>
    /// <exception cref="ArgumentException">There are more or fewer bytes, or too little room.</exception>
    public static void Write(ReadOnlySpan<byte> bytes, Span<byte> text)
    {
        if (bytes.Length % 5 != 0 || text.Length < bytes.Length / 5 * 8)
        {
            throw new ArgumentException("Five bytes make eight letters.", nameof(bytes));
        }

        for (var (from, to) = (0, 0); from < bytes.Length; from += 5, to += 8)
        {
            var group = ((ulong)bytes[from] << 32) | ((ulong)bytes[from + 1] << 24) | ((ulong)bytes[from + 2] << 16) | ((ulong)bytes[from + 3] << 8) | bytes[from + 4];
            for (var i = 0; i < 8; i++)
            {
                text[to + i] = (byte)Letters[(int)(group >> (35 - (5 * i))) & 31];
            }
        }
    }
}
