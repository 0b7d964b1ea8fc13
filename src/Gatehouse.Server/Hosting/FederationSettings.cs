using System.Collections.Immutable;
using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.Federation;
using Gatehouse.Policies;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Server.Hosting;

/// <summary>Reads the settings about identity providers.</summary>
internal static class FederationSettings
{
    private const string Google = "accounts.google.com";

    /// <summary>Exact issuers: <c>https://</c> anywhere, <c>http://</c> on this machine only.</summary>
    /// <exception cref="FormatException">One is no issuer.</exception>
    internal static ImmutableHashSet<string> Issuers(IEnumerable<string> values) => values.Select(value =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url is { Query: "", Fragment: "", UserInfo: "" }
            && (url.Scheme == "https" || (url.Scheme == "http" && url.IsLoopback)) && url.AbsoluteUri.TrimEnd('/') == value.TrimEnd('/')
            ? value.TrimEnd('/')
            : throw new FormatException($"'{value}' is not an issuer: https://host[:port]/path, or http:// on loopback.")).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>Networks.</summary>
    /// <exception cref="FormatException">One is no network.</exception>
    internal static ImmutableArray<IPNetwork> Networks(IEnumerable<string> values) => [.. values.Select(value =>
        IPNetwork.TryParse(value, out var network) ? network : throw new FormatException($"'{value}' is not a network such as 10.1.0.0/16."))];

    /// <summary>Addresses that assertions are sent to.</summary>
    /// <exception cref="FormatException">One is no address.</exception>
    internal static ImmutableArray<string> Recipients(IEnumerable<string> values) => [.. values.Select(value =>
        Uri.TryCreate(value, UriKind.Absolute, out var url) && url.Scheme is "https" or "http" ? value : throw new FormatException($"'{value}' is not a URL."))];

    /// <summary>Issuers of many tenants, by the name that ARNs give them, and the claim that tells their tenants apart.</summary>
    /// <exception cref="FormatException">One is not of that form.</exception>
    internal static ImmutableArray<SharedProvider> Shared(IEnumerable<string> values) => [.. values.Select(value =>
        value.Split('=', StringSplitOptions.TrimEntries) is [var name, { Length: > 0 } claim] && IsName(name) && claim.All(static letter => char.IsAsciiLetterOrDigit(letter) || letter is '_' or '-' or '.' or '/')
            ? new SharedProvider(name.TrimEnd('/'), claim)
            : throw new FormatException($"'{value}' is not an issuer without https:// and the claim that names its tenants, such as gitlab.example.com=sub."))];

    /// <summary>The key sets of issuers.</summary>
    /// <exception cref="FormatException">One is not of the form, stands there twice, or its file holds no keys that can verify tokens.</exception>
    internal static ImmutableDictionary<string, string> Pinned(IEnumerable<string> values)
    {
        var pinned = ImmutableDictionary.CreateBuilder<string, string>(StringComparer.Ordinal);
        foreach (var value in values)
        {
            if (value.Split('=', 2, StringSplitOptions.TrimEntries) is not [var issuer, { Length: > 0 } file])
            {
                throw new FormatException($"'{value}' is not an issuer and the file of its keys, such as https://login.example.com=keys.json.");
            }

            var text = Read(file);
            if (!IdentityProofs.IsKeySet(text))
            {
                throw new FormatException($"{file}: not a JSON Web Key Set with an RSA key of 2048 to 8192 bits, or an EC key on P-256, P-384 or P-521, that signs.");
            }

            if (!pinned.TryAdd(Issuers([issuer]).Single(), text))
            {
                throw new FormatException($"'{issuer}' stands there twice.");
            }
        }

        return pinned.ToImmutable();
    }

    /// <summary>Built-in issuers.</summary>
    /// <exception cref="FormatException">One is none whose tokens can be taken.</exception>
    internal static ImmutableHashSet<string> BuiltIn(IEnumerable<string> values) => values.Select(value => value == Google
        ? value
        : throw new FormatException($"'{value}' is not a built-in issuer whose tokens can be taken: the only one is {Google}.")).ToImmutableHashSet(StringComparer.Ordinal);

    /// <summary>The root certificates of a PEM file.</summary>
    /// <exception cref="FormatException">It holds none, or what is no root.</exception>
    internal static ImmutableArray<X509Certificate2> Roots(string file)
    {
        var found = new X509Certificate2Collection();
        try
        {
            found.ImportFromPem(Read(file));
        }
        catch (CryptographicException wrong)
        {
            throw new FormatException($"{file}: a certificate in it cannot be read.", wrong);
        }

        // Only what signed itself ends a chain: anything else would be there and vouch for nobody.
        return found.FirstOrDefault(static one => !IsRoot(one)) is { } other
            ? throw new FormatException($"{file}: the certificate of {other.Subject} is not that of a root authority.")
            : found.Count > 0 ? [.. found] : throw new FormatException($"{file}: no certificate in it; it must be a PEM file.");
    }

    private static bool IsRoot(X509Certificate2 one) => one.SubjectName.RawData.AsSpan().SequenceEqual(one.IssuerName.RawData)
        && one.Extensions.OfType<X509BasicConstraintsExtension>().All(static constraints => constraints.CertificateAuthority);

    private static bool IsName(string name) => Uri.TryCreate("https://" + name, UriKind.Absolute, out var url) && url is { Query: "", Fragment: "", UserInfo: "" }
        && url.AbsoluteUri.TrimEnd('/') == "https://" + name.TrimEnd('/');

    private static string Read(string file)
    {
        try
        {
            return TextFile.Read(file);
        }
        catch (InputException wrong)
        {
            throw new FormatException($"{wrong.Message}.", wrong);
        }
    }
}
