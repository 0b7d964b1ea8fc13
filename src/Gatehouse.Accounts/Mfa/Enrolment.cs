using System.Text;

namespace Gatehouse.Accounts.Mfa;

/// <summary>How a seed reaches an authenticator: as a text to type, and as a picture to scan [AU-601].</summary>
public static class Enrolment
{
    private const int PixelsPerModule = 4;

    // What ISO/IEC 18004 asks to be left white around a code.
    private const int Margin = 4;

    /// <summary>The address that an authenticator understands.</summary>
    /// <param name="name">The device's name.</param>
    /// <param name="account">The account.</param>
    /// <param name="base32">The seed in base32, as ASCII.</param>
    public static byte[] Address(string name, string account, ReadOnlySpan<byte> base32) =>
        [.. Encoding.ASCII.GetBytes($"otpauth://totp/{Uri.EscapeDataString(name)}@{account}?secret="), .. base32, .. "&issuer=Gatehouse"u8];

    /// <summary>The address as a picture.</summary>
    public static byte[] Picture(ReadOnlySpan<byte> address)
    {
        var code = QrCode.Of(address);
        return Png.Write((code.Size + (2 * Margin)) * PixelsPerModule, (x, y) =>
        {
            var (column, row) = ((x / PixelsPerModule) - Margin, (y / PixelsPerModule) - Margin);
            return column < 0 || row < 0 || column >= code.Size || row >= code.Size || !code[column, row];
        });
    }
}
