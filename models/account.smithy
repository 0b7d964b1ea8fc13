$version: "2"

namespace com.amazonaws.account

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

@service(sdkId: "Account", endpointPrefix: "account")
@sigv4(name: "account")
@restJson1
service Account {
    version: "2021-02-01"
    operations: [
        AcceptPrimaryEmailUpdate
        DeleteAlternateContact
        DisableRegion
        EnableRegion
        GetAccountInformation
        GetAlternateContact
        GetContactInformation
        GetGovCloudAccountInformation
        GetPrimaryEmail
        GetRegionOptStatus
        ListRegions
        PutAccountName
        PutAlternateContact
        PutContactInformation
        StartPrimaryEmailUpdate
    ]
}

@http(method: "POST", uri: "/acceptPrimaryEmailUpdate", code: 200)
operation AcceptPrimaryEmailUpdate {
    input: AcceptPrimaryEmailUpdateRequest
    output: AcceptPrimaryEmailUpdateResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        TooManyRequestsException
        ValidationException
    ]
}

@http(method: "POST", uri: "/deleteAlternateContact", code: 200)
@idempotent
operation DeleteAlternateContact {
    input: DeleteAlternateContactRequest
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        TooManyRequestsException
        ValidationException
    ]
}

@http(method: "POST", uri: "/disableRegion", code: 200)
operation DisableRegion {
    input: DisableRegionRequest
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        TooManyRequestsException
        ValidationException
    ]
}

@http(method: "POST", uri: "/enableRegion", code: 200)
operation EnableRegion {
    input: EnableRegionRequest
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        TooManyRequestsException
        ValidationException
    ]
}

@http(method: "POST", uri: "/getAccountInformation", code: 200)
@readonly
operation GetAccountInformation {
    input: GetAccountInformationRequest
    output: GetAccountInformationResponse
    errors: [
        AccessDeniedException
        InternalServerException
        TooManyRequestsException
        ValidationException
    ]
}

@http(method: "POST", uri: "/getAlternateContact", code: 200)
@readonly
operation GetAlternateContact {
    input: GetAlternateContactRequest
    output: GetAlternateContactResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        TooManyRequestsException
        ValidationException
    ]
}

@http(method: "POST", uri: "/getContactInformation", code: 200)
@readonly
operation GetContactInformation {
    input: GetContactInformationRequest
    output: GetContactInformationResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        TooManyRequestsException
        ValidationException
    ]
}

@http(method: "POST", uri: "/getGovCloudAccountInformation", code: 200)
@readonly
operation GetGovCloudAccountInformation {
    input: GetGovCloudAccountInformationRequest
    output: GetGovCloudAccountInformationResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ResourceUnavailableException
        TooManyRequestsException
        ValidationException
    ]
}

@http(method: "POST", uri: "/getPrimaryEmail", code: 200)
@readonly
operation GetPrimaryEmail {
    input: GetPrimaryEmailRequest
    output: GetPrimaryEmailResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        TooManyRequestsException
        ValidationException
    ]
}

@http(method: "POST", uri: "/getRegionOptStatus", code: 200)
@readonly
operation GetRegionOptStatus {
    input: GetRegionOptStatusRequest
    output: GetRegionOptStatusResponse
    errors: [
        AccessDeniedException
        InternalServerException
        TooManyRequestsException
        ValidationException
    ]
}

@http(method: "POST", uri: "/listRegions", code: 200)
@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Regions", pageSize: "MaxResults")
operation ListRegions {
    input: ListRegionsRequest
    output: ListRegionsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        TooManyRequestsException
        ValidationException
    ]
}

@http(method: "POST", uri: "/putAccountName", code: 200)
@idempotent
operation PutAccountName {
    input: PutAccountNameRequest
    errors: [
        AccessDeniedException
        InternalServerException
        TooManyRequestsException
        ValidationException
    ]
}

@http(method: "POST", uri: "/putAlternateContact", code: 200)
@idempotent
operation PutAlternateContact {
    input: PutAlternateContactRequest
    errors: [
        AccessDeniedException
        InternalServerException
        TooManyRequestsException
        ValidationException
    ]
}

