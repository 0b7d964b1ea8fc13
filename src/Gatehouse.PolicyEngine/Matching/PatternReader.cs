using System.Text;

namespace Gatehouse.PolicyEngine;

/// <summary>Takes a written pattern apart into literals, wildcards and variables (PL section 11).</summary>
internal static class PatternReader
{
    internal const int FieldCount = 6;

    // No key and default are anywhere near so long. Without a limit, a text full of openings would be searched to its end for each of them.
    private const int MostOfVariable = 1_024;
    private const string Open = "${";

    internal static PatternPiece[] Read(ReadOnlySpan<char> text, bool variables, bool wildcards)
    {
        var pieces = new List<PatternPiece>();
        var literal = new StringBuilder();
        while (text.Length > 0)
        {
            if (variables && text.StartsWith(Open) && TryReadVariable(text, out var variable, out var length))
            {
                Add(pieces, literal, variable);
                text = text[length..];
                continue;
            }

            if (wildcards && text[0] is '*' or '?')
            {
                Add(pieces, literal, text[0] == '*' ? PatternPiece.Run : PatternPiece.One);
            }
            else
            {
                literal.Append(text[0]);
            }

            text = text[1..];
        }

        Flush(pieces, literal);
        return [.. pieces];
    }

    /// <summary>Splits at the first five colons that are not inside a variable (PL-57); fewer fields when there are fewer colons.</summary>
    internal static List<string> SplitFields(string text)
    {
        var parts = new List<string>();
        var start = 0;
        for (var at = 0; at < text.Length && parts.Count < FieldCount - 1;)
        {
            if (text[at] == ':')
            {
                parts.Add(text[start..at]);
                start = ++at;
            }
            else
            {
                at += Math.Max(1, LengthOfVariable(text.AsSpan(at)));
            }
        }

        parts.Add(text[start..]);
        return parts;
    }

    /// <summary>Length of a closed <c>${…}</c> at the start of a text, whose colons do not separate fields (PL-57); 0 if there is none.</summary>
    private static int LengthOfVariable(ReadOnlySpan<char> text)
    {
        if (!text.StartsWith(Open))
        {
            return 0;
        }

        return TryReadVariable(text, out _, out var length) ? length : Window(text).IndexOf('}') + 1;
    }

    /// <summary>Reads <c>${key}</c> or <c>${key, 'default'}</c>; anything else is ordinary text (PL-113).</summary>
    private static bool TryReadVariable(ReadOnlySpan<char> text, out PatternPiece variable, out int length)
    {
        variable = PatternPiece.One;
        length = 0;
        var inside = Window(text)[Open.Length..];
        var end = inside.IndexOfAny('}', ',');
        if (end < 0)
        {
            return false;
        }

        var key = inside[..end].Trim(' ');
        if (key.Length == 0 || key.ContainsAny(' ', '\t'))
        {
            return false;
        }

        string? fallback = null;
        if (inside[end] == ',')
        {
            var rest = inside[(end + 1)..].TrimStart(' ');
            var quote = rest.Length > 0 && rest[0] == '\'' ? rest[1..].IndexOf('\'') : -1;
            if (quote < 0)
            {
                return false;
            }

            fallback = rest[1..(quote + 1)].ToString();
            var after = rest[(quote + 2)..].TrimStart(' ');
            if (after.Length == 0 || after[0] != '}')
            {
                return false;
            }

            end = inside.Length - after.Length;
        }

        var itself = key is "*" or "?" or "$";
        if (itself && fallback is not null)
        {
            return false;
        }

        length = Open.Length + end + 1;
        variable = itself
            ? new(PieceKind.Literal, key.ToString())
            : new(PieceKind.Variable, text[..length].ToString(), new(key.ToString()), fallback);
        return true;
    }

    private static ReadOnlySpan<char> Window(ReadOnlySpan<char> text) => text.Length <= MostOfVariable ? text : text[..MostOfVariable];

    private static void Add(List<PatternPiece> pieces, StringBuilder literal, PatternPiece piece)
    {
        if (piece.Kind == PieceKind.Literal)
        {
            literal.Append(piece.Text);
            return;
        }

        Flush(pieces, literal);
        if (piece.Kind != PieceKind.Run || pieces.Count == 0 || pieces[^1].Kind != PieceKind.Run)
        {
            pieces.Add(piece);
        }
    }

    private static void Flush(List<PatternPiece> pieces, StringBuilder literal)
    {
        if (literal.Length > 0)
        {
            pieces.Add(new(PieceKind.Literal, literal.ToString()));
            literal.Clear();
        }
    }
}
