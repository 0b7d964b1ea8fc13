using System.Globalization;

namespace Gatehouse.Signatures;

/// <summary>Makes a client's own text fit to stand in a message (AU-5): at most 256 characters, what does not print as a question mark.</summary>
internal static class Echo
{
    internal const int Limit = 256;

    internal static string Of(ReadOnlySpan<char> text)
    {
        var shown = text[..Math.Min(text.Length, Limit)];
        return string.Create(shown.Length, shown, static (to, from) =>
        {
            for (var index = 0; index < from.Length; index++)
            {
                to[index] = Prints(from[index]) ? from[index] : '?';
            }
        });
    }

    /// <summary>The same for a text of many lines that is echoed whole because its lines are what the client asked to see (AU-147).</summary>
    internal static string OfLines(string text) => string.Create(text.Length, text, static (to, from) =>
    {
        for (var index = 0; index < from.Length; index++)
        {
            to[index] = from[index] == '\n' || Prints(from[index]) ? from[index] : '?';
        }
    });

    private static bool Prints(char character) => character < 0x7f
        ? character >= ' '
        : char.GetUnicodeCategory(character) is not (UnicodeCategory.Control or UnicodeCategory.Format or UnicodeCategory.Surrogate
            or UnicodeCategory.PrivateUse or UnicodeCategory.OtherNotAssigned or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator);
}
