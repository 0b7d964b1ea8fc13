namespace Gatehouse.Generators.Smithy;

/// <summary>A shape of a model: structure, list, enum, operation, service and so on.</summary>
internal sealed class SmithyShape
{
    internal SmithyShape(string kind, string name, Traits traits, IReadOnlyList<SmithyMember> members, IReadOnlyDictionary<string, object?> properties)
    {
        Kind = kind;
        Name = name;
        Traits = traits;
        Members = members;
        Properties = properties;
    }

    /// <summary>The word it is declared with.</summary>
    internal string Kind { get; }

    internal string Name { get; }

    internal Traits Traits { get; }

    /// <summary>Members of a structure, union, list, map or enum.</summary>
    internal IReadOnlyList<SmithyMember> Members { get; }

    /// <summary>What a service or an operation says: version, operations, input, output, errors.</summary>
    internal IReadOnlyDictionary<string, object?> Properties { get; }

    internal bool IsError => Traits.Has("error");

    internal SmithyMember Member(string name) => Members.First(member => member.Name == name);

    internal string? Text(string property) => Properties.TryGetValue(property, out var value) ? value as string : null;

    internal IReadOnlyList<string> Names(string property) =>
        Properties.TryGetValue(property, out var value) && value is List<object?> list ? list.Cast<string>().ToList() : [];
}

/// <summary>One member of a shape. In an enum the target is the value.</summary>
internal sealed class SmithyMember
{
    internal SmithyMember(string name, string target, Traits traits)
    {
        Name = name;
        Target = target;
        Traits = traits;
    }

    internal string Name { get; }

    internal string Target { get; }

    internal Traits Traits { get; }
}
