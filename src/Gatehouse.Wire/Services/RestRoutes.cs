using System.Collections.Frozen;

namespace Gatehouse.Wire;

/// <summary>Finds the operation of a method and a path (EN-5).</summary>
/// <remarks>
/// The path is cut at its slashes as sent, and each part decoded once: an escaped slash stays inside its part. Part by part, fixed text
/// goes before a label, and a label before one that takes all the rest; then the template with more fixed query parameters goes first.
/// </remarks>
internal sealed class RestRoutes
{
    private readonly FrozenDictionary<string, OperationContract[]> byMethod;

    internal RestRoutes(IEnumerable<OperationContract> operations) =>
        byMethod = operations.Where(operation => operation.Uri is not null)
            .GroupBy(operation => operation.Method, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.ToArray(), StringComparer.Ordinal);

    /// <summary>The labels of a path that matches the template.</summary>
    /// <exception cref="CommonException">A label has a broken escape.</exception>
    internal static Dictionary<string, string> Labels(UriTemplate template, string path)
    {
        var parts = Cut(path);
        var labels = new Dictionary<string, string>(StringComparer.Ordinal);
        for (var index = 0; index < template.Segments.Length; index++)
        {
            var segment = template.Segments[index];
            if (segment.Label)
            {
                labels[segment.Text] = segment.Greedy ? Decode(string.Join('/', parts.Skip(index))) : Decode(parts[index]);
            }
        }

        return labels;
    }

    /// <summary>The parameters of a query string, decoded, in their order.</summary>
    internal static List<KeyValuePair<string, string>> Query(string query)
    {
        var pairs = new List<KeyValuePair<string, string>>();
        foreach (var range in query.AsSpan().Split('&'))
        {
            var pair = query.AsSpan()[range];
            if (pair.IsEmpty)
            {
                continue;
            }

            if (pairs.Count == FormFields.MostFields)
            {
                throw new CommonException(CommonError.Malformed, $"The request has more than {FormFields.MostFields} parameters.");
            }

            var equals = pair.IndexOf('=');
            var name = equals < 0 ? pair : pair[..equals];
            pairs.Add(new(Decode(name, plusIsSpace: true), equals < 0 ? "" : Decode(pair[(equals + 1)..], plusIsSpace: true)));
        }

        return pairs;
    }

    /// <summary>The operation that answers, or null.</summary>
    internal OperationContract? Find(WireRequest request)
    {
        if (!byMethod.TryGetValue(request.Method, out var candidates))
        {
            return null;
        }

        var parts = Cut(request.Path);
        List<KeyValuePair<string, string>>? query = null;
        OperationContract? best = null;
        foreach (var candidate in candidates)
        {
            if (Matches(candidate.Uri!, parts)
                && (candidate.Uri!.Fixed.IsEmpty || HasFixed(candidate.Uri, query ??= Query(request.Query)))
                && (best is null || Compare(candidate.Uri, best.Uri!) < 0))
            {
                best = candidate;
            }
        }

        return best;
    }

    private static string[] Cut(string path) => path.Length <= 1 ? [] : path[1..].Split('/');

    private static string Decode(ReadOnlySpan<char> text, bool plusIsSpace = false) =>
        PercentCoding.TryDecode(text, plusIsSpace, out var decoded)
            ? decoded
            : throw new CommonException(CommonError.Malformed, "The path or the query string has an escape that cannot be read.");

    private static bool Matches(UriTemplate template, string[] parts)
    {
        var segments = template.Segments;
        var greedy = segments.Length > 0 && segments[^1].Greedy;
        if (greedy ? parts.Length < segments.Length : parts.Length != segments.Length)
        {
            return false;
        }

        for (var index = 0; index < segments.Length; index++)
        {
            // [AU-123]: a signature covers a path without dot segments and empty ones, so that what stands in one is no name.
            if (segments[index].Label ? parts[index] is "" or "." or ".." : !IsText(parts[index], segments[index].Text))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsText(string part, string text) =>
        part == text || (part.Contains('%', StringComparison.Ordinal) && PercentCoding.TryDecode(part, plusIsSpace: false, out var decoded) && decoded == text);

    private static bool HasFixed(UriTemplate template, List<KeyValuePair<string, string>> query) =>
        template.Fixed.All(wanted => query.Any(given => given.Key == wanted.Name && (wanted.Value is null || wanted.Value == given.Value)));

    /// <summary>Less than zero when the first template goes before the second.</summary>
    private static int Compare(UriTemplate first, UriTemplate second)
    {
        for (var index = 0; index < Math.Min(first.Segments.Length, second.Segments.Length); index++)
        {
            var order = Rank(first.Segments[index]).CompareTo(Rank(second.Segments[index]));
            if (order != 0)
            {
                return order;
            }
        }

        return second.Fixed.Length.CompareTo(first.Fixed.Length);
    }

    private static int Rank(UriTemplate.Segment segment) => segment.Greedy ? 2 : segment.Label ? 1 : 0;
}
