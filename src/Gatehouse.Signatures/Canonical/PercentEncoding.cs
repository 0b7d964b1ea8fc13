using System.Buffers;
using System.Text;

namespace Gatehouse.Signatures;

/// <summary>The one percent-encoding of canonical requests: every byte but the unreserved, digits in upper case.</summary>
internal static class PercentEncoding
{
    private static readonly SearchValues<char> Unreserved =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-._~");

    /// <summary>Writes one byte, as itself or as an escape.</summary>
    internal static void Write(ref ByteWriter writer, byte value)
    {
        if (Unreserved.Contains((char)value))
        {
            writer.Write(value);
        }
        else
        {
            writer.Write((byte)'%');
            writer.Write("0123456789ABCDEF"u8[value >> 4]);
            writer.Write("0123456789ABCDEF"u8[value & 15]);
        }
    }

    /// <summary>Writes text, every byte of its UTF-8 encoded; escapes in it are text like any other.</summary>
    internal static void Write(ref ByteWriter writer, ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(Unreserved);
            if (plain < 0)
            {
                writer.Write(text);
                return;
            }

            writer.Write(text[..plain]);
            text = text[plain..];
            text = text[WriteRune(ref writer, text)..];
        }
    }

    /// <summary>Writes text after decoding each escape in it once. Escapes were checked by <see cref="RequestTarget"/>; a broken one is text.</summary>
    internal static void WriteDecoded(ref ByteWriter writer, ReadOnlySpan<char> text, bool plusIsSpace)
    {
        while (!text.IsEmpty)
        {
            var plain = text.IndexOfAnyExcept(Unreserved);
            if (plain < 0)
            {
                writer.Write(text);
                return;
            }

            writer.Write(text[..plain]);
            text = text[plain..];
            if (TryReadEscape(text, out var value))
            {
                Write(ref writer, value);
                text = text[3..];
            }
            else if (plusIsSpace && text[0] == '+')
            {
                Write(ref writer, (byte)' ');
                text = text[1..];
            }
            else
            {
                text = text[WriteRune(ref writer, text)..];
            }
        }
    }

    /// <summary>Reads the escape a text begins with.</summary>
    internal static bool TryReadEscape(ReadOnlySpan<char> text, out byte value)
    {
        value = 0;
        if (text.Length < 3 || text[0] != '%' || !char.IsAsciiHexDigit(text[1]) || !char.IsAsciiHexDigit(text[2]))
        {
            return false;
        }

        value = (byte)((HexValue(text[1]) << 4) | HexValue(text[2]));
        return true;
    }

    /// <summary>Decodes text of a query, plus signs included, or of a path. Bytes that are no UTF-8 become U+FFFD, which nothing equals.</summary>
    internal static ReadOnlyMemory<char> Decode(ReadOnlyMemory<char> text, bool plusIsSpace = true)
    {
        if (text.Span.IndexOfAny('%', plusIsSpace ? '+' : '%') < 0)
        {
            return text;
        }

        var writer = new ByteWriter(stackalloc byte[256]);
        try
        {
            for (var rest = text.Span; !rest.IsEmpty;)
            {
                var plain = rest.IndexOfAny('%', '+');
                if (plain != 0)
                {
                    plain = plain < 0 ? rest.Length : plain;
                    writer.Write(rest[..plain]);
                    rest = rest[plain..];
                }
                else if (TryReadEscape(rest, out var value))
                {
                    writer.Write(value);
                    rest = rest[3..];
                }
                else
                {
                    writer.Write((byte)(rest[0] != '+' ? '%' : plusIsSpace ? ' ' : '+'));
                    rest = rest[1..];
                }
            }

            return Encoding.UTF8.GetString(writer.Written).AsMemory();
        }
        finally
        {
            writer.Dispose();
        }
    }

    private static int HexValue(char digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;

    private static int WriteRune(ref ByteWriter writer, ReadOnlySpan<char> text)
    {
        _ = Rune.DecodeFromUtf16(text, out var rune, out var consumed);
        Span<byte> bytes = stackalloc byte[4];
        foreach (var value in bytes[..rune.EncodeToUtf8(bytes)])
        {
            Write(ref writer, value);
        }

        return consumed;
    }
}
