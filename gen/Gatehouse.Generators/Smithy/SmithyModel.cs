namespace Gatehouse.Generators.Smithy;

/// <summary>One model file, read.</summary>
internal sealed class SmithyModel
{
    internal SmithyModel(string @namespace, IReadOnlyList<SmithyShape> shapes)
    {
        Namespace = @namespace;
        Shapes = shapes;
        ByName = shapes.ToDictionary(shape => shape.Name, StringComparer.Ordinal);
    }

    internal string Namespace { get; }

    /// <summary>Every shape, in the order of the file.</summary>
    internal IReadOnlyList<SmithyShape> Shapes { get; }

    internal IReadOnlyDictionary<string, SmithyShape> ByName { get; }

    internal SmithyShape Service => Shapes.First(shape => shape.Kind == "service");

    internal IEnumerable<SmithyShape> OfKind(string kind) => Shapes.Where(shape => shape.Kind == kind);

    /// <summary>The shape of a name: the model's own, or one of the IDL's.</summary>
    internal SmithyShape Find(string name) => ByName.TryGetValue(name, out var shape) ? shape : SmithyPrelude.Find(name);
}
