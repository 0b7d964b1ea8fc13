using Gatehouse.Generators.Smithy;

namespace Gatehouse.Generators.Contracts;

/// <summary>Writes the classes of messages and their parts.</summary>
internal sealed class MessageEmitter(ContractModel contract)
{
    /// <summary>Names that every class has already.</summary>
    private static readonly HashSet<string> Taken = new(StringComparer.Ordinal)
    {
        "Schema", "Describe", "Read", "Write", "ToString", "Equals", "GetHashCode", "GetType", "MemberwiseClone", "Finalize",
    };

    private readonly Code code = new();

    internal static string PropertyName(string className, SmithyMember member)
    {
        var name = Naming.Pascal(member.Name);
        return name == className || Taken.Contains(name) ? name + "Value" : name;
    }

    /// <summary>Requests and responses.</summary>
    internal string EmitMessages()
    {
        code.Line($"namespace {contract.Namespace};").Line();
        foreach (var operation in contract.Operations)
        {
            EmitClass(operation.RequestName, operation.Input?.Name ?? operation.RequestName, operation.Input);
            EmitClass(operation.ResponseName, operation.Output?.Name ?? operation.ResponseName, operation.Output);
        }

        return code.ToString();
    }

    /// <summary>The structures and enums that messages are made of.</summary>
    internal string EmitParts()
    {
        code.Line($"namespace {contract.Namespace}.Shapes;").Line();
        foreach (var part in contract.Parts)
        {
            if (part.Kind == "enum")
            {
                EmitEnum(part);
            }
            else
            {
                EmitClass(contract.PartName(part), part.Name, part);
            }
        }

        return code.ToString();
    }

    private void EmitClass(string name, string modelName, SmithyShape? shape)
    {
        var members = shape?.Members ?? [];
        code.Open($"public sealed class {name} : Shape");
        foreach (var member in members)
        {
            code.Line(Property(name, member));
        }

        code.Line($"public static Schema Describe {{ get; }} = new({Schema(contract, modelName, shape)};");
        code.Line("public override Schema Schema => Describe;");
        code.Line($"public {name}() {{ }}");
        EmitRead(name, members);
        EmitWrite(contract, code, members, member => PropertyName(name, member));
        code.Close().Line();
    }

    /// <summary>The arguments and settings of a schema, without the opening bracket.</summary>
    internal static string Schema(ContractModel contract, string modelName, SmithyShape? shape)
    {
        var members = string.Concat((shape?.Members ?? []).Select(member => ", " + MemberEmitter.New(contract, member)));
        var settings = new List<string>();
        if (shape?.Kind == "union")
        {
            settings.Add("IsUnion = true");
        }

        if (shape is not null && shape.Traits.Has("sensitive"))
        {
            settings.Add("Sensitive = true");
        }

        return Naming.Literal(modelName) + members + (settings.Count == 0 ? ")" : $") {{ {string.Join(", ", settings)} }}");
    }

    /// <summary>The method that hands every member over.</summary>
    internal static void EmitWrite(ContractModel contract, Code code, IReadOnlyList<SmithyMember> members, Func<SmithyMember, string> property)
    {
        if (members.Count == 0)
        {
            code.Line("public override void Write(ShapeWriter w) { }");
            return;
        }

        code.Open("public override void Write(ShapeWriter w)").Line("var m = Describe.Members;");
        for (var index = 0; index < members.Count; index++)
        {
            EmitValue(contract, code, members[index].Target, $"m[{index}]", property(members[index]), depth: 0);
        }

        code.Close();
    }

    private static void EmitValue(ContractModel contract, Code code, string target, string member, string value, int depth)
    {
        var shape = contract.Model.Find(target);
        switch (shape.Kind)
        {
            case "list":
                code.Open($"if (w.BeginList({member}, {value}?.Count))").Open($"foreach (var e{depth} in {value}!)");
                EmitValue(contract, code, shape.Member("member").Target, member + ".Type.Element!", "e" + depth, depth + 1);
                code.Close().Line($"w.EndList({member});").Close();
                break;
            case "map":
                code.Open($"if (w.BeginMap({member}, {value}?.Count))").Open($"foreach (var (k{depth}, e{depth}) in {value}!)").Line($"w.WriteKey({member}, k{depth});");
                EmitValue(contract, code, shape.Member("value").Target, member + ".Type.Value!", "e" + depth, depth + 1);
                code.Close().Line($"w.EndMap({member});").Close();
                break;
            default:
                code.Line($"w.Write{Method(shape.Kind, writing: true)}({member}, {value});");
                break;
        }
    }

    private static string Method(string kind, bool writing) => kind switch
    {
        "enum" => "String",
        "structure" or "union" => "Structure",
        "long" when writing => "Integer",
        _ => Naming.Capital(kind),
    };

    private string Property(string className, SmithyMember member)
    {
        var type = contract.TypeOf(member.Target);
        var name = PropertyName(className, member);
        return member.Traits.Has("required") && !contract.IsValue(member.Target)
            ? $"public {type} {name} {{ get; init; }} = null!;"
            : $"public {type}? {name} {{ get; init; }}";
    }

    private void EmitRead(string name, IReadOnlyList<SmithyMember> members)
    {
        code.Line($"public static {name} Read(ShapeReader r) => new(r);");
        code.Open($"private {name}(ShapeReader r)").Line("r.BeginStructure(Describe);");
        if (members.Count == 0)
        {
            code.Line("while (r.NextMember() >= 0) { }").Close();
            return;
        }

        code.Open("for (int i; (i = r.NextMember()) >= 0;)").Open("switch (i)");
        for (var index = 0; index < members.Count; index++)
        {
            code.Line($"case {index}: {PropertyName(name, members[index])} = {ReadValue(members[index].Target, "r", 0)}; break;");
        }

        code.Close().Close().Close();
    }

    private string ReadValue(string target, string reader, int depth)
    {
        var shape = contract.Model.Find(target);
        return shape.Kind switch
        {
            "list" => $"{reader}.ReadList({ReadFunction(shape.Member("member").Target, depth)})",
            "map" => $"{reader}.ReadMap({ReadFunction(shape.Member("value").Target, depth)})",
            "structure" or "union" => $"{contract.TypeOf(target)}.Read({reader})",
            var kind => $"{reader}.Read{Method(kind, writing: false)}()",
        };
    }

    private string ReadFunction(string target, int depth)
    {
        var shape = contract.Model.Find(target);
        return shape.Kind is "structure" or "union" ? contract.TypeOf(target) + ".Read" : $"static q{depth} => {ReadValue(target, "q" + depth, depth + 1)}";
    }

    private void EmitEnum(SmithyShape shape)
    {
        code.Open($"public static class {contract.PartName(shape)}");
        var names = new List<string>();
        foreach (var member in shape.Members)
        {
            var name = Naming.Capital(member.Name);
            name = name is "All" || Taken.Contains(name) || name == contract.PartName(shape) || names.Contains(name) ? name + "_" : name;
            names.Add(name);
            code.Line($"public const string {name} = {Naming.Literal(member.Target)};");
        }

        code.Line($"public static IReadOnlyList<string> All {{ get; }} = [{string.Join(", ", names)}];").Close().Line();
    }
}
