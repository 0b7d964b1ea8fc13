$version: "2"

namespace com.amazonaws.iam

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsQuery
use aws.protocols#awsQueryError

@service(sdkId: "IAM", endpointPrefix: "iam")
@sigv4(name: "iam")
@awsQuery
@xmlNamespace(uri: "https://iam.amazonaws.com/doc/2010-05-08/")
service IAM {
    version: "2010-05-08"
    operations: [
        AcceptDelegationRequest
        AddClientIDToOpenIDConnectProvider
        AddRoleToInstanceProfile
        AddUserToGroup
        AssociateDelegationRequest
        AttachGroupPolicy
        AttachRolePolicy
        AttachUserPolicy
        ChangePassword
        CreateAccessKey
        CreateAccountAlias
        CreateDelegationRequest
        CreateGroup
        CreateInstanceProfile
        CreateLoginProfile
        CreateOpenIDConnectProvider
        CreatePolicy
        CreatePolicyVersion
        CreateRole
        CreateSAMLProvider
        CreateServiceLinkedRole
        CreateServiceSpecificCredential
        CreateUser
        CreateVirtualMFADevice
        DeactivateMFADevice
        DeleteAccessKey
        DeleteAccountAlias
        DeleteAccountPasswordPolicy
        DeleteGroup
        DeleteGroupPolicy
        DeleteInstanceProfile
        DeleteLoginProfile
        DeleteOpenIDConnectProvider
        DeletePolicy
        DeletePolicyVersion
        DeleteRole
        DeleteRolePermissionsBoundary
        DeleteRolePolicy
        DeleteSAMLProvider
        DeleteSSHPublicKey
        DeleteServerCertificate
        DeleteServiceLinkedRole
        DeleteServiceSpecificCredential
        DeleteSigningCertificate
        DeleteUser
        DeleteUserPermissionsBoundary
        DeleteUserPolicy
        DeleteVirtualMFADevice
        DetachGroupPolicy
        DetachRolePolicy
        DetachUserPolicy
        DisableOrganizationsRootCredentialsManagement
        DisableOrganizationsRootSessions
        DisableOutboundWebIdentityFederation
        EnableMFADevice
        EnableOrganizationsRootCredentialsManagement
        EnableOrganizationsRootSessions
        EnableOutboundWebIdentityFederation
        GenerateCredentialReport
        GenerateOrganizationsAccessReport
        GenerateServiceLastAccessedDetails
        GetAccessKeyLastUsed
        GetAccountAuthorizationDetails
        GetAccountPasswordPolicy
        GetAccountSummary
        GetContextKeysForCustomPolicy
        GetContextKeysForPrincipalPolicy
        GetCredentialReport
        GetDelegationRequest
        GetGroup
        GetGroupPolicy
        GetHumanReadableSummary
        GetInstanceProfile
        GetLoginProfile
        GetMFADevice
        GetOpenIDConnectProvider
        GetOrganizationsAccessReport
        GetOutboundWebIdentityFederationInfo
        GetPolicy
        GetPolicyVersion
        GetRole
        GetRolePolicy
        GetSAMLProvider
        GetSSHPublicKey
        GetServerCertificate
        GetServiceLastAccessedDetails
        GetServiceLastAccessedDetailsWithEntities
        GetServiceLinkedRoleDeletionStatus
        GetUser
        GetUserPolicy
        ListAccessKeys
        ListAccountAliases
        ListAttachedGroupPolicies
        ListAttachedRolePolicies
        ListAttachedUserPolicies
        ListDelegationRequests
        ListEntitiesForPolicy
        ListGroupPolicies
        ListGroups
        ListGroupsForUser
        ListInstanceProfileTags
        ListInstanceProfiles
        ListInstanceProfilesForRole
        ListMFADeviceTags
        ListMFADevices
        ListOpenIDConnectProviderTags
        ListOpenIDConnectProviders
        ListOrganizationsFeatures
        ListPolicies
        ListPoliciesGrantingServiceAccess
        ListPolicyTags
        ListPolicyVersions
        ListRolePolicies
        ListRoleTags
        ListRoles
        ListSAMLProviderTags
        ListSAMLProviders
        ListSSHPublicKeys
        ListServerCertificateTags
        ListServerCertificates
        ListServiceSpecificCredentials
        ListSigningCertificates
        ListUserPolicies
        ListUserTags
        ListUsers
        ListVirtualMFADevices
        PutGroupPolicy
        PutRolePermissionsBoundary
        PutRolePolicy
        PutUserPermissionsBoundary
        PutUserPolicy
        RejectDelegationRequest
        RemoveClientIDFromOpenIDConnectProvider
        RemoveRoleFromInstanceProfile
        RemoveUserFromGroup
        ResetServiceSpecificCredential
        ResyncMFADevice
        SendDelegationToken
        SetDefaultPolicyVersion
        SetSecurityTokenServicePreferences
        SimulateCustomPolicy
        SimulatePrincipalPolicy
        TagInstanceProfile
        TagMFADevice
        TagOpenIDConnectProvider
        TagPolicy
        TagRole
        TagSAMLProvider
        TagServerCertificate
        TagUser
        UntagInstanceProfile
        UntagMFADevice
        UntagOpenIDConnectProvider
        UntagPolicy
        UntagRole
        UntagSAMLProvider
        UntagServerCertificate
        UntagUser
        UpdateAccessKey
        UpdateAccountPasswordPolicy
        UpdateAssumeRolePolicy
        UpdateDelegationRequest
        UpdateGroup
        UpdateLoginProfile
        UpdateOpenIDConnectProviderThumbprint
        UpdateRole
        UpdateRoleDescription
        UpdateSAMLProvider
        UpdateSSHPublicKey
        UpdateServerCertificate
        UpdateServiceSpecificCredential
        UpdateSigningCertificate
        UpdateUser
        UploadSSHPublicKey
        UploadServerCertificate
        UploadSigningCertificate
    ]
}

