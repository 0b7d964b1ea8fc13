namespace Gatehouse.PolicyEngine;

/// <summary>A range of addresses written as CIDR, or one bare address (PL-97). Host bits do not matter.</summary>
internal readonly record struct AddressRange(UInt128 Network, UInt128 Mask, bool V4)
{
    internal static bool TryRead(ReadOnlySpan<char> text, out AddressRange range)
    {
        range = default;
        var slash = text.IndexOf('/');
        if (!Address.TryReadPlain(slash < 0 ? text : text[..slash], out var address))
        {
            return false;
        }

        var width = address.V4 ? 32 : 128;
        var length = width;
        if (slash >= 0 && !TryReadLength(text[(slash + 1)..], width, out length))
        {
            return false;
        }

        var all = address.V4 ? uint.MaxValue : UInt128.MaxValue;
        var mask = length == 0 ? UInt128.Zero : all << (width - length) & all;
        range = new(address.Bits & mask, mask, address.V4);
        return true;
    }

    internal bool Contains(Address address) => address.V4 == V4 && (address.Bits & Mask) == Network;

    private static bool TryReadLength(ReadOnlySpan<char> text, int most, out int length)
    {
        length = 0;
        if (text.Length is 0 or > 3 || (text.Length > 1 && text[0] == '0'))
        {
            return false;
        }

        foreach (var letter in text)
        {
            if (!char.IsAsciiDigit(letter))
            {
                return false;
            }

            length = (length * 10) + (letter - '0');
        }

        return length <= most;
    }
}
