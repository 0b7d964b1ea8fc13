using System.Text;
using System.Text.Unicode;

namespace Gatehouse.Wire;

/// <summary>Reads <c>%41</c> and, in forms, <c>+</c>.</summary>
internal static class PercentCoding
{
    /// <summary>Decodes into <paramref name="target"/>, which must be as long as the source.</summary>
    /// <returns>False when an escape is not two hex digits.</returns>
    internal static bool TryDecode(ReadOnlySpan<byte> source, Span<byte> target, bool plusIsSpace, out int written)
    {
        written = 0;
        for (var index = 0; index < source.Length; index++)
        {
            var value = source[index];
            if (value == '%')
            {
                if (index + 2 >= source.Length || !char.IsAsciiHexDigit((char)source[index + 1]) || !char.IsAsciiHexDigit((char)source[index + 2]))
                {
                    return false;
                }

                value = (byte)((Hex(source[index + 1]) << 4) | Hex(source[index + 2]));
                index += 2;
            }
            else if (value == '+' && plusIsSpace)
            {
                value = (byte)' ';
            }

            target[written++] = value;
        }

        return true;
    }

    /// <summary>Decodes one part of a path or of a query string as text.</summary>
    internal static bool TryDecode(ReadOnlySpan<char> source, bool plusIsSpace, out string text)
    {
        text = "";
        if (!Ascii.IsValid(source))
        {
            return false;
        }

        if (!source.ContainsAny('%', plusIsSpace ? '+' : '%'))
        {
            text = source.ToString();
            return true;
        }

        var bytes = Encoding.ASCII.GetBytes(source.ToArray());
        if (!TryDecode(bytes, bytes, plusIsSpace, out var written) || !Utf8.IsValid(bytes.AsSpan(0, written)))
        {
            return false;
        }

        text = Encoding.UTF8.GetString(bytes.AsSpan(0, written));
        return true;
    }

    private static int Hex(byte digit) => digit <= '9' ? digit - '0' : (digit | 0x20) - 'a' + 10;
}
