$version: "2"

namespace com.amazonaws.ssooidc

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

@service(sdkId: "SSO OIDC", endpointPrefix: "oidc")
@sigv4(name: "sso-oauth")
@restJson1
service SSOOIDC {
    version: "2019-06-10"
    operations: [
        CreateToken
        CreateTokenWithIAM
        RegisterClient
        StartDeviceAuthorization
    ]
}

@auth([])
@http(method: "POST", uri: "/token", code: 200)
operation CreateToken {
    input: CreateTokenRequest
    output: CreateTokenResponse
    errors: [
        AccessDeniedException
        AuthorizationPendingException
        ExpiredTokenException
        InternalServerException
        InvalidClientException
        InvalidGrantException
        InvalidRequestException
        InvalidScopeException
        SlowDownException
        UnauthorizedClientException
        UnsupportedGrantTypeException
    ]
}

@http(method: "POST", uri: "/token?aws_iam=t", code: 200)
operation CreateTokenWithIAM {
    input: CreateTokenWithIAMRequest
    output: CreateTokenWithIAMResponse
    errors: [
        AccessDeniedException
        AuthorizationPendingException
        ExpiredTokenException
        InternalServerException
        InvalidClientException
        InvalidGrantException
        InvalidRequestException
        InvalidRequestRegionException
        InvalidScopeException
        SlowDownException
        UnauthorizedClientException
        UnsupportedGrantTypeException
    ]
}

@auth([])
@http(method: "POST", uri: "/client/register", code: 200)
operation RegisterClient {
    input: RegisterClientRequest
    output: RegisterClientResponse
    errors: [
        InternalServerException
        InvalidClientMetadataException
        InvalidRedirectUriException
        InvalidRequestException
        InvalidScopeException
        SlowDownException
        UnsupportedGrantTypeException
    ]
}

@auth([])
@http(method: "POST", uri: "/device_authorization", code: 200)
operation StartDeviceAuthorization {
    input: StartDeviceAuthorizationRequest
    output: StartDeviceAuthorizationResponse
    errors: [
        InternalServerException
        InvalidClientException
        InvalidRequestException
        SlowDownException
        UnauthorizedClientException
    ]
}

@error("client")
@httpError(400)
structure AccessDeniedException {
    error: Error

    reason: AccessDeniedExceptionReason

    error_description: ErrorDescription
}

enum AccessDeniedExceptionReason {
    KMS_AccessDeniedException
}

@sensitive
string AccessToken

string ArnType

@sensitive
string Assertion

// The source does not mark it; rule AU-8 counts it among the secrets.
@sensitive
string AuthCode

@error("client")
@httpError(400)
structure AuthorizationPendingException {
    error: Error

    error_description: ErrorDescription
}

structure AwsAdditionalDetails {
    identityContext: IdentityContext
}

string ClientId

string ClientName

@sensitive
string ClientSecret

string ClientType

@sensitive
string CodeVerifier

structure CreateTokenRequest {
    @required
    clientId: ClientId

    @required
    clientSecret: ClientSecret

    @required
    grantType: GrantType

    deviceCode: DeviceCode

    code: AuthCode

    refreshToken: RefreshToken

    scope: Scopes

    redirectUri: URI

    codeVerifier: CodeVerifier
}

structure CreateTokenResponse {
    accessToken: AccessToken

    tokenType: TokenType

    expiresIn: ExpirationInSeconds

    refreshToken: RefreshToken

    idToken: IdToken
}

structure CreateTokenWithIAMRequest {
    @required
    clientId: ClientId

    @required
    grantType: GrantType

    code: AuthCode

    refreshToken: RefreshToken

    assertion: Assertion

    scope: Scopes

    redirectUri: URI

    subjectToken: SubjectToken

    subjectTokenType: TokenTypeURI

    requestedTokenType: TokenTypeURI

    codeVerifier: CodeVerifier
}

structure CreateTokenWithIAMResponse {
    accessToken: AccessToken

    tokenType: TokenType

    expiresIn: ExpirationInSeconds

    refreshToken: RefreshToken

    idToken: IdToken

    issuedTokenType: TokenTypeURI

    scope: Scopes

    awsAdditionalDetails: AwsAdditionalDetails
}

// The source does not mark it; rule AU-8 counts it among the secrets.
@sensitive
string DeviceCode

string Error

string ErrorDescription

integer ExpirationInSeconds

@error("client")
@httpError(400)
structure ExpiredTokenException {
    error: Error

    error_description: ErrorDescription
}

string GrantType

list GrantTypes {
    member: GrantType
}

@sensitive
string IdToken

// The source does not mark it; rule AU-8 counts it among the secrets.
@sensitive
string IdentityContext

@error("server")
@httpError(500)
structure InternalServerException {
    error: Error

    error_description: ErrorDescription
}

integer IntervalInSeconds

@error("client")
@httpError(401)
structure InvalidClientException {
    error: Error

    error_description: ErrorDescription
}

@error("client")
@httpError(400)
structure InvalidClientMetadataException {
    error: Error

    error_description: ErrorDescription
}

@error("client")
@httpError(400)
structure InvalidGrantException {
    error: Error

    error_description: ErrorDescription
}

@error("client")
@httpError(400)
structure InvalidRedirectUriException {
    error: Error

    error_description: ErrorDescription
}

@error("client")
@httpError(400)
structure InvalidRequestException {
    error: Error

    reason: InvalidRequestExceptionReason

    error_description: ErrorDescription
}

enum InvalidRequestExceptionReason {
    KMS_NotFoundException
    KMS_InvalidKeyUsageException
    KMS_InvalidStateException
    KMS_DisabledException
}

@error("client")
@httpError(400)
structure InvalidRequestRegionException {
    error: Error

    error_description: ErrorDescription

    endpoint: Location

    region: Region
}

@error("client")
@httpError(400)
structure InvalidScopeException {
    error: Error

    error_description: ErrorDescription
}

string Location

long LongTimeStampType

list RedirectUris {
    member: URI
}

@sensitive
string RefreshToken

string Region

structure RegisterClientRequest {
    @required
    clientName: ClientName

    @required
    clientType: ClientType

    scopes: Scopes

    redirectUris: RedirectUris

    grantTypes: GrantTypes

    issuerUrl: URI

    entitledApplicationArn: ArnType
}

structure RegisterClientResponse {
    clientId: ClientId

    clientSecret: ClientSecret

    clientIdIssuedAt: LongTimeStampType

    clientSecretExpiresAt: LongTimeStampType

    authorizationEndpoint: URI

    tokenEndpoint: URI
}

string Scope

list Scopes {
    member: Scope
}

@error("client")
@httpError(400)
structure SlowDownException {
    error: Error

    error_description: ErrorDescription
}

structure StartDeviceAuthorizationRequest {
    @required
    clientId: ClientId

    @required
    clientSecret: ClientSecret

    @required
    startUrl: URI
}

structure StartDeviceAuthorizationResponse {
    deviceCode: DeviceCode

    userCode: UserCode

    verificationUri: URI

    verificationUriComplete: URI

    expiresIn: ExpirationInSeconds

    interval: IntervalInSeconds
}

@sensitive
string SubjectToken

string TokenType

string TokenTypeURI

string URI

@error("client")
@httpError(400)
structure UnauthorizedClientException {
    error: Error

    error_description: ErrorDescription
}

@error("client")
@httpError(400)
structure UnsupportedGrantTypeException {
    error: Error

    error_description: ErrorDescription
}

// The source does not mark it; rule AU-8 counts it among the secrets.
@sensitive
string UserCode

