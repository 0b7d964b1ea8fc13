namespace Gatehouse.Signatures;

/// <summary>What either form has gathered before the checks that both share.</summary>
internal ref struct SignatureDraft
{
    internal SignatureForm Form;
    internal SignatureAlgorithm Algorithm;
    internal ReadOnlyMemory<char> Credential;
    internal ReadOnlyMemory<char> SignedHeaders;
    internal ReadOnlyMemory<char> Given;

    /// <summary>The request's time as sent.</summary>
    internal ReadOnlyMemory<char> Time;

    /// <summary>Whether the time comes from the <c>Date</c> header, which may have another form.</summary>
    internal bool TimeIsDateHeader;

    internal ReadOnlyMemory<char> Expires;
    internal string? SessionToken;
    internal int SessionTokens;
    internal string? RegionSet;

    /// <summary>Whether the request brings the certificates between its own and its root.</summary>
    internal bool HasChain;

    /// <summary>The algorithm of a name, if the style takes it: certificates sign where nothing else does, and nowhere else (AU-106).</summary>
    internal static SignatureAlgorithm? AlgorithmOf(ReadOnlySpan<char> name, SignatureStyle style) => name switch
    {
        StringToSign.X509Rsa when style == SignatureStyle.Certificate => SignatureAlgorithm.X509RsaSha256,
        StringToSign.X509Ecdsa when style == SignatureStyle.Certificate => SignatureAlgorithm.X509EcdsaSha256,
        _ when style == SignatureStyle.Certificate => null,
        StringToSign.Hmac => SignatureAlgorithm.HmacSha256,
        StringToSign.Ecdsa => SignatureAlgorithm.EcdsaP256Sha256,
        _ => null,
    };
}
