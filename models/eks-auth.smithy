$version: "2"

// Written by hand, from AWS's API reference of Amazon EKS Auth and from AU-832.
namespace com.amazonaws.eksauth

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

@service(sdkId: "EKS Auth", endpointPrefix: "eks-auth")
@sigv4(name: "eks-auth")
@restJson1
service EKSAuthFrontend {
    version: "2023-11-26"
    operations: [
        AssumeRoleForPodIdentity
    ]
}

@http(method: "POST", uri: "/clusters/{clusterName}/assume-role-for-pod-identity", code: 200)
operation AssumeRoleForPodIdentity {
    input: AssumeRoleForPodIdentityRequest
    output: AssumeRoleForPodIdentityResponse
    errors: [
        AccessDeniedException
        ExpiredTokenException
        InternalServerException
        InvalidParameterException
        InvalidRequestException
        InvalidTokenException
        ResourceNotFoundException
        ServiceUnavailableException
        ThrottlingException
    ]
}

@error("client")
@httpError(400)
structure AccessDeniedException {
    message: String
}

structure AssumedRoleUser {
    @required
    arn: String

    @required
    assumeRoleId: String
}

structure AssumeRoleForPodIdentityRequest {
    @httpLabel
    @required
    clusterName: ClusterName

    @required
    token: JwtToken
}

structure AssumeRoleForPodIdentityResponse {
    @required
    assumedRoleUser: AssumedRoleUser

    @required
    audience: String

    @required
    credentials: Credentials

    @required
    podIdentityAssociation: PodIdentityAssociation

    @required
    subject: Subject
}

@length(min: 1, max: 100)
@pattern("^[0-9A-Za-z][A-Za-z0-9\\-_]*$")
string ClusterName

structure Credentials {
    @required
    accessKeyId: String

    @required
    expiration: Timestamp

    @required
    secretAccessKey: Secret

    @required
    sessionToken: Secret
}

@error("client")
@httpError(400)
structure ExpiredTokenException {
    message: String
}

@error("server")
@httpError(500)
structure InternalServerException {
    message: String
}

@error("client")
@httpError(400)
structure InvalidParameterException {
    message: String
}

@error("client")
@httpError(400)
structure InvalidRequestException {
    message: String
}

@error("client")
@httpError(400)
structure InvalidTokenException {
    message: String
}

@length(min: 1)
@sensitive
string JwtToken

structure PodIdentityAssociation {
    @required
    associationArn: String

    @required
    associationId: String
}

@error("client")
@httpError(404)
structure ResourceNotFoundException {
    message: String
}

@sensitive
string Secret

@error("server")
@httpError(503)
structure ServiceUnavailableException {
    message: String
}

string String

structure Subject {
    @required
    namespace: String

    @required
    serviceAccount: String
}

@error("client")
@httpError(429)
structure ThrottlingException {
    message: String
}

timestamp Timestamp
