using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace Gatehouse.Server.Seeding;

/// <summary>Writes a seed as text. Every text is in quotes, so that YAML reads what JSON would.</summary>
internal static class SeedText
{
    private static readonly JsonSerializerOptions Plain = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };
    private static readonly JsonSerializerOptions Indented = new(Plain) { WriteIndented = true };

    /// <summary>As JSON.</summary>
    internal static string Json(JsonNode seed) => seed.ToJsonString(Indented) + "\n";

    /// <summary>As YAML, with comment lines before it.</summary>
    internal static string Yaml(JsonObject seed, params IEnumerable<string> comments)
    {
        var text = new StringBuilder();
        foreach (var comment in comments)
        {
            text.Append("# ").Append(comment).Append('\n');
        }

        Write(text, seed, 0);
        return text.ToString();
    }

    private static void Write(StringBuilder text, JsonNode node, int indent)
    {
        if (node is JsonObject mapping)
        {
            foreach (var (name, value) in mapping)
            {
                var key = name.Length > 0 && name.All(char.IsAsciiLetter) && name is not ("true" or "false" or "null") ? name : JsonValue.Create(name).ToJsonString(Plain);
                text.Append(' ', indent).Append(key).Append(':');
                Value(text, value, indent + 2);
            }
        }
        else
        {
            foreach (var item in (JsonArray)node)
            {
                text.Append(' ', indent).Append('-');
                Value(text, item, indent + 2);
            }
        }
    }

    private static void Value(StringBuilder text, JsonNode? value, int indent)
    {
        if (value is JsonObject { Count: > 0 } or JsonArray { Count: > 0 })
        {
            text.Append('\n');
            Write(text, value, indent);
            return;
        }

        text.Append(' ').Append(value is null ? "null" : value.ToJsonString(Plain)).Append('\n');
    }
}
