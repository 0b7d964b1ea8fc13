namespace Gatehouse.Signatures;

/// <summary>How a request is signed (AU-106). Nothing else is ever verified.</summary>
public enum SignatureAlgorithm
{
    /// <summary><c>AWS4-HMAC-SHA256</c>: Signature Version 4.</summary>
    HmacSha256,

    /// <summary><c>AWS4-ECDSA-P256-SHA256</c>: Signature Version 4A, one signature for a set of regions.</summary>
    EcdsaP256Sha256,

    /// <summary><c>AWS4-X509-RSA-SHA256</c>: Signature Version 4 with the RSA key of a certificate in place of a secret (AU-860).</summary>
    X509RsaSha256,

    /// <summary><c>AWS4-X509-ECDSA-SHA256</c>: the same with the elliptic curve key of a certificate (AU-860).</summary>
    X509EcdsaSha256,
}
