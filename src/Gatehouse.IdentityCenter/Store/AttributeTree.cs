using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>What a user or group looks like, as a tree of JSON that a schema describes: read whole or changed at a path, and checked either way.</summary>
/// <remarks>
/// Documents come with names as SCIM writes them (<c>givenName</c>), shapes with names as the model does (<c>GivenName</c>): both are taken, and the schema's are kept.
/// No sentence repeats a value: all of them are people's own.
/// </remarks>
internal sealed class AttributeTree
{
    private readonly Schema schema;

    private AttributeTree(Schema schema, JsonObject root)
    {
        this.schema = schema;
        Root = root;
    }

    /// <summary>The tree. Values that the schema does not know are not in it.</summary>
    internal JsonObject Root { get; }

    /// <summary>Reads a whole tree.</summary>
    /// <exception cref="ValidationException">Something in it is not as the schema has it.</exception>
    internal static AttributeTree Read(Schema schema, JsonElement value) => new(schema, ReadStructure(value, schema, ""));

    /// <summary>The text at a path of the schema's own names; null when there is none.</summary>
    internal string? Text(params ReadOnlySpan<string> path)
    {
        JsonNode? node = Root;
        foreach (var name in path)
        {
            node = node?[name];
        }

        return node?.GetValue<string>();
    }

    /// <summary>Sets what stands at a path, such as <c>name.givenName</c> or <c>aws:identitystore:enterprise.department</c>, or takes it away.</summary>
    /// <param name="path">The path.</param>
    /// <param name="value">The value; null to take away what is there.</param>
    /// <exception cref="ValidationException">The schema has no such path, or not this value.</exception>
    internal void Change(string path, JsonElement? value)
    {
        var names = Split(path);
        var (within, at) = (schema, Root);
        var parents = new List<(JsonObject Node, string Name)>();
        foreach (var name in names.AsSpan()[..^1])
        {
            var member = Find(within, name) ?? throw Unknown(path);
            within = member.Type.Structure ?? throw Unknown(path);
            parents.Add((at, member.Name));
            if (at[member.Name] is not JsonObject child)
            {
                at[member.Name] = child = [];
            }

            at = child;
        }

        var last = Find(within, names[^1]) ?? throw Unknown(path);
        if (value is { ValueKind: not JsonValueKind.Null } given)
        {
            at[last.Name] = ReadValue(given, last.Type, path);
            return;
        }

        at.Remove(last.Name);
        for (var i = parents.Count - 1; i >= 0 && parents[i].Node[parents[i].Name] is JsonObject { Count: 0 }; i--)
        {
            parents[i].Node.Remove(parents[i].Name);
        }
    }

    // An extension is named before the path inside of it: its colons tell it apart.
    private static string[] Split(string path)
    {
        if (!path.Contains(':', StringComparison.Ordinal))
        {
            return path.Split('.');
        }

        var parts = path.Split('.');
        return ["extensions", .. parts];
    }

    private static JsonNode ReadValue(JsonElement value, ShapeType type, string path) => type.Kind switch
    {
        ShapeKind.String => ReadText(value, type, path),
        ShapeKind.Boolean => value.ValueKind is JsonValueKind.True or JsonValueKind.False ? JsonValue.Create(value.GetBoolean()) : throw Wrong(path, "a boolean"),
        ShapeKind.Structure => ReadStructure(value, type.Structure!, path),
        ShapeKind.List => ReadList(value, type, path),
        _ => throw new InvalidOperationException($"No attribute is a {type.Kind}."),
    };

    private static JsonValue ReadText(JsonElement value, ShapeType type, string path)
    {
        if (value.ValueKind != JsonValueKind.String)
        {
            throw Wrong(path, "a string");
        }

        string text;
        try
        {
            text = value.GetString()!;
        }
        catch (InvalidOperationException)
        {
            // Half of a surrogate pair.
            throw Wrong(path, "text");
        }

        return type.Objections(text).FirstOrDefault() is { } objection
            ? throw StoreRefusals.Invalid($"1 validation error detected: Value at '{path}' failed to satisfy constraint: {objection}")
            : JsonValue.Create(text);
    }

    private static JsonObject ReadStructure(JsonElement value, Schema schema, string path)
    {
        if (value.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(path, "an object");
        }

        var read = new JsonObject();
        foreach (var property in value.EnumerateObject())
        {
            var member = Find(schema, property.Name) ?? throw Unknown(Below(path, property.Name));
            if (property.Value.ValueKind == JsonValueKind.Null)
            {
                continue;
            }

            if (!read.TryAdd(member.Name, ReadValue(property.Value, member.Type, Below(path, property.Name))))
            {
                throw StoreRefusals.Invalid($"The attribute at '{Echo.Of(Below(path, property.Name))}' is given twice.");
            }
        }

        return schema.Members.FirstOrDefault(member => member.Required && !read.ContainsKey(member.Name)) is { } missing
            ? throw StoreRefusals.Invalid($"1 validation error detected: Value null at '{Below(path, Camel(missing.Name))}' failed to satisfy constraint: Member must not be null")
            : read;
    }

    private static JsonArray ReadList(JsonElement value, ShapeType type, string path)
    {
        if (value.ValueKind != JsonValueKind.Array)
        {
            throw Wrong(path, "a list");
        }

        var (word, most) = value.GetArrayLength() < type.Min ? ("greater than or equal to", type.Min)
            : value.GetArrayLength() > type.Max ? ("less than or equal to", type.Max)
            : ("", null);
        if (most is not null)
        {
            throw StoreRefusals.Invalid($"1 validation error detected: Value at '{path}' failed to satisfy constraint: Member must have length {word} {most}");
        }

        return new([.. value.EnumerateArray().Select((element, index) => ReadValue(element, type.Element!.Type, $"{path}.{index + 1}.member"))]);
    }

    private static Member? Find(Schema schema, string name) => schema.Members.FirstOrDefault(member => Camel(member.Name) == Camel(name));

    private static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    private static string Below(string path, string name) => path.Length == 0 ? name : $"{path}.{name}";

    private static ValidationException Unknown(string path) => StoreRefusals.Invalid($"The attribute path '{Echo.Of(path)}' is not supported.");

    private static ValidationException Wrong(string path, string kind) => StoreRefusals.Invalid($"The value at '{Echo.Of(path)}' is not {kind}.");
}
