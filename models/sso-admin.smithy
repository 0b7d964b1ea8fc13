$version: "2"

namespace com.amazonaws.ssoadmin

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_1

@service(sdkId: "SSO Admin", endpointPrefix: "sso")
@sigv4(name: "sso")
@awsJson1_1
service SWBExternalService {
    version: "2020-07-20"
    operations: [
        AddRegion
        AttachCustomerManagedPolicyReferenceToPermissionSet
        AttachManagedPolicyToPermissionSet
        CreateAccountAssignment
        CreateApplication
        CreateApplicationAssignment
        CreateInstance
        CreateInstanceAccessControlAttributeConfiguration
        CreatePermissionSet
        CreateTrustedTokenIssuer
        DeleteAccountAssignment
        DeleteApplication
        DeleteApplicationAccessScope
        DeleteApplicationAssignment
        DeleteApplicationAuthenticationMethod
        DeleteApplicationGrant
        DeleteInlinePolicyFromPermissionSet
        DeleteInstance
        DeleteInstanceAccessControlAttributeConfiguration
        DeletePermissionSet
        DeletePermissionsBoundaryFromPermissionSet
        DeleteTrustedTokenIssuer
        DescribeAccountAssignmentCreationStatus
        DescribeAccountAssignmentDeletionStatus
        DescribeApplication
        DescribeApplicationAssignment
        DescribeApplicationProvider
        DescribeInstance
        DescribeInstanceAccessControlAttributeConfiguration
        DescribePermissionSet
        DescribePermissionSetProvisioningStatus
        DescribeRegion
        DescribeTrustedTokenIssuer
        DetachCustomerManagedPolicyReferenceFromPermissionSet
        DetachManagedPolicyFromPermissionSet
        GetApplicationAccessScope
        GetApplicationAssignmentConfiguration
        GetApplicationAuthenticationMethod
        GetApplicationGrant
        GetApplicationSessionConfiguration
        GetInlinePolicyForPermissionSet
        GetPermissionsBoundaryForPermissionSet
        ListAccountAssignmentCreationStatus
        ListAccountAssignmentDeletionStatus
        ListAccountAssignments
        ListAccountAssignmentsForPrincipal
        ListAccountsForProvisionedPermissionSet
        ListApplicationAccessScopes
        ListApplicationAssignments
        ListApplicationAssignmentsForPrincipal
        ListApplicationAuthenticationMethods
        ListApplicationGrants
        ListApplicationProviders
        ListApplications
        ListCustomerManagedPolicyReferencesInPermissionSet
        ListInstances
        ListManagedPoliciesInPermissionSet
        ListPermissionSetProvisioningStatus
        ListPermissionSets
        ListPermissionSetsProvisionedToAccount
        ListRegions
        ListTagsForResource
        ListTrustedTokenIssuers
        ProvisionPermissionSet
        PutApplicationAccessScope
        PutApplicationAssignmentConfiguration
        PutApplicationAuthenticationMethod
        PutApplicationGrant
        PutApplicationSessionConfiguration
        PutInlinePolicyToPermissionSet
        PutPermissionsBoundaryToPermissionSet
        RemoveRegion
        TagResource
        UntagResource
        UpdateApplication
        UpdateInstance
        UpdateInstanceAccessControlAttributeConfiguration
        UpdatePermissionSet
        UpdateTrustedTokenIssuer
    ]
}

operation AddRegion {
    input: AddRegionRequest
    output: AddRegionResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ServiceQuotaExceededException
        ThrottlingException
        ValidationException
    ]
}