operation AcceptDelegationRequest {
    input: AcceptDelegationRequestRequest
    errors: [
        ConcurrentModificationException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation AddClientIDToOpenIDConnectProvider {
    input: AddClientIDToOpenIDConnectProviderRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation AddRoleToInstanceProfile {
    input: AddRoleToInstanceProfileRequest
    errors: [
        EntityAlreadyExistsException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
        UnmodifiableEntityException
    ]
}

operation AddUserToGroup {
    input: AddUserToGroupRequest
    errors: [
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation AssociateDelegationRequest {
    input: AssociateDelegationRequestRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation AttachGroupPolicy {
    input: AttachGroupPolicyRequest
    errors: [
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        PolicyNotAttachableException
        ServiceFailureException
    ]
}

operation AttachRolePolicy {
    input: AttachRolePolicyRequest
    errors: [
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        PolicyNotAttachableException
        ServiceFailureException
        UnmodifiableEntityException
    ]
}

operation AttachUserPolicy {
    input: AttachUserPolicyRequest
    errors: [
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        PolicyNotAttachableException
        ServiceFailureException
    ]
}

operation ChangePassword {
    input: ChangePasswordRequest
    errors: [
        EntityTemporarilyUnmodifiableException
        InvalidUserTypeException
        LimitExceededException
        NoSuchEntityException
        PasswordPolicyViolationException
        ServiceFailureException
    ]
}

operation CreateAccessKey {
    input: CreateAccessKeyRequest
    output: CreateAccessKeyResponse
    errors: [
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation CreateAccountAlias {
    input: CreateAccountAliasRequest
    errors: [
        ConcurrentModificationException
        EntityAlreadyExistsException
        LimitExceededException
        ServiceFailureException
    ]
}

operation CreateDelegationRequest {
    input: CreateDelegationRequestRequest
    output: CreateDelegationRequestResponse
    errors: [
        ConcurrentModificationException
        EntityAlreadyExistsException
        InvalidInputException
        LimitExceededException
        ServiceFailureException
    ]
}

operation CreateGroup {
    input: CreateGroupRequest
    output: CreateGroupResponse
    errors: [
        EntityAlreadyExistsException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation CreateInstanceProfile {
    input: CreateInstanceProfileRequest
    output: CreateInstanceProfileResponse
    errors: [
        ConcurrentModificationException
        EntityAlreadyExistsException
        InvalidInputException
        LimitExceededException
        ServiceFailureException
    ]
}

operation CreateLoginProfile {
    input: CreateLoginProfileRequest
    output: CreateLoginProfileResponse
    errors: [
        EntityAlreadyExistsException
        LimitExceededException
        NoSuchEntityException
        PasswordPolicyViolationException
        ServiceFailureException
    ]
}

operation CreateOpenIDConnectProvider {
    input: CreateOpenIDConnectProviderRequest
    output: CreateOpenIDConnectProviderResponse
    errors: [
        ConcurrentModificationException
        EntityAlreadyExistsException
        InvalidInputException
        LimitExceededException
        OpenIdIdpCommunicationErrorException
        ServiceFailureException
    ]
}

operation CreatePolicy {
    input: CreatePolicyRequest
    output: CreatePolicyResponse
    errors: [
        ConcurrentModificationException
        EntityAlreadyExistsException
        InvalidInputException
        LimitExceededException
        MalformedPolicyDocumentException
        ServiceFailureException
    ]
}

operation CreatePolicyVersion {
    input: CreatePolicyVersionRequest
    output: CreatePolicyVersionResponse
    errors: [
        InvalidInputException
        LimitExceededException
        MalformedPolicyDocumentException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation CreateRole {
    input: CreateRoleRequest
    output: CreateRoleResponse
    errors: [
        ConcurrentModificationException
        EntityAlreadyExistsException
        InvalidInputException
        LimitExceededException
        MalformedPolicyDocumentException
        ServiceFailureException
    ]
}

operation CreateSAMLProvider {
    input: CreateSAMLProviderRequest
    output: CreateSAMLProviderResponse
    errors: [
        ConcurrentModificationException
        EntityAlreadyExistsException
        InvalidInputException
        LimitExceededException
        ServiceFailureException
    ]
}

operation CreateServiceLinkedRole {
    input: CreateServiceLinkedRoleRequest
    output: CreateServiceLinkedRoleResponse
    errors: [
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation CreateServiceSpecificCredential {
    input: CreateServiceSpecificCredentialRequest
    output: CreateServiceSpecificCredentialResponse
    errors: [
        LimitExceededException
        NoSuchEntityException
        ServiceNotSupportedException
    ]
}

operation CreateUser {
    input: CreateUserRequest
    output: CreateUserResponse
    errors: [
        ConcurrentModificationException
        EntityAlreadyExistsException
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation CreateVirtualMFADevice {
    input: CreateVirtualMFADeviceRequest
    output: CreateVirtualMFADeviceResponse
    errors: [
        ConcurrentModificationException
        EntityAlreadyExistsException
        InvalidInputException
        LimitExceededException
        ServiceFailureException
    ]
}

operation DeactivateMFADevice {
    input: DeactivateMFADeviceRequest
    errors: [
        ConcurrentModificationException
        EntityTemporarilyUnmodifiableException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteAccessKey {
    input: DeleteAccessKeyRequest
    errors: [
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteAccountAlias {
    input: DeleteAccountAliasRequest
    errors: [
        ConcurrentModificationException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteAccountPasswordPolicy {
    errors: [
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteGroup {
    input: DeleteGroupRequest
    errors: [
        DeleteConflictException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteGroupPolicy {
    input: DeleteGroupPolicyRequest
    errors: [
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteInstanceProfile {
    input: DeleteInstanceProfileRequest
    errors: [
        DeleteConflictException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteLoginProfile {
    input: DeleteLoginProfileRequest
    errors: [
        EntityTemporarilyUnmodifiableException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteOpenIDConnectProvider {
    input: DeleteOpenIDConnectProviderRequest
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeletePolicy {
    input: DeletePolicyRequest
    errors: [
        DeleteConflictException
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeletePolicyVersion {
    input: DeletePolicyVersionRequest
    errors: [
        DeleteConflictException
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteRole {
    input: DeleteRoleRequest
    errors: [
        ConcurrentModificationException
        DeleteConflictException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
        UnmodifiableEntityException
    ]
}

operation DeleteRolePermissionsBoundary {
    input: DeleteRolePermissionsBoundaryRequest
    errors: [
        NoSuchEntityException
        ServiceFailureException
        UnmodifiableEntityException
    ]
}

operation DeleteRolePolicy {
    input: DeleteRolePolicyRequest
    errors: [
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
        UnmodifiableEntityException
    ]
}

operation DeleteSAMLProvider {
    input: DeleteSAMLProviderRequest
    errors: [
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteSSHPublicKey {
    input: DeleteSSHPublicKeyRequest
    errors: [
        NoSuchEntityException
    ]
}

operation DeleteServerCertificate {
    input: DeleteServerCertificateRequest
    errors: [
        DeleteConflictException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteServiceLinkedRole {
    input: DeleteServiceLinkedRoleRequest
    output: DeleteServiceLinkedRoleResponse
    errors: [
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteServiceSpecificCredential {
    input: DeleteServiceSpecificCredentialRequest
    errors: [
        NoSuchEntityException
    ]
}

operation DeleteSigningCertificate {
    input: DeleteSigningCertificateRequest
    errors: [
        ConcurrentModificationException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteUser {
    input: DeleteUserRequest
    errors: [
        ConcurrentModificationException
        DeleteConflictException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteUserPermissionsBoundary {
    input: DeleteUserPermissionsBoundaryRequest
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteUserPolicy {
    input: DeleteUserPolicyRequest
    errors: [
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DeleteVirtualMFADevice {
    input: DeleteVirtualMFADeviceRequest
    errors: [
        ConcurrentModificationException
        DeleteConflictException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DetachGroupPolicy {
    input: DetachGroupPolicyRequest
    errors: [
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DetachRolePolicy {
    input: DetachRolePolicyRequest
    errors: [
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
        UnmodifiableEntityException
    ]
}

operation DetachUserPolicy {
    input: DetachUserPolicyRequest
    errors: [
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation DisableOrganizationsRootCredentialsManagement {
    input: DisableOrganizationsRootCredentialsManagementRequest
    output: DisableOrganizationsRootCredentialsManagementResponse
    errors: [
        AccountNotManagementOrDelegatedAdministratorException
        OrganizationNotFoundException
        OrganizationNotInAllFeaturesModeException
        ServiceAccessNotEnabledException
    ]
}

operation DisableOrganizationsRootSessions {
    input: DisableOrganizationsRootSessionsRequest
    output: DisableOrganizationsRootSessionsResponse
    errors: [
        AccountNotManagementOrDelegatedAdministratorException
        OrganizationNotFoundException
        OrganizationNotInAllFeaturesModeException
        ServiceAccessNotEnabledException
    ]
}

operation DisableOutboundWebIdentityFederation {
    errors: [
        FeatureDisabledException
    ]
}

operation EnableMFADevice {
    input: EnableMFADeviceRequest
    errors: [
        ConcurrentModificationException
        EntityAlreadyExistsException
        EntityTemporarilyUnmodifiableException
        InvalidAuthenticationCodeException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation EnableOrganizationsRootCredentialsManagement {
    input: EnableOrganizationsRootCredentialsManagementRequest
    output: EnableOrganizationsRootCredentialsManagementResponse
    errors: [
        AccountNotManagementOrDelegatedAdministratorException
        CallerIsNotManagementAccountException
        OrganizationNotFoundException
        OrganizationNotInAllFeaturesModeException
        ServiceAccessNotEnabledException
    ]
}

operation EnableOrganizationsRootSessions {
    input: EnableOrganizationsRootSessionsRequest
    output: EnableOrganizationsRootSessionsResponse
    errors: [
        AccountNotManagementOrDelegatedAdministratorException
        CallerIsNotManagementAccountException
        OrganizationNotFoundException
        OrganizationNotInAllFeaturesModeException
        ServiceAccessNotEnabledException
    ]
}

operation EnableOutboundWebIdentityFederation {
    output: EnableOutboundWebIdentityFederationResponse
    errors: [
        FeatureEnabledException
    ]
}

operation GenerateCredentialReport {
    output: GenerateCredentialReportResponse
    errors: [
        LimitExceededException
        ServiceFailureException
    ]
}

operation GenerateOrganizationsAccessReport {
    input: GenerateOrganizationsAccessReportRequest
    output: GenerateOrganizationsAccessReportResponse
    errors: [
        ReportGenerationLimitExceededException
    ]
}

operation GenerateServiceLastAccessedDetails {
    input: GenerateServiceLastAccessedDetailsRequest
    output: GenerateServiceLastAccessedDetailsResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
    ]
}

operation GetAccessKeyLastUsed {
    input: GetAccessKeyLastUsedRequest
    output: GetAccessKeyLastUsedResponse
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "UserDetailList", pageSize: "MaxItems")
operation GetAccountAuthorizationDetails {
    input: GetAccountAuthorizationDetailsRequest
    output: GetAccountAuthorizationDetailsResponse
    errors: [
        ServiceFailureException
    ]
}

operation GetAccountPasswordPolicy {
    output: GetAccountPasswordPolicyResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetAccountSummary {
    output: GetAccountSummaryResponse
    errors: [
        ServiceFailureException
    ]
}

operation GetContextKeysForCustomPolicy {
    input: GetContextKeysForCustomPolicyRequest
    output: GetContextKeysForPolicyResponse
    errors: [
        InvalidInputException
    ]
}

operation GetContextKeysForPrincipalPolicy {
    input: GetContextKeysForPrincipalPolicyRequest
    output: GetContextKeysForPolicyResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
    ]
}

operation GetCredentialReport {
    output: GetCredentialReportResponse
    errors: [
        CredentialReportExpiredException
        CredentialReportNotPresentException
        CredentialReportNotReadyException
        ServiceFailureException
    ]
}

operation GetDelegationRequest {
    input: GetDelegationRequestRequest
    output: GetDelegationRequestResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Users", pageSize: "MaxItems")
operation GetGroup {
    input: GetGroupRequest
    output: GetGroupResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetGroupPolicy {
    input: GetGroupPolicyRequest
    output: GetGroupPolicyResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetHumanReadableSummary {
    input: GetHumanReadableSummaryRequest
    output: GetHumanReadableSummaryResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetInstanceProfile {
    input: GetInstanceProfileRequest
    output: GetInstanceProfileResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetLoginProfile {
    input: GetLoginProfileRequest
    output: GetLoginProfileResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetMFADevice {
    input: GetMFADeviceRequest
    output: GetMFADeviceResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetOpenIDConnectProvider {
    input: GetOpenIDConnectProviderRequest
    output: GetOpenIDConnectProviderResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetOrganizationsAccessReport {
    input: GetOrganizationsAccessReportRequest
    output: GetOrganizationsAccessReportResponse
    errors: [
        NoSuchEntityException
    ]
}

operation GetOutboundWebIdentityFederationInfo {
    output: GetOutboundWebIdentityFederationInfoResponse
    errors: [
        FeatureDisabledException
    ]
}

operation GetPolicy {
    input: GetPolicyRequest
    output: GetPolicyResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetPolicyVersion {
    input: GetPolicyVersionRequest
    output: GetPolicyVersionResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetRole {
    input: GetRoleRequest
    output: GetRoleResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetRolePolicy {
    input: GetRolePolicyRequest
    output: GetRolePolicyResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetSAMLProvider {
    input: GetSAMLProviderRequest
    output: GetSAMLProviderResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetSSHPublicKey {
    input: GetSSHPublicKeyRequest
    output: GetSSHPublicKeyResponse
    errors: [
        NoSuchEntityException
        UnrecognizedPublicKeyEncodingException
    ]
}

operation GetServerCertificate {
    input: GetServerCertificateRequest
    output: GetServerCertificateResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetServiceLastAccessedDetails {
    input: GetServiceLastAccessedDetailsRequest
    output: GetServiceLastAccessedDetailsResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
    ]
}

operation GetServiceLastAccessedDetailsWithEntities {
    input: GetServiceLastAccessedDetailsWithEntitiesRequest
    output: GetServiceLastAccessedDetailsWithEntitiesResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
    ]
}

operation GetServiceLinkedRoleDeletionStatus {
    input: GetServiceLinkedRoleDeletionStatusRequest
    output: GetServiceLinkedRoleDeletionStatusResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetUser {
    input: GetUserRequest
    output: GetUserResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation GetUserPolicy {
    input: GetUserPolicyRequest
    output: GetUserPolicyResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "AccessKeyMetadata", pageSize: "MaxItems")
operation ListAccessKeys {
    input: ListAccessKeysRequest
    output: ListAccessKeysResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "AccountAliases", pageSize: "MaxItems")
operation ListAccountAliases {
    input: ListAccountAliasesRequest
    output: ListAccountAliasesResponse
    errors: [
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "AttachedPolicies", pageSize: "MaxItems")
operation ListAttachedGroupPolicies {
    input: ListAttachedGroupPoliciesRequest
    output: ListAttachedGroupPoliciesResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "AttachedPolicies", pageSize: "MaxItems")
operation ListAttachedRolePolicies {
    input: ListAttachedRolePoliciesRequest
    output: ListAttachedRolePoliciesResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "AttachedPolicies", pageSize: "MaxItems")
operation ListAttachedUserPolicies {
    input: ListAttachedUserPoliciesRequest
    output: ListAttachedUserPoliciesResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation ListDelegationRequests {
    input: ListDelegationRequestsRequest
    output: ListDelegationRequestsResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "PolicyGroups", pageSize: "MaxItems")
operation ListEntitiesForPolicy {
    input: ListEntitiesForPolicyRequest
    output: ListEntitiesForPolicyResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "PolicyNames", pageSize: "MaxItems")
operation ListGroupPolicies {
    input: ListGroupPoliciesRequest
    output: ListGroupPoliciesResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Groups", pageSize: "MaxItems")
operation ListGroups {
    input: ListGroupsRequest
    output: ListGroupsResponse
    errors: [
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Groups", pageSize: "MaxItems")
operation ListGroupsForUser {
    input: ListGroupsForUserRequest
    output: ListGroupsForUserResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Tags", pageSize: "MaxItems")
operation ListInstanceProfileTags {
    input: ListInstanceProfileTagsRequest
    output: ListInstanceProfileTagsResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "InstanceProfiles", pageSize: "MaxItems")
operation ListInstanceProfiles {
    input: ListInstanceProfilesRequest
    output: ListInstanceProfilesResponse
    errors: [
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "InstanceProfiles", pageSize: "MaxItems")
operation ListInstanceProfilesForRole {
    input: ListInstanceProfilesForRoleRequest
    output: ListInstanceProfilesForRoleResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Tags", pageSize: "MaxItems")
operation ListMFADeviceTags {
    input: ListMFADeviceTagsRequest
    output: ListMFADeviceTagsResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "MFADevices", pageSize: "MaxItems")
operation ListMFADevices {
    input: ListMFADevicesRequest
    output: ListMFADevicesResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Tags", pageSize: "MaxItems")
operation ListOpenIDConnectProviderTags {
    input: ListOpenIDConnectProviderTagsRequest
    output: ListOpenIDConnectProviderTagsResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation ListOpenIDConnectProviders {
    input: ListOpenIDConnectProvidersRequest
    output: ListOpenIDConnectProvidersResponse
    errors: [
        ServiceFailureException
    ]
}

operation ListOrganizationsFeatures {
    input: ListOrganizationsFeaturesRequest
    output: ListOrganizationsFeaturesResponse
    errors: [
        AccountNotManagementOrDelegatedAdministratorException
        OrganizationNotFoundException
        OrganizationNotInAllFeaturesModeException
        ServiceAccessNotEnabledException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Policies", pageSize: "MaxItems")
operation ListPolicies {
    input: ListPoliciesRequest
    output: ListPoliciesResponse
    errors: [
        ServiceFailureException
    ]
}

operation ListPoliciesGrantingServiceAccess {
    input: ListPoliciesGrantingServiceAccessRequest
    output: ListPoliciesGrantingServiceAccessResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Tags", pageSize: "MaxItems")
operation ListPolicyTags {
    input: ListPolicyTagsRequest
    output: ListPolicyTagsResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Versions", pageSize: "MaxItems")
operation ListPolicyVersions {
    input: ListPolicyVersionsRequest
    output: ListPolicyVersionsResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "PolicyNames", pageSize: "MaxItems")
operation ListRolePolicies {
    input: ListRolePoliciesRequest
    output: ListRolePoliciesResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Tags", pageSize: "MaxItems")
operation ListRoleTags {
    input: ListRoleTagsRequest
    output: ListRoleTagsResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Roles", pageSize: "MaxItems")
operation ListRoles {
    input: ListRolesRequest
    output: ListRolesResponse
    errors: [
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Tags", pageSize: "MaxItems")
operation ListSAMLProviderTags {
    input: ListSAMLProviderTagsRequest
    output: ListSAMLProviderTagsResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation ListSAMLProviders {
    input: ListSAMLProvidersRequest
    output: ListSAMLProvidersResponse
    errors: [
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "SSHPublicKeys", pageSize: "MaxItems")
operation ListSSHPublicKeys {
    input: ListSSHPublicKeysRequest
    output: ListSSHPublicKeysResponse
    errors: [
        NoSuchEntityException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Tags", pageSize: "MaxItems")
operation ListServerCertificateTags {
    input: ListServerCertificateTagsRequest
    output: ListServerCertificateTagsResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "ServerCertificateMetadataList", pageSize: "MaxItems")
operation ListServerCertificates {
    input: ListServerCertificatesRequest
    output: ListServerCertificatesResponse
    errors: [
        ServiceFailureException
    ]
}

operation ListServiceSpecificCredentials {
    input: ListServiceSpecificCredentialsRequest
    output: ListServiceSpecificCredentialsResponse
    errors: [
        NoSuchEntityException
        ServiceNotSupportedException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Certificates", pageSize: "MaxItems")
operation ListSigningCertificates {
    input: ListSigningCertificatesRequest
    output: ListSigningCertificatesResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "PolicyNames", pageSize: "MaxItems")
operation ListUserPolicies {
    input: ListUserPoliciesRequest
    output: ListUserPoliciesResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Tags", pageSize: "MaxItems")
operation ListUserTags {
    input: ListUserTagsRequest
    output: ListUserTagsResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "Users", pageSize: "MaxItems")
operation ListUsers {
    input: ListUsersRequest
    output: ListUsersResponse
    errors: [
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "VirtualMFADevices", pageSize: "MaxItems")
operation ListVirtualMFADevices {
    input: ListVirtualMFADevicesRequest
    output: ListVirtualMFADevicesResponse
}

operation PutGroupPolicy {
    input: PutGroupPolicyRequest
    errors: [
        LimitExceededException
        MalformedPolicyDocumentException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation PutRolePermissionsBoundary {
    input: PutRolePermissionsBoundaryRequest
    errors: [
        InvalidInputException
        NoSuchEntityException
        PolicyNotAttachableException
        ServiceFailureException
        UnmodifiableEntityException
    ]
}

operation PutRolePolicy {
    input: PutRolePolicyRequest
    errors: [
        LimitExceededException
        MalformedPolicyDocumentException
        NoSuchEntityException
        ServiceFailureException
        UnmodifiableEntityException
    ]
}

operation PutUserPermissionsBoundary {
    input: PutUserPermissionsBoundaryRequest
    errors: [
        InvalidInputException
        NoSuchEntityException
        PolicyNotAttachableException
        ServiceFailureException
    ]
}

operation PutUserPolicy {
    input: PutUserPolicyRequest
    errors: [
        LimitExceededException
        MalformedPolicyDocumentException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation RejectDelegationRequest {
    input: RejectDelegationRequestRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation RemoveClientIDFromOpenIDConnectProvider {
    input: RemoveClientIDFromOpenIDConnectProviderRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation RemoveRoleFromInstanceProfile {
    input: RemoveRoleFromInstanceProfileRequest
    errors: [
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
        UnmodifiableEntityException
    ]
}

operation RemoveUserFromGroup {
    input: RemoveUserFromGroupRequest
    errors: [
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation ResetServiceSpecificCredential {
    input: ResetServiceSpecificCredentialRequest
    output: ResetServiceSpecificCredentialResponse
    errors: [
        NoSuchEntityException
    ]
}

operation ResyncMFADevice {
    input: ResyncMFADeviceRequest
    errors: [
        ConcurrentModificationException
        InvalidAuthenticationCodeException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation SendDelegationToken {
    input: SendDelegationTokenRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation SetDefaultPolicyVersion {
    input: SetDefaultPolicyVersionRequest
    errors: [
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation SetSecurityTokenServicePreferences {
    input: SetSecurityTokenServicePreferencesRequest
    errors: [
        ServiceFailureException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "EvaluationResults", pageSize: "MaxItems")
operation SimulateCustomPolicy {
    input: SimulateCustomPolicyRequest
    output: SimulatePolicyResponse
    errors: [
        InvalidInputException
        PolicyEvaluationException
    ]
}

@paginated(inputToken: "Marker", outputToken: "Marker", items: "EvaluationResults", pageSize: "MaxItems")
operation SimulatePrincipalPolicy {
    input: SimulatePrincipalPolicyRequest
    output: SimulatePolicyResponse
    errors: [
        InvalidInputException
        NoSuchEntityException
        PolicyEvaluationException
    ]
}

operation TagInstanceProfile {
    input: TagInstanceProfileRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation TagMFADevice {
    input: TagMFADeviceRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation TagOpenIDConnectProvider {
    input: TagOpenIDConnectProviderRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation TagPolicy {
    input: TagPolicyRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation TagRole {
    input: TagRoleRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation TagSAMLProvider {
    input: TagSAMLProviderRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation TagServerCertificate {
    input: TagServerCertificateRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation TagUser {
    input: TagUserRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UntagInstanceProfile {
    input: UntagInstanceProfileRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UntagMFADevice {
    input: UntagMFADeviceRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UntagOpenIDConnectProvider {
    input: UntagOpenIDConnectProviderRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UntagPolicy {
    input: UntagPolicyRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UntagRole {
    input: UntagRoleRequest
    errors: [
        ConcurrentModificationException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UntagSAMLProvider {
    input: UntagSAMLProviderRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UntagServerCertificate {
    input: UntagServerCertificateRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UntagUser {
    input: UntagUserRequest
    errors: [
        ConcurrentModificationException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UpdateAccessKey {
    input: UpdateAccessKeyRequest
    errors: [
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UpdateAccountPasswordPolicy {
    input: UpdateAccountPasswordPolicyRequest
    errors: [
        LimitExceededException
        MalformedPolicyDocumentException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UpdateAssumeRolePolicy {
    input: UpdateAssumeRolePolicyRequest
    errors: [
        LimitExceededException
        MalformedPolicyDocumentException
        NoSuchEntityException
        ServiceFailureException
        UnmodifiableEntityException
    ]
}

operation UpdateDelegationRequest {
    input: UpdateDelegationRequestRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UpdateGroup {
    input: UpdateGroupRequest
    errors: [
        EntityAlreadyExistsException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UpdateLoginProfile {
    input: UpdateLoginProfileRequest
    errors: [
        EntityTemporarilyUnmodifiableException
        LimitExceededException
        NoSuchEntityException
        PasswordPolicyViolationException
        ServiceFailureException
    ]
}

operation UpdateOpenIDConnectProviderThumbprint {
    input: UpdateOpenIDConnectProviderThumbprintRequest
    errors: [
        ConcurrentModificationException
        InvalidInputException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UpdateRole {
    input: UpdateRoleRequest
    output: UpdateRoleResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
        UnmodifiableEntityException
    ]
}

operation UpdateRoleDescription {
    input: UpdateRoleDescriptionRequest
    output: UpdateRoleDescriptionResponse
    errors: [
        NoSuchEntityException
        ServiceFailureException
        UnmodifiableEntityException
    ]
}

operation UpdateSAMLProvider {
    input: UpdateSAMLProviderRequest
    output: UpdateSAMLProviderResponse
    errors: [
        ConcurrentModificationException
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UpdateSSHPublicKey {
    input: UpdateSSHPublicKeyRequest
    errors: [
        InvalidInputException
        NoSuchEntityException
    ]
}

operation UpdateServerCertificate {
    input: UpdateServerCertificateRequest
    errors: [
        EntityAlreadyExistsException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UpdateServiceSpecificCredential {
    input: UpdateServiceSpecificCredentialRequest
    errors: [
        NoSuchEntityException
    ]
}

operation UpdateSigningCertificate {
    input: UpdateSigningCertificateRequest
    errors: [
        InvalidInputException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UpdateUser {
    input: UpdateUserRequest
    errors: [
        ConcurrentModificationException
        EntityAlreadyExistsException
        EntityTemporarilyUnmodifiableException
        LimitExceededException
        NoSuchEntityException
        ServiceFailureException
    ]
}

operation UploadSSHPublicKey {
    input: UploadSSHPublicKeyRequest
    output: UploadSSHPublicKeyResponse
    errors: [
        DuplicateSSHPublicKeyException
        InvalidPublicKeyException
        LimitExceededException
        NoSuchEntityException
        UnrecognizedPublicKeyEncodingException
    ]
}

operation UploadServerCertificate {
    input: UploadServerCertificateRequest
    output: UploadServerCertificateResponse
    errors: [
        ConcurrentModificationException
        EntityAlreadyExistsException
        InvalidInputException
        KeyPairMismatchException
        LimitExceededException
        MalformedCertificateException
        ServiceFailureException
    ]
}

operation UploadSigningCertificate {
    input: UploadSigningCertificateRequest
    output: UploadSigningCertificateResponse
    errors: [
        ConcurrentModificationException
        DuplicateCertificateException
        EntityAlreadyExistsException
        InvalidCertificateException
        LimitExceededException
        MalformedCertificateException
        NoSuchEntityException
        ServiceFailureException
    ]
}

structure AcceptDelegationRequestRequest {
    @required
    DelegationRequestId: delegationRequestIdType
}

enum AccessAdvisorUsageGranularityType {
    SERVICE_LEVEL
    ACTION_LEVEL
}

structure AccessDetail {
    @required
    ServiceName: serviceNameType

    @required
    ServiceNamespace: serviceNamespaceType

    Region: stringType

    EntityPath: organizationsEntityPathType

    LastAuthenticatedTime: dateType

    TotalAuthenticatedEntities: integerType
}

list AccessDetails {
    member: AccessDetail
}

structure AccessKey {
    @required
    UserName: userNameType

    @required
    AccessKeyId: accessKeyIdType

    @required
    Status: statusType

    @required
    SecretAccessKey: accessKeySecretType

    CreateDate: dateType
}

structure AccessKeyLastUsed {
    LastUsedDate: dateType

    @required
    ServiceName: stringType

    @required
    Region: stringType
}

structure AccessKeyMetadata {
    UserName: userNameType

    AccessKeyId: accessKeyIdType

    Status: statusType

    CreateDate: dateType
}

@error("client")
structure AccountNotManagementOrDelegatedAdministratorException {
}

list ActionNameListType {
    member: ActionNameType
}

@length(min: 3, max: 128)
string ActionNameType

structure AddClientIDToOpenIDConnectProviderRequest {
    @required
    OpenIDConnectProviderArn: arnType

    @required
    ClientID: clientIDType
}

structure AddRoleToInstanceProfileRequest {
    @required
    InstanceProfileName: instanceProfileNameType

    @required
    RoleName: roleNameType
}

structure AddUserToGroupRequest {
    @required
    GroupName: groupNameType

    @required
    UserName: existingUserNameType
}

list ArnListType {
    member: arnType
}

structure AssociateDelegationRequestRequest {
    @required
    DelegationRequestId: delegationRequestIdType
}

structure AttachGroupPolicyRequest {
    @required
    GroupName: groupNameType

    @required
    PolicyArn: arnType
}

structure AttachRolePolicyRequest {
    @required
    RoleName: roleNameType

    @required
    PolicyArn: arnType
}

structure AttachUserPolicyRequest {
    @required
    UserName: userNameType

    @required
    PolicyArn: arnType
}

structure AttachedPermissionsBoundary {
    PermissionsBoundaryType: PermissionsBoundaryAttachmentType

    PermissionsBoundaryArn: arnType
}

structure AttachedPolicy {
    PolicyName: policyNameType

    PolicyArn: arnType
}

@sensitive
blob BootstrapDatum

@error("client")
structure CallerIsNotManagementAccountException {
}

@length(min: 1, max: 128)
@pattern("[\\u0020-\\u00FF]+")
string CertificationKeyType

map CertificationMapType {
    key: CertificationKeyType
    value: CertificationValueType
}

@length(min: 1, max: 32)
@pattern("[\\u0020-\\u00FF]+")
string CertificationValueType

structure ChangePasswordRequest {
    @required
    OldPassword: passwordType

    @required
    NewPassword: passwordType
}

integer ColumnNumber

@error("client")
@httpError(409)
@awsQueryError(code: "ConcurrentModification", httpResponseCode: 409)
structure ConcurrentModificationException {
    message: ConcurrentModificationMessage
}

string ConcurrentModificationMessage

structure ContextEntry {
    ContextKeyName: ContextKeyNameType

    ContextKeyValues: ContextKeyValueListType

    ContextKeyType: ContextKeyTypeEnum
}

list ContextEntryListType {
    member: ContextEntry
}

@length(min: 5, max: 256)
string ContextKeyNameType

list ContextKeyNamesResultListType {
    member: ContextKeyNameType
}

enum ContextKeyTypeEnum {
    string
    stringList
    numeric
    numericList
    boolean
    booleanList
    ip
    ipList
    binary
    binaryList
    date
    dateList
}

list ContextKeyValueListType {
    member: ContextKeyValueType
}

string ContextKeyValueType

structure CreateAccessKeyRequest {
    UserName: existingUserNameType
}

structure CreateAccessKeyResponse {
    @required
    AccessKey: AccessKey
}

structure CreateAccountAliasRequest {
    @required
    AccountAlias: accountAliasType
}

structure CreateDelegationRequestRequest {
    OwnerAccountId: accountIdType

    @required
    Description: delegationRequestDescriptionType

    @required
    Permissions: DelegationPermission

    RequestMessage: requestMessageType

    @required
    RequestorWorkflowId: requestorWorkflowIdType

    RedirectUrl: redirectUrlType

    @required
    NotificationChannel: notificationChannelType

    @required
    SessionDuration: sessionDurationType

    OnlySendByOwner: booleanType
}

structure CreateDelegationRequestResponse {
    ConsoleDeepLink: consoleDeepLinkType

    DelegationRequestId: delegationRequestIdType
}

structure CreateGroupRequest {
    Path: pathType

    @required
    GroupName: groupNameType
}

structure CreateGroupResponse {
    @required
    Group: Group
}

structure CreateInstanceProfileRequest {
    @required
    InstanceProfileName: instanceProfileNameType

    Path: pathType

    Tags: tagListType
}

structure CreateInstanceProfileResponse {
    @required
    InstanceProfile: InstanceProfile
}

structure CreateLoginProfileRequest {
    UserName: userNameType

    Password: passwordType

    PasswordResetRequired: booleanType
}

structure CreateLoginProfileResponse {
    @required
    LoginProfile: LoginProfile
}

structure CreateOpenIDConnectProviderRequest {
    @required
    Url: OpenIDConnectProviderUrlType

    ClientIDList: clientIDListType

    ThumbprintList: thumbprintListType

    Tags: tagListType
}

structure CreateOpenIDConnectProviderResponse {
    OpenIDConnectProviderArn: arnType

    Tags: tagListType
}

structure CreatePolicyRequest {
    @required
    PolicyName: policyNameType

    Path: policyPathType

    @required
    PolicyDocument: policyDocumentType

    Description: policyDescriptionType

    Tags: tagListType
}

structure CreatePolicyResponse {
    Policy: Policy
}

structure CreatePolicyVersionRequest {
    @required
    PolicyArn: arnType

    @required
    PolicyDocument: policyDocumentType

    SetAsDefault: booleanType
}

structure CreatePolicyVersionResponse {
    PolicyVersion: PolicyVersion
}

structure CreateRoleRequest {
    Path: pathType

    @required
    RoleName: roleNameType

    @required
    AssumeRolePolicyDocument: policyDocumentType

    Description: roleDescriptionType

    MaxSessionDuration: roleMaxSessionDurationType

    PermissionsBoundary: arnType

    Tags: tagListType
}

structure CreateRoleResponse {
    @required
    Role: Role
}

structure CreateSAMLProviderRequest {
    @required
    SAMLMetadataDocument: SAMLMetadataDocumentType

    @required
    Name: SAMLProviderNameType

    Tags: tagListType

    AssertionEncryptionMode: assertionEncryptionModeType

    AddPrivateKey: privateKeyType
}

structure CreateSAMLProviderResponse {
    SAMLProviderArn: arnType

    Tags: tagListType
}

structure CreateServiceLinkedRoleRequest {
    @required
    AWSServiceName: groupNameType

    Description: roleDescriptionType

    CustomSuffix: customSuffixType
}

structure CreateServiceLinkedRoleResponse {
    Role: Role
}

structure CreateServiceSpecificCredentialRequest {
    @required
    UserName: userNameType

    @required
    ServiceName: serviceName

    CredentialAgeDays: credentialAgeDays
}

structure CreateServiceSpecificCredentialResponse {
    ServiceSpecificCredential: ServiceSpecificCredential
}

structure CreateUserRequest {
    Path: pathType

    @required
    UserName: userNameType

    PermissionsBoundary: arnType

    Tags: tagListType
}

structure CreateUserResponse {
    User: User
}

structure CreateVirtualMFADeviceRequest {
    Path: pathType

    @required
    VirtualMFADeviceName: virtualMFADeviceName

    Tags: tagListType
}

structure CreateVirtualMFADeviceResponse {
    @required
    VirtualMFADevice: VirtualMFADevice
}

@error("client")
@httpError(410)
@awsQueryError(code: "ReportExpired", httpResponseCode: 410)
structure CredentialReportExpiredException {
    message: credentialReportExpiredExceptionMessage
}

@error("client")
@httpError(410)
@awsQueryError(code: "ReportNotPresent", httpResponseCode: 410)
structure CredentialReportNotPresentException {
    message: credentialReportNotPresentExceptionMessage
}

@error("client")
@httpError(404)
@awsQueryError(code: "ReportInProgress", httpResponseCode: 404)
structure CredentialReportNotReadyException {
    message: credentialReportNotReadyExceptionMessage
}

structure DeactivateMFADeviceRequest {
    UserName: existingUserNameType

    @required
    SerialNumber: serialNumberType
}

structure DelegationPermission {
    PolicyTemplateArn: arnType

    Parameters: policyParameterListType
}

structure DelegationRequest {
    DelegationRequestId: delegationRequestIdType

    OwnerAccountId: accountIdType

    Description: delegationRequestDescriptionType

    RequestMessage: requestMessageType

    Permissions: DelegationPermission

    PermissionPolicy: permissionType

    RolePermissionRestrictionArns: rolePermissionRestrictionArnListType

    OwnerId: ownerIdType

    ApproverId: arnType

    State: stateType

    ExpirationTime: dateType

    RequestorId: accountIdType

    RequestorName: requestorNameType

    CreateDate: dateType

    SessionDuration: sessionDurationType

    RedirectUrl: redirectUrlType

    Notes: notesType

    RejectionReason: notesType

    OnlySendByOwner: booleanType

    UpdatedTime: dateType
}

structure DeleteAccessKeyRequest {
    UserName: existingUserNameType

    @required
    AccessKeyId: accessKeyIdType
}

structure DeleteAccountAliasRequest {
    @required
    AccountAlias: accountAliasType
}

@error("client")
@httpError(409)
@awsQueryError(code: "DeleteConflict", httpResponseCode: 409)
structure DeleteConflictException {
    message: deleteConflictMessage
}

structure DeleteGroupPolicyRequest {
    @required
    GroupName: groupNameType

    @required
    PolicyName: policyNameType
}

structure DeleteGroupRequest {
    @required
    GroupName: groupNameType
}

structure DeleteInstanceProfileRequest {
    @required
    InstanceProfileName: instanceProfileNameType
}

structure DeleteLoginProfileRequest {
    UserName: userNameType
}

structure DeleteOpenIDConnectProviderRequest {
    @required
    OpenIDConnectProviderArn: arnType
}

structure DeletePolicyRequest {
    @required
    PolicyArn: arnType
}

structure DeletePolicyVersionRequest {
    @required
    PolicyArn: arnType

    @required
    VersionId: policyVersionIdType
}

structure DeleteRolePermissionsBoundaryRequest {
    @required
    RoleName: roleNameType
}

structure DeleteRolePolicyRequest {
    @required
    RoleName: roleNameType

    @required
    PolicyName: policyNameType
}

structure DeleteRoleRequest {
    @required
    RoleName: roleNameType
}

structure DeleteSAMLProviderRequest {
    @required
    SAMLProviderArn: arnType
}

structure DeleteSSHPublicKeyRequest {
    @required
    UserName: userNameType

    @required
    SSHPublicKeyId: publicKeyIdType
}

structure DeleteServerCertificateRequest {
    @required
    ServerCertificateName: serverCertificateNameType
}

structure DeleteServiceLinkedRoleRequest {
    @required
    RoleName: roleNameType
}

structure DeleteServiceLinkedRoleResponse {
    @required
    DeletionTaskId: DeletionTaskIdType
}

structure DeleteServiceSpecificCredentialRequest {
    UserName: userNameType

    @required
    ServiceSpecificCredentialId: serviceSpecificCredentialId
}

structure DeleteSigningCertificateRequest {
    UserName: existingUserNameType

    @required
    CertificateId: certificateIdType
}

structure DeleteUserPermissionsBoundaryRequest {
    @required
    UserName: userNameType
}

structure DeleteUserPolicyRequest {
    @required
    UserName: existingUserNameType

    @required
    PolicyName: policyNameType
}

structure DeleteUserRequest {
    @required
    UserName: existingUserNameType
}

structure DeleteVirtualMFADeviceRequest {
    @required
    SerialNumber: serialNumberType
}

structure DeletionTaskFailureReasonType {
    Reason: ReasonType

    RoleUsageList: RoleUsageListType
}

@length(min: 1, max: 1000)
string DeletionTaskIdType

enum DeletionTaskStatusType {
    SUCCEEDED
    IN_PROGRESS
    FAILED
    NOT_STARTED
}

structure DetachGroupPolicyRequest {
    @required
    GroupName: groupNameType

    @required
    PolicyArn: arnType
}

structure DetachRolePolicyRequest {
    @required
    RoleName: roleNameType

    @required
    PolicyArn: arnType
}

structure DetachUserPolicyRequest {
    @required
    UserName: userNameType

    @required
    PolicyArn: arnType
}

structure DisableOrganizationsRootCredentialsManagementRequest {
}

structure DisableOrganizationsRootCredentialsManagementResponse {
    OrganizationId: OrganizationIdType

    EnabledFeatures: FeaturesListType
}

structure DisableOrganizationsRootSessionsRequest {
}

structure DisableOrganizationsRootSessionsResponse {
    OrganizationId: OrganizationIdType

    EnabledFeatures: FeaturesListType
}

@error("client")
@httpError(409)
@awsQueryError(code: "DuplicateCertificate", httpResponseCode: 409)
structure DuplicateCertificateException {
    message: duplicateCertificateMessage
}

@error("client")
@httpError(400)
@awsQueryError(code: "DuplicateSSHPublicKey", httpResponseCode: 400)
structure DuplicateSSHPublicKeyException {
    message: duplicateSSHPublicKeyMessage
}

structure EnableMFADeviceRequest {
    @required
    UserName: existingUserNameType

    @required
    SerialNumber: serialNumberType

    @required
    AuthenticationCode1: authenticationCodeType

    @required
    AuthenticationCode2: authenticationCodeType
}

structure EnableOrganizationsRootCredentialsManagementRequest {
}

structure EnableOrganizationsRootCredentialsManagementResponse {
    OrganizationId: OrganizationIdType

    EnabledFeatures: FeaturesListType
}

structure EnableOrganizationsRootSessionsRequest {
}

structure EnableOrganizationsRootSessionsResponse {
    OrganizationId: OrganizationIdType

    EnabledFeatures: FeaturesListType
}

structure EnableOutboundWebIdentityFederationResponse {
    IssuerIdentifier: stringType
}

@error("client")
@httpError(409)
@awsQueryError(code: "EntityAlreadyExists", httpResponseCode: 409)
structure EntityAlreadyExistsException {
    message: entityAlreadyExistsMessage
}

structure EntityDetails {
    @required
    EntityInfo: EntityInfo

    LastAuthenticated: dateType
}

structure EntityInfo {
    @required
    Arn: arnType

    @required
    Name: userNameType

    @required
    Type: policyOwnerEntityType

    @required
    Id: idType

    Path: pathType
}

@error("client")
@httpError(409)
@awsQueryError(code: "EntityTemporarilyUnmodifiable", httpResponseCode: 409)
structure EntityTemporarilyUnmodifiableException {
    message: entityTemporarilyUnmodifiableMessage
}

enum EntityType {
    User
    Role
    Group
    LocalManagedPolicy
    AWSManagedPolicy
}

structure ErrorDetails {
    @required
    Message: stringType

    @required
    Code: stringType
}

map EvalDecisionDetailsType {
    key: EvalDecisionSourceType
    value: PolicyEvaluationDecisionType
}

@length(min: 3, max: 256)
string EvalDecisionSourceType

structure EvaluationResult {
    @required
    EvalActionName: ActionNameType

    EvalResourceName: ResourceNameType

    @required
    EvalDecision: PolicyEvaluationDecisionType

    MatchedStatements: StatementListType

    MissingContextValues: ContextKeyNamesResultListType

    OrganizationsDecisionDetail: OrganizationsDecisionDetail

    PermissionsBoundaryDecisionDetail: PermissionsBoundaryDecisionDetail

    EvalDecisionDetails: EvalDecisionDetailsType

    ResourceSpecificResults: ResourceSpecificResultListType
}

list EvaluationResultsListType {
    member: EvaluationResult
}

@error("client")
@httpError(404)
@awsQueryError(code: "FeatureDisabled", httpResponseCode: 404)
structure FeatureDisabledException {
    message: FeatureDisabledMessage
}

string FeatureDisabledMessage

@error("client")
@httpError(409)
@awsQueryError(code: "FeatureEnabled", httpResponseCode: 409)
structure FeatureEnabledException {
    message: FeatureEnabledMessage
}

string FeatureEnabledMessage

enum FeatureType {
    RootCredentialsManagement
    RootSessions
}

list FeaturesListType {
    member: FeatureType
}

structure GenerateCredentialReportResponse {
    State: ReportStateType

    Description: ReportStateDescriptionType
}

structure GenerateOrganizationsAccessReportRequest {
    @required
    EntityPath: organizationsEntityPathType

    OrganizationsPolicyId: organizationsPolicyIdType
}

structure GenerateOrganizationsAccessReportResponse {
    JobId: jobIDType
}

structure GenerateServiceLastAccessedDetailsRequest {
    @required
    Arn: arnType

    Granularity: AccessAdvisorUsageGranularityType
}

structure GenerateServiceLastAccessedDetailsResponse {
    JobId: jobIDType
}

structure GetAccessKeyLastUsedRequest {
    @required
    AccessKeyId: accessKeyIdType
}

structure GetAccessKeyLastUsedResponse {
    UserName: existingUserNameType

    AccessKeyLastUsed: AccessKeyLastUsed
}

structure GetAccountAuthorizationDetailsRequest {
    Filter: entityListType

    MaxItems: maxItemsType

    Marker: markerType
}

structure GetAccountAuthorizationDetailsResponse {
    UserDetailList: userDetailListType

    GroupDetailList: groupDetailListType

    RoleDetailList: roleDetailListType

    Policies: ManagedPolicyDetailListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure GetAccountPasswordPolicyResponse {
    @required
    PasswordPolicy: PasswordPolicy
}

structure GetAccountSummaryResponse {
    SummaryMap: summaryMapType
}

structure GetContextKeysForCustomPolicyRequest {
    @required
    PolicyInputList: SimulationPolicyListType
}

structure GetContextKeysForPolicyResponse {
    ContextKeyNames: ContextKeyNamesResultListType
}

structure GetContextKeysForPrincipalPolicyRequest {
    @required
    PolicySourceArn: arnType

    PolicyInputList: SimulationPolicyListType
}

structure GetCredentialReportResponse {
    Content: ReportContentType

    ReportFormat: ReportFormatType

    GeneratedTime: dateType
}

structure GetDelegationRequestRequest {
    @required
    DelegationRequestId: delegationRequestIdType

    DelegationPermissionCheck: booleanType
}

structure GetDelegationRequestResponse {
    DelegationRequest: DelegationRequest

    PermissionCheckStatus: permissionCheckStatusType

    PermissionCheckResult: permissionCheckResultType
}

structure GetGroupPolicyRequest {
    @required
    GroupName: groupNameType

    @required
    PolicyName: policyNameType
}

structure GetGroupPolicyResponse {
    @required
    GroupName: groupNameType

    @required
    PolicyName: policyNameType

    @required
    PolicyDocument: policyDocumentType
}

structure GetGroupRequest {
    @required
    GroupName: groupNameType

    Marker: markerType

    MaxItems: maxItemsType
}

structure GetGroupResponse {
    @required
    Group: Group

    @required
    Users: userListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure GetHumanReadableSummaryRequest {
    @required
    EntityArn: arnType

    Locale: localeType
}

structure GetHumanReadableSummaryResponse {
    SummaryContent: summaryContentType

    Locale: localeType

    SummaryState: summaryStateType
}

structure GetInstanceProfileRequest {
    @required
    InstanceProfileName: instanceProfileNameType
}

structure GetInstanceProfileResponse {
    @required
    InstanceProfile: InstanceProfile
}

structure GetLoginProfileRequest {
    UserName: userNameType
}

structure GetLoginProfileResponse {
    @required
    LoginProfile: LoginProfile
}

structure GetMFADeviceRequest {
    @required
    SerialNumber: serialNumberType

    UserName: userNameType
}

structure GetMFADeviceResponse {
    UserName: userNameType

    @required
    SerialNumber: serialNumberType

    EnableDate: dateType

    Certifications: CertificationMapType
}

structure GetOpenIDConnectProviderRequest {
    @required
    OpenIDConnectProviderArn: arnType
}

structure GetOpenIDConnectProviderResponse {
    Url: OpenIDConnectProviderUrlType

    ClientIDList: clientIDListType

    ThumbprintList: thumbprintListType

    CreateDate: dateType

    Tags: tagListType
}

structure GetOrganizationsAccessReportRequest {
    @required
    JobId: jobIDType

    MaxItems: maxItemsType

    Marker: markerType

    SortKey: sortKeyType
}

structure GetOrganizationsAccessReportResponse {
    @required
    JobStatus: jobStatusType

    @required
    JobCreationDate: dateType

    JobCompletionDate: dateType

    NumberOfServicesAccessible: integerType

    NumberOfServicesNotAccessed: integerType

    AccessDetails: AccessDetails

    IsTruncated: booleanType

    Marker: markerType

    ErrorDetails: ErrorDetails
}

structure GetOutboundWebIdentityFederationInfoResponse {
    IssuerIdentifier: stringType

    JwtVendingEnabled: booleanType
}

structure GetPolicyRequest {
    @required
    PolicyArn: arnType
}

structure GetPolicyResponse {
    Policy: Policy
}

structure GetPolicyVersionRequest {
    @required
    PolicyArn: arnType

    @required
    VersionId: policyVersionIdType
}

structure GetPolicyVersionResponse {
    PolicyVersion: PolicyVersion
}

structure GetRolePolicyRequest {
    @required
    RoleName: roleNameType

    @required
    PolicyName: policyNameType
}

structure GetRolePolicyResponse {
    @required
    RoleName: roleNameType

    @required
    PolicyName: policyNameType

    @required
    PolicyDocument: policyDocumentType
}

structure GetRoleRequest {
    @required
    RoleName: roleNameType
}

structure GetRoleResponse {
    @required
    Role: Role
}

structure GetSAMLProviderRequest {
    @required
    SAMLProviderArn: arnType
}

structure GetSAMLProviderResponse {
    SAMLProviderUUID: privateKeyIdType

    SAMLMetadataDocument: SAMLMetadataDocumentType

    CreateDate: dateType

    ValidUntil: dateType

    Tags: tagListType

    AssertionEncryptionMode: assertionEncryptionModeType

    PrivateKeyList: privateKeyList
}

structure GetSSHPublicKeyRequest {
    @required
    UserName: userNameType

    @required
    SSHPublicKeyId: publicKeyIdType

    @required
    Encoding: encodingType
}

structure GetSSHPublicKeyResponse {
    SSHPublicKey: SSHPublicKey
}

structure GetServerCertificateRequest {
    @required
    ServerCertificateName: serverCertificateNameType
}

structure GetServerCertificateResponse {
    @required
    ServerCertificate: ServerCertificate
}

structure GetServiceLastAccessedDetailsRequest {
    @required
    JobId: jobIDType

    MaxItems: maxItemsType

    Marker: markerType
}

structure GetServiceLastAccessedDetailsResponse {
    @required
    JobStatus: jobStatusType

    JobType: AccessAdvisorUsageGranularityType

    @required
    JobCreationDate: dateType

    @required
    ServicesLastAccessed: ServicesLastAccessed

    @required
    JobCompletionDate: dateType

    IsTruncated: booleanType

    Marker: responseMarkerType

    Error: ErrorDetails
}

structure GetServiceLastAccessedDetailsWithEntitiesRequest {
    @required
    JobId: jobIDType

    @required
    ServiceNamespace: serviceNamespaceType

    MaxItems: maxItemsType

    Marker: markerType
}

structure GetServiceLastAccessedDetailsWithEntitiesResponse {
    @required
    JobStatus: jobStatusType

    @required
    JobCreationDate: dateType

    @required
    JobCompletionDate: dateType

    @required
    EntityDetailsList: entityDetailsListType

    IsTruncated: booleanType

    Marker: responseMarkerType

    Error: ErrorDetails
}

structure GetServiceLinkedRoleDeletionStatusRequest {
    @required
    DeletionTaskId: DeletionTaskIdType
}

structure GetServiceLinkedRoleDeletionStatusResponse {
    @required
    Status: DeletionTaskStatusType

    Reason: DeletionTaskFailureReasonType
}

structure GetUserPolicyRequest {
    @required
    UserName: existingUserNameType

    @required
    PolicyName: policyNameType
}

structure GetUserPolicyResponse {
    @required
    UserName: existingUserNameType

    @required
    PolicyName: policyNameType

    @required
    PolicyDocument: policyDocumentType
}

structure GetUserRequest {
    UserName: existingUserNameType
}

structure GetUserResponse {
    @required
    User: User
}

structure Group {
    @required
    Path: pathType

    @required
    GroupName: groupNameType

    @required
    GroupId: idType

    @required
    Arn: arnType

    @required
    CreateDate: dateType
}

structure GroupDetail {
    Path: pathType

    GroupName: groupNameType

    GroupId: idType

    Arn: arnType

    CreateDate: dateType

    GroupPolicyList: policyDetailListType

    AttachedManagedPolicies: attachedPoliciesListType
}

structure InstanceProfile {
    @required
    Path: pathType

    @required
    InstanceProfileName: instanceProfileNameType

    @required
    InstanceProfileId: idType

    @required
    Arn: arnType

    @required
    CreateDate: dateType

    @required
    Roles: roleListType

    Tags: tagListType
}

@error("client")
@httpError(403)
@awsQueryError(code: "InvalidAuthenticationCode", httpResponseCode: 403)
structure InvalidAuthenticationCodeException {
    message: invalidAuthenticationCodeMessage
}

@error("client")
@httpError(400)
@awsQueryError(code: "InvalidCertificate", httpResponseCode: 400)
structure InvalidCertificateException {
    message: invalidCertificateMessage
}

@error("client")
@httpError(400)
@awsQueryError(code: "InvalidInput", httpResponseCode: 400)
structure InvalidInputException {
    message: invalidInputMessage
}

@error("client")
@httpError(400)
@awsQueryError(code: "InvalidPublicKey", httpResponseCode: 400)
structure InvalidPublicKeyException {
    message: invalidPublicKeyMessage
}

@error("client")
@httpError(400)
@awsQueryError(code: "InvalidUserType", httpResponseCode: 400)
structure InvalidUserTypeException {
    message: invalidUserTypeMessage
}

@error("client")
@httpError(400)
@awsQueryError(code: "KeyPairMismatch", httpResponseCode: 400)
structure KeyPairMismatchException {
    message: keyPairMismatchMessage
}

@error("client")
@httpError(409)
@awsQueryError(code: "LimitExceeded", httpResponseCode: 409)
structure LimitExceededException {
    message: limitExceededMessage
}

integer LineNumber

structure ListAccessKeysRequest {
    UserName: existingUserNameType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListAccessKeysResponse {
    @required
    AccessKeyMetadata: accessKeyMetadataListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListAccountAliasesRequest {
    Marker: markerType

    MaxItems: maxItemsType
}

structure ListAccountAliasesResponse {
    @required
    AccountAliases: accountAliasListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListAttachedGroupPoliciesRequest {
    @required
    GroupName: groupNameType

    PathPrefix: policyPathType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListAttachedGroupPoliciesResponse {
    AttachedPolicies: attachedPoliciesListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListAttachedRolePoliciesRequest {
    @required
    RoleName: roleNameType

    PathPrefix: policyPathType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListAttachedRolePoliciesResponse {
    AttachedPolicies: attachedPoliciesListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListAttachedUserPoliciesRequest {
    @required
    UserName: userNameType

    PathPrefix: policyPathType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListAttachedUserPoliciesResponse {
    AttachedPolicies: attachedPoliciesListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListDelegationRequestsRequest {
    OwnerId: ownerIdType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListDelegationRequestsResponse {
    DelegationRequests: delegationRequestsListType

    Marker: markerType

    isTruncated: booleanType
}

structure ListEntitiesForPolicyRequest {
    @required
    PolicyArn: arnType

    EntityFilter: EntityType

    PathPrefix: pathType

    PolicyUsageFilter: PolicyUsageType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListEntitiesForPolicyResponse {
    PolicyGroups: PolicyGroupListType

    PolicyUsers: PolicyUserListType

    PolicyRoles: PolicyRoleListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListGroupPoliciesRequest {
    @required
    GroupName: groupNameType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListGroupPoliciesResponse {
    @required
    PolicyNames: policyNameListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListGroupsForUserRequest {
    @required
    UserName: existingUserNameType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListGroupsForUserResponse {
    @required
    Groups: groupListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListGroupsRequest {
    PathPrefix: pathPrefixType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListGroupsResponse {
    @required
    Groups: groupListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListInstanceProfileTagsRequest {
    @required
    InstanceProfileName: instanceProfileNameType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListInstanceProfileTagsResponse {
    @required
    Tags: tagListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListInstanceProfilesForRoleRequest {
    @required
    RoleName: roleNameType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListInstanceProfilesForRoleResponse {
    @required
    InstanceProfiles: instanceProfileListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListInstanceProfilesRequest {
    PathPrefix: pathPrefixType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListInstanceProfilesResponse {
    @required
    InstanceProfiles: instanceProfileListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListMFADeviceTagsRequest {
    @required
    SerialNumber: serialNumberType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListMFADeviceTagsResponse {
    @required
    Tags: tagListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListMFADevicesRequest {
    UserName: existingUserNameType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListMFADevicesResponse {
    @required
    MFADevices: mfaDeviceListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListOpenIDConnectProviderTagsRequest {
    @required
    OpenIDConnectProviderArn: arnType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListOpenIDConnectProviderTagsResponse {
    @required
    Tags: tagListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListOpenIDConnectProvidersRequest {
}

structure ListOpenIDConnectProvidersResponse {
    OpenIDConnectProviderList: OpenIDConnectProviderListType
}

structure ListOrganizationsFeaturesRequest {
}

structure ListOrganizationsFeaturesResponse {
    OrganizationId: OrganizationIdType

    EnabledFeatures: FeaturesListType
}

structure ListPoliciesGrantingServiceAccessEntry {
    ServiceNamespace: serviceNamespaceType

    Policies: policyGrantingServiceAccessListType
}

structure ListPoliciesGrantingServiceAccessRequest {
    Marker: markerType

    @required
    Arn: arnType

    @required
    ServiceNamespaces: serviceNamespaceListType
}

structure ListPoliciesGrantingServiceAccessResponse {
    @required
    PoliciesGrantingServiceAccess: listPolicyGrantingServiceAccessResponseListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListPoliciesRequest {
    Scope: policyScopeType

    OnlyAttached: booleanType

    PathPrefix: policyPathType

    PolicyUsageFilter: PolicyUsageType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListPoliciesResponse {
    Policies: policyListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListPolicyTagsRequest {
    @required
    PolicyArn: arnType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListPolicyTagsResponse {
    @required
    Tags: tagListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListPolicyVersionsRequest {
    @required
    PolicyArn: arnType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListPolicyVersionsResponse {
    Versions: policyDocumentVersionListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListRolePoliciesRequest {
    @required
    RoleName: roleNameType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListRolePoliciesResponse {
    @required
    PolicyNames: policyNameListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListRoleTagsRequest {
    @required
    RoleName: roleNameType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListRoleTagsResponse {
    @required
    Tags: tagListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListRolesRequest {
    PathPrefix: pathPrefixType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListRolesResponse {
    @required
    Roles: roleListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListSAMLProviderTagsRequest {
    @required
    SAMLProviderArn: arnType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListSAMLProviderTagsResponse {
    @required
    Tags: tagListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListSAMLProvidersRequest {
}

structure ListSAMLProvidersResponse {
    SAMLProviderList: SAMLProviderListType
}

structure ListSSHPublicKeysRequest {
    UserName: userNameType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListSSHPublicKeysResponse {
    SSHPublicKeys: SSHPublicKeyListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListServerCertificateTagsRequest {
    @required
    ServerCertificateName: serverCertificateNameType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListServerCertificateTagsResponse {
    @required
    Tags: tagListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListServerCertificatesRequest {
    PathPrefix: pathPrefixType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListServerCertificatesResponse {
    @required
    ServerCertificateMetadataList: serverCertificateMetadataListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListServiceSpecificCredentialsRequest {
    UserName: userNameType

    ServiceName: serviceName

    AllUsers: allUsers

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListServiceSpecificCredentialsResponse {
    ServiceSpecificCredentials: ServiceSpecificCredentialsListType

    Marker: responseMarkerType

    IsTruncated: booleanType
}

structure ListSigningCertificatesRequest {
    UserName: existingUserNameType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListSigningCertificatesResponse {
    @required
    Certificates: certificateListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListUserPoliciesRequest {
    @required
    UserName: existingUserNameType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListUserPoliciesResponse {
    @required
    PolicyNames: policyNameListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListUserTagsRequest {
    @required
    UserName: existingUserNameType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListUserTagsResponse {
    @required
    Tags: tagListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListUsersRequest {
    PathPrefix: pathPrefixType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListUsersResponse {
    @required
    Users: userListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure ListVirtualMFADevicesRequest {
    AssignmentStatus: assignmentStatusType

    Marker: markerType

    MaxItems: maxItemsType
}

structure ListVirtualMFADevicesResponse {
    @required
    VirtualMFADevices: virtualMFADeviceListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure LoginProfile {
    @required
    UserName: userNameType

    @required
    CreateDate: dateType

    PasswordResetRequired: booleanType
}

structure MFADevice {
    @required
    UserName: userNameType

    @required
    SerialNumber: serialNumberType

    @required
    EnableDate: dateType
}

@error("client")
@httpError(400)
@awsQueryError(code: "MalformedCertificate", httpResponseCode: 400)
structure MalformedCertificateException {
    message: malformedCertificateMessage
}

@error("client")
@httpError(400)
@awsQueryError(code: "MalformedPolicyDocument", httpResponseCode: 400)
structure MalformedPolicyDocumentException {
    message: malformedPolicyDocumentMessage
}

structure ManagedPolicyDetail {
    PolicyName: policyNameType

    PolicyId: idType

    Arn: arnType

    Path: policyPathType

    DefaultVersionId: policyVersionIdType

    AttachmentCount: attachmentCountType

    PermissionsBoundaryUsageCount: attachmentCountType

    IsAttachable: booleanType

    Description: policyDescriptionType

    CreateDate: dateType

    UpdateDate: dateType

    PolicyVersionList: policyDocumentVersionListType
}

list ManagedPolicyDetailListType {
    member: ManagedPolicyDetail
}

@error("client")
@httpError(404)
@awsQueryError(code: "NoSuchEntity", httpResponseCode: 404)
structure NoSuchEntityException {
    message: noSuchEntityMessage
}

structure OpenIDConnectProviderListEntry {
    Arn: arnType
}

list OpenIDConnectProviderListType {
    member: OpenIDConnectProviderListEntry
}

@length(min: 1, max: 255)
string OpenIDConnectProviderUrlType

@error("client")
@httpError(400)
@awsQueryError(code: "OpenIdIdpCommunicationError", httpResponseCode: 400)
structure OpenIdIdpCommunicationErrorException {
    message: openIdIdpCommunicationErrorExceptionMessage
}

@length(max: 34)
@pattern("^o-[a-z0-9]{10,32}$")
string OrganizationIdType

@error("client")
structure OrganizationNotFoundException {
}

@error("client")
structure OrganizationNotInAllFeaturesModeException {
}

structure OrganizationsDecisionDetail {
    AllowedByOrganizations: booleanType
}

structure PasswordPolicy {
    MinimumPasswordLength: minimumPasswordLengthType

    RequireSymbols: booleanType

    RequireNumbers: booleanType

    RequireUppercaseCharacters: booleanType

    RequireLowercaseCharacters: booleanType

    AllowUsersToChangePassword: booleanType

    ExpirePasswords: booleanType

    MaxPasswordAge: maxPasswordAgeType

    PasswordReusePrevention: passwordReusePreventionType

    HardExpiry: booleanObjectType
}

@error("client")
@httpError(400)
@awsQueryError(code: "PasswordPolicyViolation", httpResponseCode: 400)
structure PasswordPolicyViolationException {
    message: passwordPolicyViolationMessage
}

enum PermissionsBoundaryAttachmentType {
    PermissionsBoundaryPolicy
}

structure PermissionsBoundaryDecisionDetail {
    AllowedByPermissionsBoundary: booleanType
}

structure Policy {
    PolicyName: policyNameType

    PolicyId: idType

    Arn: arnType

    Path: policyPathType

    DefaultVersionId: policyVersionIdType

    AttachmentCount: attachmentCountType

    PermissionsBoundaryUsageCount: attachmentCountType

    IsAttachable: booleanType

    Description: policyDescriptionType

    CreateDate: dateType

    UpdateDate: dateType

    Tags: tagListType
}

structure PolicyDetail {
    PolicyName: policyNameType

    PolicyDocument: policyDocumentType
}

enum PolicyEvaluationDecisionType {
    allowed
    explicitDeny
    implicitDeny
}

@error("server")
@httpError(500)
@awsQueryError(code: "PolicyEvaluation", httpResponseCode: 500)
structure PolicyEvaluationException {
    message: policyEvaluationErrorMessage
}

structure PolicyGrantingServiceAccess {
    @required
    PolicyName: policyNameType

    @required
    PolicyType: policyType

    PolicyArn: arnType

    EntityType: policyOwnerEntityType

    EntityName: entityNameType
}

structure PolicyGroup {
    GroupName: groupNameType

    GroupId: idType
}

list PolicyGroupListType {
    member: PolicyGroup
}

string PolicyIdentifierType

@error("client")
@httpError(400)
@awsQueryError(code: "PolicyNotAttachable", httpResponseCode: 400)
structure PolicyNotAttachableException {
    message: policyNotAttachableMessage
}

structure PolicyParameter {
    Name: policyParameterNameType

    Values: policyParameterValuesListType

    Type: PolicyParameterTypeEnum
}

enum PolicyParameterTypeEnum {
    string
    stringList
}

structure PolicyRole {
    RoleName: roleNameType

    RoleId: idType
}

list PolicyRoleListType {
    member: PolicyRole
}

enum PolicySourceType {
    user
    group
    role
    aws_managed = "aws-managed"
    user_managed = "user-managed"
    resource
    none
}

enum PolicyUsageType {
    PermissionsPolicy
    PermissionsBoundary
}

structure PolicyUser {
    UserName: userNameType

    UserId: idType
}

list PolicyUserListType {
    member: PolicyUser
}

structure PolicyVersion {
    Document: policyDocumentType

    VersionId: policyVersionIdType

    IsDefaultVersion: booleanType

    CreateDate: dateType
}

structure Position {
    Line: LineNumber

    Column: ColumnNumber
}

structure PutGroupPolicyRequest {
    @required
    GroupName: groupNameType

    @required
    PolicyName: policyNameType

    @required
    PolicyDocument: policyDocumentType
}

structure PutRolePermissionsBoundaryRequest {
    @required
    RoleName: roleNameType

    @required
    PermissionsBoundary: arnType
}

structure PutRolePolicyRequest {
    @required
    RoleName: roleNameType

    @required
    PolicyName: policyNameType

    @required
    PolicyDocument: policyDocumentType
}

structure PutUserPermissionsBoundaryRequest {
    @required
    UserName: userNameType

    @required
    PermissionsBoundary: arnType
}

structure PutUserPolicyRequest {
    @required
    UserName: existingUserNameType

    @required
    PolicyName: policyNameType

    @required
    PolicyDocument: policyDocumentType
}

@length(max: 1000)
string ReasonType

@length(min: 1, max: 100)
string RegionNameType

structure RejectDelegationRequestRequest {
    @required
    DelegationRequestId: delegationRequestIdType

    Notes: notesType
}

structure RemoveClientIDFromOpenIDConnectProviderRequest {
    @required
    OpenIDConnectProviderArn: arnType

    @required
    ClientID: clientIDType
}

structure RemoveRoleFromInstanceProfileRequest {
    @required
    InstanceProfileName: instanceProfileNameType

    @required
    RoleName: roleNameType
}

structure RemoveUserFromGroupRequest {
    @required
    GroupName: groupNameType

    @required
    UserName: existingUserNameType
}

blob ReportContentType

enum ReportFormatType {
    text_csv = "text/csv"
}

@error("client")
@httpError(409)
@awsQueryError(code: "ReportGenerationLimitExceeded", httpResponseCode: 409)
structure ReportGenerationLimitExceededException {
    message: reportGenerationLimitExceededMessage
}

string ReportStateDescriptionType

enum ReportStateType {
    STARTED
    INPROGRESS
    COMPLETE
}

structure ResetServiceSpecificCredentialRequest {
    UserName: userNameType

    @required
    ServiceSpecificCredentialId: serviceSpecificCredentialId
}

structure ResetServiceSpecificCredentialResponse {
    ServiceSpecificCredential: ServiceSpecificCredential
}

@length(min: 1, max: 64)
string ResourceHandlingOptionType

list ResourceNameListType {
    member: ResourceNameType
}

@length(min: 1, max: 2048)
string ResourceNameType

structure ResourceSpecificResult {
    @required
    EvalResourceName: ResourceNameType

    @required
    EvalResourceDecision: PolicyEvaluationDecisionType

    MatchedStatements: StatementListType

    MissingContextValues: ContextKeyNamesResultListType

    EvalDecisionDetails: EvalDecisionDetailsType

    PermissionsBoundaryDecisionDetail: PermissionsBoundaryDecisionDetail
}

list ResourceSpecificResultListType {
    member: ResourceSpecificResult
}

structure ResyncMFADeviceRequest {
    @required
    UserName: existingUserNameType

    @required
    SerialNumber: serialNumberType

    @required
    AuthenticationCode1: authenticationCodeType

    @required
    AuthenticationCode2: authenticationCodeType
}

structure Role {
    @required
    Path: pathType

    @required
    RoleName: roleNameType

    @required
    RoleId: idType

    @required
    Arn: arnType

    @required
    CreateDate: dateType

    AssumeRolePolicyDocument: policyDocumentType

    Description: roleDescriptionType

    MaxSessionDuration: roleMaxSessionDurationType

    PermissionsBoundary: AttachedPermissionsBoundary

    Tags: tagListType

    RoleLastUsed: RoleLastUsed
}

structure RoleDetail {
    Path: pathType

    RoleName: roleNameType

    RoleId: idType

    Arn: arnType

    CreateDate: dateType

    AssumeRolePolicyDocument: policyDocumentType

    InstanceProfileList: instanceProfileListType

    RolePolicyList: policyDetailListType

    AttachedManagedPolicies: attachedPoliciesListType

    PermissionsBoundary: AttachedPermissionsBoundary

    Tags: tagListType

    RoleLastUsed: RoleLastUsed
}

structure RoleLastUsed {
    LastUsedDate: dateType

    Region: stringType
}

list RoleUsageListType {
    member: RoleUsageType
}

structure RoleUsageType {
    Region: RegionNameType

    Resources: ArnListType
}

@length(min: 1000, max: 10000000)
string SAMLMetadataDocumentType

structure SAMLPrivateKey {
    KeyId: privateKeyIdType

    Timestamp: dateType
}

structure SAMLProviderListEntry {
    Arn: arnType

    ValidUntil: dateType

    CreateDate: dateType
}

list SAMLProviderListType {
    member: SAMLProviderListEntry
}

@length(min: 1, max: 128)
@pattern("[\\w._-]+")
string SAMLProviderNameType

structure SSHPublicKey {
    @required
    UserName: userNameType

    @required
    SSHPublicKeyId: publicKeyIdType

    @required
    Fingerprint: publicKeyFingerprintType

    @required
    SSHPublicKeyBody: publicKeyMaterialType

    @required
    Status: statusType

    UploadDate: dateType
}

list SSHPublicKeyListType {
    member: SSHPublicKeyMetadata
}

structure SSHPublicKeyMetadata {
    @required
    UserName: userNameType

    @required
    SSHPublicKeyId: publicKeyIdType

    @required
    Status: statusType

    @required
    UploadDate: dateType
}

structure SendDelegationTokenRequest {
    @required
    DelegationRequestId: delegationRequestIdType
}

structure ServerCertificate {
    @required
    ServerCertificateMetadata: ServerCertificateMetadata

    @required
    CertificateBody: certificateBodyType

    CertificateChain: certificateChainType

    Tags: tagListType
}

structure ServerCertificateMetadata {
    @required
    Path: pathType

    @required
    ServerCertificateName: serverCertificateNameType

    @required
    ServerCertificateId: idType

    @required
    Arn: arnType

    UploadDate: dateType

    Expiration: dateType
}

@error("client")
structure ServiceAccessNotEnabledException {
}

@error("server")
@httpError(500)
@awsQueryError(code: "ServiceFailure", httpResponseCode: 500)
structure ServiceFailureException {
    message: serviceFailureExceptionMessage
}

structure ServiceLastAccessed {
    @required
    ServiceName: serviceNameType

    LastAuthenticated: dateType

    @required
    ServiceNamespace: serviceNamespaceType

    LastAuthenticatedEntity: arnType

    LastAuthenticatedRegion: stringType

    TotalAuthenticatedEntities: integerType

    TrackedActionsLastAccessed: TrackedActionsLastAccessed
}

@error("client")
@httpError(404)
@awsQueryError(code: "NotSupportedService", httpResponseCode: 404)
structure ServiceNotSupportedException {
    message: serviceNotSupportedMessage
}

structure ServiceSpecificCredential {
    @required
    CreateDate: dateType

    ExpirationDate: dateType

    @required
    ServiceName: serviceName

    ServiceUserName: serviceUserName

    ServicePassword: servicePassword

    ServiceCredentialAlias: serviceCredentialAlias

    ServiceCredentialSecret: serviceCredentialSecret

    @required
    ServiceSpecificCredentialId: serviceSpecificCredentialId

    @required
    UserName: userNameType

    @required
    Status: statusType
}

structure ServiceSpecificCredentialMetadata {
    @required
    UserName: userNameType

    @required
    Status: statusType

    ServiceUserName: serviceUserName

    ServiceCredentialAlias: serviceCredentialAlias

    @required
    CreateDate: dateType

    ExpirationDate: dateType

    @required
    ServiceSpecificCredentialId: serviceSpecificCredentialId

    @required
    ServiceName: serviceName
}

list ServiceSpecificCredentialsListType {
    member: ServiceSpecificCredentialMetadata
}

list ServicesLastAccessed {
    member: ServiceLastAccessed
}

structure SetDefaultPolicyVersionRequest {
    @required
    PolicyArn: arnType

    @required
    VersionId: policyVersionIdType
}

structure SetSecurityTokenServicePreferencesRequest {
    @required
    GlobalEndpointTokenVersion: globalEndpointTokenVersion
}

structure SigningCertificate {
    @required
    UserName: userNameType

    @required
    CertificateId: certificateIdType

    @required
    CertificateBody: certificateBodyType

    @required
    Status: statusType

    UploadDate: dateType
}

structure SimulateCustomPolicyRequest {
    @required
    PolicyInputList: SimulationPolicyListType

    PermissionsBoundaryPolicyInputList: SimulationPolicyListType

    @required
    ActionNames: ActionNameListType

    ResourceArns: ResourceNameListType

    ResourcePolicy: policyDocumentType

    ResourceOwner: ResourceNameType

    CallerArn: ResourceNameType

    ContextEntries: ContextEntryListType

    ResourceHandlingOption: ResourceHandlingOptionType

    MaxItems: maxItemsType

    Marker: markerType
}

structure SimulatePolicyResponse {
    EvaluationResults: EvaluationResultsListType

    IsTruncated: booleanType

    Marker: responseMarkerType
}

structure SimulatePrincipalPolicyRequest {
    @required
    PolicySourceArn: arnType

    PolicyInputList: SimulationPolicyListType

    PermissionsBoundaryPolicyInputList: SimulationPolicyListType

    @required
    ActionNames: ActionNameListType

    ResourceArns: ResourceNameListType

    ResourcePolicy: policyDocumentType

    ResourceOwner: ResourceNameType

    CallerArn: ResourceNameType

    ContextEntries: ContextEntryListType

    ResourceHandlingOption: ResourceHandlingOptionType

    MaxItems: maxItemsType

    Marker: markerType
}

list SimulationPolicyListType {
    member: policyDocumentType
}

structure Statement {
    SourcePolicyId: PolicyIdentifierType

    SourcePolicyType: PolicySourceType

    StartPosition: Position

    EndPosition: Position
}

list StatementListType {
    member: Statement
}

structure Tag {
    @required
    Key: tagKeyType

    @required
    Value: tagValueType
}

structure TagInstanceProfileRequest {
    @required
    InstanceProfileName: instanceProfileNameType

    @required
    Tags: tagListType
}

structure TagMFADeviceRequest {
    @required
    SerialNumber: serialNumberType

    @required
    Tags: tagListType
}

structure TagOpenIDConnectProviderRequest {
    @required
    OpenIDConnectProviderArn: arnType

    @required
    Tags: tagListType
}

structure TagPolicyRequest {
    @required
    PolicyArn: arnType

    @required
    Tags: tagListType
}

structure TagRoleRequest {
    @required
    RoleName: roleNameType

    @required
    Tags: tagListType
}

structure TagSAMLProviderRequest {
    @required
    SAMLProviderArn: arnType

    @required
    Tags: tagListType
}

structure TagServerCertificateRequest {
    @required
    ServerCertificateName: serverCertificateNameType

    @required
    Tags: tagListType
}

structure TagUserRequest {
    @required
    UserName: existingUserNameType

    @required
    Tags: tagListType
}

structure TrackedActionLastAccessed {
    ActionName: stringType

    LastAccessedEntity: arnType

    LastAccessedTime: dateType

    LastAccessedRegion: stringType
}

list TrackedActionsLastAccessed {
    member: TrackedActionLastAccessed
}

@error("client")
@httpError(400)
@awsQueryError(code: "UnmodifiableEntity", httpResponseCode: 400)
structure UnmodifiableEntityException {
    message: unmodifiableEntityMessage
}

@error("client")
@httpError(400)
@awsQueryError(code: "UnrecognizedPublicKeyEncoding", httpResponseCode: 400)
structure UnrecognizedPublicKeyEncodingException {
    message: unrecognizedPublicKeyEncodingMessage
}

structure UntagInstanceProfileRequest {
    @required
    InstanceProfileName: instanceProfileNameType

    @required
    TagKeys: tagKeyListType
}

structure UntagMFADeviceRequest {
    @required
    SerialNumber: serialNumberType

    @required
    TagKeys: tagKeyListType
}

structure UntagOpenIDConnectProviderRequest {
    @required
    OpenIDConnectProviderArn: arnType

    @required
    TagKeys: tagKeyListType
}

structure UntagPolicyRequest {
    @required
    PolicyArn: arnType

    @required
    TagKeys: tagKeyListType
}

structure UntagRoleRequest {
    @required
    RoleName: roleNameType

    @required
    TagKeys: tagKeyListType
}

structure UntagSAMLProviderRequest {
    @required
    SAMLProviderArn: arnType

    @required
    TagKeys: tagKeyListType
}

structure UntagServerCertificateRequest {
    @required
    ServerCertificateName: serverCertificateNameType

    @required
    TagKeys: tagKeyListType
}

structure UntagUserRequest {
    @required
    UserName: existingUserNameType

    @required
    TagKeys: tagKeyListType
}

structure UpdateAccessKeyRequest {
    UserName: existingUserNameType

    @required
    AccessKeyId: accessKeyIdType

    @required
    Status: statusType
}

structure UpdateAccountPasswordPolicyRequest {
    MinimumPasswordLength: minimumPasswordLengthType

    RequireSymbols: booleanType

    RequireNumbers: booleanType

    RequireUppercaseCharacters: booleanType

    RequireLowercaseCharacters: booleanType

    AllowUsersToChangePassword: booleanType

    MaxPasswordAge: maxPasswordAgeType

    PasswordReusePrevention: passwordReusePreventionType

    HardExpiry: booleanObjectType
}

structure UpdateAssumeRolePolicyRequest {
    @required
    RoleName: roleNameType

    @required
    PolicyDocument: policyDocumentType
}

structure UpdateDelegationRequestRequest {
    @required
    DelegationRequestId: delegationRequestIdType

    Notes: notesType
}

structure UpdateGroupRequest {
    @required
    GroupName: groupNameType

    NewPath: pathType

    NewGroupName: groupNameType
}

structure UpdateLoginProfileRequest {
    @required
    UserName: userNameType

    Password: passwordType

    PasswordResetRequired: booleanObjectType
}

structure UpdateOpenIDConnectProviderThumbprintRequest {
    @required
    OpenIDConnectProviderArn: arnType

    @required
    ThumbprintList: thumbprintListType
}

structure UpdateRoleDescriptionRequest {
    @required
    RoleName: roleNameType

    @required
    Description: roleDescriptionType
}

structure UpdateRoleDescriptionResponse {
    Role: Role
}

structure UpdateRoleRequest {
    @required
    RoleName: roleNameType

    Description: roleDescriptionType

    MaxSessionDuration: roleMaxSessionDurationType
}

structure UpdateRoleResponse {
}

structure UpdateSAMLProviderRequest {
    SAMLMetadataDocument: SAMLMetadataDocumentType

    @required
    SAMLProviderArn: arnType

    AssertionEncryptionMode: assertionEncryptionModeType

    AddPrivateKey: privateKeyType

    RemovePrivateKey: privateKeyIdType
}

structure UpdateSAMLProviderResponse {
    SAMLProviderArn: arnType
}

structure UpdateSSHPublicKeyRequest {
    @required
    UserName: userNameType

    @required
    SSHPublicKeyId: publicKeyIdType

    @required
    Status: statusType
}

structure UpdateServerCertificateRequest {
    @required
    ServerCertificateName: serverCertificateNameType

    NewPath: pathType

    NewServerCertificateName: serverCertificateNameType
}

structure UpdateServiceSpecificCredentialRequest {
    UserName: userNameType

    @required
    ServiceSpecificCredentialId: serviceSpecificCredentialId

    @required
    Status: statusType
}

structure UpdateSigningCertificateRequest {
    UserName: existingUserNameType

    @required
    CertificateId: certificateIdType

    @required
    Status: statusType
}

structure UpdateUserRequest {
    @required
    UserName: existingUserNameType

    NewPath: pathType

    NewUserName: userNameType
}

structure UploadSSHPublicKeyRequest {
    @required
    UserName: userNameType

    @required
    SSHPublicKeyBody: publicKeyMaterialType
}

structure UploadSSHPublicKeyResponse {
    SSHPublicKey: SSHPublicKey
}

structure UploadServerCertificateRequest {
    Path: pathType

    @required
    ServerCertificateName: serverCertificateNameType

    @required
    CertificateBody: certificateBodyType

    @required
    PrivateKey: privateKeyType

    CertificateChain: certificateChainType

    Tags: tagListType
}

structure UploadServerCertificateResponse {
    ServerCertificateMetadata: ServerCertificateMetadata

    Tags: tagListType
}

structure UploadSigningCertificateRequest {
    UserName: existingUserNameType

    @required
    CertificateBody: certificateBodyType
}

structure UploadSigningCertificateResponse {
    @required
    Certificate: SigningCertificate
}

structure User {
    @required
    Path: pathType

    @required
    UserName: userNameType

    @required
    UserId: idType

    @required
    Arn: arnType

    @required
    CreateDate: dateType

    PasswordLastUsed: dateType

    PermissionsBoundary: AttachedPermissionsBoundary

    Tags: tagListType
}

structure UserDetail {
    Path: pathType

    UserName: userNameType

    UserId: idType

    Arn: arnType

    CreateDate: dateType

    UserPolicyList: policyDetailListType

    GroupList: groupNameListType

    AttachedManagedPolicies: attachedPoliciesListType

    PermissionsBoundary: AttachedPermissionsBoundary

    Tags: tagListType
}

structure VirtualMFADevice {
    @required
    SerialNumber: serialNumberType

    Base32StringSeed: BootstrapDatum

    QRCodePNG: BootstrapDatum

    User: User

    EnableDate: dateType

    Tags: tagListType
}

@length(min: 16, max: 128)
@pattern("[\\w]+")
string accessKeyIdType

list accessKeyMetadataListType {
    member: AccessKeyMetadata
}

@sensitive
string accessKeySecretType

list accountAliasListType {
    member: accountAliasType
}

@length(min: 3, max: 63)
@pattern("^[a-z0-9]([a-z0-9]|-(?!-)){1,61}[a-z0-9]$")
string accountAliasType

@pattern("\\d{12}")
string accountIdType

boolean allUsers

@length(min: 20, max: 2048)
string arnType

enum assertionEncryptionModeType {
    Required
    Allowed
}

enum assignmentStatusType {
    Assigned
    Unassigned
    Any
}

list attachedPoliciesListType {
    member: AttachedPolicy
}

integer attachmentCountType

@length(min: 6, max: 6)
@pattern("[\\d]+")
// The source does not mark it; rule AU-8 counts it among the secrets.
@sensitive
string authenticationCodeType

boolean booleanObjectType

boolean booleanType

@length(min: 1, max: 16384)
@pattern("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+")
string certificateBodyType

@length(min: 1, max: 2097152)
@pattern("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+")
string certificateChainType

@length(min: 24, max: 128)
@pattern("[\\w]+")
string certificateIdType

list certificateListType {
    member: SigningCertificate
}

list clientIDListType {
    member: clientIDType
}

@length(min: 1, max: 255)
string clientIDType

@length(min: 1, max: 255)
string consoleDeepLinkType

@range(min: 1, max: 36600)
integer credentialAgeDays

string credentialReportExpiredExceptionMessage

string credentialReportNotPresentExceptionMessage

string credentialReportNotReadyExceptionMessage

@length(min: 1, max: 64)
@pattern("[\\w+=,.@-]+")
string customSuffixType

timestamp dateType

@length(max: 1000)
@pattern("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*")
string delegationRequestDescriptionType

@length(min: 16, max: 128)
@pattern("[\\w-]+")
string delegationRequestIdType

list delegationRequestsListType {
    member: DelegationRequest
}

string deleteConflictMessage

string duplicateCertificateMessage

string duplicateSSHPublicKeyMessage

enum encodingType {
    SSH
    PEM
}

string entityAlreadyExistsMessage

list entityDetailsListType {
    member: EntityDetails
}

list entityListType {
    member: EntityType
}

@length(min: 1, max: 128)
@pattern("[\\w+=,.@-]+")
string entityNameType

string entityTemporarilyUnmodifiableMessage

@length(min: 1, max: 128)
@pattern("[\\w+=,.@-]+")
string existingUserNameType

enum globalEndpointTokenVersion {
    v1Token
    v2Token
}

list groupDetailListType {
    member: GroupDetail
}

list groupListType {
    member: Group
}

list groupNameListType {
    member: groupNameType
}

@length(min: 1, max: 128)
@pattern("[\\w+=,.@-]+")
string groupNameType

@length(min: 16, max: 128)
@pattern("[\\w]+")
string idType

list instanceProfileListType {
    member: InstanceProfile
}

@length(min: 1, max: 128)
@pattern("[\\w+=,.@-]+")
string instanceProfileNameType

integer integerType

string invalidAuthenticationCodeMessage

string invalidCertificateMessage

string invalidInputMessage

string invalidPublicKeyMessage

string invalidUserTypeMessage

@length(min: 36, max: 36)
string jobIDType

enum jobStatusType {
    IN_PROGRESS
    COMPLETED
    FAILED
}

string keyPairMismatchMessage

string limitExceededMessage

list listPolicyGrantingServiceAccessResponseListType {
    member: ListPoliciesGrantingServiceAccessEntry
}

@length(min: 2, max: 12)
string localeType

string malformedCertificateMessage

string malformedPolicyDocumentMessage

@length(min: 1, max: 320)
@pattern("[\\u0020-\\u00FF]+")
string markerType

@range(min: 1, max: 1000)
integer maxItemsType

@range(min: 1, max: 1095)
integer maxPasswordAgeType

list mfaDeviceListType {
    member: MFADevice
}

@range(min: 6, max: 128)
integer minimumPasswordLengthType

string noSuchEntityMessage

@length(max: 500)
@pattern("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*")
string notesType

@length(min: 2, max: 400)
@pattern("^[a-zA-Z0-9:_.-]+$")
string notificationChannelType

string openIdIdpCommunicationErrorExceptionMessage

@length(min: 19, max: 427)
@pattern("^o-[0-9a-z]{10,32}\\/r-[0-9a-z]{4,32}[0-9a-z-\\/]*")
string organizationsEntityPathType

@pattern("^p-[0-9a-zA-Z_]{8,128}$")
string organizationsPolicyIdType

@length(min: 20, max: 2048)
@pattern("^[a-zA-Z0-9:/+=,.@_-]+$")
string ownerIdType

string passwordPolicyViolationMessage

@range(min: 1, max: 24)
integer passwordReusePreventionType

@length(min: 1, max: 128)
@pattern("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+")
@sensitive
string passwordType

@length(min: 1, max: 512)
@pattern("\\u002F[\\u0021-\\u007F]*")
string pathPrefixType

@length(min: 1, max: 512)
@pattern("(\\u002F)|(\\u002F[\\u0021-\\u007E]+\\u002F)")
string pathType

enum permissionCheckResultType {
    ALLOWED
    DENIED
    UNSURE
}

enum permissionCheckStatusType {
    COMPLETE
    IN_PROGRESS
    FAILED
}

string permissionType

@length(max: 1000)
string policyDescriptionType

list policyDetailListType {
    member: PolicyDetail
}

@length(min: 1, max: 131072)
@pattern("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+")
string policyDocumentType

list policyDocumentVersionListType {
    member: PolicyVersion
}

string policyEvaluationErrorMessage

list policyGrantingServiceAccessListType {
    member: PolicyGrantingServiceAccess
}

list policyListType {
    member: Policy
}

list policyNameListType {
    member: policyNameType
}

@length(min: 1, max: 128)
@pattern("[\\w+=,.@-]+")
string policyNameType

string policyNotAttachableMessage

enum policyOwnerEntityType {
    USER
    ROLE
    GROUP
}

@length(max: 50)
list policyParameterListType {
    member: PolicyParameter
}

@length(min: 5, max: 256)
@pattern("[ -~]+")
string policyParameterNameType

@pattern("[ -~]+")
string policyParameterValueType

list policyParameterValuesListType {
    member: policyParameterValueType
}

@length(min: 1, max: 512)
@pattern("((/[A-Za-z0-9\\.,\\+@=_-]+)*)/")
string policyPathType

enum policyScopeType {
    All
    AWS
    Local
}

enum policyType {
    INLINE
    MANAGED
}

@pattern("v[1-9][0-9]*(\\.[A-Za-z0-9-]*)?")
string policyVersionIdType

@length(min: 22, max: 64)
@pattern("[A-Z0-9]+")
string privateKeyIdType

@length(max: 2)
list privateKeyList {
    member: SAMLPrivateKey
}

@length(min: 1, max: 16384)
@pattern("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+")
@sensitive
string privateKeyType

@length(min: 48, max: 48)
@pattern("[:\\w]+")
string publicKeyFingerprintType

@length(min: 20, max: 128)
@pattern("[\\w]+")
string publicKeyIdType

@length(min: 1, max: 16384)
@pattern("[\\u0009\\u000A\\u000D\\u0020-\\u00FF]+")
string publicKeyMaterialType

@length(min: 1, max: 255)
@pattern("^http(s?)://[a-zA-Z0-9._/-]*(\\?[a-zA-Z0-9._=&-]*)?(#[a-zA-Z0-9._/-]*)?$")
string redirectUrlType

string reportGenerationLimitExceededMessage

@length(max: 200)
@pattern("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*")
string requestMessageType

@length(max: 30)
@pattern("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*")
string requestorNameType

@length(min: 5, max: 400)
@pattern("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]+")
string requestorWorkflowIdType

string responseMarkerType

@length(max: 1000)
@pattern("[\\u0009\\u000A\\u000D\\u0020-\\u007E\\u00A1-\\u00FF]*")
string roleDescriptionType

list roleDetailListType {
    member: RoleDetail
}

list roleListType {
    member: Role
}

@range(min: 3600, max: 43200)
integer roleMaxSessionDurationType

@length(min: 1, max: 64)
@pattern("[\\w+=,.@-]+")
string roleNameType

list rolePermissionRestrictionArnListType {
    member: arnType
}

@length(min: 9, max: 256)
@pattern("[\\w+=/:,.@-]+")
string serialNumberType

list serverCertificateMetadataListType {
    member: ServerCertificateMetadata
}

@length(min: 1, max: 128)
@pattern("[\\w+=,.@-]+")
string serverCertificateNameType

@length(min: 0, max: 200)
@pattern("[\\w+=,.@-]+")
string serviceCredentialAlias

@sensitive
string serviceCredentialSecret

string serviceFailureExceptionMessage

string serviceName

string serviceNameType

@length(min: 1, max: 200)
list serviceNamespaceListType {
    member: serviceNamespaceType
}

@length(min: 1, max: 64)
@pattern("[\\w-]*")
string serviceNamespaceType

string serviceNotSupportedMessage

@sensitive
string servicePassword

@length(min: 20, max: 128)
@pattern("[\\w]+")
string serviceSpecificCredentialId

@length(min: 0, max: 200)
@pattern("[\\w+=,.@-]*")
string serviceUserName

@range(min: 300, max: 43200)
integer sessionDurationType

enum sortKeyType {
    SERVICE_NAMESPACE_ASCENDING
    SERVICE_NAMESPACE_DESCENDING
    LAST_AUTHENTICATED_TIME_ASCENDING
    LAST_AUTHENTICATED_TIME_DESCENDING
}

enum stateType {
    UNASSIGNED
    ASSIGNED
    PENDING_APPROVAL
    FINALIZED
    ACCEPTED
    REJECTED
    EXPIRED
}

enum statusType {
    Active
    Inactive
    Expired
}

string stringType

@length(min: 0, max: 10000)
string summaryContentType

enum summaryKeyType {
    Users
    UsersQuota
    Groups
    GroupsQuota
    ServerCertificates
    ServerCertificatesQuota
    UserPolicySizeQuota
    GroupPolicySizeQuota
    GroupsPerUserQuota
    SigningCertificatesPerUserQuota
    AccessKeysPerUserQuota
    MFADevices
    MFADevicesInUse
    AccountMFAEnabled
    AccountAccessKeysPresent
    AccountPasswordPresent
    AccountSigningCertificatesPresent
    AttachedPoliciesPerGroupQuota
    AttachedPoliciesPerRoleQuota
    AttachedPoliciesPerUserQuota
    Policies
    PoliciesQuota
    PolicySizeQuota
    PolicyVersionsInUse
    PolicyVersionsInUseQuota
    VersionsPerPolicyQuota
    GlobalEndpointTokenVersion
    AssumeRolePolicySizeQuota
    InstanceProfiles
    InstanceProfilesQuota
    Providers
    RolePolicySizeQuota
    Roles
    RolesQuota
}

map summaryMapType {
    key: summaryKeyType
    value: summaryValueType
}

enum summaryStateType {
    AVAILABLE
    NOT_AVAILABLE
    NOT_SUPPORTED
    FAILED
}

integer summaryValueType

@length(max: 50)
list tagKeyListType {
    member: tagKeyType
}

@length(min: 1, max: 128)
@pattern("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]+")
string tagKeyType

@length(max: 50)
list tagListType {
    member: Tag
}

@length(min: 0, max: 256)
@pattern("[\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*")
string tagValueType

list thumbprintListType {
    member: thumbprintType
}

@length(min: 40, max: 40)
string thumbprintType

string unmodifiableEntityMessage

string unrecognizedPublicKeyEncodingMessage

list userDetailListType {
    member: UserDetail
}

list userListType {
    member: User
}

@length(min: 1, max: 64)
@pattern("[\\w+=,.@-]+")
string userNameType

list virtualMFADeviceListType {
    member: VirtualMFADevice
}

@length(min: 1)
@pattern("[\\w+=,.@-]+")
string virtualMFADeviceName

