$version: "2"

namespace com.amazonaws.sso

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

@service(sdkId: "SSO", endpointPrefix: "portal.sso")
@sigv4(name: "awsssoportal")
@restJson1
service SSO {
    version: "2019-06-10"
    operations: [
        GetRoleCredentials
        ListAccountRoles
        ListAccounts
        Logout
    ]
}

@auth([])
@http(method: "GET", uri: "/federation/credentials", code: 200)
operation GetRoleCredentials {
    input: GetRoleCredentialsRequest
    output: GetRoleCredentialsResponse
    errors: [
        ForbiddenException
        InvalidRequestException
        ResourceNotFoundException
        TooManyRequestsException
        UnauthorizedException
    ]
}

@auth([])
@http(method: "GET", uri: "/assignment/roles", code: 200)
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "roleList", pageSize: "maxResults")
operation ListAccountRoles {
    input: ListAccountRolesRequest
    output: ListAccountRolesResponse
    errors: [
        InvalidRequestException
        ResourceNotFoundException
        TooManyRequestsException
        UnauthorizedException
    ]
}

@auth([])
@http(method: "GET", uri: "/assignment/accounts", code: 200)
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "accountList", pageSize: "maxResults")
operation ListAccounts {
    input: ListAccountsRequest
    output: ListAccountsResponse
    errors: [
        InvalidRequestException
        ResourceNotFoundException
        TooManyRequestsException
        UnauthorizedException
    ]
}

@auth([])
@http(method: "POST", uri: "/logout", code: 200)
operation Logout {
    input: LogoutRequest
    errors: [
        InvalidRequestException
        TooManyRequestsException
        UnauthorizedException
    ]
}

string AccessKeyType

@sensitive
string AccessTokenType

string AccountIdType

structure AccountInfo {
    accountId: AccountIdType

    accountName: AccountNameType

    emailAddress: EmailAddressType
}

list AccountListType {
    member: AccountInfo
}

string AccountNameType

@length(min: 1, max: 254)
string EmailAddressType

string ErrorDescription

long ExpirationTimestampType

structure GetRoleCredentialsRequest {
    @required
    @httpQuery("role_name")
    roleName: RoleNameType

    @required
    @httpQuery("account_id")
    accountId: AccountIdType

    @required
    @httpHeader("x-amz-sso_bearer_token")
    accessToken: AccessTokenType
}

structure GetRoleCredentialsResponse {
    roleCredentials: RoleCredentials
}

@error("client")
@httpError(400)
structure InvalidRequestException {
    message: ErrorDescription
}

structure ListAccountRolesRequest {
    @httpQuery("next_token")
    nextToken: NextTokenType

    @httpQuery("max_result")
    maxResults: MaxResultType

    @required
    @httpHeader("x-amz-sso_bearer_token")
    accessToken: AccessTokenType

    @required
    @httpQuery("account_id")
    accountId: AccountIdType
}

structure ListAccountRolesResponse {
    nextToken: NextTokenType

    roleList: RoleListType
}

structure ListAccountsRequest {
    @httpQuery("next_token")
    nextToken: NextTokenType

    @httpQuery("max_result")
    maxResults: MaxResultType

    @required
    @httpHeader("x-amz-sso_bearer_token")
    accessToken: AccessTokenType
}

structure ListAccountsResponse {
    nextToken: NextTokenType

    accountList: AccountListType
}

structure LogoutRequest {
    @required
    @httpHeader("x-amz-sso_bearer_token")
    accessToken: AccessTokenType
}

@range(min: 1, max: 100)
integer MaxResultType

string NextTokenType

@error("client")
@httpError(404)
structure ResourceNotFoundException {
    message: ErrorDescription
}

structure RoleCredentials {
    accessKeyId: AccessKeyType

    secretAccessKey: SecretAccessKeyType

    sessionToken: SessionTokenType

    expiration: ExpirationTimestampType
}

structure RoleInfo {
    roleName: RoleNameType

    accountId: AccountIdType
}

list RoleListType {
    member: RoleInfo
}

string RoleNameType

@sensitive
string SecretAccessKeyType

@sensitive
string SessionTokenType

@error("client")
@httpError(429)
structure TooManyRequestsException {
    message: ErrorDescription
}

@error("client")
@httpError(401)
structure UnauthorizedException {
    message: ErrorDescription
}

// The source does not list it; rule AU-852 says that AWS answers with it.
@error("client")
@httpError(403)
structure ForbiddenException {
    message: String
}

