namespace Gatehouse.Signatures;

/// <summary>A signed request, with the texts it was made from.</summary>
/// <param name="Request">The request with what was added: headers, or query parameters.</param>
/// <param name="Signature">The signature.</param>
/// <param name="CanonicalRequest">The canonical request.</param>
/// <param name="StringToSign">The string to sign.</param>
public sealed record SignedRequest(OutgoingRequest Request, string Signature, string CanonicalRequest, string StringToSign)
{
    /// <summary>The request's method and path alone.</summary>
    public override string ToString() => Request.ToString();
}
