using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Policies;

namespace Gatehouse.Server.Seeding;

/// <summary>A value of a seed file, with the line and the path where it stands. YAML and JSON are the same once they are read.</summary>
internal sealed class SeedNode
{
    private readonly byte[] raw;

    private SeedNode(JsonValueKind kind, byte[] raw, int line, string path) => (Kind, this.raw, Line, Path) = (kind, raw, line, path);

    /// <summary>What it is.</summary>
    internal JsonValueKind Kind { get; }

    /// <summary>The line it begins in, from 1.</summary>
    internal int Line { get; }

    /// <summary>Where it stands, such as <c>accounts[0].users[1].name</c>.</summary>
    internal string Path { get; }

    /// <summary>The fields of a mapping, in their order.</summary>
    internal List<(string Name, SeedNode Value)> Fields { get; } = [];

    /// <summary>The items of a list.</summary>
    internal List<SeedNode> Items { get; } = [];

    /// <summary>A text, number or boolean as text; null for anything else.</summary>
    internal string? Scalar => Kind switch
    {
        JsonValueKind.String => JsonNode.Parse(raw)!.GetValue<string>(),
        JsonValueKind.Number or JsonValueKind.True or JsonValueKind.False => Encoding.UTF8.GetString(raw),
        _ => null,
    };

    /// <summary>The field of a name; null when there is none.</summary>
    internal SeedNode? Find(string name) => Fields.Find(field => field.Name == name).Value;

    /// <summary>The value as JSON on one line.</summary>
    internal string ToJson()
    {
        using var bytes = new MemoryStream();
        using (var json = new Utf8JsonWriter(bytes, new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping }))
        {
            JsonNode.Parse(raw)!.WriteTo(json);
        }

        return Encoding.UTF8.GetString(bytes.ToArray());
    }

    /// <summary>Reads a file, YAML by its name and JSON otherwise.</summary>
    /// <exception cref="InputException">It cannot be read.</exception>
    internal static SeedNode Read(string file) => Parse(TextFile.Read(file, Seed.MostBytes), file);

    /// <summary>Reads the text of a file.</summary>
    /// <exception cref="InputException">It is neither YAML nor JSON.</exception>
    internal static SeedNode Parse(string text, string file)
    {
        var json = Yaml.Is(file) ? Yaml.ToJson(text, file) : text.TrimStart('\uFEFF');
        using (JsonFields.Parse(json, file))
        {
            // Syntax, depth and names that stand twice are judged there.
        }

        var utf8 = Encoding.UTF8.GetBytes(json);
        var reader = new Utf8JsonReader(utf8);
        reader.Read();
        var lines = new Lines(utf8);
        return Read(ref reader, utf8, lines, "");
    }

    private static SeedNode Read(ref Utf8JsonReader reader, byte[] utf8, Lines lines, string path)
    {
        var start = (int)reader.TokenStartIndex;
        var line = lines.At(start);
        if (reader.TokenType is not (JsonTokenType.StartObject or JsonTokenType.StartArray))
        {
            var kind = reader.TokenType switch
            {
                JsonTokenType.String => JsonValueKind.String,
                JsonTokenType.Number => JsonValueKind.Number,
                JsonTokenType.True => JsonValueKind.True,
                JsonTokenType.False => JsonValueKind.False,
                _ => JsonValueKind.Null,
            };
            return new(kind, utf8[start..(int)reader.BytesConsumed], line, path);
        }

        var fields = new List<(string, SeedNode)>();
        var items = new List<SeedNode>();
        var mapping = reader.TokenType == JsonTokenType.StartObject;
        while (reader.Read() && reader.TokenType is not (JsonTokenType.EndObject or JsonTokenType.EndArray))
        {
            if (mapping)
            {
                var name = reader.GetString()!;
                reader.Read();
                fields.Add((name, Read(ref reader, utf8, lines, path.Length == 0 ? name : $"{path}.{name}")));
            }
            else
            {
                items.Add(Read(ref reader, utf8, lines, string.Create(CultureInfo.InvariantCulture, $"{path}[{items.Count}]")));
            }
        }

        var node = new SeedNode(mapping ? JsonValueKind.Object : JsonValueKind.Array, utf8[start..(int)reader.BytesConsumed], line, path);
        node.Fields.AddRange(fields);
        node.Items.AddRange(items);
        return node;
    }

    /// <summary>Counts lines along a text that is walked forward.</summary>
    private sealed class Lines(byte[] text)
    {
        private int at;
        private int line = 1;

        internal int At(int place)
        {
            line += text.AsSpan(at, place - at).Count((byte)'\n');
            at = place;
            return line;
        }
    }
}
