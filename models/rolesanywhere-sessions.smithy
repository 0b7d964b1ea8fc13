$version: "2"

// CreateSession, which AWS documents and leaves out of the model that it publishes of IAM Roles Anywhere. Written by hand, from AU-860 to AU-863.
namespace com.amazonaws.rolesanywhere.sessions

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

@service(sdkId: "RolesAnywhereSessions", endpointPrefix: "rolesanywhere")
@sigv4(name: "rolesanywhere")
@restJson1
service RolesAnywhereSessions {
    version: "2018-05-10"
    operations: [
        CreateSession
    ]
}

@signedByCertificate
@http(method: "POST", uri: "/sessions", code: 201)
operation CreateSession {
    input: CreateSessionRequest
    output: CreateSessionResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ValidationException
    ]
}

@error("client")
@httpError(403)
structure AccessDeniedException {
    message: String
}

structure AssumedRoleUser {
    arn: String

    assumedRoleId: String
}

structure CreateSessionRequest {
    @httpHeader("X-Amz-X509")
    cert: String

    durationSeconds: DurationSeconds

    instanceProperties: InstancePropertyMap

    @required
    @httpQuery("profileArn")
    @inBodyToo
    profileArn: ProfileArn

    @required
    @httpQuery("roleArn")
    @inBodyToo
    roleArn: RoleArn

    roleSessionName: RoleSessionName

    sessionName: String

    @required
    @httpQuery("trustAnchorArn")
    @inBodyToo
    trustAnchorArn: TrustAnchorArn
}

structure CreateSessionResponse {
    credentialSet: CredentialSet

    enabled: Boolean

    subjectArn: String
}

structure CredentialResponse {
    assumedRoleUser: AssumedRoleUser

    credentials: Credentials

    packedPolicySize: Integer

    roleArn: String

    sourceIdentity: String
}

list CredentialSet {
    member: CredentialResponse
}

structure Credentials {
    accessKeyId: String

    expiration: Expiration

    secretAccessKey: SecretAccessKey

    sessionToken: SessionToken
}

@range(min: 900, max: 43200)
integer DurationSeconds

@timestampFormat("date-time")
timestamp Expiration

@length(min: 0, max: 50)
map InstancePropertyMap {
    key: InstancePropertyText
    value: InstancePropertyText
}

@length(min: 1, max: 200)
string InstancePropertyText

@length(min: 1, max: 1011)
@pattern("arn:aws(-[^:]+)?:rolesanywhere(:.*){2}(:profile.*)")
string ProfileArn

@error("client")
@httpError(404)
structure ResourceNotFoundException {
    message: String
}

@length(min: 1, max: 1011)
@pattern("arn:aws(-[^:]+)?:iam(:.*){2}(:role.*)")
string RoleArn

@length(min: 2, max: 64)
@pattern("[\\w+=,.@-]*")
string RoleSessionName

@sensitive
string SecretAccessKey

@sensitive
string SessionToken

@length(min: 1, max: 1011)
@pattern("arn:aws(-[^:]+)?:rolesanywhere(:.*){2}(:trust-anchor.*)")
string TrustAnchorArn

@error("client")
@httpError(400)
structure ValidationException {
    message: String
}
