using System.Collections.Immutable;

namespace Gatehouse.Wire;

/// <summary>What the model says of the values of a member: their kind and their limits.</summary>
/// <remarks>Built once and shared. A pattern is compiled, and a structure's schema looked up, on first use.</remarks>
public sealed class ShapeType
{
    /// <summary>Text without limits.</summary>
    public static readonly ShapeType String = new(ShapeKind.String);

    /// <summary>Bytes without limits.</summary>
    public static readonly ShapeType Blob = new(ShapeKind.Blob);

    /// <summary>True or false.</summary>
    public static readonly ShapeType Boolean = new(ShapeKind.Boolean);

    /// <summary>Any whole number of 32 bits.</summary>
    public static readonly ShapeType Integer = new(ShapeKind.Integer);

    /// <summary>Any whole number of 64 bits.</summary>
    public static readonly ShapeType Long = new(ShapeKind.Long);

    /// <summary>Any number of single precision.</summary>
    public static readonly ShapeType Float = new(ShapeKind.Float);

    /// <summary>Any number of double precision.</summary>
    public static readonly ShapeType Double = new(ShapeKind.Double);

    /// <summary>A moment in the protocol's own format.</summary>
    public static readonly ShapeType Timestamp = new(ShapeKind.Timestamp);

    /// <summary>Any JSON value.</summary>
    public static readonly ShapeType Document = new(ShapeKind.Document);

    private readonly Func<Schema>? structure;

    /// <summary>A type without parts.</summary>
    public ShapeType(ShapeKind kind) => Kind = kind;

    /// <summary>A structure. The schema is asked for on first use, for structures may hold themselves.</summary>
    public ShapeType(Func<Schema> structure)
    {
        Kind = ShapeKind.Structure;
        this.structure = structure;
    }

    /// <summary>A list. The member is the type's own from here on.</summary>
    public ShapeType(Member element)
    {
        ArgumentNullException.ThrowIfNull(element);
        element.IsPart = true;
        Kind = ShapeKind.List;
        Element = element;
    }

    /// <summary>A map. Keys are text. The members are the type's own from here on.</summary>
    public ShapeType(Member key, Member value)
    {
        ArgumentNullException.ThrowIfNull(key);
        ArgumentNullException.ThrowIfNull(value);
        key.IsPart = value.IsPart = true;
        Kind = ShapeKind.Map;
        Key = key;
        Value = value;
    }

    /// <summary>What it is made of.</summary>
    public ShapeKind Kind { get; }

    /// <summary>The least length, count or value.</summary>
    public long? Min { get; init; }

    /// <summary>The greatest length, count or value.</summary>
    public long? Max { get; init; }

    /// <summary>The regular expression that a whole text must match, as the model writes it.</summary>
    public string? Pattern { get; init; }

    /// <summary><see cref="Pattern"/>, ready to match.</summary>
    internal JavaPattern? Matcher => Pattern is null ? null : field ??= new(Pattern);

    /// <summary>The values allowed, when they are listed.</summary>
    public ImmutableArray<string> Values { get; init; } = [];

    /// <summary>Whether the value may not be shown.</summary>
    public bool Sensitive { get; init; }

    /// <summary>How a moment is written.</summary>
    public TimestampFormat Format { get; init; }

    /// <summary>The element of a list.</summary>
    public Member? Element { get; }

    /// <summary>The key of a map.</summary>
    public Member? Key { get; }

    /// <summary>The value of a map.</summary>
    public Member? Value { get; }

    /// <summary>The schema of a structure.</summary>
    public Schema? Structure => field ??= structure?.Invoke();

    /// <summary>What the model has against a text, in AWS's words; nothing when it keeps every limit. For values that travel inside documents, which no reader checks.</summary>
    public IEnumerable<string> Objections(string text) => Constraints.Hold(this, text) ? [] : Constraints.Broken(this, text);
}
