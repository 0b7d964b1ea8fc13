using System.Globalization;
using System.Text;

namespace Gatehouse.Generators.Smithy;

/// <summary>Cuts a model's text into tokens. Commas are white space, as the IDL has it.</summary>
internal sealed class SmithyLexer
{
    private readonly string text;
    private int position;

    internal SmithyLexer(string text)
    {
        this.text = text;
        Advance();
    }

    internal enum TokenKind
    {
        End,
        Name,
        Text,
        Number,
        Mark,
    }

    internal TokenKind Kind { get; private set; }

    /// <summary>The name, the unquoted text, the digits, or the one character of a mark.</summary>
    internal string Value { get; private set; } = "";

    /// <summary>The line of the token, counted from one.</summary>
    internal int Line { get; private set; } = 1;

    internal bool Is(char mark) => Kind == TokenKind.Mark && Value[0] == mark;

    internal void Advance()
    {
        SkipSpace();
        if (position >= text.Length)
        {
            (Kind, Value) = (TokenKind.End, "");
            return;
        }

        var character = text[position];
        if (character == '"')
        {
            ReadText();
        }
        else if (IsName(character) && !(character is >= '0' and <= '9'))
        {
            // A name may be qualified: aws.protocols#awsQuery.
            Take(TokenKind.Name, c => IsName(c) || c is '.' or '#');
        }
        else if (character is '-' or (>= '0' and <= '9'))
        {
            Take(TokenKind.Number, c => c is '-' or '+' or '.' or 'e' or 'E' or (>= '0' and <= '9'));
        }
        else if ("{}[]():=@$".IndexOf(character) >= 0)
        {
            (Kind, Value) = (TokenKind.Mark, character.ToString());
            position++;
        }
        else
        {
            throw new SmithyException($"'{character}' is not expected here.", Line);
        }
    }

    private static bool IsName(char character) => character is '_' or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z') or (>= '0' and <= '9');

    private void SkipSpace()
    {
        while (position < text.Length)
        {
            var character = text[position];
            if (character == '/' && position + 1 < text.Length && text[position + 1] == '/')
            {
                while (position < text.Length && text[position] != '\n')
                {
                    position++;
                }
            }
            else if (character is ' ' or '\t' or '\r' or '\n' or ',')
            {
                Line += character == '\n' ? 1 : 0;
                position++;
            }
            else
            {
                return;
            }
        }
    }

    private void Take(TokenKind kind, Func<char, bool> part)
    {
        var start = position;
        while (position < text.Length && part(text[position]))
        {
            position++;
        }

        (Kind, Value) = (kind, text.Substring(start, position - start));
    }

    private void ReadText()
    {
        var value = new StringBuilder();
        for (position++; ; position++)
        {
            if (position >= text.Length || text[position] == '\n')
            {
                throw new SmithyException("A text does not end on its line.", Line);
            }

            var character = text[position];
            if (character == '"')
            {
                position++;
                (Kind, Value) = (TokenKind.Text, value.ToString());
                return;
            }

            value.Append(character == '\\' ? ReadEscape() : character);
        }
    }

    private char ReadEscape()
    {
        position++;
        var character = position < text.Length ? text[position] : '\0';
        switch (character)
        {
            case '"' or '\\' or '/':
                return character;
            case 'n':
                return '\n';
            case 'r':
                return '\r';
            case 't':
                return '\t';
            case 'b':
                return '\b';
            case 'f':
                return '\f';
            case 'u' when position + 4 < text.Length
                && ushort.TryParse(text.Substring(position + 1, 4), NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var code):
                position += 4;
                return (char)code;
            default:
                throw new SmithyException("A text has an escape that is not known.", Line);
        }
    }
}