operation AttachCustomerManagedPolicyReferenceToPermissionSet {
    input: AttachCustomerManagedPolicyReferenceToPermissionSetRequest
    output: AttachCustomerManagedPolicyReferenceToPermissionSetResponse
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

operation AttachManagedPolicyToPermissionSet {
    input: AttachManagedPolicyToPermissionSetRequest
    output: AttachManagedPolicyToPermissionSetResponse
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

operation CreateAccountAssignment {
    input: CreateAccountAssignmentRequest
    output: CreateAccountAssignmentResponse
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

operation CreateApplication {
    input: CreateApplicationRequest
    output: CreateApplicationResponse
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

operation CreateApplicationAssignment {
    input: CreateApplicationAssignmentRequest
    output: CreateApplicationAssignmentResponse
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

operation CreateInstance {
    input: CreateInstanceRequest
    output: CreateInstanceResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ServiceQuotaExceededException
        ThrottlingException
        ValidationException
    ]
}

operation CreateInstanceAccessControlAttributeConfiguration {
    input: CreateInstanceAccessControlAttributeConfigurationRequest
    output: CreateInstanceAccessControlAttributeConfigurationResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation CreatePermissionSet {
    input: CreatePermissionSetRequest
    output: CreatePermissionSetResponse
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

operation CreateTrustedTokenIssuer {
    input: CreateTrustedTokenIssuerRequest
    output: CreateTrustedTokenIssuerResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ServiceQuotaExceededException
        ThrottlingException
        ValidationException
    ]
}

operation DeleteAccountAssignment {
    input: DeleteAccountAssignmentRequest
    output: DeleteAccountAssignmentResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DeleteApplication {
    input: DeleteApplicationRequest
    output: DeleteApplicationResponse
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
operation DeleteApplicationAccessScope {
    input: DeleteApplicationAccessScopeRequest
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
operation DeleteApplicationAssignment {
    input: DeleteApplicationAssignmentRequest
    output: DeleteApplicationAssignmentResponse
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
operation DeleteApplicationAuthenticationMethod {
    input: DeleteApplicationAuthenticationMethodRequest
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
operation DeleteApplicationGrant {
    input: DeleteApplicationGrantRequest
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DeleteInlinePolicyFromPermissionSet {
    input: DeleteInlinePolicyFromPermissionSetRequest
    output: DeleteInlinePolicyFromPermissionSetResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DeleteInstance {
    input: DeleteInstanceRequest
    output: DeleteInstanceResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

operation DeleteInstanceAccessControlAttributeConfiguration {
    input: DeleteInstanceAccessControlAttributeConfigurationRequest
    output: DeleteInstanceAccessControlAttributeConfigurationResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DeletePermissionSet {
    input: DeletePermissionSetRequest
    output: DeletePermissionSetResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DeletePermissionsBoundaryFromPermissionSet {
    input: DeletePermissionsBoundaryFromPermissionSetRequest
    output: DeletePermissionsBoundaryFromPermissionSetResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DeleteTrustedTokenIssuer {
    input: DeleteTrustedTokenIssuerRequest
    output: DeleteTrustedTokenIssuerResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DescribeAccountAssignmentCreationStatus {
    input: DescribeAccountAssignmentCreationStatusRequest
    output: DescribeAccountAssignmentCreationStatusResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DescribeAccountAssignmentDeletionStatus {
    input: DescribeAccountAssignmentDeletionStatusRequest
    output: DescribeAccountAssignmentDeletionStatusResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DescribeApplication {
    input: DescribeApplicationRequest
    output: DescribeApplicationResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DescribeApplicationAssignment {
    input: DescribeApplicationAssignmentRequest
    output: DescribeApplicationAssignmentResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DescribeApplicationProvider {
    input: DescribeApplicationProviderRequest
    output: DescribeApplicationProviderResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DescribeInstance {
    input: DescribeInstanceRequest
    output: DescribeInstanceResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

operation DescribeInstanceAccessControlAttributeConfiguration {
    input: DescribeInstanceAccessControlAttributeConfigurationRequest
    output: DescribeInstanceAccessControlAttributeConfigurationResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DescribePermissionSet {
    input: DescribePermissionSetRequest
    output: DescribePermissionSetResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DescribePermissionSetProvisioningStatus {
    input: DescribePermissionSetProvisioningStatusRequest
    output: DescribePermissionSetProvisioningStatusResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DescribeRegion {
    input: DescribeRegionRequest
    output: DescribeRegionResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DescribeTrustedTokenIssuer {
    input: DescribeTrustedTokenIssuerRequest
    output: DescribeTrustedTokenIssuerResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DetachCustomerManagedPolicyReferenceFromPermissionSet {
    input: DetachCustomerManagedPolicyReferenceFromPermissionSetRequest
    output: DetachCustomerManagedPolicyReferenceFromPermissionSetResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation DetachManagedPolicyFromPermissionSet {
    input: DetachManagedPolicyFromPermissionSetRequest
    output: DetachManagedPolicyFromPermissionSetResponse
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
operation GetApplicationAccessScope {
    input: GetApplicationAccessScopeRequest
    output: GetApplicationAccessScopeResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
operation GetApplicationAssignmentConfiguration {
    input: GetApplicationAssignmentConfigurationRequest
    output: GetApplicationAssignmentConfigurationResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
operation GetApplicationAuthenticationMethod {
    input: GetApplicationAuthenticationMethodRequest
    output: GetApplicationAuthenticationMethodResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
operation GetApplicationGrant {
    input: GetApplicationGrantRequest
    output: GetApplicationGrantResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
operation GetApplicationSessionConfiguration {
    input: GetApplicationSessionConfigurationRequest
    output: GetApplicationSessionConfigurationResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation GetInlinePolicyForPermissionSet {
    input: GetInlinePolicyForPermissionSetRequest
    output: GetInlinePolicyForPermissionSetResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation GetPermissionsBoundaryForPermissionSet {
    input: GetPermissionsBoundaryForPermissionSetRequest
    output: GetPermissionsBoundaryForPermissionSetResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "AccountAssignmentsCreationStatus", pageSize: "MaxResults")
operation ListAccountAssignmentCreationStatus {
    input: ListAccountAssignmentCreationStatusRequest
    output: ListAccountAssignmentCreationStatusResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "AccountAssignmentsDeletionStatus", pageSize: "MaxResults")
operation ListAccountAssignmentDeletionStatus {
    input: ListAccountAssignmentDeletionStatusRequest
    output: ListAccountAssignmentDeletionStatusResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "AccountAssignments", pageSize: "MaxResults")
operation ListAccountAssignments {
    input: ListAccountAssignmentsRequest
    output: ListAccountAssignmentsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "AccountAssignments", pageSize: "MaxResults")
operation ListAccountAssignmentsForPrincipal {
    input: ListAccountAssignmentsForPrincipalRequest
    output: ListAccountAssignmentsForPrincipalResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "AccountIds", pageSize: "MaxResults")
operation ListAccountsForProvisionedPermissionSet {
    input: ListAccountsForProvisionedPermissionSetRequest
    output: ListAccountsForProvisionedPermissionSetResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Scopes", pageSize: "MaxResults")
operation ListApplicationAccessScopes {
    input: ListApplicationAccessScopesRequest
    output: ListApplicationAccessScopesResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "ApplicationAssignments", pageSize: "MaxResults")
operation ListApplicationAssignments {
    input: ListApplicationAssignmentsRequest
    output: ListApplicationAssignmentsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "ApplicationAssignments", pageSize: "MaxResults")
operation ListApplicationAssignmentsForPrincipal {
    input: ListApplicationAssignmentsForPrincipalRequest
    output: ListApplicationAssignmentsForPrincipalResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "AuthenticationMethods")
operation ListApplicationAuthenticationMethods {
    input: ListApplicationAuthenticationMethodsRequest
    output: ListApplicationAuthenticationMethodsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@readonly
@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Grants")
operation ListApplicationGrants {
    input: ListApplicationGrantsRequest
    output: ListApplicationGrantsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "ApplicationProviders", pageSize: "MaxResults")
operation ListApplicationProviders {
    input: ListApplicationProvidersRequest
    output: ListApplicationProvidersResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Applications", pageSize: "MaxResults")
operation ListApplications {
    input: ListApplicationsRequest
    output: ListApplicationsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "CustomerManagedPolicyReferences", pageSize: "MaxResults")
operation ListCustomerManagedPolicyReferencesInPermissionSet {
    input: ListCustomerManagedPolicyReferencesInPermissionSetRequest
    output: ListCustomerManagedPolicyReferencesInPermissionSetResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Instances", pageSize: "MaxResults")
operation ListInstances {
    input: ListInstancesRequest
    output: ListInstancesResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "AttachedManagedPolicies", pageSize: "MaxResults")
operation ListManagedPoliciesInPermissionSet {
    input: ListManagedPoliciesInPermissionSetRequest
    output: ListManagedPoliciesInPermissionSetResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "PermissionSetsProvisioningStatus", pageSize: "MaxResults")
operation ListPermissionSetProvisioningStatus {
    input: ListPermissionSetProvisioningStatusRequest
    output: ListPermissionSetProvisioningStatusResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "PermissionSets", pageSize: "MaxResults")
operation ListPermissionSets {
    input: ListPermissionSetsRequest
    output: ListPermissionSetsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "PermissionSets", pageSize: "MaxResults")
operation ListPermissionSetsProvisionedToAccount {
    input: ListPermissionSetsProvisionedToAccountRequest
    output: ListPermissionSetsProvisionedToAccountResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Regions", pageSize: "MaxResults")
operation ListRegions {
    input: ListRegionsRequest
    output: ListRegionsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Tags")
operation ListTagsForResource {
    input: ListTagsForResourceRequest
    output: ListTagsForResourceResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "TrustedTokenIssuers", pageSize: "MaxResults")
operation ListTrustedTokenIssuers {
    input: ListTrustedTokenIssuersRequest
    output: ListTrustedTokenIssuersResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

operation ProvisionPermissionSet {
    input: ProvisionPermissionSetRequest
    output: ProvisionPermissionSetResponse
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
operation PutApplicationAccessScope {
    input: PutApplicationAccessScopeRequest
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
operation PutApplicationAssignmentConfiguration {
    input: PutApplicationAssignmentConfigurationRequest
    output: PutApplicationAssignmentConfigurationResponse
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
operation PutApplicationAuthenticationMethod {
    input: PutApplicationAuthenticationMethodRequest
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
operation PutApplicationGrant {
    input: PutApplicationGrantRequest
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
operation PutApplicationSessionConfiguration {
    input: PutApplicationSessionConfigurationRequest
    output: PutApplicationSessionConfigurationResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation PutInlinePolicyToPermissionSet {
    input: PutInlinePolicyToPermissionSetRequest
    output: PutInlinePolicyToPermissionSetResponse
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

operation PutPermissionsBoundaryToPermissionSet {
    input: PutPermissionsBoundaryToPermissionSetRequest
    output: PutPermissionsBoundaryToPermissionSetResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation RemoveRegion {
    input: RemoveRegionRequest
    output: RemoveRegionResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation TagResource {
    input: TagResourceRequest
    output: TagResourceResponse
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

operation UntagResource {
    input: UntagResourceRequest
    output: UntagResourceResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation UpdateApplication {
    input: UpdateApplicationRequest
    output: UpdateApplicationResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation UpdateInstance {
    input: UpdateInstanceRequest
    output: UpdateInstanceResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation UpdateInstanceAccessControlAttributeConfiguration {
    input: UpdateInstanceAccessControlAttributeConfigurationRequest
    output: UpdateInstanceAccessControlAttributeConfigurationResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation UpdatePermissionSet {
    input: UpdatePermissionSetRequest
    output: UpdatePermissionSetResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

operation UpdateTrustedTokenIssuer {
    input: UpdateTrustedTokenIssuerRequest
    output: UpdateTrustedTokenIssuerResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

structure AccessControlAttribute {
    @required
    Key: AccessControlAttributeKey

    @required
    Value: AccessControlAttributeValue
}

@length(min: 1, max: 128)
@pattern("[\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@]+")
string AccessControlAttributeKey

@length(min: 0, max: 50)
list AccessControlAttributeList {
    member: AccessControlAttribute
}

structure AccessControlAttributeValue {
    @required
    Source: AccessControlAttributeValueSourceList
}

@length(min: 0, max: 256)
@pattern("[\\p{L}\\p{Z}\\p{N}_.:\\/=+\\-@\\[\\]\\{\\}\\$\\\\\"]*")
string AccessControlAttributeValueSource

@length(min: 1, max: 1)
list AccessControlAttributeValueSourceList {
    member: AccessControlAttributeValueSource
}

@error("client")
structure AccessDeniedException {
    Message: AccessDeniedExceptionMessage

    Reason: AccessDeniedExceptionReason
}

string AccessDeniedExceptionMessage

enum AccessDeniedExceptionReason {
    KMS_AccessDeniedException
}

structure AccountAssignment {
    AccountId: AccountId

    PermissionSetArn: PermissionSetArn

    PrincipalType: PrincipalType

    PrincipalId: PrincipalId
}

structure AccountAssignmentForPrincipal {
    AccountId: AccountId

    PermissionSetArn: PermissionSetArn

    PrincipalId: PrincipalId

    PrincipalType: PrincipalType
}

list AccountAssignmentList {
    member: AccountAssignment
}

list AccountAssignmentListForPrincipal {
    member: AccountAssignmentForPrincipal
}

structure AccountAssignmentOperationStatus {
    Status: StatusValues

    RequestId: UUId

    FailureReason: Reason

    TargetId: TargetId

    TargetType: TargetType

    PermissionSetArn: PermissionSetArn

    PrincipalType: PrincipalType

    PrincipalId: PrincipalId

    CreatedDate: Date
}

list AccountAssignmentOperationStatusList {
    member: AccountAssignmentOperationStatusMetadata
}

structure AccountAssignmentOperationStatusMetadata {
    Status: StatusValues

    RequestId: UUId

    CreatedDate: Date
}

@length(min: 12, max: 12)
@pattern("\\d{12}")
string AccountId

list AccountList {
    member: AccountId
}

document ActorPolicyDocument

structure AddRegionRequest {
    @required
    InstanceArn: InstanceArn

    @required
    RegionName: RegionName
}

structure AddRegionResponse {
    Status: RegionStatus
}

structure Application {
    ApplicationArn: ApplicationArn

    ApplicationProviderArn: ApplicationProviderArn

    Name: ApplicationNameType

    ApplicationAccount: AccountId

    InstanceArn: InstanceArn

    IdentityStoreArn: IdentityStoreArn

    Status: ApplicationStatus

    PortalOptions: PortalOptions

    Description: Description

    CreatedDate: Date

    CreatedFrom: RegionName
}

@length(min: 10, max: 1224)
@pattern("arn:aws(-[a-z]{1,5}){0,3}:sso::\\d{12}:application/(sso)?ins-[a-zA-Z0-9-.]{16}/apl-[a-zA-Z0-9]{16}")
string ApplicationArn

structure ApplicationAssignment {
    @required
    ApplicationArn: ApplicationArn

    @required
    PrincipalId: PrincipalId

    @required
    PrincipalType: PrincipalType
}

structure ApplicationAssignmentForPrincipal {
    ApplicationArn: ApplicationArn

    PrincipalId: PrincipalId

    PrincipalType: PrincipalType
}

list ApplicationAssignmentListForPrincipal {
    member: ApplicationAssignmentForPrincipal
}

list ApplicationAssignmentsList {
    member: ApplicationAssignment
}

@length(min: 0, max: 50)
list ApplicationList {
    member: Application
}

@length(min: 1, max: 100)
@pattern("[\\S\\s]*")
string ApplicationNameType

structure ApplicationProvider {
    @required
    ApplicationProviderArn: ApplicationProviderArn

    FederationProtocol: FederationProtocol

    DisplayData: DisplayData

    ResourceServerConfig: ResourceServerConfig
}

@length(min: 10, max: 1224)
@pattern("arn:aws(-[a-z]{1,5}){0,3}:sso::aws:applicationProvider/[a-zA-Z0-9-/]+")
string ApplicationProviderArn

list ApplicationProviderList {
    member: ApplicationProvider
}

enum ApplicationStatus {
    ENABLED
    DISABLED
}

@length(min: 1, max: 512)
@pattern("http(s)?:\\/\\/[-a-zA-Z0-9+&@#\\/%?=~_|!:,.;]*[-a-zA-Z0-9+&bb@#\\/%?=~_|]")
string ApplicationUrl

enum ApplicationVisibility {
    ENABLED
    DISABLED
}

boolean AssignmentRequired

structure AttachCustomerManagedPolicyReferenceToPermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn

    @required
    CustomerManagedPolicyReference: CustomerManagedPolicyReference
}

structure AttachCustomerManagedPolicyReferenceToPermissionSetResponse {
}

structure AttachManagedPolicyToPermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn

    @required
    ManagedPolicyArn: ManagedPolicyArn
}

structure AttachManagedPolicyToPermissionSetResponse {
}

structure AttachedManagedPolicy {
    Name: Name

    Arn: ManagedPolicyArn
}

list AttachedManagedPolicyList {
    member: AttachedManagedPolicy
}

union AuthenticationMethod {
    Iam: IamAuthenticationMethod
}

structure AuthenticationMethodItem {
    AuthenticationMethodType: AuthenticationMethodType

    AuthenticationMethod: AuthenticationMethod
}

enum AuthenticationMethodType {
    IAM
}

list AuthenticationMethods {
    member: AuthenticationMethodItem
}

structure AuthorizationCodeGrant {
    RedirectUris: RedirectUris
}

structure AuthorizedTokenIssuer {
    TrustedTokenIssuerArn: TrustedTokenIssuerArn

    AuthorizedAudiences: TokenIssuerAudiences
}

@length(min: 1, max: 10)
list AuthorizedTokenIssuers {
    member: AuthorizedTokenIssuer
}

@length(min: 1, max: 255)
@pattern("\\p{L}+(?:(\\.|\\_)\\p{L}+){0,2}")
string ClaimAttributePath

@length(min: 1, max: 64)
@pattern("[!-~]+")
string ClientToken

@error("client")
structure ConflictException {
    Message: ConflictExceptionMessage
}

string ConflictExceptionMessage

structure CreateAccountAssignmentRequest {
    @required
    InstanceArn: InstanceArn

    @required
    TargetId: TargetId

    @required
    TargetType: TargetType

    @required
    PermissionSetArn: PermissionSetArn

    @required
    PrincipalType: PrincipalType

    @required
    PrincipalId: PrincipalId
}

structure CreateAccountAssignmentResponse {
    AccountAssignmentCreationStatus: AccountAssignmentOperationStatus
}

structure CreateApplicationAssignmentRequest {
    @required
    ApplicationArn: ApplicationArn

    @required
    PrincipalId: PrincipalId

    @required
    PrincipalType: PrincipalType
}

structure CreateApplicationAssignmentResponse {
}

structure CreateApplicationRequest {
    @required
    InstanceArn: InstanceArn

    @required
    ApplicationProviderArn: ApplicationProviderArn

    @required
    Name: ApplicationNameType

    Description: Description

    PortalOptions: PortalOptions

    Tags: TagList

    Status: ApplicationStatus

    @idempotencyToken
    ClientToken: ClientToken
}

structure CreateApplicationResponse {
    ApplicationArn: ApplicationArn

    InstanceArn: InstanceArn

    IdentityStoreArn: IdentityStoreArn
}

structure CreateInstanceAccessControlAttributeConfigurationRequest {
    @required
    InstanceArn: InstanceArn

    @required
    InstanceAccessControlAttributeConfiguration: InstanceAccessControlAttributeConfiguration
}

structure CreateInstanceAccessControlAttributeConfigurationResponse {
}

structure CreateInstanceRequest {
    Name: NameType

    @idempotencyToken
    ClientToken: ClientToken

    Tags: TagList
}

structure CreateInstanceResponse {
    InstanceArn: InstanceArn
}

structure CreatePermissionSetRequest {
    @required
    Name: PermissionSetName

    Description: PermissionSetDescription

    @required
    InstanceArn: InstanceArn

    SessionDuration: Duration

    RelayState: RelayState

    Tags: TagList
}

structure CreatePermissionSetResponse {
    PermissionSet: PermissionSet
}

structure CreateTrustedTokenIssuerRequest {
    @required
    InstanceArn: InstanceArn

    @required
    Name: TrustedTokenIssuerName

    @required
    TrustedTokenIssuerType: TrustedTokenIssuerType

    @required
    TrustedTokenIssuerConfiguration: TrustedTokenIssuerConfiguration

    @idempotencyToken
    ClientToken: ClientToken

    Tags: TagList
}

structure CreateTrustedTokenIssuerResponse {
    TrustedTokenIssuerArn: TrustedTokenIssuerArn
}

structure CustomerManagedPolicyReference {
    @required
    Name: ManagedPolicyName

    Path: ManagedPolicyPath
}

list CustomerManagedPolicyReferenceList {
    member: CustomerManagedPolicyReference
}

timestamp Date

structure DeleteAccountAssignmentRequest {
    @required
    InstanceArn: InstanceArn

    @required
    TargetId: TargetId

    @required
    TargetType: TargetType

    @required
    PermissionSetArn: PermissionSetArn

    @required
    PrincipalType: PrincipalType

    @required
    PrincipalId: PrincipalId
}

structure DeleteAccountAssignmentResponse {
    AccountAssignmentDeletionStatus: AccountAssignmentOperationStatus
}

structure DeleteApplicationAccessScopeRequest {
    @required
    ApplicationArn: ApplicationArn

    @required
    Scope: Scope
}

structure DeleteApplicationAssignmentRequest {
    @required
    ApplicationArn: ApplicationArn

    @required
    PrincipalId: PrincipalId

    @required
    PrincipalType: PrincipalType
}

structure DeleteApplicationAssignmentResponse {
}

structure DeleteApplicationAuthenticationMethodRequest {
    @required
    ApplicationArn: ApplicationArn

    @required
    AuthenticationMethodType: AuthenticationMethodType
}

structure DeleteApplicationGrantRequest {
    @required
    ApplicationArn: ApplicationArn

    @required
    GrantType: GrantType
}

structure DeleteApplicationRequest {
    @required
    ApplicationArn: ApplicationArn
}

structure DeleteApplicationResponse {
}

structure DeleteInlinePolicyFromPermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn
}

structure DeleteInlinePolicyFromPermissionSetResponse {
}

structure DeleteInstanceAccessControlAttributeConfigurationRequest {
    @required
    InstanceArn: InstanceArn
}

structure DeleteInstanceAccessControlAttributeConfigurationResponse {
}

structure DeleteInstanceRequest {
    @required
    InstanceArn: InstanceArn
}

structure DeleteInstanceResponse {
}

structure DeletePermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn
}

structure DeletePermissionSetResponse {
}

structure DeletePermissionsBoundaryFromPermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn
}

structure DeletePermissionsBoundaryFromPermissionSetResponse {
}

structure DeleteTrustedTokenIssuerRequest {
    @required
    TrustedTokenIssuerArn: TrustedTokenIssuerArn
}

structure DeleteTrustedTokenIssuerResponse {
}

structure DescribeAccountAssignmentCreationStatusRequest {
    @required
    InstanceArn: InstanceArn

    @required
    AccountAssignmentCreationRequestId: UUId
}

structure DescribeAccountAssignmentCreationStatusResponse {
    AccountAssignmentCreationStatus: AccountAssignmentOperationStatus
}

structure DescribeAccountAssignmentDeletionStatusRequest {
    @required
    InstanceArn: InstanceArn

    @required
    AccountAssignmentDeletionRequestId: UUId
}

structure DescribeAccountAssignmentDeletionStatusResponse {
    AccountAssignmentDeletionStatus: AccountAssignmentOperationStatus
}

structure DescribeApplicationAssignmentRequest {
    @required
    ApplicationArn: ApplicationArn

    @required
    PrincipalId: PrincipalId

    @required
    PrincipalType: PrincipalType
}

structure DescribeApplicationAssignmentResponse {
    PrincipalType: PrincipalType

    PrincipalId: PrincipalId

    ApplicationArn: ApplicationArn
}

structure DescribeApplicationProviderRequest {
    @required
    ApplicationProviderArn: ApplicationProviderArn
}

structure DescribeApplicationProviderResponse {
    @required
    ApplicationProviderArn: ApplicationProviderArn

    FederationProtocol: FederationProtocol

    DisplayData: DisplayData

    ResourceServerConfig: ResourceServerConfig
}

structure DescribeApplicationRequest {
    @required
    ApplicationArn: ApplicationArn
}

structure DescribeApplicationResponse {
    ApplicationArn: ApplicationArn

    ApplicationProviderArn: ApplicationProviderArn

    Name: ApplicationNameType

    ApplicationAccount: AccountId

    InstanceArn: InstanceArn

    IdentityStoreArn: IdentityStoreArn

    Status: ApplicationStatus

    PortalOptions: PortalOptions

    Description: Description

    CreatedDate: Date

    CreatedFrom: RegionName
}

structure DescribeInstanceAccessControlAttributeConfigurationRequest {
    @required
    InstanceArn: InstanceArn
}

structure DescribeInstanceAccessControlAttributeConfigurationResponse {
    Status: InstanceAccessControlAttributeConfigurationStatus

    StatusReason: InstanceAccessControlAttributeConfigurationStatusReason

    InstanceAccessControlAttributeConfiguration: InstanceAccessControlAttributeConfiguration
}

structure DescribeInstanceRequest {
    @required
    InstanceArn: InstanceArn
}

structure DescribeInstanceResponse {
    InstanceArn: InstanceArn

    IdentityStoreId: Id

    OwnerAccountId: AccountId

    Name: NameType

    CreatedDate: Date

    Status: InstanceStatus

    StatusReason: Reason

    EncryptionConfigurationDetails: EncryptionConfigurationDetails
}

structure DescribePermissionSetProvisioningStatusRequest {
    @required
    InstanceArn: InstanceArn

    @required
    ProvisionPermissionSetRequestId: UUId
}

structure DescribePermissionSetProvisioningStatusResponse {
    PermissionSetProvisioningStatus: PermissionSetProvisioningStatus
}

structure DescribePermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn
}

structure DescribePermissionSetResponse {
    PermissionSet: PermissionSet
}

structure DescribeRegionRequest {
    @required
    InstanceArn: InstanceArn

    @required
    RegionName: RegionName
}

structure DescribeRegionResponse {
    RegionName: RegionName

    Status: RegionStatus

    AddedDate: Date

    IsPrimaryRegion: IsPrimaryRegion
}

structure DescribeTrustedTokenIssuerRequest {
    @required
    TrustedTokenIssuerArn: TrustedTokenIssuerArn
}

structure DescribeTrustedTokenIssuerResponse {
    TrustedTokenIssuerArn: TrustedTokenIssuerArn

    Name: TrustedTokenIssuerName

    TrustedTokenIssuerType: TrustedTokenIssuerType

    TrustedTokenIssuerConfiguration: TrustedTokenIssuerConfiguration
}

@length(min: 1, max: 128)
string Description

structure DetachCustomerManagedPolicyReferenceFromPermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn

    @required
    CustomerManagedPolicyReference: CustomerManagedPolicyReference
}

structure DetachCustomerManagedPolicyReferenceFromPermissionSetResponse {
}

structure DetachManagedPolicyFromPermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn

    @required
    ManagedPolicyArn: ManagedPolicyArn
}

structure DetachManagedPolicyFromPermissionSetResponse {
}

structure DisplayData {
    DisplayName: Name

    IconUrl: IconUrl

    Description: Description
}

@length(min: 1, max: 100)
@pattern("(-?)P(?=\\d|T\\d)(?:(\\d+)Y)?(?:(\\d+)M)?(?:(\\d+)([DW]))?(?:T(?:(\\d+)H)?(?:(\\d+)M)?(?:(\\d+(?:\\.\\d+)?)S)?)?")
string Duration

structure EncryptionConfiguration {
    @required
    KeyType: KmsKeyType

    KmsKeyArn: KmsKeyArn
}

structure EncryptionConfigurationDetails {
    KeyType: KmsKeyType

    KmsKeyArn: KmsKeyArn

    EncryptionStatus: KmsKeyStatus

    EncryptionStatusReason: Reason
}

enum FederationProtocol {
    SAML
    OAUTH
}

structure GetApplicationAccessScopeRequest {
    @required
    ApplicationArn: ApplicationArn

    @required
    Scope: Scope
}

structure GetApplicationAccessScopeResponse {
    @required
    Scope: Scope

    AuthorizedTargets: ScopeTargets
}

structure GetApplicationAssignmentConfigurationRequest {
    @required
    ApplicationArn: ApplicationArn
}

structure GetApplicationAssignmentConfigurationResponse {
    @required
    AssignmentRequired: AssignmentRequired
}

structure GetApplicationAuthenticationMethodRequest {
    @required
    ApplicationArn: ApplicationArn

    @required
    AuthenticationMethodType: AuthenticationMethodType
}

structure GetApplicationAuthenticationMethodResponse {
    AuthenticationMethod: AuthenticationMethod
}

structure GetApplicationGrantRequest {
    @required
    ApplicationArn: ApplicationArn

    @required
    GrantType: GrantType
}

structure GetApplicationGrantResponse {
    @required
    Grant: Grant
}

structure GetApplicationSessionConfigurationRequest {
    @required
    ApplicationArn: ApplicationArn
}

structure GetApplicationSessionConfigurationResponse {
    UserBackgroundSessionApplicationStatus: UserBackgroundSessionApplicationStatus
}

structure GetInlinePolicyForPermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn
}

structure GetInlinePolicyForPermissionSetResponse {
    InlinePolicy: PermissionSetPolicyDocument
}

structure GetPermissionsBoundaryForPermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn
}

structure GetPermissionsBoundaryForPermissionSetResponse {
    PermissionsBoundary: PermissionsBoundary
}

union Grant {
    AuthorizationCode: AuthorizationCodeGrant

    JwtBearer: JwtBearerGrant

    RefreshToken: RefreshTokenGrant

    TokenExchange: TokenExchangeGrant
}

structure GrantItem {
    @required
    GrantType: GrantType

    @required
    Grant: Grant
}

enum GrantType {
    authorization_code
    refresh_token
    urn_ietf_params_oauth_grant_type_jwt_bearer = "urn:ietf:params:oauth:grant-type:jwt-bearer"
    urn_ietf_params_oauth_grant_type_token_exchange = "urn:ietf:params:oauth:grant-type:token-exchange"
}

list Grants {
    member: GrantItem
}

structure IamAuthenticationMethod {
    @required
    ActorPolicy: ActorPolicyDocument
}

@length(min: 1, max: 768)
@pattern("(http|https):\\/\\/.*")
string IconUrl

@length(min: 1, max: 64)
@pattern("[a-zA-Z0-9-]*")
string Id

string IdentityStoreArn

structure InstanceAccessControlAttributeConfiguration {
    @required
    AccessControlAttributes: AccessControlAttributeList
}

enum InstanceAccessControlAttributeConfigurationStatus {
    ENABLED
    CREATION_IN_PROGRESS
    CREATION_FAILED
}

string InstanceAccessControlAttributeConfigurationStatusReason

@length(min: 10, max: 1224)
@pattern("arn:aws(-[a-z]{1,5}){0,3}:sso:::instance/(sso)?ins-[a-zA-Z0-9-.]{16}")
string InstanceArn

@length(min: 0, max: 10)
list InstanceList {
    member: InstanceMetadata
}

structure InstanceMetadata {
    InstanceArn: InstanceArn

    IdentityStoreId: Id

    OwnerAccountId: AccountId

    Name: NameType

    CreatedDate: Date

    Status: InstanceStatus

    StatusReason: Reason
}

enum InstanceStatus {
    CREATE_IN_PROGRESS
    CREATE_FAILED
    DELETE_IN_PROGRESS
    ACTIVE
}

string InternalFailureMessage

@error("server")
structure InternalServerException {
    Message: InternalFailureMessage
}

boolean IsPrimaryRegion

@length(min: 1, max: 255)
@pattern("\\p{L}+(?:\\.\\p{L}+){0,2}")
string JMESPath

enum JwksRetrievalOption {
    OPEN_ID_DISCOVERY
}

structure JwtBearerGrant {
    AuthorizedTokenIssuers: AuthorizedTokenIssuers
}

@length(min: 20, max: 2048)
@pattern("arn:aws(-[a-z]{1,5}){0,3}:kms:([a-z]{2,}(-[a-z0-9]+)+){1}:[0-9]{12}:key/(mrk-[a-f0-9]{32}|[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12})")
string KmsKeyArn

enum KmsKeyStatus {
    UPDATING
    ENABLED
    UPDATE_FAILED
}

enum KmsKeyType {
    AWS_OWNED_KMS_KEY
    CUSTOMER_MANAGED_KEY
}

structure ListAccountAssignmentCreationStatusRequest {
    @required
    InstanceArn: InstanceArn

    MaxResults: MaxResults

    NextToken: Token

    Filter: OperationStatusFilter
}

structure ListAccountAssignmentCreationStatusResponse {
    AccountAssignmentsCreationStatus: AccountAssignmentOperationStatusList

    NextToken: Token
}

structure ListAccountAssignmentDeletionStatusRequest {
    @required
    InstanceArn: InstanceArn

    MaxResults: MaxResults

    NextToken: Token

    Filter: OperationStatusFilter
}

structure ListAccountAssignmentDeletionStatusResponse {
    AccountAssignmentsDeletionStatus: AccountAssignmentOperationStatusList

    NextToken: Token
}

structure ListAccountAssignmentsFilter {
    AccountId: AccountId
}

structure ListAccountAssignmentsForPrincipalRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PrincipalId: PrincipalId

    @required
    PrincipalType: PrincipalType

    Filter: ListAccountAssignmentsFilter

    NextToken: Token

    MaxResults: MaxResults
}

structure ListAccountAssignmentsForPrincipalResponse {
    AccountAssignments: AccountAssignmentListForPrincipal

    NextToken: Token
}

structure ListAccountAssignmentsRequest {
    @required
    InstanceArn: InstanceArn

    @required
    AccountId: TargetId

    @required
    PermissionSetArn: PermissionSetArn

    MaxResults: MaxResults

    NextToken: Token
}

structure ListAccountAssignmentsResponse {
    AccountAssignments: AccountAssignmentList

    NextToken: Token
}

structure ListAccountsForProvisionedPermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn

    ProvisioningStatus: ProvisioningStatus

    MaxResults: MaxResults

    NextToken: Token
}

structure ListAccountsForProvisionedPermissionSetResponse {
    AccountIds: AccountList

    NextToken: Token
}

structure ListApplicationAccessScopesRequest {
    @required
    ApplicationArn: ApplicationArn

    MaxResults: ListApplicationAccessScopesRequestMaxResultsInteger

    NextToken: Token
}

@range(min: 1, max: 10)
integer ListApplicationAccessScopesRequestMaxResultsInteger

structure ListApplicationAccessScopesResponse {
    @required
    Scopes: Scopes

    NextToken: Token
}

structure ListApplicationAssignmentsFilter {
    ApplicationArn: ApplicationArn
}

structure ListApplicationAssignmentsForPrincipalRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PrincipalId: PrincipalId

    @required
    PrincipalType: PrincipalType

    Filter: ListApplicationAssignmentsFilter

    NextToken: Token

    MaxResults: MaxResults
}

structure ListApplicationAssignmentsForPrincipalResponse {
    ApplicationAssignments: ApplicationAssignmentListForPrincipal

    NextToken: Token
}

structure ListApplicationAssignmentsRequest {
    @required
    ApplicationArn: ApplicationArn

    MaxResults: MaxResults

    NextToken: Token
}

structure ListApplicationAssignmentsResponse {
    ApplicationAssignments: ApplicationAssignmentsList

    NextToken: Token
}

structure ListApplicationAuthenticationMethodsRequest {
    @required
    ApplicationArn: ApplicationArn

    NextToken: Token
}

structure ListApplicationAuthenticationMethodsResponse {
    AuthenticationMethods: AuthenticationMethods

    NextToken: Token
}

structure ListApplicationGrantsRequest {
    @required
    ApplicationArn: ApplicationArn

    NextToken: Token
}

structure ListApplicationGrantsResponse {
    @required
    Grants: Grants

    NextToken: Token
}

structure ListApplicationProvidersRequest {
    MaxResults: MaxResults

    NextToken: Token
}

structure ListApplicationProvidersResponse {
    ApplicationProviders: ApplicationProviderList

    NextToken: Token
}

structure ListApplicationsFilter {
    ApplicationAccount: AccountId

    ApplicationProvider: ApplicationProviderArn
}

structure ListApplicationsRequest {
    @required
    InstanceArn: InstanceArn

    MaxResults: MaxResults

    NextToken: Token

    Filter: ListApplicationsFilter
}

structure ListApplicationsResponse {
    Applications: ApplicationList

    NextToken: Token
}

structure ListCustomerManagedPolicyReferencesInPermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn

    MaxResults: MaxResults

    NextToken: Token
}

structure ListCustomerManagedPolicyReferencesInPermissionSetResponse {
    CustomerManagedPolicyReferences: CustomerManagedPolicyReferenceList

    NextToken: Token
}

structure ListInstancesRequest {
    MaxResults: MaxResults

    NextToken: Token
}

structure ListInstancesResponse {
    Instances: InstanceList

    NextToken: Token
}

structure ListManagedPoliciesInPermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn

    MaxResults: MaxResults

    NextToken: Token
}

structure ListManagedPoliciesInPermissionSetResponse {
    AttachedManagedPolicies: AttachedManagedPolicyList

    NextToken: Token
}

structure ListPermissionSetProvisioningStatusRequest {
    @required
    InstanceArn: InstanceArn

    MaxResults: MaxResults

    NextToken: Token

    Filter: OperationStatusFilter
}

structure ListPermissionSetProvisioningStatusResponse {
    PermissionSetsProvisioningStatus: PermissionSetProvisioningStatusList

    NextToken: Token
}

structure ListPermissionSetsProvisionedToAccountRequest {
    @required
    InstanceArn: InstanceArn

    @required
    AccountId: AccountId

    ProvisioningStatus: ProvisioningStatus

    MaxResults: MaxResults

    NextToken: Token
}

structure ListPermissionSetsProvisionedToAccountResponse {
    NextToken: Token

    PermissionSets: PermissionSetList
}

structure ListPermissionSetsRequest {
    @required
    InstanceArn: InstanceArn

    NextToken: Token

    MaxResults: MaxResults
}

structure ListPermissionSetsResponse {
    PermissionSets: PermissionSetList

    NextToken: Token
}

structure ListRegionsRequest {
    @required
    InstanceArn: InstanceArn

    MaxResults: MaxResults

    NextToken: Token
}

structure ListRegionsResponse {
    Regions: RegionMetadataList

    NextToken: Token
}

structure ListTagsForResourceRequest {
    InstanceArn: InstanceArn

    @required
    ResourceArn: TaggableResourceArn

    NextToken: Token
}

structure ListTagsForResourceResponse {
    Tags: TagList

    NextToken: Token
}

structure ListTrustedTokenIssuersRequest {
    @required
    InstanceArn: InstanceArn

    MaxResults: MaxResults

    NextToken: Token
}

structure ListTrustedTokenIssuersResponse {
    TrustedTokenIssuers: TrustedTokenIssuerList

    NextToken: Token
}

@length(min: 20, max: 2048)
@pattern("arn:aws(-[a-z]{1,5}){0,3}:iam::aws:policy((/[A-Za-z0-9\\.,\\+@=_-]+)*)/([A-Za-z0-9\\.,\\+=@_-]+)")
string ManagedPolicyArn

@length(min: 1, max: 128)
@pattern("[\\w+=,.@-]+")
string ManagedPolicyName

@length(min: 1, max: 512)
@pattern("((/[A-Za-z0-9\\.,\\+@=_-]+)*)/")
string ManagedPolicyPath

@range(min: 1, max: 100)
integer MaxResults

@length(min: 1, max: 100)
string Name

@length(min: 0, max: 255)
@pattern("[\\w+=,.@-]+")
string NameType

structure OidcJwtConfiguration {
    @required
    IssuerUrl: TrustedTokenIssuerUrl

    @required
    ClaimAttributePath: ClaimAttributePath

    @required
    IdentityStoreAttributePath: JMESPath

    @required
    JwksRetrievalOption: JwksRetrievalOption
}

structure OidcJwtUpdateConfiguration {
    ClaimAttributePath: ClaimAttributePath

    IdentityStoreAttributePath: JMESPath

    JwksRetrievalOption: JwksRetrievalOption
}

structure OperationStatusFilter {
    Status: StatusValues
}

structure PermissionSet {
    Name: PermissionSetName

    PermissionSetArn: PermissionSetArn

    Description: PermissionSetDescription

    CreatedDate: Date

    SessionDuration: Duration

    RelayState: RelayState
}

@length(min: 10, max: 1224)
@pattern("arn:aws(-[a-z]{1,5}){0,3}:sso:::permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16}")
string PermissionSetArn

@length(min: 1, max: 700)
@pattern("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*")
string PermissionSetDescription

list PermissionSetList {
    member: PermissionSetArn
}

@length(min: 1, max: 32)
@pattern("[\\w+=,.@-]+")
string PermissionSetName

@length(min: 1, max: 32768)
@pattern("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+")
string PermissionSetPolicyDocument

structure PermissionSetProvisioningStatus {
    Status: StatusValues

    RequestId: UUId

    AccountId: AccountId

    PermissionSetArn: PermissionSetArn

    FailureReason: Reason

    CreatedDate: Date
}

list PermissionSetProvisioningStatusList {
    member: PermissionSetProvisioningStatusMetadata
}

structure PermissionSetProvisioningStatusMetadata {
    Status: StatusValues

    RequestId: UUId

    CreatedDate: Date
}

structure PermissionsBoundary {
    CustomerManagedPolicyReference: CustomerManagedPolicyReference

    ManagedPolicyArn: ManagedPolicyArn
}

structure PortalOptions {
    SignInOptions: SignInOptions

    Visibility: ApplicationVisibility
}

@length(min: 1, max: 47)
@pattern("([0-9a-f]{10}-|)[A-Fa-f0-9]{8}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{4}-[A-Fa-f0-9]{12}")
string PrincipalId

enum PrincipalType {
    USER
    GROUP
}

structure ProvisionPermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn

    TargetId: TargetId

    @required
    TargetType: ProvisionTargetType
}

structure ProvisionPermissionSetResponse {
    PermissionSetProvisioningStatus: PermissionSetProvisioningStatus
}

enum ProvisionTargetType {
    AWS_ACCOUNT
    ALL_PROVISIONED_ACCOUNTS
}

enum ProvisioningStatus {
    LATEST_PERMISSION_SET_PROVISIONED
    LATEST_PERMISSION_SET_NOT_PROVISIONED
}

structure PutApplicationAccessScopeRequest {
    @required
    Scope: Scope

    AuthorizedTargets: ScopeTargets

    @required
    ApplicationArn: ApplicationArn
}

structure PutApplicationAssignmentConfigurationRequest {
    @required
    ApplicationArn: ApplicationArn

    @required
    AssignmentRequired: AssignmentRequired
}

structure PutApplicationAssignmentConfigurationResponse {
}

structure PutApplicationAuthenticationMethodRequest {
    @required
    ApplicationArn: ApplicationArn

    @required
    AuthenticationMethodType: AuthenticationMethodType

    @required
    AuthenticationMethod: AuthenticationMethod
}

structure PutApplicationGrantRequest {
    @required
    ApplicationArn: ApplicationArn

    @required
    GrantType: GrantType

    @required
    Grant: Grant
}

structure PutApplicationSessionConfigurationRequest {
    @required
    ApplicationArn: ApplicationArn

    UserBackgroundSessionApplicationStatus: UserBackgroundSessionApplicationStatus
}

structure PutApplicationSessionConfigurationResponse {
}

structure PutInlinePolicyToPermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn

    @required
    InlinePolicy: PermissionSetPolicyDocument
}

structure PutInlinePolicyToPermissionSetResponse {
}

structure PutPermissionsBoundaryToPermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn

    @required
    PermissionsBoundary: PermissionsBoundary
}

structure PutPermissionsBoundaryToPermissionSetResponse {
}

@pattern("[\\p{L}\\p{M}\\p{Z}\\p{S}\\p{N}\\p{P}]*")
string Reason

@length(min: 1, max: 10)
list RedirectUris {
    member: URI
}

structure RefreshTokenGrant {
}

structure RegionMetadata {
    RegionName: RegionName

    Status: RegionStatus

    AddedDate: Date

    IsPrimaryRegion: IsPrimaryRegion
}

list RegionMetadataList {
    member: RegionMetadata
}

@length(min: 1, max: 32)
@pattern("([a-z]+-){2,3}\\d")
string RegionName

enum RegionStatus {
    ACTIVE
    ADDING
    REMOVING
}

@length(min: 1, max: 240)
@pattern("[a-zA-Z0-9&$@#\\\\\\/%?=~\\-_'\"|!:,.;*+\\[\\]\\ \\(\\)\\{\\}]+")
string RelayState

structure RemoveRegionRequest {
    @required
    InstanceArn: InstanceArn

    @required
    RegionName: RegionName
}

structure RemoveRegionResponse {
    Status: RegionStatus
}

@error("client")
structure ResourceNotFoundException {
    Message: ResourceNotFoundMessage

    Reason: ResourceNotFoundExceptionReason
}

enum ResourceNotFoundExceptionReason {
    KMS_NotFoundException
}

string ResourceNotFoundMessage

structure ResourceServerConfig {
    Scopes: ResourceServerScopes
}

@length(min: 1, max: 80)
@pattern("[^:=\\-\\.\\s][0-9a-zA-Z_:\\-\\.]+")
string ResourceServerScope

structure ResourceServerScopeDetails {
    LongDescription: Description

    DetailedTitle: Description
}

map ResourceServerScopes {
    key: ResourceServerScope
    value: ResourceServerScopeDetails
}

@pattern("([A-Za-z0-9_]{1,50})(:[A-Za-z0-9_]{1,50}){0,1}(:[A-Za-z0-9_]{1,50}){0,1}")
string Scope

structure ScopeDetails {
    @required
    Scope: Scope

    AuthorizedTargets: ScopeTargets
}

@length(min: 1, max: 100)
@pattern("arn:aws(-[a-z]{1,5}){0,3}:sso::(\\d{12}:application/(sso)?ins-[a-zA-Z0-9-.]{16}/apl-[a-zA-Z0-9]{16}|:instance/(sso)?ins-[a-zA-Z0-9-.]{16})")
string ScopeTarget

@length(min: 1, max: 10)
list ScopeTargets {
    member: ScopeTarget
}

@length(min: 0, max: 10)
list Scopes {
    member: ScopeDetails
}

@error("client")
structure ServiceQuotaExceededException {
    Message: ServiceQuotaExceededMessage
}

string ServiceQuotaExceededMessage

structure SignInOptions {
    @required
    Origin: SignInOrigin

    ApplicationUrl: ApplicationUrl
}

enum SignInOrigin {
    IDENTITY_CENTER
    APPLICATION
}

enum StatusValues {
    IN_PROGRESS
    FAILED
    SUCCEEDED
}

structure Tag {
    @required
    Key: TagKey

    @required
    Value: TagValue
}

@length(min: 1, max: 128)
@pattern("([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)")
string TagKey

@length(min: 1, max: 75)
list TagKeyList {
    member: TagKey
}

@length(min: 0, max: 75)
list TagList {
    member: Tag
}

structure TagResourceRequest {
    InstanceArn: InstanceArn

    @required
    ResourceArn: TaggableResourceArn

    @required
    Tags: TagList
}

structure TagResourceResponse {
}

@length(min: 0, max: 256)
@pattern("([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)")
string TagValue

@length(min: 10, max: 2048)
@pattern("arn:aws(-[a-z]{1,5}){0,3}:sso::((:instance/(sso)?ins-[a-zA-Z0-9-.]{16})|(:permissionSet/(sso)?ins-[a-zA-Z0-9-.]{16}/ps-[a-zA-Z0-9-./]{16})|(\\d{12}:application/(sso)?ins-[a-zA-Z0-9-.]{16}/apl-[a-zA-Z0-9]{16})|(\\d{12}:trustedTokenIssuer/(sso)?ins-[a-zA-Z0-9-.]{16}/tti-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}))")
string TaggableResourceArn

@length(min: 12, max: 12)
@pattern("\\d{12}")
string TargetId

enum TargetType {
    AWS_ACCOUNT
}

@error("client")
structure ThrottlingException {
    Message: ThrottlingExceptionMessage

    Reason: ThrottlingExceptionReason
}

string ThrottlingExceptionMessage

enum ThrottlingExceptionReason {
    KMS_ThrottlingException
}

@length(min: 0, max: 2048)
@pattern("[-a-zA-Z0-9+=/_]*")
string Token

structure TokenExchangeGrant {
}

@length(min: 1, max: 512)
string TokenIssuerAudience

@length(min: 1, max: 10)
list TokenIssuerAudiences {
    member: TokenIssuerAudience
}

@length(min: 10, max: 1224)
@pattern("arn:aws(-[a-z]{1,5}){0,3}:sso::\\d{12}:trustedTokenIssuer/(sso)?ins-[a-zA-Z0-9-.]{16}/tti-[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}")
string TrustedTokenIssuerArn

union TrustedTokenIssuerConfiguration {
    OidcJwtConfiguration: OidcJwtConfiguration
}

list TrustedTokenIssuerList {
    member: TrustedTokenIssuerMetadata
}

structure TrustedTokenIssuerMetadata {
    TrustedTokenIssuerArn: TrustedTokenIssuerArn

    Name: TrustedTokenIssuerName

    TrustedTokenIssuerType: TrustedTokenIssuerType
}

@length(min: 1, max: 255)
@pattern("[\\w+=,.@-]+")
string TrustedTokenIssuerName

enum TrustedTokenIssuerType {
    OIDC_JWT
}

union TrustedTokenIssuerUpdateConfiguration {
    OidcJwtConfiguration: OidcJwtUpdateConfiguration
}

@length(min: 1, max: 512)
@pattern("https?:\\/\\/[-a-zA-Z0-9+&@\\/%=~_|!:,.;]*[-a-zA-Z0-9+&@\\/%=~_|]")
string TrustedTokenIssuerUrl

string URI

@length(min: 36, max: 36)
@pattern("\\b[0-9a-f]{8}\\b-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-\\b[0-9a-f]{12}\\b")
string UUId

structure UntagResourceRequest {
    InstanceArn: InstanceArn

    @required
    ResourceArn: TaggableResourceArn

    @required
    TagKeys: TagKeyList
}

structure UntagResourceResponse {
}

structure UpdateApplicationPortalOptions {
    SignInOptions: SignInOptions
}

structure UpdateApplicationRequest {
    @required
    ApplicationArn: ApplicationArn

    Name: ApplicationNameType

    Description: Description

    Status: ApplicationStatus

    PortalOptions: UpdateApplicationPortalOptions
}

structure UpdateApplicationResponse {
}

structure UpdateInstanceAccessControlAttributeConfigurationRequest {
    @required
    InstanceArn: InstanceArn

    @required
    InstanceAccessControlAttributeConfiguration: InstanceAccessControlAttributeConfiguration
}

structure UpdateInstanceAccessControlAttributeConfigurationResponse {
}

structure UpdateInstanceRequest {
    Name: NameType

    @required
    InstanceArn: InstanceArn

    EncryptionConfiguration: EncryptionConfiguration
}

structure UpdateInstanceResponse {
}

structure UpdatePermissionSetRequest {
    @required
    InstanceArn: InstanceArn

    @required
    PermissionSetArn: PermissionSetArn

    Description: PermissionSetDescription

    SessionDuration: Duration

    RelayState: RelayState
}

structure UpdatePermissionSetResponse {
}

structure UpdateTrustedTokenIssuerRequest {
    @required
    TrustedTokenIssuerArn: TrustedTokenIssuerArn

    Name: TrustedTokenIssuerName

    TrustedTokenIssuerConfiguration: TrustedTokenIssuerUpdateConfiguration
}

structure UpdateTrustedTokenIssuerResponse {
}

enum UserBackgroundSessionApplicationStatus {
    ENABLED
    DISABLED
}

@error("client")
structure ValidationException {
    Message: ValidationExceptionMessage

    Reason: ValidationExceptionReason
}

string ValidationExceptionMessage

enum ValidationExceptionReason {
    KMS_InvalidKeyUsageException
    KMS_InvalidStateException
    KMS_DisabledException
}

