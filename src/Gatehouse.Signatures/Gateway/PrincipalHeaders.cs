using System.Collections.Immutable;

namespace Gatehouse.Signatures;

/// <summary>Tells an upstream who was verified, in headers that nobody else can write (AU-149).</summary>
/// <remarks>Immutable and safe to share. An upstream that needs a signed request is sent one by a <see cref="Signer"/> with a key of the gateway's own.</remarks>
public sealed class PrincipalHeaders
{
    private const int MostPrefix = 64;

    private readonly string prefix;

    /// <summary>Headers of a prefix.</summary>
    /// <param name="prefix">The prefix, such as <c>X-Gatehouse-</c>: letters, digits and dashes, a dash at its end.</param>
    /// <exception cref="ArgumentException">It is none.</exception>
    public PrincipalHeaders(string prefix)
    {
        ArgumentNullException.ThrowIfNull(prefix);
        this.prefix = prefix is { Length: >= 3 and <= MostPrefix } && prefix[^1] == '-' && char.IsAsciiLetter(prefix[0]) && prefix.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-')
            ? prefix
            : throw new ArgumentException($"'{prefix}' is no prefix of headers such as X-Gatehouse-.", nameof(prefix));
    }

    /// <summary>Whether a name is one of ours, in any spelling that some upstream takes for it: they tell neither case nor dash from underscore.</summary>
    public bool Owns(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        return name.Replace('_', '-').Trim().StartsWith(prefix, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>The headers for the upstream: those that came, without any of ours, and then what is known of the principal.</summary>
    /// <param name="inbound">The headers that came.</param>
    /// <param name="principal">What is known, by the rest of the header's name: <c>Principal-Arn</c>. Nothing for a request that nobody was verified for.</param>
    /// <exception cref="ArgumentException">A name or a value cannot stand in a header.</exception>
    public ImmutableArray<KeyValuePair<string, string>> Replace(IEnumerable<KeyValuePair<string, string>> inbound, params IEnumerable<KeyValuePair<string, string>> principal)
    {
        ArgumentNullException.ThrowIfNull(inbound);
        ArgumentNullException.ThrowIfNull(principal);
        return [.. inbound.Where(header => !Owns(header.Key)), .. principal.Select(fact => KeyValuePair.Create(prefix + Checked(fact.Key, IsName), Checked(fact.Value, IsValue)))];
    }

    private static string Checked(string text, Func<string, bool> isGood) =>
        isGood(text) ? text : throw new ArgumentException($"'{Echo.Of(text)}' cannot stand in a header.");

    private static bool IsName(string text) => text.Length > 0 && text.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter == '-');

    // A line end would begin a header of the principal's own making.
    private static bool IsValue(string text) => text.All(static letter => letter is >= ' ' and <= '~');
}
