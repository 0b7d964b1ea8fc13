using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace Gatehouse.PolicyEngine;

/// <summary>
/// What must be so in a resource's sixth field if a pattern is to match it, cheap to check: a statement's probes lie side by side,
/// so that the many patterns that do not match are turned away without touching them.
/// </summary>
internal readonly struct ResourceProbe
{
    private const int Letters = 4;
    private const ulong Odd = 0x9E37_79B9_7F4A_7C15;

    private readonly ulong key;
    private readonly ulong mask;
    private readonly ulong runs;
    private readonly int end;
    private readonly bool open;

    /// <param name="rest">The pattern of the sixth field; null when anything will do.</param>
    internal ResourceProbe(TextPattern? rest)
    {
        var literal = rest?.Start ?? "";
        open = rest is not { Shape: PatternShape.Exact };
        end = literal.Length;

        // The last letters of the literal, in which patterns of one kind differ; of a shorter one those that there are.
        for (var i = 1; i <= Letters && i <= end; i++)
        {
            key |= (ulong)literal[^i] << (16 * (Letters - i));
            mask |= (ulong)char.MaxValue << (16 * (Letters - i));
        }

        // Literals further on can stand anywhere.
        foreach (var piece in rest is { Shape: PatternShape.Pieces } ? rest.Pieces.Skip(end > 0 ? 1 : 0) : [])
        {
            runs |= piece.Kind == PieceKind.Literal ? RunsOf(piece.Text) : 0;
        }
    }

    /// <summary>False for most patterns that do not match.</summary>
    /// <param name="resource">The resource, which must be an ARN.</param>
    /// <param name="seen">The runs of letters in its sixth field, taken when first needed; zero before.</param>
    internal bool Agrees(in ResourceView resource, ref ulong seen)
    {
        var text = resource.Text.AsSpan();
        var from = resource.Fields.Resource;
        var length = text.Length - from;
        if (open ? length < end : length != end)
        {
            return false;
        }

        // INVARIANT: the letters lie inside the text, because an ARN has more than four of them before its sixth field.
        ref var last = ref Unsafe.Add(ref MemoryMarshal.GetReference(text), from + end - Letters);
        return (Read(ref last) & mask) == key && (runs == 0 || HasRuns(text[from..], ref seen));
    }

    private bool HasRuns(ReadOnlySpan<char> rest, ref ulong seen)
    {
        seen = seen == 0 ? RunsOf(rest) : seen;
        return (runs & ~seen) == 0;
    }

    /// <summary>One bit for each run of four letters, the same bit for the same letters.</summary>
    private static ulong RunsOf(ReadOnlySpan<char> text)
    {
        ulong runs = 0;
        ref var first = ref MemoryMarshal.GetReference(text);
        for (var i = 0; i <= text.Length - Letters; i++)
        {
            runs |= 1UL << (int)((Read(ref Unsafe.Add(ref first, i)) * Odd) >> 58);
        }

        return runs;
    }

    private static ulong Read(ref char letter) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref letter));
}
