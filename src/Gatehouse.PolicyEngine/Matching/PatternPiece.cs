namespace Gatehouse.PolicyEngine;

/// <summary>The kinds of piece a pattern is made of.</summary>
internal enum PieceKind
{
    /// <summary>Letters that stand for themselves.</summary>
    Literal,

    /// <summary>Any one Unicode scalar value (PL-101).</summary>
    One,

    /// <summary>Any run of letters, also none.</summary>
    Run,

    /// <summary>The value of a condition key, taken literally (PL-106).</summary>
    Variable,
}

/// <summary>One piece of a pattern.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Text">A literal's letters; a variable as written.</param>
/// <param name="Key">The key of a variable.</param>
/// <param name="Default">What a variable stands for when the key has no value.</param>
internal sealed record PatternPiece(PieceKind Kind, string Text, ContextKey? Key = null, string? Default = null)
{
    internal static readonly PatternPiece One = new(PieceKind.One, "?");
    internal static readonly PatternPiece Run = new(PieceKind.Run, "*");

    /// <summary>The letters this piece stands for in a request; false when it is a variable without value (PL-108), or a wildcard.</summary>
    internal bool TryGetText(RequestContext context, out string text)
    {
        text = Text;
        if (Kind != PieceKind.Variable)
        {
            return Kind == PieceKind.Literal;
        }

        ref var entry = ref context.Find(Key!);
        var value = (System.Runtime.CompilerServices.Unsafe.IsNullRef(ref entry) ? null : entry.Single) ?? Default;
        text = value ?? "";
        return value is not null;
    }
}
