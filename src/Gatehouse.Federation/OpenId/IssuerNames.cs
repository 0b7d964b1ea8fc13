namespace Gatehouse.Federation.OpenId;

/// <summary>Compares the names of issuers [AU-404].</summary>
internal static class IssuerNames
{
    private const string Google = "accounts.google.com";

    /// <summary>Whether an issuer is the one of a URL: to the letter, but for one slash at the end.</summary>
    internal static bool Same(string issuer, string url) => Trim(issuer).SequenceEqual(Trim(url)) || (issuer == Google && Trim(url) is "https://" + Google);

    private static ReadOnlySpan<char> Trim(string text) => text.EndsWith('/') ? text.AsSpan(0, text.Length - 1) : text;
}
