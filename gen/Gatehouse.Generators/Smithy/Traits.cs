namespace Gatehouse.Generators.Smithy;

/// <summary>The traits of a shape or a member: name to value, null for a bare one.</summary>
internal sealed class Traits
{
    private readonly Dictionary<string, object?> values = new(StringComparer.Ordinal);

    internal IEnumerable<string> Names => values.Keys;

    internal void Add(string name, object? value) => values.Add(name, value);

    internal bool Has(string name) => values.ContainsKey(name);

    /// <summary>The trait's value when it is text: <c>@pattern("…")</c>.</summary>
    internal string? Text(string name) => values.TryGetValue(name, out var value) ? value as string : null;

    /// <summary>The trait's value when it is a number: <c>@httpError(409)</c>.</summary>
    internal long? Number(string name) => values.TryGetValue(name, out var value) ? value as long? : null;

    /// <summary>A named part of the trait's value when it is text: <c>@sigv4(name: "iam")</c>.</summary>
    internal string? Text(string name, string part) => Part(name, part) as string;

    /// <summary>A named part of the trait's value when it is a number: <c>@length(min: 1)</c>.</summary>
    internal long? Number(string name, string part) => Part(name, part) as long?;

    /// <summary>Whether the trait's value is an empty list: <c>@auth([])</c>.</summary>
    internal bool IsEmptyList(string name) => values.TryGetValue(name, out var value) && value is List<object?> { Count: 0 };

    private object? Part(string name, string part) =>
        values.TryGetValue(name, out var value) && value is Dictionary<string, object?> map && map.TryGetValue(part, out var found) ? found : null;
}
