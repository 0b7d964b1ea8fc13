$version: "2"

namespace com.amazonaws.organizations

use aws.api#service
use aws.auth#sigv4
use aws.protocols#awsJson1_1

@service(sdkId: "Organizations", endpointPrefix: "organizations")
@sigv4(name: "organizations")
@awsJson1_1
service AWSOrganizationsV20161128 {
    version: "2016-11-28"
    operations: [
        AcceptHandshake
        AttachPolicy
        CancelHandshake
        CloseAccount
        CreateAccount
        CreateGovCloudAccount
        CreateOrganization
        CreateOrganizationalUnit
        CreatePolicy
        DeclineHandshake
        DeleteOrganization
        DeleteOrganizationalUnit
        DeletePolicy
        DeleteResourcePolicy
        DeregisterDelegatedAdministrator
        DescribeAccount
        DescribeCreateAccountStatus
        DescribeEffectivePolicy
        DescribeHandshake
        DescribeOrganization
        DescribeOrganizationalUnit
        DescribePolicy
        DescribeResourcePolicy
        DescribeResponsibilityTransfer
        DetachPolicy
        DisableAWSServiceAccess
        DisablePolicyType
        EnableAWSServiceAccess
        EnableAllFeatures
        EnablePolicyType
        InviteAccountToOrganization
        InviteOrganizationToTransferResponsibility
        LeaveOrganization
        ListAWSServiceAccessForOrganization
        ListAccounts
        ListAccountsForParent
        ListAccountsWithInvalidEffectivePolicy
        ListChildren
        ListCreateAccountStatus
        ListDelegatedAdministrators
        ListDelegatedServicesForAccount
        ListEffectivePolicyValidationErrors
        ListHandshakesForAccount
        ListHandshakesForOrganization
        ListInboundResponsibilityTransfers
        ListOrganizationalUnitsForParent
        ListOutboundResponsibilityTransfers
        ListParents
        ListPolicies
        ListPoliciesForTarget
        ListRoots
        ListTagsForResource
        ListTargetsForPolicy
        MoveAccount
        PutResourcePolicy
        RegisterDelegatedAdministrator
        RemoveAccountFromOrganization
        TagResource
        TerminateResponsibilityTransfer
        UntagResource
        UpdateOrganizationalUnit
        UpdatePolicy
        UpdateResponsibilityTransfer
    ]
}

operation AcceptHandshake {
    input: AcceptHandshakeRequest
    output: AcceptHandshakeResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        AccessDeniedForDependencyException
        ConcurrentModificationException
        ConstraintViolationException
        HandshakeAlreadyInStateException
        HandshakeConstraintViolationException
        HandshakeNotFoundException
        InvalidHandshakeTransitionException
        InvalidInputException
        MasterCannotLeaveOrganizationException
        ServiceException
        TooManyRequestsException
    ]
}

