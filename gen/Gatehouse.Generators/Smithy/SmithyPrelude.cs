namespace Gatehouse.Generators.Smithy;

/// <summary>The shapes that the IDL itself declares.</summary>
internal static class SmithyPrelude
{
    private static readonly Dictionary<string, SmithyShape> Shapes = new[] { "String", "Blob", "Boolean", "Integer", "Long", "Float", "Double", "Timestamp", "Document" }
        .ToDictionary(name => name, name => new SmithyShape(name.ToLowerInvariant(), name, new(), [], new Dictionary<string, object?>()), StringComparer.Ordinal);

    internal static SmithyShape Find(string name) =>
        Shapes.TryGetValue(name, out var shape) ? shape : throw new SmithyException($"No shape is called {name}.", line: 0);
}
