using Gatehouse.Accounts.Federation;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.OpenIdProviders;

/// <summary>The rules for an issuer's URL [AU-400].</summary>
internal static class OpenIdUrl
{
    /// <summary>A URL as it is kept: its host in lower case.</summary>
    /// <exception cref="InvalidInputException">It is not https with a public host name and a path, and the operator does not name it.</exception>
    internal static string Require(string given, FederationRules rules) =>
        IssuerUrls.Keep(given, rules) ?? throw new InvalidInputException("Invalid Open ID Connect Provider URL");
}
