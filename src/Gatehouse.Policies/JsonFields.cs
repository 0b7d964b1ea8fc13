using System.Globalization;
using System.Text.Json;

namespace Gatehouse.Policies;

/// <summary>An object of a file of ours, read field by field: what is missing, of the wrong kind or unknown is refused with its path.</summary>
internal sealed class JsonFields
{
    private const int MostDepth = 64;

    private readonly JsonElement element;

    internal JsonFields(JsonElement element, string file, string path, params ReadOnlySpan<string> names)
    {
        (this.element, File, Path) = (element, file, path);
        if (element.ValueKind != JsonValueKind.Object)
        {
            throw Wrong(path, "an object");
        }

        foreach (var field in element.EnumerateObject())
        {
            if (!names.Contains(field.Name))
            {
                throw new InputException($"{file}: {path}: unknown field '{field.Name}'; known: {string.Join(", ", names)}");
            }
        }
    }

    internal string File { get; }

    internal string Path { get; }

    /// <summary>Parses a file's text.</summary>
    internal static JsonDocument Parse(string text, string file)
    {
        try
        {
            return JsonDocument.Parse(text.StartsWith('\uFEFF') ? text[1..] : text, new() { MaxDepth = MostDepth, AllowDuplicateProperties = false });
        }
        catch (JsonException wrong)
        {
            var place = wrong.LineNumber is { } line ? $":{line + 1}:{wrong.BytePositionInLine + 1}" : "";
            throw new InputException($"{file}{place}: {(Yaml.Is(file) ? "" : "not JSON, ")}a name twice, or deeper than {MostDepth} levels");
        }
        catch (Exception wrong) when (wrong is ArgumentException or InvalidOperationException)
        {
            throw new InputException($"{file}: not Unicode text");
        }
    }

    internal InputException Wrong(string path, string wanted) => new($"{File}: {path}: must be {wanted}");

    internal string? Text(string name) => Find(name) is { } field ? TextOf(field, PathOf(name)) : null;

    internal string NeededText(string name) => Text(name) ?? throw new InputException($"{File}: {Path}: needs '{name}'");

    /// <summary>The items of a field that may also hold a single one.</summary>
    internal IEnumerable<(JsonElement Item, string Path)> Items(string name) => Find(name) is { } field ? ItemsOf(field, PathOf(name)) : [];

    internal static IEnumerable<(JsonElement Item, string Path)> ItemsOf(JsonElement field, string path) =>
        field.ValueKind == JsonValueKind.Array ? field.EnumerateArray().Select((item, index) => (item, $"{path}[{index}]")) : [(field, path)];

    /// <summary>The condition keys of a request: each with a text, a number, a boolean, or several.</summary>
    internal IReadOnlyList<KeyValuePair<string, string[]>> Context(string name)
    {
        if (Find(name) is not { } field)
        {
            return [];
        }

        return field.ValueKind == JsonValueKind.Object
            ? [.. field.EnumerateObject().Select(key => KeyValuePair.Create(key.Name, ItemsOf(key.Value, $"{PathOf(name)}['{key.Name}']").Select(value => Scalar(value.Item, value.Path)).ToArray()))]
            : throw Wrong(PathOf(name), "an object of condition keys");
    }

    private JsonElement? Find(string name) => element.TryGetProperty(name, out var field) ? field : null;

    private string PathOf(string name) => string.Create(CultureInfo.InvariantCulture, $"{Path}.{name}");

    private string TextOf(JsonElement field, string path)
    {
        if (field.ValueKind != JsonValueKind.String)
        {
            throw Wrong(path, "a string");
        }

        return field.GetString()!;
    }

    private string Scalar(JsonElement value, string path) => value.ValueKind switch
    {
        JsonValueKind.String => value.GetString()!,
        JsonValueKind.Number => value.GetRawText(),
        JsonValueKind.True => "true",
        JsonValueKind.False => "false",
        _ => throw Wrong(path, "a string, a number, a boolean, or an array of these"),
    };
}