@http(method: "POST", uri: "/putContactInformation", code: 200)
@idempotent
operation PutContactInformation {
    input: PutContactInformationRequest
    errors: [
        AccessDeniedException
        InternalServerException
        TooManyRequestsException
        ValidationException
    ]
}

@http(method: "POST", uri: "/startPrimaryEmailUpdate", code: 200)
operation StartPrimaryEmailUpdate {
    input: StartPrimaryEmailUpdateRequest
    output: StartPrimaryEmailUpdateResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        TooManyRequestsException
        ValidationException
    ]
}

structure AcceptPrimaryEmailUpdateRequest {
    @required
    AccountId: AccountId

    @required
    PrimaryEmail: PrimaryEmailAddress

    @required
    Otp: Otp
}

structure AcceptPrimaryEmailUpdateResponse {
    Status: PrimaryEmailUpdateStatus
}

@error("client")
@httpError(403)
structure AccessDeniedException {
    @required
    message: String

    @httpHeader("x-amzn-ErrorType")
    errorType: String
}

@timestampFormat("date-time")
timestamp AccountCreatedDate

@pattern("\\d{12}")
string AccountId

@length(min: 1, max: 50)
@pattern("[ -;=?-~]+")
@sensitive
string AccountName

enum AccountState {
    PENDING_ACTIVATION
    ACTIVE
    SUSPENDED
    CLOSED
}

@length(min: 1, max: 60)
@sensitive
string AddressLine

structure AlternateContact {
    Name: Name

    Title: Title

    EmailAddress: EmailAddress

    PhoneNumber: PhoneNumber

    AlternateContactType: AlternateContactType
}

enum AlternateContactType {
    BILLING
    OPERATIONS
    SECURITY
}

enum AwsAccountState {
    PENDING_ACTIVATION
    ACTIVE
    SUSPENDED
    CLOSED
}

@length(min: 1, max: 50)
@sensitive
string City

@length(min: 1, max: 50)
@sensitive
string CompanyName

@error("client")
@httpError(409)
structure ConflictException {
    @required
    message: String

    @httpHeader("x-amzn-ErrorType")
    errorType: String
}

structure ContactInformation {
    @required
    FullName: FullName

    @required
    AddressLine1: AddressLine

    AddressLine2: AddressLine

    AddressLine3: AddressLine

    @required
    City: City

    StateOrRegion: StateOrRegion

    DistrictOrCounty: DistrictOrCounty

    @required
    PostalCode: PostalCode

    @required
    CountryCode: CountryCode

    @required
    PhoneNumber: ContactInformationPhoneNumber

    CompanyName: CompanyName

    WebsiteUrl: WebsiteUrl
}

@length(min: 1, max: 20)
@pattern("[+][\\s0-9()-]+")
@sensitive
string ContactInformationPhoneNumber

@length(min: 2, max: 2)
@sensitive
string CountryCode

structure DeleteAlternateContactRequest {
    @required
    AlternateContactType: AlternateContactType

    AccountId: AccountId
}

structure DisableRegionRequest {
    AccountId: AccountId

    @required
    RegionName: RegionName
}

@length(min: 1, max: 50)
@sensitive
string DistrictOrCounty

@length(min: 1, max: 254)
@pattern("[\\s]*[\\w+=.#|!&-]+@[\\w.-]+\\.[\\w]+[\\s]*")
@sensitive
string EmailAddress

structure EnableRegionRequest {
    AccountId: AccountId

    @required
    RegionName: RegionName
}

@length(min: 1, max: 50)
@sensitive
string FullName

structure GetAccountInformationRequest {
    AccountId: AccountId
}

structure GetAccountInformationResponse {
    AccountId: AccountId

    AccountName: AccountName

    AccountCreatedDate: AccountCreatedDate

    AccountState: AccountState
}

structure GetAlternateContactRequest {
    @required
    AlternateContactType: AlternateContactType

    AccountId: AccountId
}

structure GetAlternateContactResponse {
    AlternateContact: AlternateContact
}

structure GetContactInformationRequest {
    AccountId: AccountId
}

structure GetContactInformationResponse {
    ContactInformation: ContactInformation
}

structure GetGovCloudAccountInformationRequest {
    StandardAccountId: AccountId
}

