using System.Text.RegularExpressions;

namespace Gatehouse.Wire;

/// <summary>A pattern of a model. AWS reads it as Java does, and asks whether the whole text matches.</summary>
/// <remarks>
/// In Java <c>\w</c>, <c>\d</c> and <c>\s</c> are ASCII, a dot stops at every kind of line end, and characters are code points. Most patterns
/// are one repeated set, which is checked without a regular expression; the rest are translated, and run in time linear in the text
/// where they look neither ahead nor behind. Built on first use: a server starts without compiling any.
/// </remarks>
internal sealed class JavaPattern
{
    private static readonly TimeSpan Patience = TimeSpan.FromMilliseconds(200);

    private readonly CharacterSet? set;
    private readonly int least;
    private readonly int most;
    private readonly Regex? regex;

    internal JavaPattern(string pattern)
    {
        var parser = new JavaPatternParser(pattern);
        if (parser.TryReadRepeatedSet(out set, out least, out most))
        {
            return;
        }

        var translated = $"\\A(?:{new JavaPatternParser(pattern).Translate()})\\z";
        try
        {
            regex = new(translated, RegexOptions.NonBacktracking | RegexOptions.CultureInvariant);
        }
        catch (NotSupportedException)
        {
            regex = new(translated, RegexOptions.CultureInvariant, Patience);
        }
    }

    /// <summary>Whether the whole text matches. A text on which the expression runs out of time does not.</summary>
    internal bool IsMatch(string text)
    {
        if (set is not null)
        {
            var length = least <= 1 && most == int.MaxValue ? text.Length : Runes.Count(text);
            return length >= least && length <= most && set.ContainsAll(text);
        }

        try
        {
            return regex!.IsMatch(text);
        }
        catch (RegexMatchTimeoutException)
        {
            return false;
        }
    }
}
