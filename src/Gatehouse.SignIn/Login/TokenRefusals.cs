using Gatehouse.Contracts.Signin;
using Gatehouse.Wire;

namespace Gatehouse.SignIn.Login;

/// <summary>The refusals of CreateOAuth2Token, as its clients tell them apart [AU-744].</summary>
internal static class TokenRefusals
{
    private const int Unauthorized = 401;
    private const int Forbidden = 403;

    internal static ValidationException Invalid(string message) => new(message) { Error = "INVALID_REQUEST" };

    internal static AccessDeniedException CodeExpired() => Denied("AUTHCODE_EXPIRED", Unauthorized, "The authorization code has expired or was used before.");

    internal static AccessDeniedException TokenExpired() => Denied("TOKEN_EXPIRED", Unauthorized, "The refresh token has expired or was used before. Sign in again.");

    internal static AccessDeniedException CredentialsChanged() =>
        Denied("USER_CREDENTIALS_CHANGED", Forbidden, "The sign-in is over: credentials were changed, or its session was ended. Sign in again.");

    internal static AccessDeniedException NotPermitted(string message) => Denied("INSUFFICIENT_PERMISSIONS", Forbidden, message);

    internal static TooManyRequestsError TooMany() => new("Too many requests. Try again later.") { Error = "INVALID_REQUEST" };

    /// <summary>What all services have in common, in the words of this one.</summary>
    internal static ApiException Translate(ApiException refusal) => refusal switch
    {
        CommonException { Kind: CommonError.Throttling } => new TooManyRequestsError(refusal.Message) { Error = "INVALID_REQUEST" },
        CommonException { Kind: CommonError.InternalFailure or CommonError.ServiceUnavailable } => new InternalServerException(refusal.Message) { Error = "server_error" },
        CommonException { Kind: CommonError.Validation or CommonError.Malformed or CommonError.InvalidParameterValue } => Invalid(refusal.Message),
        _ => refusal,
    };

    private static AccessDeniedException Denied(string error, int status, string message) => new(message) { Error = error, StatusOfCase = status };
}
