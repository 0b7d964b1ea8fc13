using System.Diagnostics;
using System.Runtime.InteropServices;

namespace Gatehouse.PolicyEngine;

/// <summary>A pattern over one text, with wildcards and variables, compiled once. Case-sensitive.</summary>
/// <remarks>
/// Wildcards cut a pattern into segments, each of which is looked for once, from left to right: the time is bounded by pattern times text,
/// whatever the pattern (PL-102). Variables are matched piece by piece, so nothing is ever built.
/// </remarks>
internal sealed class TextPattern
{
    private readonly PatternPiece[][] segments;
    private readonly bool openStart;
    private readonly bool openEnd;
    private readonly string literal = "";
    private readonly ulong tail;

    private TextPattern(PatternPiece[] pieces)
    {
        Pieces = pieces;
        HasVariables = pieces.Any(static piece => piece.Kind == PieceKind.Variable);
        segments = Split(pieces);
        openStart = pieces.Length > 0 && pieces[0].Kind == PieceKind.Run;
        openEnd = pieces.Length > 0 && pieces[^1].Kind == PieceKind.Run;
        Shape = pieces switch
        {
            [{ Kind: PieceKind.Run }] => PatternShape.Any,
            [] => PatternShape.Exact,
            [{ Kind: PieceKind.Literal }] => PatternShape.Exact,
            [{ Kind: PieceKind.Literal }, { Kind: PieceKind.Run }] => PatternShape.Prefix,
            [{ Kind: PieceKind.Variable }] => PatternShape.Variable,
            _ => PatternShape.Pieces,
        };
        if (Shape is PatternShape.Exact or PatternShape.Prefix)
        {
            literal = pieces is [var first, ..] ? first.Text : "";
            tail = TailOf(literal);
        }
    }

    internal PatternShape Shape { get; }

    internal PatternPiece[] Pieces { get; }

    internal bool HasVariables { get; }

    /// <summary>The letters of an exact or prefix pattern.</summary>
    internal string Literal => literal;

    /// <summary>The letters every text that matches starts with.</summary>
    internal string Start => Pieces is [{ Kind: PieceKind.Literal } first, ..] ? first.Text : "";

    internal static TextPattern Compile(ReadOnlySpan<char> text, bool variables, bool wildcards) => new(PatternReader.Read(text, variables, wildcards));

    /// <summary>A pattern of letters that stand for themselves, with or without anything after them.</summary>
    internal static TextPattern Literally(string letters, bool open)
    {
        PatternPiece[] pieces = letters.Length == 0 ? [] : [new(PieceKind.Literal, letters)];
        return new(open ? [.. pieces, PatternPiece.Run] : pieces);
    }

    /// <summary>Whether the whole text matches. A variable without value makes it match nothing (PL-108).</summary>
    internal bool Matches(ReadOnlySpan<char> text, RequestContext context) => Shape switch
    {
        PatternShape.Any => true,
        PatternShape.Exact => text.Length == literal.Length && TailAgrees(text, literal.Length, tail) && text.SequenceEqual(literal),
        PatternShape.Prefix => text.Length >= literal.Length && TailAgrees(text, literal.Length, tail) && text.StartsWith(literal),
        PatternShape.Variable => Pieces[0].TryGetText(context, out var letters) && text.SequenceEqual(letters),
        _ => Matches<Uncounted>(text, context),
    };

    /// <summary>The same, with its steps counted by <typeparamref name="TSteps"/>: what the time is bounded by is shown by counting, not by a clock.</summary>
    internal bool Matches<TSteps>(ReadOnlySpan<char> text, RequestContext context)
        where TSteps : struct, ISteps => Shape is PatternShape.Pieces ? MatchesPieces<TSteps>(text, context) : Matches(text, context);

    /// <summary>Whether the text equals the pattern but for case; only for patterns without wildcards.</summary>
    internal bool EqualsIgnoringCase(ReadOnlySpan<char> text, RequestContext context)
    {
        foreach (var piece in Pieces)
        {
            if (!piece.TryGetText(context, out var letters) || !text.StartsWith(letters, StringComparison.OrdinalIgnoreCase))
            {
                return false;
            }

            text = text[letters.Length..];
        }

        return text.Length == 0;
    }

