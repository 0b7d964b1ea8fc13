using System.Collections.Immutable;

namespace Gatehouse.Accounts;

/// <summary>A certificate whose key signed a request, and those that came with it. The signature was right; nothing says yet that the certificate is to be trusted [AU-860].</summary>
/// <param name="Der">The certificate.</param>
/// <param name="Chain">The others, in the order they came.</param>
public sealed record PresentedCertificate(ImmutableArray<byte> Der, ImmutableArray<ImmutableArray<byte>> Chain)
{
    /// <summary>Says nothing of what it holds: certificates name people.</summary>
    public override string ToString() => "certificate";
}
