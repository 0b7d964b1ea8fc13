namespace Gatehouse.Signatures;

/// <summary>What the server would have signed (AU-147); the value of a session token is left out.</summary>
/// <param name="CanonicalRequest">The canonical request.</param>
/// <param name="StringToSign">The string to sign.</param>
public sealed record SignatureEcho(string CanonicalRequest, string StringToSign)
{
    /// <summary>Adds both texts to a fault's message, in the words AWS once used.</summary>
    public SignatureFault AddTo(SignatureFault fault)
    {
        ArgumentNullException.ThrowIfNull(fault);
        return fault with
        {
            Message = $"""
                {fault.Message}

                The Canonical String for this request should have been
                '{CanonicalRequest}'

                The String-to-Sign should have been
                '{StringToSign}'

                """,
        };
    }
}
