namespace Gatehouse.Accounts.Federation;

/// <summary>The kinds of keys that issuers sign with [AU-406].</summary>
public enum IssuerKeyType
{
    /// <summary>RSA.</summary>
    Rsa,

    /// <summary>An elliptic curve.</summary>
    Ec,
}
