namespace Gatehouse.Accounts.Identity;

/// <summary>Reads and writes the account number that an access key id carries [AU-202].</summary>
public static class AccessKeyIds
{
    private const string Base32 = "ABCDEFGHIJKLMNOPQRSTUVWXYZ234567";
    private const int BodyLength = 16;

    /// <summary>Makes an id from its account and 39 low bits.</summary>
    public static string Compose(string prefix, string account, ulong low39)
    {
        // 80 bits: one that marks the layout, 40 of the account, 39 of the caller's choice.
        var value = (UInt128.One << 79) | ((UInt128)ulong.Parse(account) << 39) | (low39 & 0x7f_ffff_ffff);
        Span<char> text = stackalloc char[BodyLength];
        for (var i = BodyLength - 1; i >= 0; i--)
        {
            text[i] = Base32[(int)(value & 31)];
            value >>= 5;
        }

        return string.Concat(prefix, text);
    }

    /// <summary>Tells the account that an id carries.</summary>
    /// <returns>False for older layouts, which carry none, and for what is no access key id.</returns>
    public static bool TryReadAccount(ReadOnlySpan<char> id, out string account)
    {
        account = "";
        if (!TryReadNumber(id, out var number))
        {
            return false;
        }

        account = number.ToString("D12");
        return true;
    }

    /// <summary>Tells the account that an id carries, as a number.</summary>
    public static bool TryReadNumber(ReadOnlySpan<char> id, out ulong account)
    {
        account = 0;
        if (id.Length != 4 + BodyLength)
        {
            return false;
        }

        UInt128 value = 0;
        foreach (var letter in id[4..])
        {
            var digit = letter switch
            {
                >= 'A' and <= 'Z' => letter - 'A',
                >= '2' and <= '7' => letter - '2' + 26,
                _ => -1,
            };
            if (digit < 0)
            {
                return false;
            }

            value = (value << 5) | (uint)digit;
        }

        if ((value >> 79) == 0)
        {
            return false;
        }

        account = (ulong)((value >> 39) & 0xff_ffff_ffff);
        return account <= 999_999_999_999;
    }
}
