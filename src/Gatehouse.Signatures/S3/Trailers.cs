using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Signatures;

/// <summary>The lines after a chunked body: exactly those announced, each once, and at last their signature (AU-138).</summary>
internal sealed class Trailers(ImmutableArray<string> announced)
{
    internal const string SignatureName = "x-amz-trailer-signature";

    private readonly List<KeyValuePair<string, string>> lines = [];

    /// <summary>The lines so far, without the signature.</summary>
    internal ImmutableArray<KeyValuePair<string, string>> Lines => [.. lines];

    /// <summary>The signature given; null until it came.</summary>
    internal string? Signature { get; private set; }

    /// <summary>Whether all that was announced came.</summary>
    internal bool Complete => lines.Count == announced.Length;

    /// <summary>The names an <c>x-amz-trailer</c> header announces, in lower case; null when it is none.</summary>
    internal static ImmutableArray<string>? ReadNames(string? header)
    {
        var names = (header ?? "").Split(',', StringSplitOptions.TrimEntries).Select(name => name.ToLowerInvariant()).ToImmutableArray();
        var wellFormed = !names.Contains("") && !names.Contains(SignatureName) && names.Distinct(StringComparer.Ordinal).Count() == names.Length;
        return wellFormed ? names : null;
    }

    /// <summary>Takes one line; false when it is none, was not announced, came before, or follows the signature.</summary>
    internal bool Takes(string line)
    {
        var colon = line.IndexOf(':');
        if (colon <= 0 || Signature is not null)
        {
            return false;
        }

        var name = line[..colon].Trim().ToLowerInvariant();
        var value = line[(colon + 1)..].Trim();
        if (name == SignatureName)
        {
            Signature = value;
            return true;
        }

        if (!announced.Contains(name) || lines.Exists(one => one.Key == name))
        {
            return false;
        }

        lines.Add(new(name, value));
        return true;
    }

    /// <summary>The hash their signature covers.</summary>
    internal byte[] Hash() => SHA256.HashData(Encoding.UTF8.GetBytes(string.Concat(lines.Select(line => $"{line.Key}:{line.Value}\n"))));
}
