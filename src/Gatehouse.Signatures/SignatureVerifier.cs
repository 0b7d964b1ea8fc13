namespace Gatehouse.Signatures;

/// <summary>Checks a signature that was read: its scope, its token's place, and at last the signature itself. Null is the good answer everywhere.</summary>
public static class SignatureVerifier
{
    /// <summary>Step 11 of AU-6: compares the scope with the operation the request was routed to; every fault in one message (AU-114, AU-162).</summary>
    /// <param name="signature">The signature read.</param>
    /// <param name="signingName">The signing name of the routed operation's service, such as <c>sts</c>.</param>
    /// <param name="rules">What the installation chose.</param>
    public static SignatureFault? CheckScope(in Signature signature, string signingName, SignatureRules rules) => throw new NotImplementedException();

    /// <summary>The first half of step 13: a temporary key has exactly one token, a long-term key none (AU-116).</summary>
    public static SignatureFault? CheckToken(in Signature signature) => throw new NotImplementedException();

    /// <summary>Step 14: computes the signature of the request as it arrived and compares it in constant time.</summary>
    /// <param name="signature">The signature read.</param>
    /// <param name="key">The key derived for its access key and scope.</param>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="bodyHash">The 32 bytes of SHA-256 over the raw body; over nothing when there is none (AU-135).</param>
    public static SignatureFault? Verify<THeaders>(
        in Signature signature, VerificationKey key, in IncomingRequest<THeaders> request, ReadOnlySpan<byte> bodyHash)
        where THeaders : IHeaderSource => throw new NotImplementedException();
}
