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

    internal static SignatureAlgorithm? AlgorithmOf(ReadOnlySpan<char> name) => name switch
    {
        StringToSign.Hmac => SignatureAlgorithm.HmacSha256,
        StringToSign.Ecdsa => SignatureAlgorithm.EcdsaP256Sha256,
        _ => null,
    };
}
