namespace Gatehouse.Accounts;

/// <summary>Where the installation is reached from outside: what it writes into tokens and documents that others follow.</summary>
/// <remarks>Set once, when the server knows it; thread-safe.</remarks>
public sealed class PublicAddress
{
    /// <summary>The path under which every account is an issuer of tokens.</summary>
    public const string IssuerPath = "/issuer/";

    private volatile string url = "http://localhost:4566";

    /// <summary>The address, without a slash at its end.</summary>
    public string Url
    {
        get => url;
        set => url = value.TrimEnd('/');
    }

    /// <summary>Where browsers bring SAML responses, which is also the name under which identity providers know us [AU-524].</summary>
    public string SamlUrl => url + "/saml";

    /// <summary>The issuer of an account's tokens: one each, which never changes while the address does not.</summary>
    public string IssuerOf(string account) => url + IssuerPath + account;

    /// <summary>Whether an address that a client names is one of ours, under a path: what it means for somebody else must not count here [AU-741, AU-742].</summary>
    /// <remarks>
    /// The public address is ours. Where a request says that it came counts only on the machine itself, and where the operator told no
    /// name at all: a request can say what it likes.
    /// </remarks>
    /// <param name="named">The address that the client names.</param>
    /// <param name="path">The path that it must have.</param>
    /// <param name="asked">The address at which this very request says that it came.</param>
    public bool Is(string named, string path, string asked)
    {
        if (!Uri.TryCreate(named, UriKind.Absolute, out var theirs) || theirs.UserInfo.Length > 0 || theirs.Query.Length > 0 || theirs.Fragment.Length > 0)
        {
            return false;
        }

        var known = Uri.TryCreate(url, UriKind.Absolute, out var ours) && ours.Host is not ("0.0.0.0" or "[::]");
        if (known && SameOrigin(theirs, ours!) && theirs.AbsolutePath == ours!.AbsolutePath.TrimEnd('/') + path)
        {
            return true;
        }

        return theirs.AbsolutePath == path && Uri.TryCreate(asked, UriKind.Absolute, out var here) && SameOrigin(theirs, here) && (here.IsLoopback || !known);
    }

    private static bool SameOrigin(Uri one, Uri other) => one.Scheme == other.Scheme && one.Host == other.Host && one.Port == other.Port;
}
