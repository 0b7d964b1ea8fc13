$version: "2"

namespace com.amazonaws.identitystore

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_1

@service(sdkId: "identitystore", endpointPrefix: "identitystore")
@sigv4(name: "identitystore")
@awsJson1_1
service AWSIdentityStore {
    version: "2020-06-15"
    operations: [
        CreateGroup
        CreateGroupMembership
        CreateUser
        DeleteGroup
        DeleteGroupMembership
        DeleteUser
        DescribeGroup
        DescribeGroupMembership
        DescribeUser
        GetGroupId
        GetGroupMembershipId
        GetUserId
        IsMemberInGroups
        ListGroupMemberships
        ListGroupMembershipsForMember
        ListGroups
        ListUsers
        UpdateGroup
        UpdateUser
    ]
}

operation CreateGroup {
    input: CreateGroupRequest
    output: CreateGroupResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ServiceQuotaExceededException
        ThrottlingException
        ValidationException
    ]
}

operation CreateGroupMembership {
    input: CreateGroupMembershipRequest
    output: CreateGroupMembershipResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ServiceQuotaExceededException
        ThrottlingException
        ValidationException
    ]
}

operation CreateUser {
    input: CreateUserRequest
    output: CreateUserResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ServiceQuotaExceededException
        ThrottlingException
        ValidationException
    ]
}

