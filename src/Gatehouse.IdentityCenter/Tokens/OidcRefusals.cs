using Gatehouse.Contracts.SsoOidc;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Tokens;

/// <summary>The refusals of sso-oidc: an OAuth error, and what there is to say of it [AU-850, AU-851].</summary>
internal static class OidcRefusals
{
    internal static InvalidRequestException Invalid(string text) => new(text) { Error = "invalid_request", ErrorDescription = text };

    internal static InvalidClientException Client() => new("Invalid client") { Error = "invalid_client", ErrorDescription = "The client is not registered, its registration has ended, or the client secret is wrong." };

    internal static InvalidClientMetadataException Metadata(string text) => new(text) { Error = "invalid_client_metadata", ErrorDescription = text };

    internal static InvalidRedirectUriException Redirect(string text) => new(text) { Error = "invalid_redirect_uri", ErrorDescription = text };

    internal static InvalidScopeException Scope() => new("Invalid scope") { Error = "invalid_scope", ErrorDescription = "Invalid scope provided" };

    internal static InvalidGrantException Grant(string text) => new(text) { Error = "invalid_grant", ErrorDescription = text };

    internal static UnsupportedGrantTypeException GrantType() => new("Unsupported grant type") { Error = "unsupported_grant_type", ErrorDescription = "Unsupported grant type provided" };

    internal static UnauthorizedClientException NotForClient() =>
        new("Unauthorized client") { Error = "unauthorized_client", ErrorDescription = "The client is not registered for this grant type." };

    internal static UnauthorizedClientException NotForApplication() =>
        new("Unauthorized client") { Error = "unauthorized_client", ErrorDescription = "The application is disabled, has no such grant, or is not authenticated by IAM." };

    internal static AccessDeniedException NotAssigned() => new("Denied") { Error = "access_denied", ErrorDescription = "The user is not assigned to the application." };

    internal static AuthorizationPendingException Pending() => new("Pending") { Error = "authorization_pending" };

    internal static SlowDownException TooFast() => new("Slow down") { Error = "slow_down" };

    internal static AccessDeniedException Denied() => new("Denied") { Error = "access_denied", ErrorDescription = "The request was denied by the user." };

    internal static ExpiredTokenException Expired(string text) => new(text) { Error = "expired_token", ErrorDescription = text };

    /// <summary>What all services have in common, in the words of this one.</summary>
    internal static ApiException Translate(ApiException refusal) => refusal switch
    {
        CommonException { Kind: CommonError.Throttling } => TooFast(),
        CommonException { Kind: CommonError.InternalFailure or CommonError.ServiceUnavailable } => new InternalServerException(refusal.Message) { Error = "server_error", ErrorDescription = refusal.Message },
        CommonException { Kind: CommonError.Validation or CommonError.Malformed or CommonError.InvalidParameterValue } => Invalid(refusal.Message),
        _ => refusal,
    };
}
