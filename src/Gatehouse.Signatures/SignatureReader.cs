using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Signatures;

/// <summary>Reads what a request says about its signature, and refuses what cannot be one: steps 2 to 10 of AU-6.</summary>
public static class SignatureReader
{
    /// <summary>Reads the signature of a request, in the header or the query form.</summary>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="style">The family of the service it was routed to.</param>
    /// <param name="rules">What the installation chose.</param>
    /// <param name="now">The server's clock.</param>
    /// <param name="signature">What the request says; nothing of it is proven.</param>
    /// <param name="fault">Why it is refused; the first fault in the order of AU-6.</param>
    public static bool TryRead<THeaders>(
        in IncomingRequest<THeaders> request,
        SignatureStyle style,
        SignatureRules rules,
        DateTimeOffset now,
        out Signature signature,
        [NotNullWhen(false)] out SignatureFault? fault)
        where THeaders : IHeaderSource => throw new NotImplementedException();
}
