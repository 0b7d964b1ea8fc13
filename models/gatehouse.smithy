$version: "2"

namespace gatehouse

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_1

@service(sdkId: "Gatehouse", endpointPrefix: "gatehouse")
@sigv4(name: "gatehouse")
@awsJson1_1
service Gatehouse {
    version: "2026-01-01"
    operations: [
        ClearSignInThrottles
        DeleteIssuerKeys
        GetIssuerKeys
        GetSignInSettings
        ListIdentityUsers
        ListSessions
        ListSignInThrottles
        PutIssuerKeys
        ReceiveDelegationToken
        ResetIdentityUserPassword
        RevokeSession
        RevokeSessions
        SetIdentityUserPassword
        UpdateSignInSettings
    ]
}

@idempotent
operation ClearSignInThrottles {
    input: ClearSignInThrottlesRequest
    output: ClearSignInThrottlesResponse
}

@idempotent
operation DeleteIssuerKeys {
    input: DeleteIssuerKeysRequest
    output: DeleteIssuerKeysResponse
    errors: [
        InvalidInputException
        ResourceNotFoundException
    ]
}

@readonly
operation GetIssuerKeys {
    input: GetIssuerKeysRequest
    output: GetIssuerKeysResponse
    errors: [
        InvalidInputException
        ResourceNotFoundException
    ]
}

@readonly
operation GetSignInSettings {
    input: GetSignInSettingsRequest
    output: GetSignInSettingsResponse
}

@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "IdentityUsers", pageSize: "MaxResults")
operation ListIdentityUsers {
    input: ListIdentityUsersRequest
    output: ListIdentityUsersResponse
    errors: [
        InvalidInputException
    ]
}

@readonly
operation ListSessions {
    input: ListSessionsRequest
    output: ListSessionsResponse
    errors: [
        InvalidInputException
        ResourceNotFoundException
    ]
}

@readonly
operation ListSignInThrottles {
    input: ListSignInThrottlesRequest
    output: ListSignInThrottlesResponse
}

@idempotent
operation PutIssuerKeys {
    input: PutIssuerKeysRequest
    output: PutIssuerKeysResponse
    errors: [
        InvalidInputException
        ResourceNotFoundException
    ]
}

operation ReceiveDelegationToken {
    input: ReceiveDelegationTokenRequest
    output: ReceiveDelegationTokenResponse
    errors: [
        InvalidInputException
        ResourceNotFoundException
    ]
}

operation ResetIdentityUserPassword {
    input: ResetIdentityUserPasswordRequest
    output: ResetIdentityUserPasswordResponse
    errors: [
        InvalidInputException
        ResourceNotFoundException
    ]
}

@idempotent
operation RevokeSession {
    input: RevokeSessionRequest
    output: RevokeSessionResponse
    errors: [
        LimitExceededException
        ResourceNotFoundException
    ]
}

@idempotent
operation RevokeSessions {
    input: RevokeSessionsRequest
    output: RevokeSessionsResponse
    errors: [
        InvalidInputException
        LimitExceededException
        ResourceNotFoundException
    ]
}

operation SetIdentityUserPassword {
    input: SetIdentityUserPasswordRequest
    output: SetIdentityUserPasswordResponse
    errors: [
        InvalidInputException
        ResourceNotFoundException
    ]
}

@idempotent
operation UpdateSignInSettings {
    input: UpdateSignInSettingsRequest
    output: UpdateSignInSettingsResponse
    errors: [
        InvalidInputException
    ]
}

@length(min: 16, max: 128)
@pattern("[\\w]+")
string AccessKeyId

@length(min: 20, max: 2048)
string Arn

boolean Boolean

structure ClearSignInThrottlesRequest {
}

structure ClearSignInThrottlesResponse {
    @required
    Cleared: Integer
}

