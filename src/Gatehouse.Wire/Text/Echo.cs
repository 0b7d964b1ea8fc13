using System.Text;

namespace Gatehouse.Wire;

/// <summary>What a client sent, in a sentence to the client: bounded, and harmless in a log (AU-5).</summary>
public static class Echo
{
    /// <summary>The most characters of it that are shown.</summary>
    public const int Longest = 256;

    /// <summary>The text, cut at 256 characters, with everything that does not print as a question mark.</summary>
    public static string Of(ReadOnlySpan<char> text)
    {
        var shown = new StringBuilder(Math.Min(text.Length, Longest));
        foreach (var rune in text.EnumerateRunes())
        {
            if (shown.Length + rune.Utf16SequenceLength > Longest)
            {
                break;
            }

            shown.Append(IsPrinting(rune) ? rune : new Rune('?'));
        }

        return shown.ToString();
    }

    /// <summary>The same of text in UTF-8.</summary>
    internal static string Of(ReadOnlySpan<byte> text) => Of(Encoding.UTF8.GetString(text[..Math.Min(text.Length, Longest * 4)]));

    private static bool IsPrinting(Rune rune) => Rune.GetUnicodeCategory(rune) is not
        (System.Globalization.UnicodeCategory.Control or System.Globalization.UnicodeCategory.Format or System.Globalization.UnicodeCategory.Surrogate
        or System.Globalization.UnicodeCategory.PrivateUse or System.Globalization.UnicodeCategory.OtherNotAssigned
        or System.Globalization.UnicodeCategory.LineSeparator or System.Globalization.UnicodeCategory.ParagraphSeparator);
}
