namespace Gatehouse.Signatures;

/// <summary>How a request is signed (AU-106). Nothing else is ever verified.</summary>
public enum SignatureAlgorithm
{
    /// <summary><c>AWS4-HMAC-SHA256</c>: Signature Version 4.</summary>
    HmacSha256,

    /// <summary><c>AWS4-ECDSA-P256-SHA256</c>: Signature Version 4A, one signature for a set of regions.</summary>
    EcdsaP256Sha256,
}
