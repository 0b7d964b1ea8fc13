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
}
