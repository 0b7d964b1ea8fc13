using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.TokenIssuers;

/// <summary>The trusted token issuers of an instance, as operations find them by what a request names.</summary>
internal static class TokenIssuerStanding
{
    /// <summary>An issuer by its ARN; null when the account has no such one.</summary>
    internal static TrustedTokenIssuer? FindTokenIssuer(this Account account, string arn) => TrustedTokenIssuer.FindIn(account, arn);

    /// <summary>An issuer by its ARN.</summary>
    /// <exception cref="ResourceNotFoundException">The account has no such one.</exception>
    internal static TrustedTokenIssuer RequireTokenIssuer(this Account account, string arn) =>
        account.FindTokenIssuer(arn) ?? throw new ResourceNotFoundException($"Trusted token issuer {Echo.Of(arn)} was not found.");

    /// <summary>The condition keys of every call on an issuer.</summary>
    internal static void RequireKeys(string arn, Call call, Requirements needs) =>
        needs.PrimaryRegion(call).ResourceTags(call.Account.FindTokenIssuer(arn)?.Tags, service: null);
}
