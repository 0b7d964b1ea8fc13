using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.TokenIssuers;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>The ways in which applications get tokens, between requests and what is kept.</summary>
internal static class Grants
{
    /// <summary>What a request says of a grant.</summary>
    /// <exception cref="ValidationException">It is not of its type, or cannot be kept so.</exception>
    /// <exception cref="ResourceNotFoundException">It names a trusted token issuer that is not there.</exception>
    internal static ApplicationGrant Read(string type, Grant given, Account account) => (type, given) switch
    {
        (GrantType.Authorization_code, { AuthorizationCode: { } code }) => new(type) { RedirectUris = Redirects(code.RedirectUris) },
        (GrantType.Refresh_token, { RefreshToken: not null }) => new(type),
        (GrantType.Urn_ietf_params_oauth_grant_type_jwt_bearer, { JwtBearer: { } bearer }) => new(type) { Issuers = Issuers(bearer.AuthorizedTokenIssuers, account) },
        (GrantType.Urn_ietf_params_oauth_grant_type_token_exchange, { TokenExchange: not null }) => new(type),
        _ => throw new ValidationException("The grant is not of the type that GrantType names."),
    };

    /// <summary>The grant of a type.</summary>
    /// <exception cref="ResourceNotFoundException">The application has none.</exception>
    internal static ApplicationGrant Require(IdentityApplication application, string type) =>
        application.GrantOf(type) ?? throw new ResourceNotFoundException($"The application has no grant of the type {type}.");

    /// <summary>How a grant looks in answers.</summary>
    internal static Grant Describe(this ApplicationGrant grant, Account account) => grant.Type switch
    {
        GrantType.Authorization_code => new() { AuthorizationCode = new() { RedirectUris = grant.RedirectUris } },
        GrantType.Refresh_token => new() { RefreshToken = new() },
        GrantType.Urn_ietf_params_oauth_grant_type_jwt_bearer => new()
        {
            JwtBearer = new()
            {
                AuthorizedTokenIssuers = grant.Issuers.IsEmpty ? null : grant.Issuers.Select(issuer => new AuthorizedTokenIssuer
                {
                    TrustedTokenIssuerArn = TrustedTokenIssuer.ArnOf(account.Id, account.IdentityCenter!.Id, issuer.IssuerId).Text,
                    AuthorizedAudiences = issuer.Audiences.IsEmpty ? null : issuer.Audiences,
                }).ToList(),
            },
        },
        _ => new() { TokenExchange = new() },
    };

    // Browsers are sent there with a code: only to where nobody listens between.
    private static ImmutableArray<string> Redirects(IReadOnlyList<string>? given)
    {
        if (given is not { Count: > 0 })
        {
            throw new ValidationException("RedirectUris is required when the grant type is authorization_code.");
        }

        return given.All(IsRedirect) ? [.. given.Distinct(StringComparer.Ordinal)] : throw new ValidationException(
            "A redirect URI must be an absolute https URI without a fragment, or an http one of the machine itself.");
    }

    private static bool IsRedirect(string text) => text.Length <= 2048 && Uri.TryCreate(text, UriKind.Absolute, out var uri) && uri.UserInfo.Length == 0
        && !text.Contains('#', StringComparison.Ordinal) && (uri.Scheme == Uri.UriSchemeHttps || (uri.Scheme == Uri.UriSchemeHttp && uri.IsLoopback));

    private static ImmutableArray<AuthorizedIssuer> Issuers(IReadOnlyList<AuthorizedTokenIssuer>? given, Account account)
    {
        var issuers = (given ?? []).Select(one => new AuthorizedIssuer(
            account.RequireTokenIssuer(one.TrustedTokenIssuerArn ?? throw new ValidationException("An authorized token issuer has no TrustedTokenIssuerArn.")).Id,
            [.. one.AuthorizedAudiences ?? []])).ToImmutableArray();
        return issuers.DistinctBy(issuer => issuer.IssuerId, StringComparer.Ordinal).Count() == issuers.Length
            ? issuers
            : throw new ValidationException("A trusted token issuer is named twice.");
    }
}
