namespace Gatehouse.PolicyEngine;

/// <summary>A network address of either family, as one number.</summary>
/// <remarks>Own reader, because the framework's allocates and takes forms such as <c>0x7f.1</c> that nobody means.</remarks>
internal readonly record struct Address(UInt128 Bits, bool V4)
{
    private const int Groups = 8;

    /// <summary>Reads what a request brought: an IPv4 address inside an IPv6 one counts as IPv4 (PL-97).</summary>
    internal static bool TryRead(ReadOnlySpan<char> text, out Address address)
    {
        if (!TryReadPlain(text, out address))
        {
            return false;
        }

        if (!address.V4 && address.Bits >> 32 == 0xFFFF)
        {
            address = new(address.Bits & uint.MaxValue, true);
        }

        return true;
    }

    internal static bool TryReadPlain(ReadOnlySpan<char> text, out Address address)
    {
        if (text.Length > 45)
        {
            address = default;
            return false;
        }

        if (TryReadFour(text, out var four))
        {
            address = new(four, true);
            return true;
        }

        var read = TryReadSix(text, out var six);
        address = new(six, false);
        return read;
    }

    private static bool TryReadFour(ReadOnlySpan<char> text, out uint bits)
    {
        bits = 0;
        var parts = 0;
        var digits = 0;
        uint part = 0;
        foreach (var letter in text)
        {
            if (char.IsAsciiDigit(letter))
            {
                if (digits > 0 && part == 0)
                {
                    return false;
                }

                part = (part * 10) + (uint)(letter - '0');
                digits++;
                if (part > 255)
                {
                    return false;
                }
            }
            else if (letter == '.' && digits > 0 && parts < 3)
            {
                bits = (bits << 8) | part;
                parts++;
                part = 0;
                digits = 0;
            }
            else
            {
                return false;
            }
        }

        bits = (bits << 8) | part;
        return parts == 3 && digits > 0;
    }

    private static bool TryReadSix(ReadOnlySpan<char> text, out UInt128 bits)
    {
        bits = 0;
        UInt128 head = 0, tail = 0;
        var headGroups = 0;
        var tailGroups = 0;
        var compressed = false;
        var at = 0;
        if (text.StartsWith("::"))
        {
            compressed = true;
            at = 2;
        }

        while (at < text.Length)
        {
            var rest = text[at..];
            var end = rest.IndexOf(':');
            var group = end < 0 ? rest : rest[..end];
            if (end < 0 && group.Contains('.'))
            {
                if (!TryReadFour(group, out var four))
                {
                    return false;
                }

                Push(four >> 16);
                Push(four & 0xFFFF);
                at = text.Length;
                break;
            }

            if (!TryReadGroup(group, out var value) || headGroups + tailGroups >= Groups)
            {
                return false;
            }

            Push(value);
            if (end < 0)
            {
                at = text.Length;
                break;
            }

            at += end + 1;
            if (at == text.Length)
            {
                return false;
            }

            if (text[at] == ':')
            {
                if (compressed)
                {
                    return false;
                }

                compressed = true;
                at++;
            }
        }

        var groups = headGroups + tailGroups;
        if (groups > Groups || (compressed ? groups == Groups : groups != Groups))
        {
            return false;
        }

        bits = compressed && headGroups > 0 ? (head << (16 * (Groups - headGroups))) | tail : head | tail;
        return true;

        void Push(uint value)
        {
            if (compressed)
            {
                tail = (tail << 16) | value;
                tailGroups++;
            }
            else
            {
                head = (head << 16) | value;
                headGroups++;
            }
        }
    }

    private static bool TryReadGroup(ReadOnlySpan<char> group, out uint value)
    {
        value = 0;
        if (group.Length is 0 or > 4)
        {
            return false;
        }

        foreach (var letter in group)
        {
            if (!char.IsAsciiHexDigit(letter))
            {
                return false;
            }

            value = (value << 4) | (uint)(char.IsAsciiDigit(letter) ? letter - '0' : (letter | 0x20) - 'a' + 10);
        }

        return true;
    }
}