structure GetGovCloudAccountInformationResponse {
    @required
    GovCloudAccountId: AccountId

    @required
    AccountState: AwsAccountState
}

structure GetPrimaryEmailRequest {
    @required
    AccountId: AccountId
}

structure GetPrimaryEmailResponse {
    PrimaryEmail: PrimaryEmailAddress
}

structure GetRegionOptStatusRequest {
    AccountId: AccountId

    @required
    RegionName: RegionName
}

structure GetRegionOptStatusResponse {
    RegionName: RegionName

    RegionOptStatus: RegionOptStatus
}

@error("server")
@httpError(500)
structure InternalServerException {
    @required
    message: String

    @httpHeader("x-amzn-ErrorType")
    errorType: String
}

structure ListRegionsRequest {
    AccountId: AccountId

    MaxResults: ListRegionsRequestMaxResultsInteger

    NextToken: ListRegionsRequestNextTokenString

    RegionOptStatusContains: RegionOptStatusList
}

@range(min: 1, max: 50)
integer ListRegionsRequestMaxResultsInteger

@length(min: 0, max: 1000)
string ListRegionsRequestNextTokenString

structure ListRegionsResponse {
    NextToken: String

    Regions: RegionOptList
}

@length(min: 1, max: 64)
@sensitive
string Name

@pattern("[a-zA-Z0-9]{6}")
@sensitive
string Otp

@length(min: 1, max: 25)
@pattern("[\\s0-9()+-]+")
@sensitive
string PhoneNumber

@length(min: 1, max: 20)
@sensitive
string PostalCode

@length(min: 5, max: 64)
@sensitive
string PrimaryEmailAddress

enum PrimaryEmailUpdateStatus {
    PENDING
    ACCEPTED
}

structure PutAccountNameRequest {
    @required
    AccountName: AccountName

    AccountId: AccountId
}

structure PutAlternateContactRequest {
    @required
    Name: Name

    @required
    Title: Title

    @required
    EmailAddress: EmailAddress

    @required
    PhoneNumber: PhoneNumber

    @required
    AlternateContactType: AlternateContactType

    AccountId: AccountId
}

structure PutContactInformationRequest {
    @required
    ContactInformation: ContactInformation

    AccountId: AccountId
}

structure Region {
    RegionName: RegionName

    RegionOptStatus: RegionOptStatus
}

@length(min: 1, max: 50)
string RegionName

list RegionOptList {
    member: Region
}

enum RegionOptStatus {
    ENABLED
    ENABLING
    DISABLING
    DISABLED
    ENABLED_BY_DEFAULT
}

list RegionOptStatusList {
    member: RegionOptStatus
}

@error("client")
@httpError(404)
structure ResourceNotFoundException {
    @required
    message: String

    @httpHeader("x-amzn-ErrorType")
    errorType: String
}

@error("client")
@httpError(424)
structure ResourceUnavailableException {
    @required
    message: String

    @httpHeader("x-amzn-ErrorType")
    errorType: String
}

@sensitive
string SensitiveString

structure StartPrimaryEmailUpdateRequest {
    @required
    AccountId: AccountId

    @required
    PrimaryEmail: PrimaryEmailAddress
}

structure StartPrimaryEmailUpdateResponse {
    Status: PrimaryEmailUpdateStatus
}

@length(min: 1, max: 50)
@sensitive
string StateOrRegion

string String

@length(min: 1, max: 50)
@sensitive
string Title

@error("client")
@httpError(429)
structure TooManyRequestsException {
    @required
    message: String

    @httpHeader("x-amzn-ErrorType")
    errorType: String
}

@error("client")
@httpError(400)
structure ValidationException {
    @required
    message: SensitiveString

    reason: ValidationExceptionReason

    fieldList: ValidationExceptionFieldList
}

structure ValidationExceptionField {
    @required
    name: String

    @required
    message: SensitiveString
}

list ValidationExceptionFieldList {
    member: ValidationExceptionField
}

enum ValidationExceptionReason {
    invalidRegionOptTarget
    fieldValidationFailed
}

@length(min: 1, max: 256)
@sensitive
string WebsiteUrl

