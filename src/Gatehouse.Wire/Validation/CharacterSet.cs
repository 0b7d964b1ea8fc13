using System.Globalization;
using System.Text;

namespace Gatehouse.Wire;

/// <summary>The characters of one <c>[…]</c> of a pattern, as code points: what Java's regular expressions mean by it.</summary>
internal sealed class CharacterSet
{
    private readonly List<(int Low, int High)> ranges = [];
    private uint categories;
    private bool negated;
    private ulong asciiLow;
    private ulong asciiHigh;

    /// <summary>Whether the code point is one of them.</summary>
    internal bool Contains(int codePoint) => codePoint switch
    {
        < 64 => (asciiLow >>> codePoint & 1) != 0,
        < 128 => (asciiHigh >>> codePoint & 1) != 0,
        _ => Lookup(codePoint),
    };

    /// <summary>Whether every character of the text is one of them.</summary>
    internal bool ContainsAll(ReadOnlySpan<char> text)
    {
        for (var index = 0; index < text.Length; index++)
        {
            int codePoint = text[index];
            if (char.IsHighSurrogate(text[index]) && index + 1 < text.Length && char.IsLowSurrogate(text[index + 1]))
            {
                codePoint = char.ConvertToUtf32(text[index], text[++index]);
            }

            if (!Contains(codePoint))
            {
                return false;
            }
        }

        return true;
    }

    internal CharacterSet Add(int low, int high)
    {
        ranges.Add((low, high));
        return this;
    }

    internal CharacterSet Add(CharacterSet other)
    {
        if (other.negated || other.categories != 0)
        {
            throw new FormatException("A set inside a set is not known.");
        }

        ranges.AddRange(other.ranges);
        return this;
    }

    internal CharacterSet AddAllBut(CharacterSet other)
    {
        var next = 0;
        foreach (var (low, high) in other.ranges.Order())
        {
            if (low > next)
            {
                ranges.Add((next, low - 1));
            }

            next = Math.Max(next, high + 1);
        }

        return Add(next, 0x10FFFF);
    }

    /// <summary>Adds a category by the first letter, or both, of its Unicode name.</summary>
    internal CharacterSet AddCategory(string name)
    {
        var found = Enum.GetValues<UnicodeCategory>().Where(category => Abbreviation(category).StartsWith(name, StringComparison.Ordinal)).ToArray();
        if (found.Length == 0)
        {
            throw new FormatException($"The category {name} is not known.");
        }

        foreach (var category in found)
        {
            categories |= 1u << (int)category;
        }

        return this;
    }

    internal CharacterSet Negate()
    {
        negated = !negated;
        return this;
    }

    /// <summary>Ends the building.</summary>
    internal CharacterSet Close()
    {
        for (var codePoint = 0; codePoint < 128; codePoint++)
        {
            if (Lookup(codePoint))
            {
                _ = codePoint < 64 ? asciiLow |= 1ul << codePoint : asciiHigh |= 1ul << (codePoint - 64);
            }
        }

        return this;
    }

    /// <summary>The set as an expression of .NET, which sees UTF-16: characters beyond it are pairs, and all of them or none.</summary>
    internal string ToRegex()
    {
        var text = new StringBuilder(negated ? "[^" : "[");
        foreach (var (low, high) in ranges.Where(range => range.Low <= 0xFFFF))
        {
            text.Append(CultureInfo.InvariantCulture, $"\\u{low:X4}-\\u{Math.Min(high, 0xFFFF):X4}");
        }

        foreach (var category in Enum.GetValues<UnicodeCategory>().Where(category => (categories >>> (int)category & 1) != 0))
        {
            text.Append(CultureInfo.InvariantCulture, $"\\p{{{Abbreviation(category)}}}");
        }

        var beyond = ranges.Exists(range => range.High > 0xFFFF) != negated;
        return text.Append(']').ToString() is "[]" or "[^]" ? throw new FormatException("A set is empty.")
            : beyond ? $"(?:[\\uD800-\\uDBFF][\\uDC00-\\uDFFF]|{text})" : text.ToString();
    }

    private static string Abbreviation(UnicodeCategory category) => category switch
    {
        UnicodeCategory.UppercaseLetter => "Lu",
        UnicodeCategory.LowercaseLetter => "Ll",
        UnicodeCategory.TitlecaseLetter => "Lt",
        UnicodeCategory.ModifierLetter => "Lm",
        UnicodeCategory.OtherLetter => "Lo",
        UnicodeCategory.NonSpacingMark => "Mn",
        UnicodeCategory.SpacingCombiningMark => "Mc",
        UnicodeCategory.EnclosingMark => "Me",
        UnicodeCategory.DecimalDigitNumber => "Nd",
        UnicodeCategory.LetterNumber => "Nl",
        UnicodeCategory.OtherNumber => "No",
        UnicodeCategory.SpaceSeparator => "Zs",
        UnicodeCategory.LineSeparator => "Zl",
        UnicodeCategory.ParagraphSeparator => "Zp",
        UnicodeCategory.Control => "Cc",
        UnicodeCategory.Format => "Cf",
        UnicodeCategory.Surrogate => "Cs",
        UnicodeCategory.PrivateUse => "Co",
        UnicodeCategory.ConnectorPunctuation => "Pc",
        UnicodeCategory.DashPunctuation => "Pd",
        UnicodeCategory.OpenPunctuation => "Ps",
        UnicodeCategory.ClosePunctuation => "Pe",
        UnicodeCategory.InitialQuotePunctuation => "Pi",
        UnicodeCategory.FinalQuotePunctuation => "Pf",
        UnicodeCategory.OtherPunctuation => "Po",
        UnicodeCategory.MathSymbol => "Sm",
        UnicodeCategory.CurrencySymbol => "Sc",
        UnicodeCategory.ModifierSymbol => "Sk",
        UnicodeCategory.OtherSymbol => "So",
        _ => "Cn",
    };

    private bool Lookup(int codePoint)
    {
        var found = categories != 0 && (categories >>> (int)CharUnicodeInfo.GetUnicodeCategory(codePoint) & 1) != 0;
        foreach (var (low, high) in ranges)
        {
            found |= codePoint >= low && codePoint <= high;
        }

        return found != negated;
    }
}
