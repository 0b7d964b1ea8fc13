using System.Globalization;
using System.Text;

namespace Gatehouse.PolicyEngine;

/// <summary>Reads JSON (RFC 8259) strictly and keeps the place of every value; numbers stay as written (PL-11).</summary>
/// <remarks>An own reader, because statement positions are counted in characters (PE-88) and repeated names must be seen (PL-6).</remarks>
internal sealed class JsonReader(string text, int mostStrings)
{
    internal const int MostDepth = 32;
    internal const int MostStrings = 10_000;
    private const int MostOfName = 64;

    private readonly StringBuilder unescaped = new();
    private int at;
    private int strings;

    /// <summary>Where reading stopped.</summary>
    internal int FailedAt { get; private set; }

    /// <summary>What was wanted there; null while nothing is wrong.</summary>
    internal string? Wanted { get; private set; }

    /// <summary>It is not the JSON that is wrong: a limit of ours was reached (PL-15).</summary>
    internal bool TooLarge { get; private set; }

    /// <summary>The value, with nothing but white space around it; null when the text is not JSON.</summary>
    internal PolicyNode? Read()
    {
        var root = Value(0, "$", 0);
        if (root is null)
        {
            return null;
        }

        SkipBlanks();
        return at == text.Length ? root : Fail("nothing after the end of the document");
    }

    private PolicyNode? Value(int after, string path, int depth)
    {
        SkipBlanks();
        if (depth > MostDepth)
        {
            TooLarge = true;
            return Fail($"at most {MostDepth} levels");
        }

        if (at == text.Length)
        {
            return Fail("a value");
        }

        return text[at] switch
        {
            '{' => ObjectValue(after, path, depth),
            '[' => ArrayValue(after, path, depth),
            '"' => StringValue(after, path),
            't' => Word("true", JsonKind.True, after, path),
            'f' => Word("false", JsonKind.False, after, path),
            'n' => Word("null", JsonKind.Null, after, path),
            '-' or (>= '0' and <= '9') => Number(after, path),
            _ => Fail("a value"),
        };
    }

    private PolicyNode? ObjectValue(int after, string path, int depth)
    {
        var start = at++;
        var members = new List<JsonMember>();
        SkipBlanks();
        if (!Take('}'))
        {
            do
            {
                SkipBlanks();
                var nameAt = at;
                if (at == text.Length || text[at] != '"' || String() is not { } name)
                {
                    return Fail("a name in double quotes");
                }

                SkipBlanks();
                if (!Take(':'))
                {
                    return Fail("a colon");
                }

                if (Value(at, PathOf(path, name), depth + 1) is not { } value)
                {
                    return null;
                }

                members.Add(new(name, nameAt, value));
                SkipBlanks();
            }
            while (Take(','));

            if (!Take('}'))
            {
                return Fail("a comma or a closing brace");
            }
        }

        return new() { Kind = JsonKind.Object, Start = start, End = at, After = after, Path = path, Members = members };
    }

    private PolicyNode? ArrayValue(int after, string path, int depth)
    {
        var start = at++;
        var items = new List<PolicyNode>();
        var before = at;
        SkipBlanks();
        if (!Take(']'))
        {
            do
            {
                if (Value(before, string.Create(CultureInfo.InvariantCulture, $"{path}[{items.Count}]"), depth + 1) is not { } value)
                {
                    return null;
                }

                items.Add(value);
                SkipBlanks();
                before = at + 1;
            }
            while (Take(','));

            if (!Take(']'))
            {
                return Fail("a comma or a closing bracket");
            }
        }

        return new() { Kind = JsonKind.Array, Start = start, End = at, After = after, Path = path, Items = items };
    }

    private PolicyNode? StringValue(int after, string path)
    {
        var start = at;
        return String() is { } value ? new() { Kind = JsonKind.String, Start = start, End = at, After = after, Path = path, Text = value } : null;
    }