    /// <summary>The last four letters of a literal as one number: comparing it first turns most candidates away at once, because patterns differ at their end.</summary>
    internal static ulong TailOf(ReadOnlySpan<char> literal) => literal.Length < 4 ? 0 : MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(literal[^4..]));

    internal static bool TailAgrees(ReadOnlySpan<char> text, int length, ulong tail) =>
        length < 4 || MemoryMarshal.Read<ulong>(MemoryMarshal.AsBytes(text.Slice(length - 4, 4))) == tail;

    private static PatternPiece[][] Split(PatternPiece[] pieces)
    {
        var cut = new List<PatternPiece[]>();
        var current = new List<PatternPiece>();
        foreach (var piece in pieces)
        {
            if (piece.Kind != PieceKind.Run)
            {
                current.Add(piece);
            }
            else if (current.Count > 0)
            {
                cut.Add([.. current]);
                current.Clear();
            }
        }

        if (current.Count > 0)
        {
            cut.Add([.. current]);
        }

        return [.. cut];
    }

    private bool MatchesPieces<TSteps>(ReadOnlySpan<char> text, RequestContext context)
        where TSteps : struct, ISteps
    {
        var from = 0;
        var to = text.Length;
        var first = 0;
        var last = segments.Length;
        if (!openStart)
        {
            if (!Forward<TSteps>(segments[0], text, 0, context, out from))
            {
                return false;
            }

            if (last == 1 && !openEnd)
            {
                return from == to;
            }

            first = 1;
        }

        if (!openEnd)
        {
            last--;
            if (!Backward<TSteps>(segments[last], text, context, out to) || to < from)
            {
                return false;
            }
        }

        var middle = text[..to];
        for (var i = first; i < last; i++)
        {
            if (!Find<TSteps>(segments[i], middle, context, ref from))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Finds the leftmost place of a segment from <paramref name="from"/> on, and moves behind it.</summary>
    private static bool Find<TSteps>(PatternPiece[] segment, ReadOnlySpan<char> text, RequestContext context, ref int from)
        where TSteps : struct, ISteps
    {
        var letters = "";
        if (segment[0].Kind != PieceKind.One && !segment[0].TryGetText(context, out letters))
        {
            return false;
        }

        for (var start = from; start <= text.Length; start++)
        {
            var skip = text[start..].IndexOf(letters);
            TSteps.Take(skip < 0 ? text.Length - start : skip + 1);
            if (skip < 0)
            {
                return false;
            }

            start += skip;
            if (!InsidePair(text, start) && Forward<TSteps>(segment, text, start, context, out var end))
            {
                from = end;
                return true;
            }
        }

        return false;
    }

    private static bool Forward<TSteps>(PatternPiece[] segment, ReadOnlySpan<char> text, int start, RequestContext context, out int end)
        where TSteps : struct, ISteps
    {
        end = start;
        foreach (var piece in segment)
        {
            TSteps.Take(1);
            if (piece.Kind == PieceKind.One)
            {
                if (end == text.Length)
                {
                    return false;
                }

                end += InsidePair(text, end + 1) ? 2 : 1;
            }
            else if (!piece.TryGetText(context, out var letters) || !text[end..].StartsWith(letters))
            {
                return false;
            }
            else
            {
                end += letters.Length;
            }
        }

        return true;
    }

    private static bool Backward<TSteps>(PatternPiece[] segment, ReadOnlySpan<char> text, RequestContext context, out int start)
        where TSteps : struct, ISteps
    {
        start = text.Length;
        for (var i = segment.Length - 1; i >= 0; i--)
        {
            TSteps.Take(1);
            if (segment[i].Kind == PieceKind.One)
            {
                if (start == 0)
                {
                    return false;
                }

                start -= InsidePair(text, start - 1) ? 2 : 1;
            }
            else if (!segment[i].TryGetText(context, out var letters) || !text[..start].EndsWith(letters))
            {
                return false;
            }
            else
            {
                start -= letters.Length;
            }
        }

        Debug.Assert(start >= 0, "a segment never reaches before its text");
        return true;
    }

    /// <summary>Between the two halves of one scalar value (PL-101).</summary>
    private static bool InsidePair(ReadOnlySpan<char> text, int at) =>
        at > 0 && at < text.Length && char.IsLowSurrogate(text[at]) && char.IsHighSurrogate(text[at - 1]);
}

/// <summary>Forms of pattern that need no search.</summary>
internal enum PatternShape
{
    /// <summary>Matches everything.</summary>
    Any,

    /// <summary>One text.</summary>
    Exact,

    /// <summary>Everything that starts with one text.</summary>
    Prefix,

    /// <summary>One variable.</summary>
    Variable,

    /// <summary>Anything else.</summary>
    Pieces,
}
