using System.Collections.Immutable;

namespace Gatehouse.Signatures;

/// <summary>Header lines in order, duplicates apart, for whoever has no web server's own collection.</summary>
/// <param name="lines">Names and values as sent.</param>
public readonly struct HeaderList(ImmutableArray<KeyValuePair<string, string>> lines) : IHeaderSource
{
    /// <summary>The lines.</summary>
    public ImmutableArray<KeyValuePair<string, string>> Lines { get; } = lines;

    /// <inheritdoc/>
    public IEnumerable<string> Names => Lines.Select(line => line.Key).Distinct(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc/>
    public int Count(string name)
    {
        var count = 0;
        foreach (var line in Lines)
        {
            count += Is(line, name) ? 1 : 0;
        }

        return count;
    }

    /// <inheritdoc/>
    public string? Get(string name, int index)
    {
        foreach (var line in Lines)
        {
            if (Is(line, name) && index-- == 0)
            {
                return line.Value;
            }
        }

        return null;
    }

    private static bool Is(KeyValuePair<string, string> line, string name) => string.Equals(line.Key, name, StringComparison.OrdinalIgnoreCase);
}
