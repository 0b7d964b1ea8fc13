namespace Gatehouse.IdentityCenter.Tokens;

/// <summary>Where browsers may be sent with codes: this machine on any port, or an address over TLS to the letter [AU-851].</summary>
internal static class RedirectUris
{
    private const int MostLength = 512;

    /// <summary>Whether an address may be registered.</summary>
    internal static bool IsGood(string uri) =>
        uri.Length <= MostLength && Uri.TryCreate(uri, UriKind.Absolute, out var read) && read.UserInfo.Length == 0 && read.Fragment.Length == 0 && uri.All(static letter => letter is > ' ' and <= '~')
        && (read.Scheme == Uri.UriSchemeHttps || IsLocal(read));

    private static bool IsLocal(Uri uri) => uri.Scheme == Uri.UriSchemeHttp && uri.Host is "127.0.0.1" or "[::1]" && uri.Query.Length == 0;
}
