using Gatehouse.Accounts.Federation;

namespace Gatehouse.SignIn.Saml;

/// <summary>A response that was taken and offers several roles: one of them is to be chosen [AU-730].</summary>
/// <param name="Response">The response as base64.</param>
/// <param name="Assertion">The assertion in it, which is used up.</param>
/// <param name="Offers">What it offers.</param>
/// <param name="SessionSeconds">How long the session shall be; null when it does not say.</param>
/// <param name="ReturnTo">Where the browser goes when all is done; null for the console's first page.</param>
internal sealed record SamlChoice(string Response, SpentAssertion Assertion, IReadOnlyList<SamlOffer> Offers, int? SessionSeconds, string? ReturnTo)
{
    /// <inheritdoc/>
    public override string ToString() => $"{Offers.Count} roles";
}
