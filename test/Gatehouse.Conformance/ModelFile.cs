using System.Runtime.CompilerServices;
using System.Text.Json.Nodes;
using Gatehouse.Wire;

namespace Gatehouse.Conformance;

/// <summary>What the models say of operations and shapes, as JSON for scripts in other languages.</summary>
internal static class ModelFile
{
    /// <summary>Describes services.</summary>
    internal static JsonObject Of(params IEnumerable<ServiceContract> services)
    {
        var shapes = new JsonObject();
        var described = new JsonObject();
        foreach (var service in services)
        {
            // Two services may have shapes of one name.
            var prefix = service.Name + ".";
            var operations = new JsonObject();
            foreach (var operation in service.All)
            {
                operations[operation.Name] = new JsonObject
                {
                    ["input"] = NameOf(prefix, SchemaOf(operation.RequestType), shapes),
                    ["output"] = NameOf(prefix, SchemaOf(operation.ResponseType), shapes),
                    ["errors"] = new JsonArray([.. operation.Errors.Select(error => JsonValue.Create(error))]),
                };
            }

            described[service.Name] = operations;
        }

        return new() { ["services"] = described, ["shapes"] = shapes };
    }

    private static Schema SchemaOf(Type message) => ((IShape)RuntimeHelpers.GetUninitializedObject(message)).Schema;

    private static string NameOf(string prefix, Schema schema, JsonObject shapes)
    {
        var name = prefix + schema.Name;
        if (!shapes.ContainsKey(name))
        {
            // Named before it is filled, for structures may hold themselves.
            var members = new JsonArray();
            shapes[name] = new JsonObject { ["members"] = members };
            foreach (var member in schema.Members)
            {
                members.Add(Describe(prefix, member, shapes));
            }
        }

        return name;
    }

    private static JsonObject Describe(string prefix, Member member, JsonObject shapes) => new()
    {
        ["name"] = member.Name,
        ["required"] = member.Required,
        ["type"] = Describe(prefix, member.Type, shapes),
    };

    private static JsonObject Describe(string prefix, ShapeType type, JsonObject shapes)
    {
        var described = new JsonObject { ["kind"] = type.Kind.ToString() };
        if (type.Min is { } min)
        {
            described["min"] = min;
        }

        if (type.Max is { } max)
        {
            described["max"] = max;
        }

        if (type.Pattern is { } pattern)
        {
            described["pattern"] = pattern;
        }

        if (!type.Values.IsEmpty)
        {
            described["values"] = new JsonArray([.. type.Values.Select(value => JsonValue.Create(value))]);
        }

        if (type.Structure is { } structure)
        {
            described["name"] = NameOf(prefix, structure, shapes);
        }

        foreach (var (part, of) in new[] { ("element", type.Element), ("key", type.Key), ("value", type.Value) })
        {
            if (of is not null)
            {
                described[part] = Describe(prefix, of.Type, shapes);
            }
        }

        return described;
    }
}
