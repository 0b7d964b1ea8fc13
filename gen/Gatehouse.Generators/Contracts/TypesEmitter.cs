using Gatehouse.Generators.Smithy;

namespace Gatehouse.Generators.Contracts;

/// <summary>Writes the class that holds the limits of a model's simple shapes, lists and maps.</summary>
internal sealed class TypesEmitter(ContractModel contract)
{
    private readonly Code code = new();
    private readonly HashSet<string> done = new(StringComparer.Ordinal);

    /// <summary>The expression for what the model says of a shape.</summary>
    internal static string Reference(ContractModel contract, string target)
    {
        var shape = contract.Model.Find(target);
        return HasField(shape) ? $"global::{contract.Namespace}.Types.{Naming.Identifier(shape.Name)}" : "ShapeType." + Kind(shape);
    }

    internal string Emit()
    {
        code.Line($"namespace {contract.Namespace};").Line().Open("internal static class Types");
        foreach (var shape in contract.Model.Shapes.Where(shape => shape.Kind is not ("service" or "operation") && !shape.IsError))
        {
            EmitField(shape);
        }

        return code.Close().ToString();
    }

    private static bool HasField(SmithyShape shape) =>
        shape.Kind is "structure" or "union" or "list" or "map" or "enum" || new[] { "length", "range", "pattern", "sensitive", "timestampFormat" }.Any(shape.Traits.Has);

    private static string Kind(SmithyShape shape) => shape.Kind switch
    {
        "enum" => "String",
        "union" => "Structure",
        var kind => Naming.Capital(kind),
    };

    private void EmitField(SmithyShape shape)
    {
        // Structures that are only ever a whole message have no type of their own.
        if (!HasField(shape) || (shape.Kind is "structure" or "union" && !contract.Parts.Contains(shape)) || !done.Add(shape.Name))
        {
            return;
        }

        if (shape.Kind is "list" or "map")
        {
            foreach (var member in shape.Members)
            {
                EmitField(contract.Model.Find(member.Target));
            }
        }

        code.Line($"internal static readonly ShapeType {Naming.Identifier(shape.Name)} = new({Head(shape)}){Settings(shape)};");
    }

    private string Head(SmithyShape shape) => shape.Kind switch
    {
        "list" => MemberEmitter.New(contract, shape.Member("member")),
        "map" => $"{MemberEmitter.New(contract, shape.Member("key"))}, {MemberEmitter.New(contract, shape.Member("value"))}",
        "structure" or "union" => $"static () => global::{contract.Namespace}.Shapes.{contract.PartName(shape)}.Describe",
        _ => "ShapeKind." + Kind(shape),
    };

    private static string Settings(SmithyShape shape)
    {
        var settings = new List<string>();
        foreach (var trait in new[] { "length", "range" })
        {
            if (shape.Traits.Number(trait, "min") is { } min)
            {
                settings.Add($"Min = {min}");
            }

            if (shape.Traits.Number(trait, "max") is { } max)
            {
                settings.Add($"Max = {max}");
            }
        }

        if (shape.Traits.Text("pattern") is { } pattern)
        {
            settings.Add($"Pattern = {Naming.Literal(pattern)}");
        }

        if (shape.Kind == "enum")
        {
            settings.Add($"Values = [{string.Join(", ", shape.Members.Select(member => Naming.Literal(member.Target)))}]");
        }

        if (shape.Traits.Has("sensitive"))
        {
            settings.Add("Sensitive = true");
        }

        if (shape.Traits.Text("timestampFormat") is { } format)
        {
            settings.Add("Format = " + MemberEmitter.Format(format));
        }

        return settings.Count == 0 ? "" : $" {{ {string.Join(", ", settings)} }}";
    }
}