operation AttachPolicy {
    input: AttachPolicyRequest
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        DuplicatePolicyAttachmentException
        InvalidInputException
        PolicyChangesInProgressException
        PolicyNotFoundException
        PolicyTypeNotEnabledException
        ServiceException
        TargetNotFoundException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation CancelHandshake {
    input: CancelHandshakeRequest
    output: CancelHandshakeResponse
    errors: [
        AccessDeniedException
        ConcurrentModificationException
        HandshakeAlreadyInStateException
        HandshakeNotFoundException
        InvalidHandshakeTransitionException
        InvalidInputException
        ServiceException
        TooManyRequestsException
    ]
}

operation CloseAccount {
    input: CloseAccountRequest
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        AccountAlreadyClosedException
        AccountNotFoundException
        ConcurrentModificationException
        ConflictException
        ConstraintViolationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation CreateAccount {
    input: CreateAccountRequest
    output: CreateAccountResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        FinalizingOrganizationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation CreateGovCloudAccount {
    input: CreateGovCloudAccountRequest
    output: CreateGovCloudAccountResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        FinalizingOrganizationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation CreateOrganization {
    input: CreateOrganizationRequest
    output: CreateOrganizationResponse
    errors: [
        AccessDeniedException
        AccessDeniedForDependencyException
        AlreadyInOrganizationException
        ConcurrentModificationException
        ConstraintViolationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
    ]
}

operation CreateOrganizationalUnit {
    input: CreateOrganizationalUnitRequest
    output: CreateOrganizationalUnitResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        DuplicateOrganizationalUnitException
        InvalidInputException
        ParentNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

operation CreatePolicy {
    input: CreatePolicyRequest
    output: CreatePolicyResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        DuplicatePolicyException
        InvalidInputException
        MalformedPolicyDocumentException
        PolicyTypeNotAvailableForOrganizationException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation DeclineHandshake {
    input: DeclineHandshakeRequest
    output: DeclineHandshakeResponse
    errors: [
        AccessDeniedException
        ConcurrentModificationException
        HandshakeAlreadyInStateException
        HandshakeNotFoundException
        InvalidHandshakeTransitionException
        InvalidInputException
        ServiceException
        TooManyRequestsException
    ]
}

operation DeleteOrganization {
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        InvalidInputException
        OrganizationNotEmptyException
        ServiceException
        TooManyRequestsException
    ]
}

operation DeleteOrganizationalUnit {
    input: DeleteOrganizationalUnitRequest
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        InvalidInputException
        OrganizationalUnitNotEmptyException
        OrganizationalUnitNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

operation DeletePolicy {
    input: DeletePolicyRequest
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        InvalidInputException
        PolicyInUseException
        PolicyNotFoundException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation DeleteResourcePolicy {
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        ResourcePolicyNotFoundException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation DeregisterDelegatedAdministrator {
    input: DeregisterDelegatedAdministratorRequest
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        AccountNotFoundException
        AccountNotRegisteredException
        ConcurrentModificationException
        ConstraintViolationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation DescribeAccount {
    input: DescribeAccountRequest
    output: DescribeAccountResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        AccountNotFoundException
        InvalidInputException
        ServiceException
        TooManyRequestsException
    ]
}

operation DescribeCreateAccountStatus {
    input: DescribeCreateAccountStatusRequest
    output: DescribeCreateAccountStatusResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        CreateAccountStatusNotFoundException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation DescribeEffectivePolicy {
    input: DescribeEffectivePolicyRequest
    output: DescribeEffectivePolicyResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConstraintViolationException
        EffectivePolicyNotFoundException
        InvalidInputException
        ServiceException
        TargetNotFoundException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation DescribeHandshake {
    input: DescribeHandshakeRequest
    output: DescribeHandshakeResponse
    errors: [
        AccessDeniedException
        ConcurrentModificationException
        HandshakeNotFoundException
        InvalidInputException
        ServiceException
        TooManyRequestsException
    ]
}

operation DescribeOrganization {
    output: DescribeOrganizationResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ServiceException
        TooManyRequestsException
    ]
}

operation DescribeOrganizationalUnit {
    input: DescribeOrganizationalUnitRequest
    output: DescribeOrganizationalUnitResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        InvalidInputException
        OrganizationalUnitNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

operation DescribePolicy {
    input: DescribePolicyRequest
    output: DescribePolicyResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        InvalidInputException
        PolicyNotFoundException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation DescribeResourcePolicy {
    output: DescribeResourcePolicyResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConstraintViolationException
        ResourcePolicyNotFoundException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation DescribeResponsibilityTransfer {
    input: DescribeResponsibilityTransferRequest
    output: DescribeResponsibilityTransferResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        InvalidInputException
        ResponsibilityTransferNotFoundException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation DetachPolicy {
    input: DetachPolicyRequest
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        InvalidInputException
        PolicyChangesInProgressException
        PolicyNotAttachedException
        PolicyNotFoundException
        ServiceException
        TargetNotFoundException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation DisableAWSServiceAccess {
    input: DisableAWSServiceAccessRequest
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation DisablePolicyType {
    input: DisablePolicyTypeRequest
    output: DisablePolicyTypeResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        InvalidInputException
        PolicyChangesInProgressException
        PolicyTypeNotEnabledException
        RootNotFoundException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation EnableAWSServiceAccess {
    input: EnableAWSServiceAccessRequest
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation EnableAllFeatures {
    input: EnableAllFeaturesRequest
    output: EnableAllFeaturesResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        HandshakeConstraintViolationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
    ]
}

operation EnablePolicyType {
    input: EnablePolicyTypeRequest
    output: EnablePolicyTypeResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        InvalidInputException
        PolicyChangesInProgressException
        PolicyTypeAlreadyEnabledException
        PolicyTypeNotAvailableForOrganizationException
        RootNotFoundException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation InviteAccountToOrganization {
    input: InviteAccountToOrganizationRequest
    output: InviteAccountToOrganizationResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        AccountOwnerNotVerifiedException
        ConcurrentModificationException
        ConstraintViolationException
        DuplicateHandshakeException
        FinalizingOrganizationException
        HandshakeConstraintViolationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
    ]
}

operation InviteOrganizationToTransferResponsibility {
    input: InviteOrganizationToTransferResponsibilityRequest
    output: InviteOrganizationToTransferResponsibilityResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        DuplicateHandshakeException
        HandshakeConstraintViolationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation LeaveOrganization {
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        AccountNotFoundException
        ConcurrentModificationException
        ConstraintViolationException
        InvalidInputException
        MasterCannotLeaveOrganizationException
        ServiceException
        TooManyRequestsException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "EnabledServicePrincipals", pageSize: "MaxResults")
operation ListAWSServiceAccessForOrganization {
    input: ListAWSServiceAccessForOrganizationRequest
    output: ListAWSServiceAccessForOrganizationResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConstraintViolationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Accounts", pageSize: "MaxResults")
operation ListAccounts {
    input: ListAccountsRequest
    output: ListAccountsResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        InvalidInputException
        ServiceException
        TooManyRequestsException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Accounts", pageSize: "MaxResults")
operation ListAccountsForParent {
    input: ListAccountsForParentRequest
    output: ListAccountsForParentResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        InvalidInputException
        ParentNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Accounts", pageSize: "MaxResults")
operation ListAccountsWithInvalidEffectivePolicy {
    input: ListAccountsWithInvalidEffectivePolicyRequest
    output: ListAccountsWithInvalidEffectivePolicyResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConstraintViolationException
        EffectivePolicyNotFoundException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Children", pageSize: "MaxResults")
operation ListChildren {
    input: ListChildrenRequest
    output: ListChildrenResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        InvalidInputException
        ParentNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "CreateAccountStatuses", pageSize: "MaxResults")
operation ListCreateAccountStatus {
    input: ListCreateAccountStatusRequest
    output: ListCreateAccountStatusResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "DelegatedAdministrators", pageSize: "MaxResults")
operation ListDelegatedAdministrators {
    input: ListDelegatedAdministratorsRequest
    output: ListDelegatedAdministratorsResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConstraintViolationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "DelegatedServices", pageSize: "MaxResults")
operation ListDelegatedServicesForAccount {
    input: ListDelegatedServicesForAccountRequest
    output: ListDelegatedServicesForAccountResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        AccountNotFoundException
        AccountNotRegisteredException
        ConstraintViolationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "EffectivePolicyValidationErrors", pageSize: "MaxResults")
operation ListEffectivePolicyValidationErrors {
    input: ListEffectivePolicyValidationErrorsRequest
    output: ListEffectivePolicyValidationErrorsResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        AccountNotFoundException
        ConstraintViolationException
        EffectivePolicyNotFoundException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Handshakes", pageSize: "MaxResults")
operation ListHandshakesForAccount {
    input: ListHandshakesForAccountRequest
    output: ListHandshakesForAccountResponse
    errors: [
        AccessDeniedException
        ConcurrentModificationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Handshakes", pageSize: "MaxResults")
operation ListHandshakesForOrganization {
    input: ListHandshakesForOrganizationRequest
    output: ListHandshakesForOrganizationResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
    ]
}

operation ListInboundResponsibilityTransfers {
    input: ListInboundResponsibilityTransfersRequest
    output: ListInboundResponsibilityTransfersResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConstraintViolationException
        InvalidInputException
        ResponsibilityTransferNotFoundException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "OrganizationalUnits", pageSize: "MaxResults")
operation ListOrganizationalUnitsForParent {
    input: ListOrganizationalUnitsForParentRequest
    output: ListOrganizationalUnitsForParentResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        InvalidInputException
        ParentNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

operation ListOutboundResponsibilityTransfers {
    input: ListOutboundResponsibilityTransfersRequest
    output: ListOutboundResponsibilityTransfersResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConstraintViolationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Parents", pageSize: "MaxResults")
operation ListParents {
    input: ListParentsRequest
    output: ListParentsResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ChildNotFoundException
        InvalidInputException
        ServiceException
        TooManyRequestsException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Policies", pageSize: "MaxResults")
operation ListPolicies {
    input: ListPoliciesRequest
    output: ListPoliciesResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Policies", pageSize: "MaxResults")
operation ListPoliciesForTarget {
    input: ListPoliciesForTargetRequest
    output: ListPoliciesForTargetResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        InvalidInputException
        ServiceException
        TargetNotFoundException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Roots", pageSize: "MaxResults")
operation ListRoots {
    input: ListRootsRequest
    output: ListRootsResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        InvalidInputException
        ServiceException
        TooManyRequestsException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Tags")
operation ListTagsForResource {
    input: ListTagsForResourceRequest
    output: ListTagsForResourceResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        InvalidInputException
        ServiceException
        TargetNotFoundException
        TooManyRequestsException
    ]
}

@paginated(inputToken: "NextToken", outputToken: "NextToken", items: "Targets", pageSize: "MaxResults")
operation ListTargetsForPolicy {
    input: ListTargetsForPolicyRequest
    output: ListTargetsForPolicyResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        InvalidInputException
        PolicyNotFoundException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation MoveAccount {
    input: MoveAccountRequest
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        AccountNotFoundException
        ConcurrentModificationException
        DestinationParentNotFoundException
        DuplicateAccountException
        InvalidInputException
        ServiceException
        SourceParentNotFoundException
        TooManyRequestsException
    ]
}

operation PutResourcePolicy {
    input: PutResourcePolicyRequest
    output: PutResourcePolicyResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation RegisterDelegatedAdministrator {
    input: RegisterDelegatedAdministratorRequest
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        AccountAlreadyRegisteredException
        AccountNotFoundException
        ConcurrentModificationException
        ConstraintViolationException
        InvalidInputException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation RemoveAccountFromOrganization {
    input: RemoveAccountFromOrganizationRequest
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        AccountNotFoundException
        ConcurrentModificationException
        ConstraintViolationException
        InvalidInputException
        MasterCannotLeaveOrganizationException
        ServiceException
        TooManyRequestsException
    ]
}

operation TagResource {
    input: TagResourceRequest
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        InvalidInputException
        ServiceException
        TargetNotFoundException
        TooManyRequestsException
    ]
}

operation TerminateResponsibilityTransfer {
    input: TerminateResponsibilityTransferRequest
    output: TerminateResponsibilityTransferResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        InvalidInputException
        InvalidResponsibilityTransferTransitionException
        ResponsibilityTransferAlreadyInStatusException
        ResponsibilityTransferNotFoundException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation UntagResource {
    input: UntagResourceRequest
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        InvalidInputException
        ServiceException
        TargetNotFoundException
        TooManyRequestsException
    ]
}

operation UpdateOrganizationalUnit {
    input: UpdateOrganizationalUnitRequest
    output: UpdateOrganizationalUnitResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        DuplicateOrganizationalUnitException
        InvalidInputException
        OrganizationalUnitNotFoundException
        ServiceException
        TooManyRequestsException
    ]
}

operation UpdatePolicy {
    input: UpdatePolicyRequest
    output: UpdatePolicyResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConcurrentModificationException
        ConstraintViolationException
        DuplicatePolicyException
        InvalidInputException
        MalformedPolicyDocumentException
        PolicyChangesInProgressException
        PolicyNotFoundException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

operation UpdateResponsibilityTransfer {
    input: UpdateResponsibilityTransferRequest
    output: UpdateResponsibilityTransferResponse
    errors: [
        AWSOrganizationsNotInUseException
        AccessDeniedException
        ConstraintViolationException
        InvalidInputException
        ResponsibilityTransferNotFoundException
        ServiceException
        TooManyRequestsException
        UnsupportedAPIEndpointException
    ]
}

@error("client")
structure AWSOrganizationsNotInUseException {
    Message: ExceptionMessage
}

structure AcceptHandshakeRequest {
    @required
    HandshakeId: HandshakeId
}

structure AcceptHandshakeResponse {
    Handshake: Handshake
}

@error("client")
structure AccessDeniedException {
    Message: ExceptionMessage
}

@error("client")
structure AccessDeniedForDependencyException {
    Message: ExceptionMessage

    Reason: AccessDeniedForDependencyExceptionReason
}

enum AccessDeniedForDependencyExceptionReason {
    ACCESS_DENIED_DURING_CREATE_SERVICE_LINKED_ROLE
}

structure Account {
    Id: AccountId

    Arn: AccountArn

    Email: Email

    Name: AccountName

    Status: AccountStatus

    State: AccountState

    Paths: Paths

    JoinedMethod: AccountJoinedMethod

    JoinedTimestamp: Timestamp
}

@error("client")
structure AccountAlreadyClosedException {
    Message: ExceptionMessage
}

@error("client")
structure AccountAlreadyRegisteredException {
    Message: ExceptionMessage
}

@pattern("^arn:aws:organizations::\\d{12}:account\\/o-[a-z0-9]{10,32}\\/\\d{12}")
string AccountArn

@length(max: 12)
@pattern("^\\d{12}$")
string AccountId

enum AccountJoinedMethod {
    INVITED
    CREATED
}

@length(min: 1, max: 128)
@pattern("[\\s\\S]*")
@sensitive
string AccountName

@error("client")
structure AccountNotFoundException {
    Message: ExceptionMessage
}

@error("client")
structure AccountNotRegisteredException {
    Message: ExceptionMessage
}

@error("client")
structure AccountOwnerNotVerifiedException {
    Message: ExceptionMessage
}

enum AccountState {
    PENDING_ACTIVATION
    ACTIVE
    SUSPENDED
    PENDING_CLOSURE
    CLOSED
}

enum AccountStatus {
    ACTIVE
    SUSPENDED
    PENDING_CLOSURE
}

list Accounts {
    member: Account
}

enum ActionType {
    INVITE
    ENABLE_ALL_FEATURES
    APPROVE_ALL_FEATURES
    ADD_ORGANIZATIONS_SERVICE_LINKED_ROLE
    TRANSFER_RESPONSIBILITY
}

@error("client")
structure AlreadyInOrganizationException {
    Message: ExceptionMessage
}

structure AttachPolicyRequest {
    @required
    PolicyId: PolicyId

    @required
    TargetId: PolicyTargetId
}

boolean AwsManagedPolicy

structure CancelHandshakeRequest {
    @required
    HandshakeId: HandshakeId
}

structure CancelHandshakeResponse {
    Handshake: Handshake
}

structure Child {
    Id: ChildId

    Type: ChildType
}

@length(max: 100)
@pattern("^(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$")
string ChildId

@error("client")
structure ChildNotFoundException {
    Message: ExceptionMessage
}

enum ChildType {
    ACCOUNT
    ORGANIZATIONAL_UNIT
}

list Children {
    member: Child
}

structure CloseAccountRequest {
    @required
    AccountId: AccountId
}

@error("client")
structure ConcurrentModificationException {
    Message: ExceptionMessage
}

@error("client")
structure ConflictException {
    Message: ExceptionMessage
}

@error("client")
structure ConstraintViolationException {
    Message: ExceptionMessage

    Reason: ConstraintViolationExceptionReason
}

enum ConstraintViolationExceptionReason {
    ACCOUNT_NUMBER_LIMIT_EXCEEDED
    HANDSHAKE_RATE_LIMIT_EXCEEDED
    OU_NUMBER_LIMIT_EXCEEDED
    OU_DEPTH_LIMIT_EXCEEDED
    POLICY_NUMBER_LIMIT_EXCEEDED
    POLICY_CONTENT_LIMIT_EXCEEDED
    MAX_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED
    MIN_POLICY_TYPE_ATTACHMENT_LIMIT_EXCEEDED
    ACCOUNT_CANNOT_LEAVE_ORGANIZATION
    ACCOUNT_CANNOT_LEAVE_WITHOUT_EULA
    ACCOUNT_CANNOT_LEAVE_WITHOUT_PHONE_VERIFICATION
    MASTER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED
    MEMBER_ACCOUNT_PAYMENT_INSTRUMENT_REQUIRED
    ACCOUNT_CREATION_RATE_LIMIT_EXCEEDED
    MASTER_ACCOUNT_ADDRESS_DOES_NOT_MATCH_MARKETPLACE
    MASTER_ACCOUNT_MISSING_CONTACT_INFO
    MASTER_ACCOUNT_NOT_GOVCLOUD_ENABLED
    ORGANIZATION_NOT_IN_ALL_FEATURES_MODE
    CREATE_ORGANIZATION_IN_BILLING_MODE_UNSUPPORTED_REGION
    EMAIL_VERIFICATION_CODE_EXPIRED
    WAIT_PERIOD_ACTIVE
    MAX_TAG_LIMIT_EXCEEDED
    TAG_POLICY_VIOLATION
    MAX_DELEGATED_ADMINISTRATORS_FOR_SERVICE_LIMIT_EXCEEDED
    CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR
    CANNOT_REMOVE_DELEGATED_ADMINISTRATOR_FROM_ORG
    DELEGATED_ADMINISTRATOR_EXISTS_FOR_THIS_SERVICE
    POLICY_TYPE_ENABLED_FOR_THIS_SERVICE
    MASTER_ACCOUNT_MISSING_BUSINESS_LICENSE
    CANNOT_CLOSE_MANAGEMENT_ACCOUNT
    CLOSE_ACCOUNT_QUOTA_EXCEEDED
    CLOSE_ACCOUNT_REQUESTS_LIMIT_EXCEEDED
    SERVICE_ACCESS_NOT_ENABLED
    INVALID_PAYMENT_INSTRUMENT
    ACCOUNT_CREATION_NOT_COMPLETE
    CANNOT_REGISTER_SUSPENDED_ACCOUNT_AS_DELEGATED_ADMINISTRATOR
    ALL_FEATURES_MIGRATION_ORGANIZATION_SIZE_LIMIT_EXCEEDED
    RESPONSIBILITY_TRANSFER_MAX_LEVEL_VIOLATION
    RESPONSIBILITY_TRANSFER_MAX_INBOUND_QUOTA_VIOLATION
    RESPONSIBILITY_TRANSFER_MAX_OUTBOUND_QUOTA_VIOLATION
    RESPONSIBILITY_TRANSFER_MAX_TRANSFERS_QUOTA_VIOLATION
    ACTIVE_RESPONSIBILITY_TRANSFER_PROCESS
    TRANSFER_RESPONSIBILITY_TARGET_DELETION_IN_PROGRESS
    TRANSFER_RESPONSIBILITY_SOURCE_DELETION_IN_PROGRESS
    UNSUPPORTED_PRICING
}

enum CreateAccountFailureReason {
    ACCOUNT_LIMIT_EXCEEDED
    EMAIL_ALREADY_EXISTS
    INVALID_ADDRESS
    INVALID_EMAIL
    CONCURRENT_ACCOUNT_MODIFICATION
    INTERNAL_FAILURE
    GOVCLOUD_ACCOUNT_ALREADY_EXISTS
    MISSING_BUSINESS_VALIDATION
    FAILED_BUSINESS_VALIDATION
    PENDING_BUSINESS_VALIDATION
    INVALID_IDENTITY_FOR_BUSINESS_VALIDATION
    UNKNOWN_BUSINESS_VALIDATION
    MISSING_PAYMENT_INSTRUMENT
    INVALID_PAYMENT_INSTRUMENT
    UPDATE_EXISTING_RESOURCE_POLICY_WITH_TAGS_NOT_SUPPORTED
}

@length(min: 1, max: 50)
@pattern("[\\u0020-\\u007E]+")
@sensitive
string CreateAccountName

structure CreateAccountRequest {
    @required
    Email: Email

    @required
    AccountName: CreateAccountName

    RoleName: RoleName

    IamUserAccessToBilling: IAMUserAccessToBilling

    Tags: Tags
}

@length(max: 36)
@pattern("^car-[a-z0-9]{8,32}$")
string CreateAccountRequestId

structure CreateAccountResponse {
    CreateAccountStatus: CreateAccountStatus
}

enum CreateAccountState {
    IN_PROGRESS
    SUCCEEDED
    FAILED
}

list CreateAccountStates {
    member: CreateAccountState
}

structure CreateAccountStatus {
    Id: CreateAccountRequestId

    AccountName: CreateAccountName

    State: CreateAccountState

    RequestedTimestamp: Timestamp

    CompletedTimestamp: Timestamp

    AccountId: AccountId

    GovCloudAccountId: AccountId

    FailureReason: CreateAccountFailureReason
}

@error("client")
structure CreateAccountStatusNotFoundException {
    Message: ExceptionMessage
}

list CreateAccountStatuses {
    member: CreateAccountStatus
}

structure CreateGovCloudAccountRequest {
    @required
    Email: Email

    @required
    AccountName: CreateAccountName

    RoleName: RoleName

    IamUserAccessToBilling: IAMUserAccessToBilling

    Tags: Tags
}

structure CreateGovCloudAccountResponse {
    CreateAccountStatus: CreateAccountStatus
}

structure CreateOrganizationRequest {
    FeatureSet: OrganizationFeatureSet
}

structure CreateOrganizationResponse {
    Organization: Organization
}

structure CreateOrganizationalUnitRequest {
    @required
    ParentId: ParentId

    @required
    Name: OrganizationalUnitName

    Tags: Tags
}

structure CreateOrganizationalUnitResponse {
    OrganizationalUnit: OrganizationalUnit
}

structure CreatePolicyRequest {
    @required
    Content: PolicyContent

    @required
    Description: PolicyDescription

    @required
    Name: PolicyName

    @required
    Type: PolicyType

    Tags: Tags
}

structure CreatePolicyResponse {
    Policy: Policy
}

structure DeclineHandshakeRequest {
    @required
    HandshakeId: HandshakeId
}

structure DeclineHandshakeResponse {
    Handshake: Handshake
}

structure DelegatedAdministrator {
    Id: AccountId

    Arn: AccountArn

    Email: Email

    Name: AccountName

    Status: AccountStatus

    State: AccountState

    JoinedMethod: AccountJoinedMethod

    JoinedTimestamp: Timestamp

    DelegationEnabledDate: Timestamp
}

list DelegatedAdministrators {
    member: DelegatedAdministrator
}

structure DelegatedService {
    ServicePrincipal: ServicePrincipal

    DelegationEnabledDate: Timestamp
}

list DelegatedServices {
    member: DelegatedService
}

structure DeleteOrganizationalUnitRequest {
    @required
    OrganizationalUnitId: OrganizationalUnitId
}

structure DeletePolicyRequest {
    @required
    PolicyId: PolicyId
}

structure DeregisterDelegatedAdministratorRequest {
    @required
    AccountId: AccountId

    @required
    ServicePrincipal: ServicePrincipal
}

structure DescribeAccountRequest {
    @required
    AccountId: AccountId
}

structure DescribeAccountResponse {
    Account: Account
}

structure DescribeCreateAccountStatusRequest {
    @required
    CreateAccountRequestId: CreateAccountRequestId
}

structure DescribeCreateAccountStatusResponse {
    CreateAccountStatus: CreateAccountStatus
}

structure DescribeEffectivePolicyRequest {
    @required
    PolicyType: EffectivePolicyType

    TargetId: PolicyTargetId
}

structure DescribeEffectivePolicyResponse {
    EffectivePolicy: EffectivePolicy
}

structure DescribeHandshakeRequest {
    @required
    HandshakeId: HandshakeId
}

structure DescribeHandshakeResponse {
    Handshake: Handshake
}

structure DescribeOrganizationResponse {
    Organization: Organization
}

structure DescribeOrganizationalUnitRequest {
    @required
    OrganizationalUnitId: OrganizationalUnitId
}

structure DescribeOrganizationalUnitResponse {
    OrganizationalUnit: OrganizationalUnit
}

structure DescribePolicyRequest {
    @required
    PolicyId: PolicyId
}

structure DescribePolicyResponse {
    Policy: Policy
}

structure DescribeResourcePolicyResponse {
    ResourcePolicy: ResourcePolicy
}

structure DescribeResponsibilityTransferRequest {
    @required
    Id: ResponsibilityTransferId
}

structure DescribeResponsibilityTransferResponse {
    ResponsibilityTransfer: ResponsibilityTransfer
}

@error("client")
structure DestinationParentNotFoundException {
    Message: ExceptionMessage
}

structure DetachPolicyRequest {
    @required
    PolicyId: PolicyId

    @required
    TargetId: PolicyTargetId
}

structure DisableAWSServiceAccessRequest {
    @required
    ServicePrincipal: ServicePrincipal
}

structure DisablePolicyTypeRequest {
    @required
    RootId: RootId

    @required
    PolicyType: PolicyType
}

structure DisablePolicyTypeResponse {
    Root: Root
}

@error("client")
structure DuplicateAccountException {
    Message: ExceptionMessage
}

@error("client")
structure DuplicateHandshakeException {
    Message: ExceptionMessage
}

@error("client")
structure DuplicateOrganizationalUnitException {
    Message: ExceptionMessage
}

@error("client")
structure DuplicatePolicyAttachmentException {
    Message: ExceptionMessage
}

@error("client")
structure DuplicatePolicyException {
    Message: ExceptionMessage
}

structure EffectivePolicy {
    PolicyContent: PolicyContent

    LastUpdatedTimestamp: Timestamp

    TargetId: PolicyTargetId

    PolicyType: EffectivePolicyType
}

@error("client")
structure EffectivePolicyNotFoundException {
    Message: ExceptionMessage
}

enum EffectivePolicyType {
    TAG_POLICY
    BACKUP_POLICY
    AISERVICES_OPT_OUT_POLICY
    CHATBOT_POLICY
    DECLARATIVE_POLICY_EC2
    SECURITYHUB_POLICY
    INSPECTOR_POLICY
    UPGRADE_ROLLOUT_POLICY
    BEDROCK_POLICY
    S3_POLICY
    NETWORK_SECURITY_DIRECTOR_POLICY
}

structure EffectivePolicyValidationError {
    ErrorCode: ErrorCode

    ErrorMessage: ErrorMessage

    PathToError: PathToError

    ContributingPolicies: PolicyIds
}

list EffectivePolicyValidationErrors {
    member: EffectivePolicyValidationError
}

@length(min: 6, max: 64)
@pattern("[^\\s@]+@[^\\s@]+\\.[^\\s@]+")
@sensitive
string Email

structure EnableAWSServiceAccessRequest {
    @required
    ServicePrincipal: ServicePrincipal
}

structure EnableAllFeaturesRequest {
}

structure EnableAllFeaturesResponse {
    Handshake: Handshake
}

structure EnablePolicyTypeRequest {
    @required
    RootId: RootId

    @required
    PolicyType: PolicyType
}

structure EnablePolicyTypeResponse {
    Root: Root
}

structure EnabledServicePrincipal {
    ServicePrincipal: ServicePrincipal

    DateEnabled: Timestamp
}

list EnabledServicePrincipals {
    member: EnabledServicePrincipal
}

string ErrorCode

string ErrorMessage

string ExceptionMessage

string ExceptionType

@error("client")
structure FinalizingOrganizationException {
    Message: ExceptionMessage
}

@pattern("^arn:aws:organizations::.+:.+")
string GenericArn

structure Handshake {
    Id: HandshakeId

    Arn: HandshakeArn

    Parties: HandshakeParties

    State: HandshakeState

    RequestedTimestamp: Timestamp

    ExpirationTimestamp: Timestamp

    Action: ActionType

    Resources: HandshakeResources
}

@error("client")
structure HandshakeAlreadyInStateException {
    Message: ExceptionMessage
}

@pattern("^arn:aws:organizations::\\d{12}:handshake\\/o-[a-z0-9]{10,32}\\/[a-z_]{1,32}\\/h-[0-9a-z]{8,32}")
string HandshakeArn

@error("client")
structure HandshakeConstraintViolationException {
    Message: ExceptionMessage

    Reason: HandshakeConstraintViolationExceptionReason
}

enum HandshakeConstraintViolationExceptionReason {
    ACCOUNT_NUMBER_LIMIT_EXCEEDED
    HANDSHAKE_RATE_LIMIT_EXCEEDED
    ALREADY_IN_AN_ORGANIZATION
    ORGANIZATION_ALREADY_HAS_ALL_FEATURES
    ORGANIZATION_IS_ALREADY_PENDING_ALL_FEATURES_MIGRATION
    INVITE_DISABLED_DURING_ENABLE_ALL_FEATURES
    PAYMENT_INSTRUMENT_REQUIRED
    ORGANIZATION_FROM_DIFFERENT_SELLER_OF_RECORD
    ORGANIZATION_MEMBERSHIP_CHANGE_RATE_LIMIT_EXCEEDED
    MANAGEMENT_ACCOUNT_EMAIL_NOT_VERIFIED
    RESPONSIBILITY_TRANSFER_ALREADY_EXISTS
    SOURCE_AND_TARGET_CANNOT_MATCH
    UNUSED_PREPAYMENT_BALANCE
    LEGACY_PERMISSIONS_STILL_IN_USE
}

structure HandshakeFilter {
    ActionType: ActionType

    ParentHandshakeId: HandshakeId
}

@length(max: 34)
@pattern("^h-[0-9a-z]{8,32}$")
string HandshakeId

@error("client")
structure HandshakeNotFoundException {
    Message: ExceptionMessage
}

@length(max: 1024)
@pattern("[\\s\\S]*")
@sensitive
string HandshakeNotes

list HandshakeParties {
    member: HandshakeParty
}

structure HandshakeParty {
    @required
    Id: HandshakePartyId

    @required
    Type: HandshakePartyType
}

@length(min: 1, max: 64)
@pattern("[\\s\\S]*")
@sensitive
string HandshakePartyId

enum HandshakePartyType {
    ACCOUNT
    ORGANIZATION
    EMAIL
}

structure HandshakeResource {
    Value: HandshakeResourceValue

    Type: HandshakeResourceType

    Resources: HandshakeResources
}

enum HandshakeResourceType {
    ACCOUNT
    ORGANIZATION
    ORGANIZATION_FEATURE_SET
    EMAIL
    MASTER_EMAIL
    MASTER_NAME
    NOTES
    PARENT_HANDSHAKE
    RESPONSIBILITY_TRANSFER
    TRANSFER_START_TIMESTAMP
    TRANSFER_TYPE
    MANAGEMENT_ACCOUNT
    MANAGEMENT_EMAIL
    MANAGEMENT_NAME
}

@sensitive
string HandshakeResourceValue

list HandshakeResources {
    member: HandshakeResource
}

enum HandshakeState {
    REQUESTED
    OPEN
    CANCELED
    ACCEPTED
    DECLINED
    EXPIRED
}

list Handshakes {
    member: Handshake
}

enum IAMUserAccessToBilling {
    ALLOW
    DENY
}

@error("client")
structure InvalidHandshakeTransitionException {
    Message: ExceptionMessage
}

@error("client")
structure InvalidInputException {
    Message: ExceptionMessage

    Reason: InvalidInputExceptionReason
}

enum InvalidInputExceptionReason {
    INVALID_PARTY_TYPE_TARGET
    INVALID_SYNTAX_ORGANIZATION_ARN
    INVALID_SYNTAX_POLICY_ID
    INVALID_ENUM
    INVALID_ENUM_POLICY_TYPE
    INVALID_LIST_MEMBER
    MAX_LENGTH_EXCEEDED
    MAX_VALUE_EXCEEDED
    MIN_LENGTH_EXCEEDED
    MIN_VALUE_EXCEEDED
    IMMUTABLE_POLICY
    INVALID_PATTERN
    INVALID_PATTERN_TARGET_ID
    INPUT_REQUIRED
    INVALID_NEXT_TOKEN
    MAX_LIMIT_EXCEEDED_FILTER
    MOVING_ACCOUNT_BETWEEN_DIFFERENT_ROOTS
    INVALID_FULL_NAME_TARGET
    UNRECOGNIZED_SERVICE_PRINCIPAL
    INVALID_ROLE_NAME
    INVALID_SYSTEM_TAGS_PARAMETER
    DUPLICATE_TAG_KEY
    TARGET_NOT_SUPPORTED
    INVALID_EMAIL_ADDRESS_TARGET
    INVALID_RESOURCE_POLICY_JSON
    INVALID_PRINCIPAL
    UNSUPPORTED_ACTION_IN_RESOURCE_POLICY
    UNSUPPORTED_POLICY_TYPE_IN_RESOURCE_POLICY
    UNSUPPORTED_RESOURCE_IN_RESOURCE_POLICY
    NON_DETACHABLE_POLICY
    CALLER_REQUIRED_FIELD_MISSING
    UNSUPPORTED_ACTION_IN_RESPONSIBILITY_TRANSFER
    START_DATE_NOT_BEGINNING_OF_MONTH
    START_DATE_NOT_BEGINNING_OF_DAY
    START_DATE_TOO_EARLY
    START_DATE_TOO_LATE
    INVALID_START_DATE
    END_DATE_NOT_END_OF_MONTH
    END_DATE_TOO_EARLY
    INVALID_END_DATE
}

@error("client")
structure InvalidResponsibilityTransferTransitionException {
    Message: ExceptionMessage
}

structure InviteAccountToOrganizationRequest {
    @required
    Target: HandshakeParty

    Notes: HandshakeNotes

    Tags: Tags
}

structure InviteAccountToOrganizationResponse {
    Handshake: Handshake
}

structure InviteOrganizationToTransferResponsibilityRequest {
    @required
    Type: ResponsibilityTransferType

    @required
    Target: HandshakeParty

    Notes: HandshakeNotes

    @required
    StartTimestamp: Timestamp

    @required
    SourceName: ResponsibilityTransferName

    Tags: Tags
}

structure InviteOrganizationToTransferResponsibilityResponse {
    Handshake: Handshake
}

structure ListAWSServiceAccessForOrganizationRequest {
    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListAWSServiceAccessForOrganizationResponse {
    EnabledServicePrincipals: EnabledServicePrincipals

    NextToken: NextToken
}

structure ListAccountsForParentRequest {
    @required
    ParentId: ParentId

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListAccountsForParentResponse {
    Accounts: Accounts

    NextToken: NextToken
}

structure ListAccountsRequest {
    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListAccountsResponse {
    Accounts: Accounts

    NextToken: NextToken
}

structure ListAccountsWithInvalidEffectivePolicyRequest {
    @required
    PolicyType: EffectivePolicyType

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListAccountsWithInvalidEffectivePolicyResponse {
    Accounts: Accounts

    PolicyType: EffectivePolicyType

    NextToken: NextToken
}

structure ListChildrenRequest {
    @required
    ParentId: ParentId

    @required
    ChildType: ChildType

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListChildrenResponse {
    Children: Children

    NextToken: NextToken
}

structure ListCreateAccountStatusRequest {
    States: CreateAccountStates

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListCreateAccountStatusResponse {
    CreateAccountStatuses: CreateAccountStatuses

    NextToken: NextToken
}

structure ListDelegatedAdministratorsRequest {
    ServicePrincipal: ServicePrincipal

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListDelegatedAdministratorsResponse {
    DelegatedAdministrators: DelegatedAdministrators

    NextToken: NextToken
}

structure ListDelegatedServicesForAccountRequest {
    @required
    AccountId: AccountId

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListDelegatedServicesForAccountResponse {
    DelegatedServices: DelegatedServices

    NextToken: NextToken
}

structure ListEffectivePolicyValidationErrorsRequest {
    @required
    AccountId: AccountId

    @required
    PolicyType: EffectivePolicyType

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListEffectivePolicyValidationErrorsResponse {
    AccountId: AccountId

    PolicyType: EffectivePolicyType

    Path: Path

    EvaluationTimestamp: Timestamp

    NextToken: NextToken

    EffectivePolicyValidationErrors: EffectivePolicyValidationErrors
}

structure ListHandshakesForAccountRequest {
    Filter: HandshakeFilter

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListHandshakesForAccountResponse {
    Handshakes: Handshakes

    NextToken: NextToken
}

structure ListHandshakesForOrganizationRequest {
    Filter: HandshakeFilter

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListHandshakesForOrganizationResponse {
    Handshakes: Handshakes

    NextToken: NextToken
}

structure ListInboundResponsibilityTransfersRequest {
    @required
    Type: ResponsibilityTransferType

    Id: ResponsibilityTransferId

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListInboundResponsibilityTransfersResponse {
    ResponsibilityTransfers: ResponsibilityTransfers

    NextToken: NextToken
}

structure ListOrganizationalUnitsForParentRequest {
    @required
    ParentId: ParentId

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListOrganizationalUnitsForParentResponse {
    OrganizationalUnits: OrganizationalUnits

    NextToken: NextToken
}

structure ListOutboundResponsibilityTransfersRequest {
    @required
    Type: ResponsibilityTransferType

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListOutboundResponsibilityTransfersResponse {
    ResponsibilityTransfers: ResponsibilityTransfers

    NextToken: NextToken
}

structure ListParentsRequest {
    @required
    ChildId: ChildId

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListParentsResponse {
    Parents: Parents

    NextToken: NextToken
}

structure ListPoliciesForTargetRequest {
    @required
    TargetId: PolicyTargetId

    @required
    Filter: PolicyType

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListPoliciesForTargetResponse {
    Policies: Policies

    NextToken: NextToken
}

structure ListPoliciesRequest {
    @required
    Filter: PolicyType

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListPoliciesResponse {
    Policies: Policies

    NextToken: NextToken
}

structure ListRootsRequest {
    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListRootsResponse {
    Roots: Roots

    NextToken: NextToken
}

structure ListTagsForResourceRequest {
    @required
    ResourceId: TaggableResourceId

    NextToken: NextToken
}

structure ListTagsForResourceResponse {
    Tags: Tags

    NextToken: NextToken
}

structure ListTargetsForPolicyRequest {
    @required
    PolicyId: PolicyId

    NextToken: NextToken

    MaxResults: MaxResults
}

structure ListTargetsForPolicyResponse {
    Targets: PolicyTargets

    NextToken: NextToken
}

@error("client")
structure MalformedPolicyDocumentException {
    Message: ExceptionMessage
}

@error("client")
structure MasterCannotLeaveOrganizationException {
    Message: ExceptionMessage
}

@range(min: 1, max: 20)
integer MaxResults

structure MoveAccountRequest {
    @required
    AccountId: AccountId

    @required
    SourceParentId: ParentId

    @required
    DestinationParentId: ParentId
}

@length(max: 100000)
@pattern("[\\s\\S]*")
string NextToken

structure Organization {
    Id: OrganizationId

    Arn: OrganizationArn

    FeatureSet: OrganizationFeatureSet

    MasterAccountArn: AccountArn

    MasterAccountId: AccountId

    MasterAccountEmail: Email

    AvailablePolicyTypes: PolicyTypes
}

@pattern("^arn:aws:organizations::\\d{12}:organization\\/o-[a-z0-9]{10,32}")
string OrganizationArn

enum OrganizationFeatureSet {
    ALL
    CONSOLIDATED_BILLING
}

@pattern("^o-[a-z0-9]{10,32}$")
string OrganizationId

@error("client")
structure OrganizationNotEmptyException {
    Message: ExceptionMessage
}

structure OrganizationalUnit {
    Id: OrganizationalUnitId

    Arn: OrganizationalUnitArn

    Name: OrganizationalUnitName

    Path: Path
}

@pattern("^arn:aws:organizations::\\d{12}:ou\\/o-[a-z0-9]{10,32}\\/ou-[0-9a-z]{4,32}-[0-9a-z]{8,32}")
string OrganizationalUnitArn

@length(max: 68)
@pattern("^ou-[0-9a-z]{4,32}-[a-z0-9]{8,32}$")
string OrganizationalUnitId

@length(min: 1, max: 128)
@pattern("[\\s\\S]*")
string OrganizationalUnitName

@error("client")
structure OrganizationalUnitNotEmptyException {
    Message: ExceptionMessage
}

@error("client")
structure OrganizationalUnitNotFoundException {
    Message: ExceptionMessage
}

list OrganizationalUnits {
    member: OrganizationalUnit
}

structure Parent {
    Id: ParentId

    Type: ParentType
}

@length(max: 100)
@pattern("^(r-[0-9a-z]{4,32})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$")
string ParentId

@error("client")
structure ParentNotFoundException {
    Message: ExceptionMessage
}

enum ParentType {
    ROOT
    ORGANIZATIONAL_UNIT
}

list Parents {
    member: Parent
}

@pattern("^(o-[a-z0-9]{10,32}\\/r-[0-9a-z]{4,32}(\\/ou\\-[0-9a-z]{4,32}-[a-z0-9]{8,32})*(\\/\\d{12})*)\\/")
string Path

string PathToError

list Paths {
    member: Path
}

list Policies {
    member: PolicySummary
}

structure Policy {
    PolicySummary: PolicySummary

    Content: PolicyContent
}

@pattern("^(arn:aws:organizations::\\d{12}:policy\\/o-[a-z0-9]{10,32}\\/[0-9a-z_]+\\/p-[0-9a-z]{10,32})|(arn:aws:organizations::aws:policy\\/[0-9a-z_]+\\/p-[0-9a-zA-Z_]{10,128})")
string PolicyArn

@error("client")
structure PolicyChangesInProgressException {
    Message: ExceptionMessage
}

@length(min: 1)
@pattern("[\\s\\S]*")
string PolicyContent

@length(max: 512)
@pattern("[\\s\\S]*")
string PolicyDescription

@length(max: 130)
@pattern("^p-[0-9a-zA-Z_]{8,128}$")
string PolicyId

list PolicyIds {
    member: PolicyId
}

@error("client")
structure PolicyInUseException {
    Message: ExceptionMessage
}

@length(min: 1, max: 128)
@pattern("[\\s\\S]*")
string PolicyName

@error("client")
structure PolicyNotAttachedException {
    Message: ExceptionMessage
}

@error("client")
structure PolicyNotFoundException {
    Message: ExceptionMessage
}

structure PolicySummary {
    Id: PolicyId

    Arn: PolicyArn

    Name: PolicyName

    Description: PolicyDescription

    Type: PolicyType

    AwsManaged: AwsManagedPolicy
}

@length(max: 100)
@pattern("^(r-[0-9a-z]{4,32})|(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})$")
string PolicyTargetId

structure PolicyTargetSummary {
    TargetId: PolicyTargetId

    Arn: GenericArn

    Name: TargetName

    Type: TargetType
}

list PolicyTargets {
    member: PolicyTargetSummary
}

enum PolicyType {
    SERVICE_CONTROL_POLICY
    RESOURCE_CONTROL_POLICY
    TAG_POLICY
    BACKUP_POLICY
    AISERVICES_OPT_OUT_POLICY
    CHATBOT_POLICY
    DECLARATIVE_POLICY_EC2
    SECURITYHUB_POLICY
    INSPECTOR_POLICY
    UPGRADE_ROLLOUT_POLICY
    BEDROCK_POLICY
    S3_POLICY
    NETWORK_SECURITY_DIRECTOR_POLICY
}

@error("client")
structure PolicyTypeAlreadyEnabledException {
    Message: ExceptionMessage
}

@error("client")
structure PolicyTypeNotAvailableForOrganizationException {
    Message: ExceptionMessage
}

@error("client")
structure PolicyTypeNotEnabledException {
    Message: ExceptionMessage
}

enum PolicyTypeStatus {
    ENABLED
    PENDING_ENABLE
    PENDING_DISABLE
}

structure PolicyTypeSummary {
    Type: PolicyType

    Status: PolicyTypeStatus
}

list PolicyTypes {
    member: PolicyTypeSummary
}

structure PutResourcePolicyRequest {
    @required
    Content: ResourcePolicyContent

    Tags: Tags
}

structure PutResourcePolicyResponse {
    ResourcePolicy: ResourcePolicy
}

structure RegisterDelegatedAdministratorRequest {
    @required
    AccountId: AccountId

    @required
    ServicePrincipal: ServicePrincipal
}

structure RemoveAccountFromOrganizationRequest {
    @required
    AccountId: AccountId
}

structure ResourcePolicy {
    ResourcePolicySummary: ResourcePolicySummary

    Content: ResourcePolicyContent
}

@pattern("^arn:[a-z0-9][a-z0-9-.]{0,62}:organizations::\\d{12}:resourcepolicy\\/o-[a-z0-9]{10,32}\\/rp-[0-9a-zA-Z_]{4,128}")
string ResourcePolicyArn

@length(min: 1, max: 40000)
@pattern("[\\s\\S]*")
string ResourcePolicyContent

@length(max: 131)
@pattern("^rp-[0-9a-zA-Z_]{4,128}$")
string ResourcePolicyId

@error("client")
structure ResourcePolicyNotFoundException {
    Message: ExceptionMessage
}

structure ResourcePolicySummary {
    Id: ResourcePolicyId

    Arn: ResourcePolicyArn
}

structure ResponsibilityTransfer {
    Arn: ResponsibilityTransferArn

    Name: ResponsibilityTransferName

    Id: ResponsibilityTransferId

    Type: ResponsibilityTransferType

    Status: ResponsibilityTransferStatus

    Source: TransferParticipant

    Target: TransferParticipant

    StartTimestamp: Timestamp

    EndTimestamp: Timestamp

    ActiveHandshakeId: HandshakeId
}

@error("client")
structure ResponsibilityTransferAlreadyInStatusException {
    Message: ExceptionMessage
}

@pattern("^arn:[a-z0-9][a-z0-9-.]{0,62}:organizations::\\d{12}:transfer\\/o-[a-z0-9]{10,32}\\/(billing)\\/(inbound|outbound)\\/rt-[0-9a-z]{8,32}$")
string ResponsibilityTransferArn

@pattern("^rt-[0-9a-z]{8,32}$")
string ResponsibilityTransferId

@length(min: 1, max: 128)
@pattern("^[ -~]+$")
@sensitive
string ResponsibilityTransferName

@error("client")
structure ResponsibilityTransferNotFoundException {
    Message: ExceptionMessage
}

enum ResponsibilityTransferStatus {
    REQUESTED
    DECLINED
    CANCELED
    EXPIRED
    ACCEPTED
    WITHDRAWN
}

enum ResponsibilityTransferType {
    BILLING
}

list ResponsibilityTransfers {
    member: ResponsibilityTransfer
}

@length(max: 64)
@pattern("[\\w+=,.@-]{1,64}")
string RoleName

structure Root {
    Id: RootId

    Arn: RootArn

    Name: RootName

    PolicyTypes: PolicyTypes
}

@pattern("^arn:aws:organizations::\\d{12}:root\\/o-[a-z0-9]{10,32}\\/r-[0-9a-z]{4,32}")
string RootArn

@length(max: 34)
@pattern("^r-[0-9a-z]{4,32}$")
string RootId

@length(min: 1, max: 128)
string RootName

@error("client")
structure RootNotFoundException {
    Message: ExceptionMessage
}

list Roots {
    member: Root
}

@error("server")
structure ServiceException {
    Message: ExceptionMessage
}

@length(min: 1, max: 128)
@pattern("[\\w+=,.@-]*")
string ServicePrincipal

@error("client")
structure SourceParentNotFoundException {
    Message: ExceptionMessage
}

structure Tag {
    @required
    Key: TagKey

    @required
    Value: TagValue
}

@length(min: 1, max: 128)
@pattern("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$")
string TagKey

list TagKeys {
    member: TagKey
}

structure TagResourceRequest {
    @required
    ResourceId: TaggableResourceId

    @required
    Tags: Tags
}

@length(min: 0, max: 256)
@pattern("^([\\p{L}\\p{Z}\\p{N}_.:/=+\\-@]*)$")
string TagValue

@length(max: 130)
@pattern("^(r-[0-9a-z]{4,32})|(\\d{12})|(ou-[0-9a-z]{4,32}-[a-z0-9]{8,32})|(^p-[0-9a-zA-Z_]{8,128})|(^rp-[0-9a-zA-Z_]{4,128})|(^rt-[0-9a-zA-Z_]{8,32})$")
string TaggableResourceId

list Tags {
    member: Tag
}

@length(min: 1, max: 128)
string TargetName

@error("client")
structure TargetNotFoundException {
    Message: ExceptionMessage
}

enum TargetType {
    ACCOUNT
    ORGANIZATIONAL_UNIT
    ROOT
}

structure TerminateResponsibilityTransferRequest {
    @required
    Id: ResponsibilityTransferId

    EndTimestamp: Timestamp
}

structure TerminateResponsibilityTransferResponse {
    ResponsibilityTransfer: ResponsibilityTransfer
}

timestamp Timestamp

@error("client")
structure TooManyRequestsException {
    Type: ExceptionType

    Message: ExceptionMessage
}

structure TransferParticipant {
    ManagementAccountId: AccountId

    ManagementAccountEmail: Email
}

@error("client")
structure UnsupportedAPIEndpointException {
    Message: ExceptionMessage
}

structure UntagResourceRequest {
    @required
    ResourceId: TaggableResourceId

    @required
    TagKeys: TagKeys
}

structure UpdateOrganizationalUnitRequest {
    @required
    OrganizationalUnitId: OrganizationalUnitId

    Name: OrganizationalUnitName
}

structure UpdateOrganizationalUnitResponse {
    OrganizationalUnit: OrganizationalUnit
}

structure UpdatePolicyRequest {
    @required
    PolicyId: PolicyId

    Name: PolicyName

    Description: PolicyDescription

    Content: PolicyContent
}

structure UpdatePolicyResponse {
    Policy: Policy
}

structure UpdateResponsibilityTransferRequest {
    @required
    Id: ResponsibilityTransferId

    @required
    Name: ResponsibilityTransferName
}

structure UpdateResponsibilityTransferResponse {
    ResponsibilityTransfer: ResponsibilityTransfer
}

