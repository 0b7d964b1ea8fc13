using System.Buffers;

namespace Gatehouse.Signatures;

/// <summary>A request target cut at its question mark, both parts as sent (AU-102, AU-122, AU-124).</summary>
/// <remarks>Routing reads the same two parts, so that what is signed is what is done.</remarks>
public readonly struct RequestTarget
{
    private static readonly SearchValues<char> SchemeCharacters =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+-.");

    private RequestTarget(ReadOnlyMemory<char> path, ReadOnlyMemory<char> query)
    {
        Path = path;
        Query = query;
    }

    /// <summary>The path up to the first question mark, escapes and dot segments as sent; empty when the target has none.</summary>
    public ReadOnlyMemory<char> Path { get; }

    /// <summary>The query after the first question mark; empty without one.</summary>
    public ReadOnlyMemory<char> Query { get; }

    /// <summary>Cuts a target. The absolute form is reduced to its path and query; <c>*</c>, an authority or a broken escape is refused.</summary>
    /// <param name="target">The target as sent.</param>
    /// <param name="parts">The path and the query.</param>
    public static bool TryParse(string target, out RequestTarget parts)
    {
        parts = default;
        ArgumentNullException.ThrowIfNull(target);
        var rest = target.AsMemory();
        if (!target.StartsWith('/'))
        {
            if (!TrySkipAuthority(target, out var path))
            {
                return false;
            }

            rest = rest[path..];
        }

        if (!EscapesWhole(rest.Span))
        {
            return false;
        }

        var mark = rest.Span.IndexOf('?');
        parts = mark < 0 ? new(rest, default) : new(rest[..mark], rest[(mark + 1)..]);
        return true;
    }

    /// <summary>The path's segments as a signature covers them: empty and dot segments resolved on the raw text, then each decoded once (AU-123).</summary>
    /// <remarks>
    /// For routing, so that the operation is read from the same segments that were signed: <c>%2F</c> stays inside its segment, <c>%2e%2e</c> is a name.
    /// </remarks>
    public IReadOnlyList<string> Segments()
    {
        var segments = new List<string>();
        foreach (var part in Path.Span.Split('/'))
        {
            var segment = Path[part];
            if (segment.Span is "..")
            {
                segments.RemoveRange(Math.Max(segments.Count - 1, 0), Math.Min(segments.Count, 1));
            }
            else if (segment.Span is not ("" or "."))
            {
                segments.Add(PercentEncoding.Decode(segment, plusIsSpace: false).ToString());
            }
        }

        return segments;
    }

    private static bool TrySkipAuthority(string target, out int path)
    {
        path = 0;
        var scheme = target.IndexOf("://", StringComparison.Ordinal);
        if (scheme <= 0 || target.AsSpan(0, scheme).ContainsAnyExcept(SchemeCharacters))
        {
            return false;
        }

        var authority = target.AsSpan(scheme + 3);
        var length = authority.IndexOfAny('/', '?');
        path = length < 0 ? target.Length : scheme + 3 + length;
        return length != 0 && !authority.IsEmpty;
    }

    private static bool EscapesWhole(ReadOnlySpan<char> text)
    {
        while (text.IndexOf('%') is var escape and >= 0)
        {
            text = text[escape..];
            if (!PercentEncoding.TryReadEscape(text, out _))
            {
                return false;
            }

            text = text[3..];
        }

        return true;
    }
}
