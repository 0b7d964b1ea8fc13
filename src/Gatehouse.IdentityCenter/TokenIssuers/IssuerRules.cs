using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.TokenIssuers;

/// <summary>The rules for trusted token issuers.</summary>
internal static class IssuerRules
{
    /// <summary>The attribute that is the name with which people sign in.</summary>
    internal const string UserName = "userName";

    /// <summary>The attribute that holds addresses.</summary>
    internal const string Emails = "emails.value";

    /// <summary>The attribute that is what another directory calls people.</summary>
    internal const string ExternalIds = "externalIds.id";

    /// <summary>What a request says of an issuer, without its id.</summary>
    /// <exception cref="ValidationException">It cannot be trusted so.</exception>
    internal static TrustedTokenIssuer Read(CreateTrustedTokenIssuerRequest request, Call call)
    {
        var given = request.TrustedTokenIssuerConfiguration.OidcJwtConfiguration ?? throw new ValidationException("OidcJwtConfiguration is required for the type OIDC_JWT.");
        return new()
        {
            Id = "",
            Name = request.Name,
            IssuerUrl = IssuerUrls.Keep(given.IssuerUrl, call.Installation.Federation) ?? throw new ValidationException("IssuerUrl must be an https URL with a public host name."),
            ClaimPath = given.ClaimAttributePath,
            AttributePath = AttributePath(given.IdentityStoreAttributePath),
        };
    }

    /// <summary>An attribute of users that people can be told apart by.</summary>
    /// <exception cref="ValidationException">It is none.</exception>
    internal static string AttributePath(string path) => path is UserName or Emails or ExternalIds
        ? path
        : throw new ValidationException($"IdentityStoreAttributePath {Echo.Of(path)} is not supported: it must be {UserName}, {Emails} or {ExternalIds}.");

    /// <summary>Refuses a second issuer of a URL: which of them a token is of could not be told.</summary>
    /// <exception cref="ConflictException">There is one.</exception>
    internal static void RequireUnique(Account account, TrustedTokenIssuer issuer)
    {
        if (account.TrustedTokenIssuers.Any(other => other.IssuerUrl.TrimEnd('/') == issuer.IssuerUrl.TrimEnd('/')))
        {
            throw new ConflictException($"A trusted token issuer with the issuer URL {issuer.IssuerUrl} exists already.");
        }
    }
}