@idempotent
operation DeleteGroup {
    input: DeleteGroupRequest
    output: DeleteGroupResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@idempotent
operation DeleteGroupMembership {
    input: DeleteGroupMembershipRequest
    output: DeleteGroupMembershipResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@idempotent
operation DeleteUser {
    input: DeleteUserRequest
    output: DeleteUserResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
operation DescribeGroup {
    input: DescribeGroupRequest
    output: DescribeGroupResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
operation DescribeGroupMembership {
    input: DescribeGroupMembershipRequest
    output: DescribeGroupMembershipResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
operation DescribeUser {
    input: DescribeUserRequest
    output: DescribeUserResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
operation GetGroupId {
    input: GetGroupIdRequest
    output: GetGroupIdResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
operation GetGroupMembershipId {
    input: GetGroupMembershipIdRequest
    output: GetGroupMembershipIdResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
operation GetUserId {
    input: GetUserIdRequest
    output: GetUserIdResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
operation IsMemberInGroups {
    input: IsMemberInGroupsRequest
    output: IsMemberInGroupsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "GroupMemberships", pageSize: "MaxResults")
operation ListGroupMemberships {
    input: ListGroupMembershipsRequest
    output: ListGroupMembershipsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "GroupMemberships", pageSize: "MaxResults")
operation ListGroupMembershipsForMember {
    input: ListGroupMembershipsForMemberRequest
    output: ListGroupMembershipsForMemberResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Groups", pageSize: "MaxResults")
operation ListGroups {
    input: ListGroupsRequest
    output: ListGroupsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Users", pageSize: "MaxResults")
operation ListUsers {
    input: ListUsersRequest
    output: ListUsersResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation UpdateGroup {
    input: UpdateGroupRequest
    output: UpdateGroupResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ServiceQuotaExceededException
        ThrottlingException
        ValidationException
    ]
}

operation UpdateUser {
    input: UpdateUserRequest
    output: UpdateUserResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ServiceQuotaExceededException
        ThrottlingException
        ValidationException
    ]
}

@error("client")
structure AccessDeniedException {
    Message: ExceptionMessage

    RequestId: RequestId

    Reason: AccessDeniedExceptionReason
}

enum AccessDeniedExceptionReason {
    KMS_ACCESS_DENIED
}

structure Address {
    StreetAddress: SensitiveStringType

    Locality: SensitiveStringType

    Region: SensitiveStringType

    PostalCode: SensitiveStringType

    Country: SensitiveStringType

    Formatted: SensitiveStringType

    Type: SensitiveStringType

    Primary: BooleanType
}

@length(min: 1, max: 1)
list Addresses {
    member: Address
}

union AlternateIdentifier {
    ExternalId: ExternalId

    UniqueAttribute: UniqueAttribute
}

structure AttributeOperation {
    @required
    AttributePath: AttributePath

    AttributeValue: AttributeValue
}

@length(min: 1, max: 100)
list AttributeOperations {
    member: AttributeOperation
}

@length(min: 1, max: 255)
@pattern("(?:\\p{L}+:\\p{L}+:\\p{L}+(?:\\.\\p{L}+){0,3}|\\p{L}+(?:\\.\\p{L}+){0,2})")
string AttributePath

document AttributeValue

boolean BooleanType

@error("client")
structure ConflictException {
    Message: ExceptionMessage

    RequestId: RequestId

    Reason: ConflictExceptionReason
}

enum ConflictExceptionReason {
    UNIQUENESS_CONSTRAINT_VIOLATION
    CONCURRENT_MODIFICATION
}

structure CreateGroupMembershipRequest {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    GroupId: ResourceId

    @required
    MemberId: MemberId
}

structure CreateGroupMembershipResponse {
    @required
    MembershipId: ResourceId

    @required
    IdentityStoreId: IdentityStoreId
}

structure CreateGroupRequest {
    @required
    IdentityStoreId: IdentityStoreId

    DisplayName: GroupDisplayName

    Description: SensitiveStringType
}

structure CreateGroupResponse {
    @required
    GroupId: ResourceId

    @required
    IdentityStoreId: IdentityStoreId
}

structure CreateUserRequest {
    @required
    IdentityStoreId: IdentityStoreId

    UserName: UserName

    Name: Name

    DisplayName: SensitiveStringType

    NickName: SensitiveStringType

    ProfileUrl: SensitiveStringType

    Emails: Emails

    Addresses: Addresses

    PhoneNumbers: PhoneNumbers

    UserType: SensitiveStringType

    Title: SensitiveStringType

    PreferredLanguage: SensitiveStringType

    Locale: SensitiveStringType

    Timezone: SensitiveStringType

    Photos: Photos

    Website: SensitiveStringType

    Birthdate: SensitiveStringType

    Roles: Roles

    Extensions: Extensions
}

structure CreateUserResponse {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    UserId: ResourceId
}

timestamp DateType

structure DeleteGroupMembershipRequest {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    MembershipId: ResourceId
}

structure DeleteGroupMembershipResponse {
}

structure DeleteGroupRequest {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    GroupId: ResourceId
}

structure DeleteGroupResponse {
}

structure DeleteUserRequest {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    UserId: ResourceId
}

structure DeleteUserResponse {
}

structure DescribeGroupMembershipRequest {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    MembershipId: ResourceId
}

structure DescribeGroupMembershipResponse {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    MembershipId: ResourceId

    @required
    GroupId: ResourceId

    @required
    MemberId: MemberId

    CreatedAt: DateType

    UpdatedAt: DateType

    CreatedBy: StringType

    UpdatedBy: StringType
}

structure DescribeGroupRequest {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    GroupId: ResourceId
}

structure DescribeGroupResponse {
    @required
    GroupId: ResourceId

    DisplayName: GroupDisplayName

    ExternalIds: ExternalIds

    Description: SensitiveStringType

    CreatedAt: DateType

    UpdatedAt: DateType

    CreatedBy: StringType

    UpdatedBy: StringType

    @required
    IdentityStoreId: IdentityStoreId
}

structure DescribeUserRequest {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    UserId: ResourceId

    Extensions: ExtensionNames
}

structure DescribeUserResponse {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    UserId: ResourceId

    UserName: UserName

    ExternalIds: ExternalIds

    Name: Name

    DisplayName: SensitiveStringType

    NickName: SensitiveStringType

    ProfileUrl: SensitiveStringType

    Emails: Emails

    Addresses: Addresses

    PhoneNumbers: PhoneNumbers

    UserType: SensitiveStringType

    Title: SensitiveStringType

    PreferredLanguage: SensitiveStringType

    Locale: SensitiveStringType

    Timezone: SensitiveStringType

    UserStatus: UserStatus

    Photos: Photos

    Website: SensitiveStringType

    Birthdate: SensitiveStringType

    Roles: Roles

    CreatedAt: DateType

    CreatedBy: StringType

    UpdatedAt: DateType

    UpdatedBy: StringType

    Extensions: Extensions
}

structure Email {
    Value: SensitiveStringType

    Type: SensitiveStringType

    Primary: BooleanType
}

@length(min: 1, max: 1)
list Emails {
    member: Email
}

string ExceptionMessage

@length(min: 1, max: 50)
@pattern("aws:identitystore:[a-z]{1,20}")
string ExtensionName

@length(min: 1, max: 10)
list ExtensionNames {
    member: ExtensionName
}

@length(min: 1, max: 10)
map Extensions {
    key: ExtensionName
    value: AttributeValue
}

structure ExternalId {
    @required
    Issuer: ExternalIdIssuer

    @required
    Id: ExternalIdIdentifier
}

@length(min: 1, max: 256)
@pattern("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+")
@sensitive
string ExternalIdIdentifier

@length(min: 1, max: 256)
@pattern("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+")
@sensitive
string ExternalIdIssuer

@length(min: 1, max: 10)
list ExternalIds {
    member: ExternalId
}

structure Filter {
    @required
    AttributePath: AttributePath

    @required
    AttributeValue: SensitiveStringType
}

@length(min: 0, max: 1)
list Filters {
    member: Filter
}

structure GetGroupIdRequest {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    AlternateIdentifier: AlternateIdentifier
}

structure GetGroupIdResponse {
    @required
    GroupId: ResourceId

    @required
    IdentityStoreId: IdentityStoreId
}

structure GetGroupMembershipIdRequest {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    GroupId: ResourceId

    @required
    MemberId: MemberId
}

structure GetGroupMembershipIdResponse {
    @required
    MembershipId: ResourceId

    @required
    IdentityStoreId: IdentityStoreId
}

structure GetUserIdRequest {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    AlternateIdentifier: AlternateIdentifier
}

structure GetUserIdResponse {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    UserId: ResourceId
}

structure Group {
    @required
    GroupId: ResourceId

    DisplayName: GroupDisplayName

    ExternalIds: ExternalIds

    Description: SensitiveStringType

    CreatedAt: DateType

    UpdatedAt: DateType

    CreatedBy: StringType

    UpdatedBy: StringType

    @required
    IdentityStoreId: IdentityStoreId
}

@length(min: 1, max: 1024)
@pattern("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \u00A0]+")
@sensitive
string GroupDisplayName

@length(min: 1, max: 100)
list GroupIds {
    member: ResourceId
}

structure GroupMembership {
    @required
    IdentityStoreId: IdentityStoreId

    MembershipId: ResourceId

    GroupId: ResourceId

    MemberId: MemberId

    CreatedAt: DateType

    UpdatedAt: DateType

    CreatedBy: StringType

    UpdatedBy: StringType
}

structure GroupMembershipExistenceResult {
    GroupId: ResourceId

    MemberId: MemberId

    MembershipExists: BooleanType
}

list GroupMembershipExistenceResults {
    member: GroupMembershipExistenceResult
}

list GroupMemberships {
    member: GroupMembership
}

list Groups {
    member: Group
}

@length(min: 1, max: 36)
@pattern("d-[0-9a-f]{10}$|^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}")
string IdentityStoreId

@error("server")
structure InternalServerException {
    Message: ExceptionMessage

    RequestId: RequestId

    RetryAfterSeconds: RetryAfterSeconds
}

structure IsMemberInGroupsRequest {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    MemberId: MemberId

    @required
    GroupIds: GroupIds
}

structure IsMemberInGroupsResponse {
    @required
    Results: GroupMembershipExistenceResults
}

structure ListGroupMembershipsForMemberRequest {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    MemberId: MemberId

    MaxResults: MaxResults

    NextToken: NextToken
}

structure ListGroupMembershipsForMemberResponse {
    @required
    GroupMemberships: GroupMemberships

    NextToken: NextToken
}

structure ListGroupMembershipsRequest {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    GroupId: ResourceId

    MaxResults: MaxResults

    NextToken: NextToken
}

structure ListGroupMembershipsResponse {
    @required
    GroupMemberships: GroupMemberships

    NextToken: NextToken
}

structure ListGroupsRequest {
    @required
    IdentityStoreId: IdentityStoreId

    MaxResults: MaxResults

    NextToken: NextToken

    Filters: Filters
}

structure ListGroupsResponse {
    @required
    Groups: Groups

    NextToken: NextToken
}

structure ListUsersRequest {
    @required
    IdentityStoreId: IdentityStoreId

    Extensions: ExtensionNames

    MaxResults: MaxResults

    NextToken: NextToken

    Filters: Filters
}

structure ListUsersResponse {
    @required
    Users: Users

    NextToken: NextToken
}

@range(min: 1, max: 100)
integer MaxResults

union MemberId {
    UserId: ResourceId
}

structure Name {
    Formatted: SensitiveStringType

    FamilyName: SensitiveStringType

    GivenName: SensitiveStringType

    MiddleName: SensitiveStringType

    HonorificPrefix: SensitiveStringType

    HonorificSuffix: SensitiveStringType
}

@length(min: 1, max: 65535)
@pattern("[-a-zA-Z0-9+=/:_]*")
string NextToken

structure PhoneNumber {
    Value: SensitiveStringType

    Type: SensitiveStringType

    Primary: BooleanType
}

@length(min: 1, max: 1)
list PhoneNumbers {
    member: PhoneNumber
}

structure Photo {
    @required
    Value: SensitiveStringType

    Type: SensitiveStringType

    Display: SensitiveStringType

    Primary: BooleanType
}

@length(min: 1, max: 3)
list Photos {
    member: Photo
}

@length(min: 1, max: 36)
@pattern("[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}")
string RequestId

@length(min: 1, max: 47)
@pattern("([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}")
string ResourceId

@error("client")
structure ResourceNotFoundException {
    ResourceType: ResourceType

    ResourceId: ResourceId

    Reason: ResourceNotFoundExceptionReason

    Message: ExceptionMessage

    RequestId: RequestId
}

enum ResourceNotFoundExceptionReason {
    KMS_KEY_NOT_FOUND
}

enum ResourceType {
    GROUP
    USER
    IDENTITY_STORE
    GROUP_MEMBERSHIP
    RESOURCE_POLICY
}

integer RetryAfterSeconds

structure Role {
    Value: SensitiveStringType

    Type: SensitiveStringType

    Primary: BooleanType
}

@length(min: 1, max: 1)
list Roles {
    member: Role
}

@length(min: 1, max: 1024)
@pattern("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}\\t\\n\\r \u00A0\u3000]+")
@sensitive
string SensitiveStringType

@error("client")
structure ServiceQuotaExceededException {
    Message: ExceptionMessage

    RequestId: RequestId
}

string StringType

@error("client")
structure ThrottlingException {
    Message: ExceptionMessage

    RequestId: RequestId

    RetryAfterSeconds: RetryAfterSeconds

    Reason: ThrottlingExceptionReason
}

enum ThrottlingExceptionReason {
    KMS_THROTTLING
}

structure UniqueAttribute {
    @required
    AttributePath: AttributePath

    @required
    AttributeValue: AttributeValue
}

structure UpdateGroupRequest {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    GroupId: ResourceId

    @required
    Operations: AttributeOperations
}

structure UpdateGroupResponse {
}

structure UpdateUserRequest {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    UserId: ResourceId

    @required
    Operations: AttributeOperations
}

structure UpdateUserResponse {
}

structure User {
    @required
    IdentityStoreId: IdentityStoreId

    @required
    UserId: ResourceId

    UserName: UserName

    ExternalIds: ExternalIds

    Name: Name

    DisplayName: SensitiveStringType

    NickName: SensitiveStringType

    ProfileUrl: SensitiveStringType

    Emails: Emails

    Addresses: Addresses

    PhoneNumbers: PhoneNumbers

    UserType: SensitiveStringType

    Title: SensitiveStringType

    PreferredLanguage: SensitiveStringType

    Locale: SensitiveStringType

    Timezone: SensitiveStringType

    UserStatus: UserStatus

    Photos: Photos

    Website: SensitiveStringType

    Birthdate: SensitiveStringType

    Roles: Roles

    CreatedAt: DateType

    CreatedBy: StringType

    UpdatedAt: DateType

    UpdatedBy: StringType

    Extensions: Extensions
}

@length(min: 1, max: 128)
@pattern("[\\p{L}\\p{M}\\p{S}\\p{N}\\p{P}]+")
@sensitive
string UserName

enum UserStatus {
    ENABLED
    DISABLED
}

list Users {
    member: User
}

@error("client")
structure ValidationException {
    Message: ExceptionMessage

    RequestId: RequestId

    Reason: ValidationExceptionReason
}

enum ValidationExceptionReason {
    KMS_INVALID_ARN
    KMS_INVALID_KEY_USAGE
    KMS_INVALID_STATE
    KMS_DISABLED
}

