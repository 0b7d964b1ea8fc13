using Gatehouse.PolicyEngine;

namespace Gatehouse.Policies;

/// <summary>Where a policy was written: at the start of a file of its own, or somewhere inside a file of tests.</summary>
/// <param name="File">The file, as the user named it.</param>
/// <param name="Start">Where the policy starts in it.</param>
internal readonly record struct Origin(string File, TextPosition Start)
{
    internal static Origin Of(string file) => new(file, new(1, 1));

    /// <summary>A part of a file's text, found again in it.</summary>
    internal static Origin Within(string file, string text, string part, int from = 0) => new(file, Position(text, Math.Max(0, text.IndexOf(part, from, StringComparison.Ordinal))));

    /// <summary>The place in the file of a place in the policy.</summary>
    internal Origin At(TextPosition position) =>
        this with { Start = position.Line == 1 ? new(Start.Line, Start.Column + position.Column - 1) : new(Start.Line + position.Line - 1, position.Column) };

    /// <summary>The place in the file of a statement: its opening brace, where people look, rather than the token before it.</summary>
    internal Origin At(PolicyDocument document, PolicyStatement statement)
    {
        var text = document.Text;
        var at = 0;
        for (var line = 1; line < statement.Start.Line; line++)
        {
            at = text.IndexOf('\n', at) + 1;
        }

        // PE-88: a statement that stands alone, not in an array, starts behind its brace.
        at += statement.Start.Column - 1;
        at -= at > 0 && text[at - 1] == '{' ? 1 : 0;
        while (at < text.Length && text[at] is ' ' or '\t' or '\r' or '\n')
        {
            at++;
        }

        return At(Position(text, at));
    }

    public override string ToString() => $"{File}:{Start.Line}:{Start.Column}";

    private static TextPosition Position(string text, int offset)
    {
        var before = text.AsSpan(0, offset);
        return new(before.Count('\n') + 1, offset - before.LastIndexOf('\n'));
    }
}
