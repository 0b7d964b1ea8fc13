using System.Text;
using ADRaffy.ENSNormalize;

namespace Gatehouse.Accounts.Secrets;

/// <summary>One spelling for a password, however a keyboard spells its letters [AU-701].</summary>
public static class PasswordText
{
    /// <summary>The text in normalization form C (Unicode Standard Annex #15); nothing else of it is changed.</summary>
    /// <remarks>
    /// <c>string.Normalize</c> leaves texts as they are where no globalization library is installed, as in small containers:
    /// the same password would then be right on one machine and wrong on another.
    /// </remarks>
    public static string Compose(string password)
    {
        ArgumentNullException.ThrowIfNull(password);

        // Half a pair of UTF-16 is no text: it is left for the rules to refuse, or for the hash to differ.
        return Ascii.IsValid(password) || !IsText(password) ? password : ENSNormalize.NF.NFC(password);
    }

    private static bool IsText(ReadOnlySpan<char> text)
    {
        while (!text.IsEmpty)
        {
            if (Rune.DecodeFromUtf16(text, out _, out var read) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            text = text[read..];
        }

        return true;
    }
}