    private string? String()
    {
        if (++strings > mostStrings)
        {
            TooLarge = true;
            Fail($"at most {mostStrings} strings");
            return null;
        }

        var from = ++at;
        unescaped.Clear();
        while (at < text.Length)
        {
            var letter = text[at];
            if (letter == '"')
            {
                var value = unescaped.Length == 0 ? text[from..at] : unescaped.Append(text, from, at - from).ToString();
                at++;
                if (HasLoneSurrogate(value))
                {
                    Fail("whole Unicode characters");
                    return null;
                }

                return value;
            }

            if (letter < ' ')
            {
                Fail("an escape in place of a control character");
                return null;
            }

            at++;
            if (letter == '\\')
            {
                unescaped.Append(text, from, at - 1 - from);
                if (!Escape())
                {
                    Fail("an escape of JSON");
                    return null;
                }

                from = at;
            }
        }

        Fail("a closing quote");
        return null;
    }

    // Half a character cannot be written as UTF-8, so it could neither be stored nor shown again.
    private static bool HasLoneSurrogate(string value)
    {
        for (var i = value.AsSpan().IndexOfAnyInRange('\uD800', '\uDFFF'); i >= 0 && i < value.Length; i++)
        {
            if (char.IsHighSurrogate(value[i]) && i + 1 < value.Length && char.IsLowSurrogate(value[i + 1]))
            {
                i++;
            }
            else if (char.IsSurrogate(value[i]))
            {
                return true;
            }
        }

        return false;
    }

    private bool Escape()
    {
        if (at == text.Length)
        {
            return false;
        }

        var letter = text[at++];
        if (letter == 'u')
        {
            if (at + 4 > text.Length || !ushort.TryParse(text.AsSpan(at, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code))
            {
                return false;
            }

            at += 4;
            unescaped.Append((char)code);
            return true;
        }

        var plain = letter switch { '"' => '"', '\\' => '\\', '/' => '/', 'b' => '\b', 'f' => '\f', 'n' => '\n', 'r' => '\r', 't' => '\t', _ => '\0' };
        unescaped.Append(plain);
        return plain != '\0';
    }

    private PolicyNode? Number(int after, string path)
    {
        var start = at;
        Take('-');
        var whole = Digits();
        var valid = whole == 1 || (whole > 1 && text[at - whole] != '0');
        if (valid && Take('.'))
        {
            valid = Digits() > 0;
        }

        if (valid && at < text.Length && text[at] is 'e' or 'E')
        {
            at++;
            _ = Take('+') || Take('-');
            valid = Digits() > 0;
        }

        return valid
            ? new() { Kind = JsonKind.Number, Start = start, End = at, After = after, Path = path, Text = text[start..at] }
            : Fail("a number of JSON");
    }

    private int Digits()
    {
        var from = at;
        while (at < text.Length && char.IsAsciiDigit(text[at]))
        {
            at++;
        }

        return at - from;
    }

    private PolicyNode? Word(string word, JsonKind kind, int after, string path)
    {
        if (string.CompareOrdinal(text, at, word, 0, word.Length) != 0)
        {
            return Fail("a value");
        }

        at += word.Length;
        return new() { Kind = kind, Start = at - word.Length, End = at, After = after, Path = path, Text = word };
    }

    // A long name is cut: paths are for people, and a hostile text must not make megabytes of them.
    private static string PathOf(string path, string name)
    {
        name = name.Length <= MostOfName ? name : string.Concat(name.AsSpan(0, MostOfName), "…");
        foreach (var letter in name)
        {
            if (!char.IsAsciiLetterOrDigit(letter))
            {
                return $"{path}['{name}']";
            }
        }

        return $"{path}.{name}";
    }

    private void SkipBlanks()
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
        {
            at++;
        }
    }

    private bool Take(char letter)
    {
        if (at < text.Length && text[at] == letter)
        {
            at++;
            return true;
        }

        return false;
    }

    private PolicyNode? Fail(string wanted)
    {
        if (Wanted is null)
        {
            Wanted = wanted;
            FailedAt = at;
        }

        return null;
    }
}