@pattern("[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
@length(min: 36, max: 36)
string DelegationRequestId

timestamp Date

structure DeleteIssuerKeysRequest {
    @required
    IssuerArn: Arn
}

structure DeleteIssuerKeysResponse {
}

structure GetIssuerKeysRequest {
    @required
    IssuerArn: Arn
}

structure GetIssuerKeysResponse {
    @required
    IssuerArn: Arn

    @required
    KeySet: KeySet

    @required
    SigningKeys: SigningKeyList

    @required
    UpdateTime: Date

    @required
    Overridden: Boolean
}

structure GetSignInSettingsRequest {
}

structure GetSignInSettingsResponse {
    @required
    MfaRequirement: MfaRequirement

    @required
    InstallationMfaRequirement: MfaRequirement

    @required
    EffectiveMfaRequirement: MfaRequirement
}

@length(min: 1, max: 128)
@sensitive
string IdentityPassword

structure IdentityUser {
    @required
    UserId: IdentityUserId

    @required
    UserName: IdentityUserName

    @required
    Disabled: Boolean

    PasswordLastSet: Date

    @required
    ResetRequired: Boolean
}

@length(min: 1, max: 47)
@pattern("([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}")
string IdentityUserId

list IdentityUserList {
    member: IdentityUser
}

@length(min: 1, max: 128)
@pattern("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+")
@sensitive
string IdentityUserName

integer Integer

@error("client")
@httpError(400)
structure InvalidInputException {
    Message: String
}

@length(min: 1, max: 65536)
@sensitive
string KeySet

enum KeyType {
    EC
    RSA
}

@error("client")
@httpError(400)
structure LimitExceededException {
    Message: String
}

structure ListIdentityUsersRequest {
    MaxResults: MaxResults

    NextToken: NextToken
}

structure ListIdentityUsersResponse {
    @required
    IdentityUsers: IdentityUserList

    NextToken: NextToken
}

structure ListSessionsRequest {
    PrincipalArn: Arn

    AccessKeyId: AccessKeyId

    MaxResults: MaxResults

    NextToken: NextToken
}

structure ListSessionsResponse {
    @required
    Sessions: SessionList

    @required
    Complete: Boolean

    NextToken: NextToken
}

structure ListSignInThrottlesRequest {
}

structure ListSignInThrottlesResponse {
    @required
    SignInThrottles: SignInThrottleList
}

@range(min: 1, max: 1000)
integer MaxResults

enum MfaRequirement {
    All
    None
    Root
}

@length(min: 1, max: 2048)
string NextToken

structure PutIssuerKeysRequest {
    @required
    IssuerArn: Arn

    @required
    KeySet: KeySet
}

structure PutIssuerKeysResponse {
    @required
    IssuerArn: Arn

    @required
    SigningKeys: SigningKeyList

    @required
    UpdateTime: Date
}

structure ReceiveDelegationTokenRequest {
    @required
    DelegationRequestId: DelegationRequestId
}

structure ReceiveDelegationTokenResponse {
    @required
    DelegationRequestId: DelegationRequestId

    @required
    RequestorWorkflowId: String

    @required
    NotificationChannel: Arn

    @required
    TradeInToken: TradeInToken

    @required
    Expiration: Date
}

structure ResetIdentityUserPasswordRequest {
    UserName: IdentityUserName

    UserId: IdentityUserId
}

structure ResetIdentityUserPasswordResponse {
    @required
    UserId: IdentityUserId

    @required
    OneTimePassword: IdentityPassword
}

@error("client")
@httpError(400)
structure ResourceNotFoundException {
    Message: String
}

structure RevokeSessionRequest {
    @required
    SessionId: SessionId
}

structure RevokeSessionResponse {
}

structure RevokeSessionsRequest {
    @required
    PrincipalArn: Arn

    IssuedBefore: Date
}

structure RevokeSessionsResponse {
    @required
    IssuedBefore: Date
}

structure Session {
    @required
    SessionId: SessionId

    @required
    SessionType: SessionType

    @required
    PrincipalArn: Arn

    @required
    PrincipalId: String

    SessionName: String

    AccessKeyId: AccessKeyId

    @required
    IssueTime: Date

    @required
    Expiration: Date

    LastUsedTime: Date

    LastUsedService: String

    LastUsedRegion: String

    ParentSessionId: SessionId

    SourceIdentity: String

    IdentityProvider: String

    @required
    MfaAuthenticated: Boolean
}

@length(min: 32, max: 32)
@pattern("[0-9a-f]{32}")
string SessionId

list SessionList {
    member: Session
}

enum SessionType {
    AssumedRole
    AssumedRoot
    Delegated
    Enrolment
    FederatedUser
    Portal
    SessionToken
    SignIn
}

structure SetIdentityUserPasswordRequest {
    UserName: IdentityUserName

    UserId: IdentityUserId

    @required
    Password: IdentityPassword

    ResetRequired: Boolean
}

structure SetIdentityUserPasswordResponse {
    @required
    UserId: IdentityUserId
}

structure SigningKey {
    KeyId: String

    @required
    KeyType: KeyType

    @required
    KeySize: Integer

    @required
    Thumbprint: String
}

list SigningKeyList {
    member: SigningKey
}

structure SignInThrottle {
    PrincipalArn: Arn

    @required
    FailedAttempts: Integer

    @required
    LastFailureTime: Date
}

list SignInThrottleList {
    member: SignInThrottle
}

string String

@sensitive
string TradeInToken

structure UpdateSignInSettingsRequest {
    MfaRequirement: MfaRequirement
}

structure UpdateSignInSettingsResponse {
    @required
    MfaRequirement: MfaRequirement

    @required
    InstallationMfaRequirement: MfaRequirement

    @required
    EffectiveMfaRequirement: MfaRequirement
}
