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
        ListSessions
        ListSignInThrottles
        ReceiveDelegationToken
        RevokeSession
        RevokeSessions
    ]
}

@idempotent
operation ClearSignInThrottles {
    input: ClearSignInThrottlesRequest
    output: ClearSignInThrottlesResponse
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

operation ReceiveDelegationToken {
    input: ReceiveDelegationTokenRequest
    output: ReceiveDelegationTokenResponse
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

integer Integer

@error("client")
@httpError(400)
structure InvalidInputException {
    Message: String
}

@error("client")
@httpError(400)
structure LimitExceededException {
    Message: String
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

@length(min: 1, max: 2048)
string NextToken

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

    @required
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
    FederatedUser
    SessionToken
    SignIn
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
