namespace Gatehouse.Accounts.Secrets;

/// <summary>What a sealed secret is for; it does not open as anything else (AU-211, AU-213). The numbers reach the disk: never changed.</summary>
public enum SecretKind
{
    /// <summary>The secret half of an access key.</summary>
    AccessKey = 1,

    /// <summary>A key of the ring that seals session tokens (AU-332).</summary>
    SessionKey = 2,

    /// <summary>The seed of a device that shows one-time codes.</summary>
    TotpSeed = 3,

    /// <summary>A private key that decrypts SAML assertions.</summary>
    SamlPrivateKey = 4,

    /// <summary>The secret with which we are a client of an OIDC provider.</summary>
    OidcClientSecret = 5,

    /// <summary>The key that a refresh token is bound to by DPoP.</summary>
    RefreshTokenKey = 6,

    /// <summary>A private key that signs the tokens we issue as an OIDC provider.</summary>
    TokenSigningKey = 7,

    /// <summary>The private key of a server certificate.</summary>
    ServerCertificateKey = 8,

    /// <summary>The password or API key that a user has for one service.</summary>
    ServiceCredential = 9,

    /// <summary>The private key that signs instance identity documents.</summary>
    InstanceIdentityKey = 10,
}
