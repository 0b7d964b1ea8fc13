namespace Gatehouse.RolesAnywhere;

/// <summary>How much an account may have in a region: AWS's defaults.</summary>
internal static class Quotas
{
    internal const int TrustAnchors = 50;

    internal const int Profiles = 250;

    internal const int CrlsPerTrustAnchor = 2;

    internal const int CertificatesPerTrustAnchor = 2;

    /// <summary>Refuses one more than there may be.</summary>
    /// <exception cref="Contracts.RolesAnywhere.ValidationException">There are as many already.</exception>
    internal static void Require(string what, int most, int have)
    {
        if (have >= most)
        {
            throw Refusals.Invalid($"The quota for {what} is {most}.");
        }
    }
}
