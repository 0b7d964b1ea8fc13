$version: "2"

namespace com.amazonaws.signin

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

@service(sdkId: "Signin", endpointPrefix: "signin")
@sigv4(name: "signin")
@restJson1
service Signin {
    version: "2023-01-01"
    operations: [
        CreateOAuth2Token
    ]
}

@auth([])
@http(method: "POST", uri: "/v1/token", code: 200)
operation CreateOAuth2Token {
    input: CreateOAuth2TokenRequest
    output: CreateOAuth2TokenResponse
    errors: [
        AccessDeniedException
        InternalServerException
        TooManyRequestsError
        ValidationException
    ]
}

@error("client")
structure AccessDeniedException {
    @required
    error: OAuth2ErrorCode

    @required
    message: String
}

@sensitive
structure AccessToken {
    @required
    accessKeyId: String

    @required
    secretAccessKey: String

    @required
    sessionToken: String
}

@length(min: 1, max: 512)
// The source does not mark it; rule AU-8 counts it among the secrets.
@sensitive
string AuthorizationCode

@pattern("arn:aws:signin:::devtools/(cross-device|same-device)")
string ClientId

@length(min: 43, max: 128)
@pattern("[A-Za-z0-9\\-._~]+")
// The source does not mark it; rule AU-8 counts it among the secrets.
@sensitive
string CodeVerifier

structure CreateOAuth2TokenRequest {
    @required
    @httpPayload
    tokenInput: CreateOAuth2TokenRequestBody
}

structure CreateOAuth2TokenRequestBody {
    @required
    clientId: ClientId

    @required
    grantType: GrantType

    code: AuthorizationCode

    redirectUri: RedirectUri

    codeVerifier: CodeVerifier

    refreshToken: RefreshToken
}

structure CreateOAuth2TokenResponse {
    @required
    @httpPayload
    tokenOutput: CreateOAuth2TokenResponseBody
}

structure CreateOAuth2TokenResponseBody {
    @required
    accessToken: AccessToken

    @required
    tokenType: TokenType

    @required
    expiresIn: ExpiresIn

    @required
    refreshToken: RefreshToken

    idToken: IdToken
}

@range(min: 1, max: 900)
integer ExpiresIn

@pattern("(authorization_code|refresh_token)")
string GrantType

@length(min: 1, max: 4096)
// The source does not mark it; rule AU-8 counts it among the secrets.
@sensitive
string IdToken

@error("server")
@httpError(500)
structure InternalServerException {
    @required
    error: OAuth2ErrorCode

    @required
    message: String
}

enum OAuth2ErrorCode {
    TOKEN_EXPIRED
    USER_CREDENTIALS_CHANGED
    INSUFFICIENT_PERMISSIONS
    AUTHCODE_EXPIRED
    server_error
    INVALID_REQUEST
}

@length(min: 1, max: 2048)
string RedirectUri

@length(min: 1, max: 2048)
@sensitive
string RefreshToken

string String

@pattern("aws_sigv4")
string TokenType

@error("client")
@httpError(429)
structure TooManyRequestsError {
    @required
    error: OAuth2ErrorCode

    @required
    message: String
}

@error("client")
@httpError(400)
structure ValidationException {
    @required
    error: OAuth2ErrorCode

    @required
    message: String
}

