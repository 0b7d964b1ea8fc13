using Gatehouse.Generators.Smithy;

namespace Gatehouse.Generators.Contracts;

/// <summary>A model with the questions that the emitters ask of it.</summary>
internal sealed class ContractModel
{
    private readonly Dictionary<string, string> shapeNames = new(StringComparer.Ordinal);

    internal ContractModel(string fileName, SmithyModel model)
    {
        FileName = fileName;
        Model = model;
        KnownTraits.Check(model);
        Service = model.Service;
        SdkId = Service.Traits.Text("service", "sdkId") ?? throw new SmithyException("@service(sdkId) is missing.", line: 0);
        Name = Naming.Service(SdkId);
        Namespace = "Gatehouse.Contracts." + Name;
        Protocol = ReadProtocol();
        Operations = Service.Names("operations").Select(name => new ContractOperation(model, model.Find(name))).ToList();
        Parts = FindParts();
        var taken = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in Parts)
        {
            var name = Naming.Capital(part.Name);
            while (!taken.Add(name))
            {
                name += "Values";
            }

            shapeNames.Add(part.Name, name);
        }
    }

    /// <summary>The file's name without its ending, which is the name of the service: <c>iam</c>.</summary>
    internal string FileName { get; }

    internal SmithyModel Model { get; }

    internal SmithyShape Service { get; }

    internal string SdkId { get; }

    /// <summary>The last word of the namespace: <c>Iam</c>.</summary>
    internal string Name { get; }

    internal string Namespace { get; }

    /// <summary>The property of <c>Gatehouse.Wire.Protocol</c>.</summary>
    internal string Protocol { get; }

    internal bool Rest => Protocol == "RestJson";

    internal IReadOnlyList<ContractOperation> Operations { get; }

    /// <summary>Structures, unions and enums that are parts of messages. Structures first, so that theirs are the plain names.</summary>
    internal IReadOnlyList<SmithyShape> Parts { get; }

    internal IEnumerable<SmithyShape> Errors => Model.Shapes.Where(shape => shape.IsError);

    /// <summary>The C# name of a part, without its namespace.</summary>
    internal string PartName(SmithyShape shape) => shapeNames[shape.Name];

    /// <summary>The C# type of a value that is there.</summary>
    internal string TypeOf(string target)
    {
        var shape = Model.Find(target);
        return shape.Kind switch
        {
            "string" or "enum" => "string",
            "blob" => "byte[]",
            "boolean" => "bool",
            "integer" => "int",
            "long" => "long",
            "float" => "float",
            "double" => "double",
            "timestamp" => "DateTimeOffset",
            "document" => "global::System.Text.Json.JsonElement",
            "list" => $"IReadOnlyList<{TypeOf(shape.Member("member").Target)}>",
            "map" => $"IReadOnlyDictionary<string, {TypeOf(shape.Member("value").Target)}>",
            "structure" or "union" => $"global::{Namespace}.Shapes.{PartName(shape)}",
            var kind => throw new SmithyException($"{target}: a {kind} cannot be a member.", line: 0),
        };
    }

    /// <summary>Whether absence must be told apart by a nullable type even for a member that the model requires.</summary>
    internal bool IsValue(string target) => Model.Find(target).Kind is "boolean" or "integer" or "long" or "float" or "double" or "timestamp" or "document";

    private string ReadProtocol()
    {
        foreach (var (trait, name) in new[] { ("awsQuery", "Query"), ("awsJson1_0", "Json10"), ("awsJson1_1", "Json11"), ("restJson1", "RestJson") })
        {
            if (Service.Traits.Has(trait))
            {
                return name;
            }
        }

        throw new SmithyException("The service has no protocol that is known here.", line: 0);
    }

    private List<SmithyShape> FindParts()
    {
        var found = new HashSet<string>(StringComparer.Ordinal);
        var open = new Stack<SmithyShape>(Operations.SelectMany(operation => new[] { operation.Input, operation.Output }).OfType<SmithyShape>().Concat(Errors));
        while (open.Count > 0)
        {
            var shape = open.Pop();
            foreach (var member in shape.Kind == "enum" ? [] : shape.Members)
            {
                var target = Model.Find(member.Target);
                if (found.Add(target.Name))
                {
                    open.Push(target);
                }
            }
        }

        return Model.Shapes
            .Where(shape => found.Contains(shape.Name) && shape.Kind is "structure" or "union" or "enum")
            .OrderBy(shape => shape.Kind == "enum")
            .ToList();
    }
}
