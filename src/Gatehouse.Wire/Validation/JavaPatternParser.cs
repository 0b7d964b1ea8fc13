using System.Globalization;
using System.Text;

namespace Gatehouse.Wire;

/// <summary>Reads the part of Java's regular expressions that the models use. What it does not know is a <see cref="FormatException"/>.</summary>
internal sealed class JavaPatternParser(string pattern)
{
    private static readonly CharacterSet Digit = new CharacterSet().Add('0', '9').Close();
    private static readonly CharacterSet Word = new CharacterSet().Add('0', '9').Add('A', 'Z').Add('_', '_').Add('a', 'z').Close();
    private static readonly CharacterSet Space = new CharacterSet().Add('\t', '\r').Add(' ', ' ').Close();
    private static readonly CharacterSet LineEnd = new CharacterSet().Add('\n', '\n').Add('\r', '\r').Add(0x85, 0x85).Add(0x2028, 0x2029).Close();

    private int position;
    private bool dotIsAll;

    /// <summary>Reads the pattern if it is one set with at most one quantifier: <c>[\w+=,.@-]+</c>.</summary>
    internal bool TryReadRepeatedSet(out CharacterSet? set, out int least, out int most)
    {
        (set, least, most) = (null, 1, 1);
        ReadFlags();
        if (At("^"))
        {
            position++;
        }

        if (position >= pattern.Length || (pattern[position] != '[' && !(pattern[position] == '.' || IsClassEscape())))
        {
            return false;
        }

        set = ReadOne();
        var quantifier = pattern[position..].TrimEnd('$');
        (least, most) = quantifier switch
        {
            "" => (1, 1),
            "*" => (0, int.MaxValue),
            "+" => (1, int.MaxValue),
            "?" => (0, 1),
            _ => ReadBraces(quantifier),
        };
        set = least < 0 ? null : set;
        return set is not null;
    }

    /// <summary>The pattern as .NET reads it.</summary>
    internal string Translate()
    {
        var text = new StringBuilder();
        ReadFlags();
        while (position < pattern.Length)
        {
            var character = pattern[position];
            if (character is '[' or '.' || IsClassEscape())
            {
                text.Append(ReadOne().ToRegex());
            }
            else if (character == '\\' && At("\\b"))
            {
                text.Append("\\b");
                position += 2;
            }
            else if (character == '\\')
            {
                text.Append(Literal(ReadEscape()));
            }
            else if (character is '*' or '+' or '?' or '}' && position + 1 < pattern.Length && pattern[position + 1] == '+')
            {
                throw new FormatException($"{pattern}: a possessive quantifier is not known.");
            }
            else
            {
                text.Append("^$|()*+?{}".Contains(character, StringComparison.Ordinal) ? character.ToString() : Plain(character));
                position++;
            }
        }

        return text.ToString();
    }

    // Digits, commas, colons and marks of (?:…), (?=…), {1,64} stand for themselves in both languages.
    private static string Plain(char character) => char.IsAsciiLetterOrDigit(character) ? character.ToString() : Literal(character);

    private static string Literal(int codePoint) => codePoint switch
    {
        '=' or '!' or ':' or '<' or ',' => ((char)codePoint).ToString(),
        <= 0xFFFF => $"\\u{codePoint:X4}",
        _ => $"(?:{string.Concat(char.ConvertFromUtf32(codePoint).Select(unit => $"\\u{(int)unit:X4}"))})",
    };

    private static (int Least, int Most) ReadBraces(string quantifier)
    {
        if (!quantifier.StartsWith('{') || quantifier.IndexOf('}', StringComparison.Ordinal) != quantifier.Length - 1)
        {
            return (-1, -1);
        }

        var bounds = quantifier[1..^1].Split(',');
        var least = int.Parse(bounds[0], NumberStyles.None, CultureInfo.InvariantCulture);
        return (least, bounds.Length == 1 ? least : bounds[1].Length == 0 ? int.MaxValue : int.Parse(bounds[1], NumberStyles.None, CultureInfo.InvariantCulture));
    }

    private void ReadFlags()
    {
        if (At("(?s)"))
        {
            dotIsAll = true;
            position += 4;
        }
    }

    private bool At(string text) => string.CompareOrdinal(pattern, position, text, 0, text.Length) == 0;

    private bool IsClassEscape() => pattern[position] == '\\' && position + 1 < pattern.Length && "dDwWsSp".Contains(pattern[position + 1], StringComparison.Ordinal);

    private CharacterSet ReadOne()
    {
        if (pattern[position] == '[')
        {
            return ReadSet();
        }

        if (pattern[position] == '.')
        {
            position++;
            return (dotIsAll ? new CharacterSet().Add(0, 0x10FFFF) : new CharacterSet().AddAllBut(LineEnd)).Close();
        }

        var set = new CharacterSet();
        ReadClassEscape(set);
        return set.Close();
    }

    private CharacterSet ReadSet()
    {
        position++;
        var set = new CharacterSet();
        var negated = At("^");
        position += negated ? 1 : 0;
        var first = true;
        for (; ; first = false)
        {
            if (position >= pattern.Length || At("&&") || (At("[") && !first))
            {
                throw new FormatException($"{pattern}: a set that is not known.");
            }

            if (At("]") && !first)
            {
                position++;
                break;
            }

            if (IsClassEscape())
            {
                ReadClassEscape(set);
                continue;
            }

            var low = ReadPoint();
            var high = low;
            if (At("-") && position + 1 < pattern.Length && pattern[position + 1] != ']')
            {
                position++;
                high = ReadPoint();
            }

            set.Add(low, high);
        }

        return (negated ? set.Negate() : set).Close();
    }

    private void ReadClassEscape(CharacterSet set)
    {
        var letter = pattern[position + 1];
        position += 2;
        if (letter == 'p')
        {
            var close = pattern.IndexOf('}', position);
            set.AddCategory(pattern[(position + 1)..close]);
            position = close + 1;
            return;
        }

        var named = char.ToLowerInvariant(letter) switch { 'd' => Digit, 'w' => Word, _ => Space };
        _ = char.IsLower(letter) ? set.Add(named) : set.AddAllBut(named);
    }

    /// <summary>One code point of a set. <c>\uD800\uDC00</c> is one.</summary>
    private int ReadPoint()
    {
        var point = pattern[position] == '\\' ? ReadEscape() : pattern[position++];
        if (point is >= 0xD800 and <= 0xDBFF && At("\\u"))
        {
            var start = position;
            var low = ReadEscape();
            if (low is >= 0xDC00 and <= 0xDFFF)
            {
                return char.ConvertToUtf32((char)point, (char)low);
            }

            position = start;
        }

        return point;
    }

    private int ReadEscape()
    {
        position++;
        var character = pattern[position++];
        switch (character)
        {
            case 'u':
                // The models mean \u10000 and \u10FFFF as the planes beyond the first, though Java would read four digits.
                var digits = At("10000") ? 5 : At("10FFFF") ? 6 : 4;
                var point = int.Parse(pattern.AsSpan(position, digits), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture);
                position += digits;
                return point;
            case 't':
                return '\t';
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            default:
                return char.IsAsciiLetterOrDigit(character) ? throw new FormatException($"{pattern}: the escape \\{character} is not known.") : character;
        }
    }
}
