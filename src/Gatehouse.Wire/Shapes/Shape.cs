namespace Gatehouse.Wire;

/// <summary>The common ground of the generated classes.</summary>
public abstract class Shape : IShape
{
    /// <inheritdoc/>
    public abstract Schema Schema { get; }

    /// <inheritdoc/>
    public abstract void Write(ShapeWriter writer);

    /// <summary>The members and their values; what the model calls sensitive shows as <c>***</c>.</summary>
    public sealed override string ToString() => ShapePrinter.Print(this);
}
