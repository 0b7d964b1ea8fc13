using System.Collections.Immutable;

namespace Gatehouse.Wire;

/// <summary>The path of a REST-JSON operation: <c>/analyzer/{analyzerName}/archive-rule/{ruleName}?mode=all</c>.</summary>
public sealed class UriTemplate
{
    /// <summary>Reads a template as the model writes it.</summary>
    public UriTemplate(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        Text = text;
        var question = text.IndexOf('?', StringComparison.Ordinal);
        var path = question < 0 ? text : text[..question];
        Segments = path.Length <= 1 ? [] : [.. path[1..].Split('/').Select(Segment.Read)];
        Fixed = question < 0 ? [] : [.. text[(question + 1)..].Split('&').Select(ReadFixed)];
    }

    /// <summary>The template as the model writes it.</summary>
    public string Text { get; }

    /// <summary>The parts between the slashes.</summary>
    internal ImmutableArray<Segment> Segments { get; }

    /// <summary>Query parameters that a request must have, and their value if it is fixed too.</summary>
    internal ImmutableArray<(string Name, string? Value)> Fixed { get; }

    /// <inheritdoc/>
    public override string ToString() => Text;

    private static (string, string?) ReadFixed(string pair)
    {
        var equals = pair.IndexOf('=', StringComparison.Ordinal);
        return equals < 0 ? (pair, null) : (pair[..equals], pair[(equals + 1)..]);
    }

    /// <summary>One part of a path: fixed text, a label, or a label that takes all that follows.</summary>
    internal readonly record struct Segment(string Text, bool Label, bool Greedy)
    {
        internal static Segment Read(string text)
        {
            if (!text.StartsWith('{'))
            {
                return new(text, Label: false, Greedy: false);
            }

            var greedy = text.EndsWith("+}", StringComparison.Ordinal);
            return new(text[1..^(greedy ? 2 : 1)], Label: true, greedy);
        }
    }
}
