$version: "2"

namespace com.amazonaws.accessanalyzer

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

@service(sdkId: "AccessAnalyzer", endpointPrefix: "access-analyzer")
@sigv4(name: "access-analyzer")
@restJson1
service AccessAnalyzer {
    version: "2019-11-01"
    operations: [
        ApplyArchiveRule
        CancelPolicyGeneration
        CheckAccessNotGranted
        CheckNoNewAccess
        CheckNoPublicAccess
        CreateAccessPreview
        CreateAnalyzer
        CreateArchiveRule
        CreateServiceLinkedAnalyzer
        DeleteAnalyzer
        DeleteArchiveRule
        DeleteServiceLinkedAnalyzer
        GenerateFindingRecommendation
        GetAccessPreview
        GetAnalyzedResource
        GetAnalyzer
        GetArchiveRule
        GetFinding
        GetFindingRecommendation
        GetFindingV2
        GetFindingsStatistics
        GetGeneratedPolicy
        ListAccessPreviewFindings
        ListAccessPreviews
        ListAnalyzedResources
        ListAnalyzers
        ListArchiveRules
        ListFindings
        ListFindingsV2
        ListPolicyGenerations
        ListTagsForResource
        StartPolicyGeneration
        StartResourceScan
        TagResource
        UntagResource
        UpdateAnalyzer
        UpdateArchiveRule
        UpdateFindings
        ValidatePolicy
    ]
}

@http(method: "PUT", uri: "/archive-rule", code: 200)
@idempotent
operation ApplyArchiveRule {
    input: ApplyArchiveRuleRequest
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "PUT", uri: "/policy/generation/{jobId}", code: 200)
@idempotent
operation CancelPolicyGeneration {
    input: CancelPolicyGenerationRequest
    output: CancelPolicyGenerationResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "POST", uri: "/policy/check-access-not-granted", code: 200)
@readonly
operation CheckAccessNotGranted {
    input: CheckAccessNotGrantedRequest
    output: CheckAccessNotGrantedResponse
    errors: [
        AccessDeniedException
        InternalServerException
        InvalidParameterException
        ThrottlingException
        UnprocessableEntityException
        ValidationException
    ]
}

@http(method: "POST", uri: "/policy/check-no-new-access", code: 200)
@readonly
operation CheckNoNewAccess {
    input: CheckNoNewAccessRequest
    output: CheckNoNewAccessResponse
    errors: [
        AccessDeniedException
        InternalServerException
        InvalidParameterException
        ThrottlingException
        UnprocessableEntityException
        ValidationException
    ]
}

@http(method: "POST", uri: "/policy/check-no-public-access", code: 200)
@readonly
operation CheckNoPublicAccess {
    input: CheckNoPublicAccessRequest
    output: CheckNoPublicAccessResponse
    errors: [
        AccessDeniedException
        InternalServerException
        InvalidParameterException
        ThrottlingException
        UnprocessableEntityException
        ValidationException
    ]
}

@http(method: "PUT", uri: "/access-preview", code: 200)
@idempotent
operation CreateAccessPreview {
    input: CreateAccessPreviewRequest
    output: CreateAccessPreviewResponse
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

@http(method: "PUT", uri: "/analyzer", code: 200)
@idempotent
operation CreateAnalyzer {
    input: CreateAnalyzerRequest
    output: CreateAnalyzerResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ServiceQuotaExceededException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "PUT", uri: "/analyzer/{analyzerName}/archive-rule", code: 200)
@idempotent
operation CreateArchiveRule {
    input: CreateArchiveRuleRequest
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

@http(method: "PUT", uri: "/service-linked-analyzer", code: 200)
@idempotent
operation CreateServiceLinkedAnalyzer {
    input: CreateServiceLinkedAnalyzerRequest
    output: CreateServiceLinkedAnalyzerResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ServiceQuotaExceededException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "DELETE", uri: "/analyzer/{analyzerName}", code: 200)
@idempotent
operation DeleteAnalyzer {
    input: DeleteAnalyzerRequest
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "DELETE", uri: "/analyzer/{analyzerName}/archive-rule/{ruleName}", code: 200)
@idempotent
operation DeleteArchiveRule {
    input: DeleteArchiveRuleRequest
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "DELETE", uri: "/service-linked-analyzer/{analyzerName}", code: 200)
@idempotent
operation DeleteServiceLinkedAnalyzer {
    input: DeleteServiceLinkedAnalyzerRequest
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "POST", uri: "/recommendation/{id}", code: 200)
operation GenerateFindingRecommendation {
    input: GenerateFindingRecommendationRequest
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "GET", uri: "/access-preview/{accessPreviewId}", code: 200)
@readonly
operation GetAccessPreview {
    input: GetAccessPreviewRequest
    output: GetAccessPreviewResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "GET", uri: "/analyzed-resource", code: 200)
@readonly
operation GetAnalyzedResource {
    input: GetAnalyzedResourceRequest
    output: GetAnalyzedResourceResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "GET", uri: "/analyzer/{analyzerName}", code: 200)
@readonly
operation GetAnalyzer {
    input: GetAnalyzerRequest
    output: GetAnalyzerResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "GET", uri: "/analyzer/{analyzerName}/archive-rule/{ruleName}", code: 200)
@readonly
operation GetArchiveRule {
    input: GetArchiveRuleRequest
    output: GetArchiveRuleResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "GET", uri: "/finding/{id}", code: 200)
@readonly
operation GetFinding {
    input: GetFindingRequest
    output: GetFindingResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "GET", uri: "/recommendation/{id}", code: 200)
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "recommendedSteps", pageSize: "maxResults")
operation GetFindingRecommendation {
    input: GetFindingRecommendationRequest
    output: GetFindingRecommendationResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "GET", uri: "/findingv2/{id}", code: 200)
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "findingDetails", pageSize: "maxResults")
operation GetFindingV2 {
    input: GetFindingV2Request
    output: GetFindingV2Response
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "POST", uri: "/analyzer/findings/statistics", code: 200)
@readonly
operation GetFindingsStatistics {
    input: GetFindingsStatisticsRequest
    output: GetFindingsStatisticsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "GET", uri: "/policy/generation/{jobId}", code: 200)
@readonly
operation GetGeneratedPolicy {
    input: GetGeneratedPolicyRequest
    output: GetGeneratedPolicyResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "POST", uri: "/access-preview/{accessPreviewId}", code: 200)
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "findings", pageSize: "maxResults")
operation ListAccessPreviewFindings {
    input: ListAccessPreviewFindingsRequest
    output: ListAccessPreviewFindingsResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "GET", uri: "/access-preview", code: 200)
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "accessPreviews", pageSize: "maxResults")
operation ListAccessPreviews {
    input: ListAccessPreviewsRequest
    output: ListAccessPreviewsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "POST", uri: "/analyzed-resource", code: 200)
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "analyzedResources", pageSize: "maxResults")
operation ListAnalyzedResources {
    input: ListAnalyzedResourcesRequest
    output: ListAnalyzedResourcesResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "GET", uri: "/analyzer", code: 200)
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "analyzers", pageSize: "maxResults")
operation ListAnalyzers {
    input: ListAnalyzersRequest
    output: ListAnalyzersResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "GET", uri: "/analyzer/{analyzerName}/archive-rule", code: 200)
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "archiveRules", pageSize: "maxResults")
operation ListArchiveRules {
    input: ListArchiveRulesRequest
    output: ListArchiveRulesResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "POST", uri: "/finding", code: 200)
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "findings", pageSize: "maxResults")
operation ListFindings {
    input: ListFindingsRequest
    output: ListFindingsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "POST", uri: "/findingv2", code: 200)
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "findings", pageSize: "maxResults")
operation ListFindingsV2 {
    input: ListFindingsV2Request
    output: ListFindingsV2Response
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "GET", uri: "/policy/generation", code: 200)
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "policyGenerations", pageSize: "maxResults")
operation ListPolicyGenerations {
    input: ListPolicyGenerationsRequest
    output: ListPolicyGenerationsResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "GET", uri: "/tags/{resourceArn}", code: 200)
@readonly
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

@http(method: "PUT", uri: "/policy/generation", code: 200)
@idempotent
operation StartPolicyGeneration {
    input: StartPolicyGenerationRequest
    output: StartPolicyGenerationResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ServiceQuotaExceededException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "POST", uri: "/resource/scan", code: 200)
operation StartResourceScan {
    input: StartResourceScanRequest
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "POST", uri: "/tags/{resourceArn}", code: 200)
@idempotent
operation TagResource {
    input: TagResourceRequest
    output: TagResourceResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "DELETE", uri: "/tags/{resourceArn}", code: 200)
@idempotent
operation UntagResource {
    input: UntagResourceRequest
    output: UntagResourceResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "PUT", uri: "/analyzer/{analyzerName}", code: 200)
@idempotent
operation UpdateAnalyzer {
    input: UpdateAnalyzerRequest
    output: UpdateAnalyzerResponse
    errors: [
        AccessDeniedException
        ConflictException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "PUT", uri: "/analyzer/{analyzerName}/archive-rule/{ruleName}", code: 200)
@idempotent
operation UpdateArchiveRule {
    input: UpdateArchiveRuleRequest
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "PUT", uri: "/finding", code: 200)
@idempotent
operation UpdateFindings {
    input: UpdateFindingsRequest
    errors: [
        AccessDeniedException
        InternalServerException
        ResourceNotFoundException
        ThrottlingException
        ValidationException
    ]
}

@http(method: "POST", uri: "/policy/validation", code: 200)
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "findings", pageSize: "maxResults")
operation ValidatePolicy {
    input: ValidatePolicyRequest
    output: ValidatePolicyResponse
    errors: [
        AccessDeniedException
        InternalServerException
        ThrottlingException
        ValidationException
    ]
}

structure Access {
    actions: AccessActionsList

    resources: AccessResourcesList
}

@length(min: 0, max: 100)
list AccessActionsList {
    member: Action
}

@sensitive
string AccessCheckPolicyDocument

enum AccessCheckPolicyType {
    IDENTITY_POLICY
    RESOURCE_POLICY
}

enum AccessCheckResourceType {
    AWS__DynamoDB__Table = "AWS::DynamoDB::Table"
    AWS__DynamoDB__Stream = "AWS::DynamoDB::Stream"
    AWS__EFS__FileSystem = "AWS::EFS::FileSystem"
    AWS__OpenSearchService__Domain = "AWS::OpenSearchService::Domain"
    AWS__Kinesis__Stream = "AWS::Kinesis::Stream"
    AWS__Kinesis__StreamConsumer = "AWS::Kinesis::StreamConsumer"
    AWS__KMS__Key = "AWS::KMS::Key"
    AWS__Lambda__Function = "AWS::Lambda::Function"
    AWS__S3__Bucket = "AWS::S3::Bucket"
    AWS__S3__AccessPoint = "AWS::S3::AccessPoint"
    AWS__S3Express__DirectoryBucket = "AWS::S3Express::DirectoryBucket"
    AWS__S3__Glacier = "AWS::S3::Glacier"
    AWS__S3Outposts__Bucket = "AWS::S3Outposts::Bucket"
    AWS__S3Outposts__AccessPoint = "AWS::S3Outposts::AccessPoint"
    AWS__SecretsManager__Secret = "AWS::SecretsManager::Secret"
    AWS__SNS__Topic = "AWS::SNS::Topic"
    AWS__SQS__Queue = "AWS::SQS::Queue"
    AWS__IAM__AssumeRolePolicyDocument = "AWS::IAM::AssumeRolePolicyDocument"
    AWS__S3Tables__TableBucket = "AWS::S3Tables::TableBucket"
    AWS__ApiGateway__RestApi = "AWS::ApiGateway::RestApi"
    AWS__CodeArtifact__Domain = "AWS::CodeArtifact::Domain"
    AWS__Backup__BackupVault = "AWS::Backup::BackupVault"
    AWS__CloudTrail__Dashboard = "AWS::CloudTrail::Dashboard"
    AWS__CloudTrail__EventDataStore = "AWS::CloudTrail::EventDataStore"
    AWS__S3Tables__Table = "AWS::S3Tables::Table"
    AWS__S3Express__AccessPoint = "AWS::S3Express::AccessPoint"
}

@error("client")
@httpError(403)
structure AccessDeniedException {
    @required
    message: String
}

@pattern("arn:[^:]*:s3:[^:]*:[^:]*:accesspoint/.*")
string AccessPointArn

string AccessPointPolicy

structure AccessPreview {
    @required
    id: AccessPreviewId

    @required
    analyzerArn: AnalyzerArn

    @required
    configurations: ConfigurationsMap

    @required
    createdAt: Timestamp

    @required
    status: AccessPreviewStatus

    statusReason: AccessPreviewStatusReason
}

structure AccessPreviewFinding {
    @required
    id: AccessPreviewFindingId

    existingFindingId: FindingId

    existingFindingStatus: FindingStatus

    principal: PrincipalMap

    action: ActionList

    condition: ConditionKeyMap

    resource: String

    isPublic: Boolean

    @required
    resourceType: ResourceType

    @required
    createdAt: Timestamp

    @required
    changeType: FindingChangeType

    @required
    status: FindingStatus

    @required
    resourceOwnerAccount: String

    error: String

    sources: FindingSourceList

    resourceControlPolicyRestriction: ResourceControlPolicyRestriction
}

string AccessPreviewFindingId

list AccessPreviewFindingsList {
    member: AccessPreviewFinding
}

@pattern("[a-f0-9]{8}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{4}-[a-f0-9]{12}")
string AccessPreviewId

enum AccessPreviewStatus {
    COMPLETED
    CREATING
    FAILED
}

structure AccessPreviewStatusReason {
    @required
    code: AccessPreviewStatusReasonCode
}

enum AccessPreviewStatusReasonCode {
    INTERNAL_ERROR
    INVALID_CONFIGURATION
}

structure AccessPreviewSummary {
    @required
    id: AccessPreviewId

    @required
    analyzerArn: AnalyzerArn

    @required
    createdAt: Timestamp

    @required
    status: AccessPreviewStatus

    statusReason: AccessPreviewStatusReason
}

list AccessPreviewsList {
    member: AccessPreviewSummary
}

@length(min: 0, max: 100)
list AccessResourcesList {
    member: Resource
}

@length(min: 1, max: 10)
list AccountAggregations {
    member: FindingAggregationAccountDetails
}

list AccountIdsList {
    member: String
}

string AclCanonicalId

union AclGrantee {
    id: AclCanonicalId

    uri: AclUri
}

enum AclPermission {
    READ
    WRITE
    READ_ACP
    WRITE_ACP
    FULL_CONTROL
}

string AclUri

string Action

list ActionList {
    member: String
}

structure AnalysisRule {
    exclusions: AnalysisRuleCriteriaList
}

structure AnalysisRuleCriteria {
    accountIds: AccountIdsList

    resourceTags: TagsList
}

list AnalysisRuleCriteriaList {
    member: AnalysisRuleCriteria
}

structure AnalyzedResource {
    @required
    resourceArn: ResourceArn

    @required
    resourceType: ResourceType

    @required
    createdAt: Timestamp

    @required
    analyzedAt: Timestamp

    @required
    updatedAt: Timestamp

    @required
    isPublic: Boolean

    actions: ActionList

    sharedVia: SharedViaList

    status: FindingStatus

    @required
    resourceOwnerAccount: String

    error: String
}

structure AnalyzedResourceSummary {
    @required
    resourceArn: ResourceArn

    @required
    resourceOwnerAccount: String

    @required
    resourceType: ResourceType
}

list AnalyzedResourcesList {
    member: AnalyzedResourceSummary
}

@pattern("[^:]*:[^:]*:[^:]*:[^:]*:[^:]*:analyzer/.{1,255}")
string AnalyzerArn

union AnalyzerConfiguration {
    unusedAccess: UnusedAccessConfiguration

    internalAccess: InternalAccessConfiguration
}

@length(min: 1, max: 255)
@pattern("[A-Za-z_][A-Za-z0-9_.-]*")
string AnalyzerName

enum AnalyzerStatus {
    ACTIVE
    CREATING
    DISABLED
    FAILED
}

structure AnalyzerSummary {
    @required
    arn: AnalyzerArn

    @required
    name: AnalyzerName

    @required
    type: Type

    @required
    createdAt: Timestamp

    lastResourceAnalyzed: String

    lastResourceAnalyzedAt: Timestamp

    tags: TagsMap

    @required
    status: AnalyzerStatus

    statusReason: StatusReason

    configuration: AnalyzerConfiguration

    managedBy: String
}

list AnalyzersList {
    member: AnalyzerSummary
}

structure ApplyArchiveRuleRequest {
    @required
    analyzerArn: AnalyzerArn

    @required
    ruleName: Name

    @idempotencyToken
    clientToken: String
}

structure ArchiveRuleSummary {
    @required
    ruleName: Name

    @required
    filter: FilterCriteriaMap

    @required
    createdAt: Timestamp

    @required
    updatedAt: Timestamp
}

list ArchiveRulesList {
    member: ArchiveRuleSummary
}

boolean Boolean

structure CancelPolicyGenerationRequest {
    @required
    @httpLabel
    jobId: JobId
}

structure CancelPolicyGenerationResponse {
}

structure CheckAccessNotGrantedRequest {
    @required
    policyDocument: AccessCheckPolicyDocument

    @required
    access: CheckAccessNotGrantedRequestAccessList

    @required
    policyType: AccessCheckPolicyType
}

@length(min: 0, max: 1)
list CheckAccessNotGrantedRequestAccessList {
    member: Access
}

structure CheckAccessNotGrantedResponse {
    result: CheckAccessNotGrantedResult

    message: String

    reasons: ReasonSummaryList
}

enum CheckAccessNotGrantedResult {
    PASS
    FAIL
}

structure CheckNoNewAccessRequest {
    @required
    newPolicyDocument: AccessCheckPolicyDocument

    @required
    existingPolicyDocument: AccessCheckPolicyDocument

    @required
    policyType: AccessCheckPolicyType
}

structure CheckNoNewAccessResponse {
    result: CheckNoNewAccessResult

    message: String

    reasons: ReasonSummaryList
}

enum CheckNoNewAccessResult {
    PASS
    FAIL
}

structure CheckNoPublicAccessRequest {
    @required
    policyDocument: AccessCheckPolicyDocument

    @required
    resourceType: AccessCheckResourceType
}

structure CheckNoPublicAccessResponse {
    result: CheckNoPublicAccessResult

    message: String

    reasons: ReasonSummaryList
}

enum CheckNoPublicAccessResult {
    PASS
    FAIL
}

@pattern("arn:[^:]*:cloudtrail:[^:]*:[^:]*:trail/.{1,576}")
string CloudTrailArn

structure CloudTrailDetails {
    @required
    trails: TrailList

    @required
    accessRole: RoleArn

    @required
    startTime: Timestamp

    endTime: Timestamp
}

structure CloudTrailProperties {
    @required
    trailProperties: TrailPropertiesList

    @required
    startTime: Timestamp

    @required
    endTime: Timestamp
}

map ConditionKeyMap {
    key: String
    value: String
}

union Configuration {
    ebsSnapshot: EbsSnapshotConfiguration

    ecrRepository: EcrRepositoryConfiguration

    iamRole: IamRoleConfiguration

    efsFileSystem: EfsFileSystemConfiguration

    kmsKey: KmsKeyConfiguration

    rdsDbClusterSnapshot: RdsDbClusterSnapshotConfiguration

    rdsDbSnapshot: RdsDbSnapshotConfiguration

    secretsManagerSecret: SecretsManagerSecretConfiguration

    s3Bucket: S3BucketConfiguration

    snsTopic: SnsTopicConfiguration

    sqsQueue: SqsQueueConfiguration

    s3ExpressDirectoryBucket: S3ExpressDirectoryBucketConfiguration

    dynamodbStream: DynamodbStreamConfiguration

    dynamodbTable: DynamodbTableConfiguration
}

map ConfigurationsMap {
    key: ConfigurationsMapKey
    value: Configuration
}

string ConfigurationsMapKey

@error("client")
@httpError(409)
structure ConflictException {
    @required
    message: String

    @required
    resourceId: String

    @required
    resourceType: String
}

structure CreateAccessPreviewRequest {
    @required
    analyzerArn: AnalyzerArn

    @required
    configurations: ConfigurationsMap

    @idempotencyToken
    clientToken: String
}

structure CreateAccessPreviewResponse {
    @required
    id: AccessPreviewId
}

structure CreateAnalyzerRequest {
    @required
    analyzerName: AnalyzerName

    @required
    type: Type

    archiveRules: InlineArchiveRulesList

    tags: TagsMap

    @idempotencyToken
    clientToken: String

    configuration: AnalyzerConfiguration
}

structure CreateAnalyzerResponse {
    arn: AnalyzerArn
}

structure CreateArchiveRuleRequest {
    @required
    @httpLabel
    analyzerName: AnalyzerName

    @required
    ruleName: Name

    @required
    filter: FilterCriteriaMap

    @idempotencyToken
    clientToken: String
}

structure CreateServiceLinkedAnalyzerRequest {
    @required
    type: Type

    archiveRules: InlineArchiveRulesList

    @idempotencyToken
    clientToken: String

    configuration: AnalyzerConfiguration
}

structure CreateServiceLinkedAnalyzerResponse {
    arn: AnalyzerArn
}

structure Criterion {
    eq: ValueList

    neq: ValueList

    contains: ValueList

    exists: Boolean
}

structure DeleteAnalyzerRequest {
    @required
    @httpLabel
    analyzerName: AnalyzerName

    @httpQuery("clientToken")
    @idempotencyToken
    clientToken: String
}

structure DeleteArchiveRuleRequest {
    @required
    @httpLabel
    analyzerName: AnalyzerName

    @required
    @httpLabel
    ruleName: Name

    @httpQuery("clientToken")
    @idempotencyToken
    clientToken: String
}

structure DeleteServiceLinkedAnalyzerRequest {
    @required
    @httpLabel
    analyzerName: AnalyzerName

    @httpQuery("clientToken")
    @idempotencyToken
    clientToken: String
}

structure DynamodbStreamConfiguration {
    streamPolicy: DynamodbStreamPolicy
}

string DynamodbStreamPolicy

structure DynamodbTableConfiguration {
    tablePolicy: DynamodbTablePolicy
}

string DynamodbTablePolicy

string EbsGroup

list EbsGroupList {
    member: EbsGroup
}

structure EbsSnapshotConfiguration {
    userIds: EbsUserIdList

    groups: EbsGroupList

    kmsKeyId: EbsSnapshotDataEncryptionKeyId
}

string EbsSnapshotDataEncryptionKeyId

string EbsUserId

list EbsUserIdList {
    member: EbsUserId
}

structure EcrRepositoryConfiguration {
    repositoryPolicy: EcrRepositoryPolicy
}

string EcrRepositoryPolicy

structure EfsFileSystemConfiguration {
    fileSystemPolicy: EfsFileSystemPolicy
}

string EfsFileSystemPolicy

structure ExternalAccessDetails {
    action: ActionList

    @required
    condition: ConditionKeyMap

    isPublic: Boolean

    principal: PrincipalMap

    sources: FindingSourceList

    resourceControlPolicyRestriction: ResourceControlPolicyRestriction
}

structure ExternalAccessFindingsStatistics {
    resourceTypeStatistics: ResourceTypeStatisticsMap

    totalActiveFindings: Integer

    totalArchivedFindings: Integer

    totalResolvedFindings: Integer
}

map FilterCriteriaMap {
    key: String
    value: Criterion
}

structure Finding {
    @required
    id: FindingId

    principal: PrincipalMap

    action: ActionList

    resource: String

    isPublic: Boolean

    @required
    resourceType: ResourceType

    @required
    condition: ConditionKeyMap

    @required
    createdAt: Timestamp

    @required
    analyzedAt: Timestamp

    @required
    updatedAt: Timestamp

    @required
    status: FindingStatus

    @required
    resourceOwnerAccount: String

    error: String

    sources: FindingSourceList

    resourceControlPolicyRestriction: ResourceControlPolicyRestriction
}

structure FindingAggregationAccountDetails {
    account: String

    numberOfActiveFindings: Integer

    details: FindingAggregationAccountDetailsMap
}

map FindingAggregationAccountDetailsMap {
    key: String
    value: Integer
}

enum FindingChangeType {
    CHANGED
    NEW
    UNCHANGED
}

union FindingDetails {
    internalAccessDetails: InternalAccessDetails

    externalAccessDetails: ExternalAccessDetails

    unusedPermissionDetails: UnusedPermissionDetails

    unusedIamUserAccessKeyDetails: UnusedIamUserAccessKeyDetails

    unusedIamRoleDetails: UnusedIamRoleDetails

    unusedIamUserPasswordDetails: UnusedIamUserPasswordDetails
}

list FindingDetailsList {
    member: FindingDetails
}

string FindingId

list FindingIdList {
    member: FindingId
}

structure FindingSource {
    @required
    type: FindingSourceType

    detail: FindingSourceDetail
}

structure FindingSourceDetail {
    accessPointArn: String

    accessPointAccount: String
}

list FindingSourceList {
    member: FindingSource
}

enum FindingSourceType {
    POLICY
    BUCKET_ACL
    S3_ACCESS_POINT
    S3_ACCESS_POINT_ACCOUNT
}

enum FindingStatus {
    ACTIVE
    ARCHIVED
    RESOLVED
}

enum FindingStatusUpdate {
    ACTIVE
    ARCHIVED
}

structure FindingSummary {
    @required
    id: FindingId

    principal: PrincipalMap

    action: ActionList

    resource: String

    isPublic: Boolean

    @required
    resourceType: ResourceType

    @required
    condition: ConditionKeyMap

    @required
    createdAt: Timestamp

    @required
    analyzedAt: Timestamp

    @required
    updatedAt: Timestamp

    @required
    status: FindingStatus

    @required
    resourceOwnerAccount: String

    error: String

    sources: FindingSourceList

    resourceControlPolicyRestriction: ResourceControlPolicyRestriction
}

structure FindingSummaryV2 {
    @required
    analyzedAt: Timestamp

    @required
    createdAt: Timestamp

    error: String

    @required
    id: FindingId

    resource: String

    @required
    resourceType: ResourceType

    @required
    resourceOwnerAccount: String

    @required
    status: FindingStatus

    @required
    updatedAt: Timestamp

    findingType: FindingType
}

enum FindingType {
    ExternalAccess
    UnusedIAMRole
    UnusedIAMUserAccessKey
    UnusedIAMUserPassword
    UnusedPermission
    InternalAccess
}

list FindingsList {
    member: FindingSummary
}

list FindingsListV2 {
    member: FindingSummaryV2
}

union FindingsStatistics {
    externalAccessFindingsStatistics: ExternalAccessFindingsStatistics

    internalAccessFindingsStatistics: InternalAccessFindingsStatistics

    unusedAccessFindingsStatistics: UnusedAccessFindingsStatistics
}

list FindingsStatisticsList {
    member: FindingsStatistics
}

structure GenerateFindingRecommendationRequest {
    @required
    @httpQuery("analyzerArn")
    analyzerArn: AnalyzerArn

    @required
    @httpLabel
    id: GenerateFindingRecommendationRequestIdString
}

@length(min: 1, max: 2048)
string GenerateFindingRecommendationRequestIdString

structure GeneratedPolicy {
    @required
    policy: String
}

list GeneratedPolicyList {
    member: GeneratedPolicy
}

structure GeneratedPolicyProperties {
    isComplete: Boolean

    @required
    principalArn: PrincipalArn

    cloudTrailProperties: CloudTrailProperties
}

structure GeneratedPolicyResult {
    @required
    properties: GeneratedPolicyProperties

    generatedPolicies: GeneratedPolicyList
}

structure GetAccessPreviewRequest {
    @required
    @httpLabel
    accessPreviewId: AccessPreviewId

    @required
    @httpQuery("analyzerArn")
    analyzerArn: AnalyzerArn
}

structure GetAccessPreviewResponse {
    @required
    accessPreview: AccessPreview
}

structure GetAnalyzedResourceRequest {
    @required
    @httpQuery("analyzerArn")
    analyzerArn: AnalyzerArn

    @required
    @httpQuery("resourceArn")
    resourceArn: ResourceArn
}

structure GetAnalyzedResourceResponse {
    resource: AnalyzedResource
}

structure GetAnalyzerRequest {
    @required
    @httpLabel
    analyzerName: AnalyzerName
}

structure GetAnalyzerResponse {
    @required
    analyzer: AnalyzerSummary
}

structure GetArchiveRuleRequest {
    @required
    @httpLabel
    analyzerName: AnalyzerName

    @required
    @httpLabel
    ruleName: Name
}

structure GetArchiveRuleResponse {
    @required
    archiveRule: ArchiveRuleSummary
}

structure GetFindingRecommendationRequest {
    @required
    @httpQuery("analyzerArn")
    analyzerArn: AnalyzerArn

    @required
    @httpLabel
    id: GetFindingRecommendationRequestIdString

    @httpQuery("maxResults")
    maxResults: GetFindingRecommendationRequestMaxResultsInteger

    @httpQuery("nextToken")
    nextToken: Token
}

@length(min: 1, max: 2048)
string GetFindingRecommendationRequestIdString

@range(min: 1, max: 1000)
integer GetFindingRecommendationRequestMaxResultsInteger

structure GetFindingRecommendationResponse {
    @required
    startedAt: Timestamp

    completedAt: Timestamp

    nextToken: Token

    error: RecommendationError

    @required
    resourceArn: ResourceArn

    recommendedSteps: RecommendedStepList

    @required
    recommendationType: RecommendationType

    @required
    status: Status
}

structure GetFindingRequest {
    @required
    @httpQuery("analyzerArn")
    analyzerArn: AnalyzerArn

    @required
    @httpLabel
    id: FindingId
}

structure GetFindingResponse {
    finding: Finding
}

structure GetFindingV2Request {
    @required
    @httpQuery("analyzerArn")
    analyzerArn: AnalyzerArn

    @required
    @httpLabel
    id: FindingId

    @httpQuery("maxResults")
    maxResults: Integer

    @httpQuery("nextToken")
    nextToken: Token
}

structure GetFindingV2Response {
    @required
    analyzedAt: Timestamp

    @required
    createdAt: Timestamp

    error: String

    @required
    id: FindingId

    nextToken: Token

    resource: String

    @required
    resourceType: ResourceType

    @required
    resourceOwnerAccount: String

    @required
    status: FindingStatus

    @required
    updatedAt: Timestamp

    @required
    findingDetails: FindingDetailsList

    findingType: FindingType
}

structure GetFindingsStatisticsRequest {
    @required
    analyzerArn: AnalyzerArn
}

structure GetFindingsStatisticsResponse {
    findingsStatistics: FindingsStatisticsList

    lastUpdatedAt: Timestamp
}

structure GetGeneratedPolicyRequest {
    @required
    @httpLabel
    jobId: JobId

    @httpQuery("includeResourcePlaceholders")
    includeResourcePlaceholders: Boolean

    @httpQuery("includeServiceLevelTemplate")
    includeServiceLevelTemplate: Boolean
}

structure GetGeneratedPolicyResponse {
    @required
    jobDetails: JobDetails

    @required
    generatedPolicyResult: GeneratedPolicyResult
}

string GranteePrincipal

structure IamRoleConfiguration {
    trustPolicy: IamTrustPolicy
}

string IamTrustPolicy

structure InlineArchiveRule {
    @required
    ruleName: Name

    @required
    filter: FilterCriteriaMap
}

list InlineArchiveRulesList {
    member: InlineArchiveRule
}

integer Integer

structure InternalAccessAnalysisRule {
    inclusions: InternalAccessAnalysisRuleCriteriaList
}

structure InternalAccessAnalysisRuleCriteria {
    accountIds: AccountIdsList

    resourceTypes: ResourceTypeList

    resourceArns: ResourceArnsList
}

list InternalAccessAnalysisRuleCriteriaList {
    member: InternalAccessAnalysisRuleCriteria
}

structure InternalAccessConfiguration {
    analysisRule: InternalAccessAnalysisRule
}

structure InternalAccessDetails {
    action: ActionList

    condition: ConditionKeyMap

    principal: PrincipalMap

    principalOwnerAccount: String

    accessType: InternalAccessType

    principalType: PrincipalType

    sources: FindingSourceList

    resourceControlPolicyRestriction: ResourceControlPolicyRestriction

    serviceControlPolicyRestriction: ServiceControlPolicyRestriction
}

structure InternalAccessFindingsStatistics {
    resourceTypeStatistics: InternalAccessResourceTypeStatisticsMap

    totalActiveFindings: Integer

    totalArchivedFindings: Integer

    totalResolvedFindings: Integer
}

structure InternalAccessResourceTypeDetails {
    totalActiveFindings: Integer

    totalResolvedFindings: Integer

    totalArchivedFindings: Integer
}

map InternalAccessResourceTypeStatisticsMap {
    key: ResourceType
    value: InternalAccessResourceTypeDetails
}

enum InternalAccessType {
    INTRA_ACCOUNT
    INTRA_ORG
}

@error("server")
@httpError(500)
structure InternalServerException {
    @required
    message: String

    @httpHeader("Retry-After")
    retryAfterSeconds: Integer
}

structure InternetConfiguration {
}

@error("client")
@httpError(400)
structure InvalidParameterException {
    @required
    message: String
}

string IssueCode

string IssuingAccount

structure JobDetails {
    @required
    jobId: JobId

    @required
    status: JobStatus

    @required
    startedOn: Timestamp

    completedOn: Timestamp

    jobError: JobError
}

structure JobError {
    @required
    code: JobErrorCode

    @required
    message: String
}

enum JobErrorCode {
    AUTHORIZATION_ERROR
    RESOURCE_NOT_FOUND_ERROR
    SERVICE_QUOTA_EXCEEDED_ERROR
    SERVICE_ERROR
}

string JobId

enum JobStatus {
    IN_PROGRESS
    SUCCEEDED
    FAILED
    CANCELED
}

string KmsConstraintsKey

map KmsConstraintsMap {
    key: KmsConstraintsKey
    value: KmsConstraintsValue
}

string KmsConstraintsValue

structure KmsGrantConfiguration {
    @required
    operations: KmsGrantOperationsList

    @required
    granteePrincipal: GranteePrincipal

    retiringPrincipal: RetiringPrincipal

    constraints: KmsGrantConstraints

    @required
    issuingAccount: IssuingAccount
}

list KmsGrantConfigurationsList {
    member: KmsGrantConfiguration
}

structure KmsGrantConstraints {
    encryptionContextEquals: KmsConstraintsMap

    encryptionContextSubset: KmsConstraintsMap
}

enum KmsGrantOperation {
    CreateGrant
    Decrypt
    DescribeKey
    Encrypt
    GenerateDataKey
    GenerateDataKeyPair
    GenerateDataKeyPairWithoutPlaintext
    GenerateDataKeyWithoutPlaintext
    GetPublicKey
    ReEncryptFrom
    ReEncryptTo
    RetireGrant
    Sign
    Verify
}

list KmsGrantOperationsList {
    member: KmsGrantOperation
}

structure KmsKeyConfiguration {
    keyPolicies: KmsKeyPoliciesMap

    grants: KmsGrantConfigurationsList
}

map KmsKeyPoliciesMap {
    key: PolicyName
    value: KmsKeyPolicy
}

string KmsKeyPolicy

string LearnMoreLink

structure ListAccessPreviewFindingsRequest {
    @required
    @httpLabel
    accessPreviewId: AccessPreviewId

    @required
    analyzerArn: AnalyzerArn

    filter: FilterCriteriaMap

    nextToken: Token

    maxResults: Integer
}

structure ListAccessPreviewFindingsResponse {
    @required
    findings: AccessPreviewFindingsList

    nextToken: Token
}

structure ListAccessPreviewsRequest {
    @required
    @httpQuery("analyzerArn")
    analyzerArn: AnalyzerArn

    @httpQuery("nextToken")
    nextToken: Token

    @httpQuery("maxResults")
    maxResults: Integer
}

structure ListAccessPreviewsResponse {
    @required
    accessPreviews: AccessPreviewsList

    nextToken: Token
}

structure ListAnalyzedResourcesRequest {
    @required
    analyzerArn: AnalyzerArn

    resourceType: ResourceType

    nextToken: Token

    maxResults: Integer
}

structure ListAnalyzedResourcesResponse {
    @required
    analyzedResources: AnalyzedResourcesList

    nextToken: Token
}

structure ListAnalyzersRequest {
    @httpQuery("nextToken")
    nextToken: Token

    @httpQuery("maxResults")
    maxResults: Integer

    @httpQuery("type")
    type: Type
}

structure ListAnalyzersResponse {
    @required
    analyzers: AnalyzersList

    nextToken: Token
}

structure ListArchiveRulesRequest {
    @required
    @httpLabel
    analyzerName: AnalyzerName

    @httpQuery("nextToken")
    nextToken: Token

    @httpQuery("maxResults")
    maxResults: Integer
}

structure ListArchiveRulesResponse {
    @required
    archiveRules: ArchiveRulesList

    nextToken: Token
}

structure ListFindingsRequest {
    @required
    analyzerArn: AnalyzerArn

    filter: FilterCriteriaMap

    sort: SortCriteria

    nextToken: Token

    maxResults: Integer
}

structure ListFindingsResponse {
    @required
    findings: FindingsList

    nextToken: Token
}

structure ListFindingsV2Request {
    @required
    analyzerArn: AnalyzerArn

    filter: FilterCriteriaMap

    maxResults: Integer

    nextToken: Token

    sort: SortCriteria
}

structure ListFindingsV2Response {
    @required
    findings: FindingsListV2

    nextToken: Token
}

structure ListPolicyGenerationsRequest {
    @httpQuery("principalArn")
    principalArn: PrincipalArn

    @httpQuery("maxResults")
    maxResults: ListPolicyGenerationsRequestMaxResultsInteger

    @httpQuery("nextToken")
    nextToken: Token
}

@range(min: 1)
integer ListPolicyGenerationsRequestMaxResultsInteger

structure ListPolicyGenerationsResponse {
    @required
    policyGenerations: PolicyGenerationList

    nextToken: Token
}

structure ListTagsForResourceRequest {
    @required
    @httpLabel
    resourceArn: String
}

structure ListTagsForResourceResponse {
    tags: TagsMap
}

enum Locale {
    DE
    EN
    ES
    FR
    IT
    JA
    KO
    PT_BR
    ZH_CN
    ZH_TW
}

structure Location {
    @required
    path: PathElementList

    @required
    span: Span
}

list LocationList {
    member: Location
}

@length(min: 1, max: 255)
@pattern("[A-Za-z][A-Za-z0-9_.-]*")
string Name

union NetworkOriginConfiguration {
    vpcConfiguration: VpcConfiguration

    internetConfiguration: InternetConfiguration
}

enum OrderBy {
    ASC
    DESC
}

union PathElement {
    index: Integer

    key: String

    substring: Substring

    value: String
}

list PathElementList {
    member: PathElement
}

string PolicyDocument

structure PolicyGeneration {
    @required
    jobId: JobId

    @required
    principalArn: PrincipalArn

    @required
    status: JobStatus

    @required
    startedOn: Timestamp

    completedOn: Timestamp
}

structure PolicyGenerationDetails {
    @required
    principalArn: PrincipalArn
}

list PolicyGenerationList {
    member: PolicyGeneration
}

string PolicyName

enum PolicyType {
    IDENTITY_POLICY
    RESOURCE_POLICY
    SERVICE_CONTROL_POLICY
    RESOURCE_CONTROL_POLICY
}

structure Position {
    @required
    line: Integer

    @required
    column: Integer

    @required
    offset: Integer
}

@pattern("arn:[^:]*:iam::[^:]*:(role|user)/.{1,576}")
string PrincipalArn

map PrincipalMap {
    key: String
    value: String
}

enum PrincipalType {
    IAM_ROLE
    IAM_USER
}

string RdsDbClusterSnapshotAccountId

list RdsDbClusterSnapshotAccountIdsList {
    member: RdsDbClusterSnapshotAccountId
}

string RdsDbClusterSnapshotAttributeName

union RdsDbClusterSnapshotAttributeValue {
    accountIds: RdsDbClusterSnapshotAccountIdsList
}

map RdsDbClusterSnapshotAttributesMap {
    key: RdsDbClusterSnapshotAttributeName
    value: RdsDbClusterSnapshotAttributeValue
}

structure RdsDbClusterSnapshotConfiguration {
    attributes: RdsDbClusterSnapshotAttributesMap

    kmsKeyId: RdsDbClusterSnapshotKmsKeyId
}

string RdsDbClusterSnapshotKmsKeyId

string RdsDbSnapshotAccountId

list RdsDbSnapshotAccountIdsList {
    member: RdsDbSnapshotAccountId
}

string RdsDbSnapshotAttributeName

union RdsDbSnapshotAttributeValue {
    accountIds: RdsDbSnapshotAccountIdsList
}

map RdsDbSnapshotAttributesMap {
    key: RdsDbSnapshotAttributeName
    value: RdsDbSnapshotAttributeValue
}

structure RdsDbSnapshotConfiguration {
    attributes: RdsDbSnapshotAttributesMap

    kmsKeyId: RdsDbSnapshotKmsKeyId
}

string RdsDbSnapshotKmsKeyId

enum ReasonCode {
    AWS_SERVICE_ACCESS_DISABLED
    DELEGATED_ADMINISTRATOR_DEREGISTERED
    ORGANIZATION_DELETED
    SERVICE_LINKED_ROLE_CREATION_FAILED
}

structure ReasonSummary {
    description: String

    statementIndex: Integer

    statementId: String
}

list ReasonSummaryList {
    member: ReasonSummary
}

structure RecommendationError {
    @required
    code: String

    @required
    message: String
}

enum RecommendationType {
    UnusedPermissionRecommendation
}

enum RecommendedRemediationAction {
    CREATE_POLICY
    DETACH_POLICY
}

union RecommendedStep {
    unusedPermissionsRecommendedStep: UnusedPermissionsRecommendedStep
}

list RecommendedStepList {
    member: RecommendedStep
}

list RegionList {
    member: String
}

@length(min: 0, max: 2048)
string Resource

@pattern("arn:[^:]*:[^:]*:[^:]*:[^:]*:.*")
string ResourceArn

list ResourceArnsList {
    member: String
}

enum ResourceControlPolicyRestriction {
    APPLICABLE
    FAILED_TO_EVALUATE_RCP
    NOT_APPLICABLE
    APPLIED
}

@error("client")
@httpError(404)
structure ResourceNotFoundException {
    @required
    message: String

    @required
    resourceId: String

    @required
    resourceType: String
}

enum ResourceType {
    AWS__S3__Bucket = "AWS::S3::Bucket"
    AWS__IAM__Role = "AWS::IAM::Role"
    AWS__SQS__Queue = "AWS::SQS::Queue"
    AWS__Lambda__Function = "AWS::Lambda::Function"
    AWS__Lambda__LayerVersion = "AWS::Lambda::LayerVersion"
    AWS__KMS__Key = "AWS::KMS::Key"
    AWS__SecretsManager__Secret = "AWS::SecretsManager::Secret"
    AWS__EFS__FileSystem = "AWS::EFS::FileSystem"
    AWS__EC2__Snapshot = "AWS::EC2::Snapshot"
    AWS__ECR__Repository = "AWS::ECR::Repository"
    AWS__RDS__DBSnapshot = "AWS::RDS::DBSnapshot"
    AWS__RDS__DBClusterSnapshot = "AWS::RDS::DBClusterSnapshot"
    AWS__SNS__Topic = "AWS::SNS::Topic"
    AWS__S3Express__DirectoryBucket = "AWS::S3Express::DirectoryBucket"
    AWS__DynamoDB__Table = "AWS::DynamoDB::Table"
    AWS__DynamoDB__Stream = "AWS::DynamoDB::Stream"
    AWS__IAM__User = "AWS::IAM::User"
}

structure ResourceTypeDetails {
    totalActivePublic: Integer

    totalActiveCrossAccount: Integer

    totalActiveErrors: Integer
}

list ResourceTypeList {
    member: ResourceType
}

map ResourceTypeStatisticsMap {
    key: ResourceType
    value: ResourceTypeDetails
}

string RetiringPrincipal

@pattern("arn:[^:]*:iam::[^:]*:role/.{1,576}")
string RoleArn

structure S3AccessPointConfiguration {
    accessPointPolicy: AccessPointPolicy

    publicAccessBlock: S3PublicAccessBlockConfiguration

    networkOrigin: NetworkOriginConfiguration
}

map S3AccessPointConfigurationsMap {
    key: AccessPointArn
    value: S3AccessPointConfiguration
}

structure S3BucketAclGrantConfiguration {
    @required
    permission: AclPermission

    @required
    grantee: AclGrantee
}

list S3BucketAclGrantConfigurationsList {
    member: S3BucketAclGrantConfiguration
}

structure S3BucketConfiguration {
    bucketPolicy: S3BucketPolicy

    bucketAclGrants: S3BucketAclGrantConfigurationsList

    bucketPublicAccessBlock: S3PublicAccessBlockConfiguration

    accessPoints: S3AccessPointConfigurationsMap
}

string S3BucketPolicy

@pattern("arn:[^:]*:s3express:[^:]*:[^:]*:accesspoint/.*")
string S3ExpressDirectoryAccessPointArn

structure S3ExpressDirectoryAccessPointConfiguration {
    accessPointPolicy: AccessPointPolicy

    networkOrigin: NetworkOriginConfiguration
}

map S3ExpressDirectoryAccessPointConfigurationsMap {
    key: S3ExpressDirectoryAccessPointArn
    value: S3ExpressDirectoryAccessPointConfiguration
}

structure S3ExpressDirectoryBucketConfiguration {
    bucketPolicy: S3ExpressDirectoryBucketPolicy

    accessPoints: S3ExpressDirectoryAccessPointConfigurationsMap
}

string S3ExpressDirectoryBucketPolicy

structure S3PublicAccessBlockConfiguration {
    @required
    ignorePublicAcls: Boolean

    @required
    restrictPublicBuckets: Boolean
}

structure SecretsManagerSecretConfiguration {
    kmsKeyId: SecretsManagerSecretKmsId

    secretPolicy: SecretsManagerSecretPolicy
}

string SecretsManagerSecretKmsId

string SecretsManagerSecretPolicy

enum ServiceControlPolicyRestriction {
    APPLICABLE
    FAILED_TO_EVALUATE_SCP
    NOT_APPLICABLE
    APPLIED
}

@error("client")
@httpError(402)
structure ServiceQuotaExceededException {
    @required
    message: String

    @required
    resourceId: String

    @required
    resourceType: String
}

list SharedViaList {
    member: String
}

structure SnsTopicConfiguration {
    topicPolicy: SnsTopicPolicy
}

@length(min: 0, max: 30720)
string SnsTopicPolicy

structure SortCriteria {
    attributeName: String

    orderBy: OrderBy
}

structure Span {
    @required
    start: Position

    @required
    end: Position
}

structure SqsQueueConfiguration {
    queuePolicy: SqsQueuePolicy
}

string SqsQueuePolicy

structure StartPolicyGenerationRequest {
    @required
    policyGenerationDetails: PolicyGenerationDetails

    cloudTrailDetails: CloudTrailDetails

    @idempotencyToken
    clientToken: String
}

structure StartPolicyGenerationResponse {
    @required
    jobId: JobId
}

structure StartResourceScanRequest {
    @required
    analyzerArn: AnalyzerArn

    @required
    resourceArn: ResourceArn

    resourceOwnerAccount: String
}

enum Status {
    SUCCEEDED
    FAILED
    IN_PROGRESS
}

structure StatusReason {
    @required
    code: ReasonCode
}

string String

structure Substring {
    @required
    start: Integer

    @required
    length: Integer
}

list TagKeys {
    member: String
}

structure TagResourceRequest {
    @required
    @httpLabel
    resourceArn: String

    @required
    tags: TagsMap
}

structure TagResourceResponse {
}

list TagsList {
    member: TagsMap
}

map TagsMap {
    key: String
    value: String
}

@error("client")
@httpError(429)
structure ThrottlingException {
    @required
    message: String

    @httpHeader("Retry-After")
    retryAfterSeconds: Integer
}

@timestampFormat("date-time")
timestamp Timestamp

string Token

structure Trail {
    @required
    cloudTrailArn: CloudTrailArn

    regions: RegionList

    allRegions: Boolean
}

list TrailList {
    member: Trail
}

structure TrailProperties {
    @required
    cloudTrailArn: CloudTrailArn

    regions: RegionList

    allRegions: Boolean
}

list TrailPropertiesList {
    member: TrailProperties
}

enum Type {
    ACCOUNT
    ORGANIZATION
    ACCOUNT_UNUSED_ACCESS
    ORGANIZATION_UNUSED_ACCESS
    ACCOUNT_INTERNAL_ACCESS
    ORGANIZATION_INTERNAL_ACCESS
}

@error("client")
@httpError(422)
structure UnprocessableEntityException {
    @required
    message: String
}

structure UntagResourceRequest {
    @required
    @httpLabel
    resourceArn: String

    @required
    @httpQuery("tagKeys")
    tagKeys: TagKeys
}

structure UntagResourceResponse {
}

structure UnusedAccessConfiguration {
    unusedAccessAge: Integer

    analysisRule: AnalysisRule
}

structure UnusedAccessFindingsStatistics {
    unusedAccessTypeStatistics: UnusedAccessTypeStatisticsList

    topAccounts: AccountAggregations

    totalActiveFindings: Integer

    totalArchivedFindings: Integer

    totalResolvedFindings: Integer
}

structure UnusedAccessTypeStatistics {
    unusedAccessType: String

    total: Integer
}

list UnusedAccessTypeStatisticsList {
    member: UnusedAccessTypeStatistics
}

structure UnusedAction {
    @required
    action: String

    lastAccessed: Timestamp
}

list UnusedActionList {
    member: UnusedAction
}

structure UnusedIamRoleDetails {
    lastAccessed: Timestamp
}

structure UnusedIamUserAccessKeyDetails {
    @required
    accessKeyId: String

    lastAccessed: Timestamp
}

structure UnusedIamUserPasswordDetails {
    lastAccessed: Timestamp
}

structure UnusedPermissionDetails {
    actions: UnusedActionList

    @required
    serviceNamespace: String

    lastAccessed: Timestamp
}

structure UnusedPermissionsRecommendedStep {
    policyUpdatedAt: Timestamp

    @required
    recommendedAction: RecommendedRemediationAction

    recommendedPolicy: String

    existingPolicyId: String
}

structure UpdateAnalyzerRequest {
    @required
    @httpLabel
    analyzerName: AnalyzerName

    configuration: AnalyzerConfiguration
}

structure UpdateAnalyzerResponse {
    configuration: AnalyzerConfiguration
}

structure UpdateArchiveRuleRequest {
    @required
    @httpLabel
    analyzerName: AnalyzerName

    @required
    @httpLabel
    ruleName: Name

    @required
    filter: FilterCriteriaMap

    @idempotencyToken
    clientToken: String
}

structure UpdateFindingsRequest {
    @required
    analyzerArn: AnalyzerArn

    @required
    status: FindingStatusUpdate

    ids: FindingIdList

    resourceArn: ResourceArn

    @idempotencyToken
    clientToken: String
}

structure ValidatePolicyFinding {
    @required
    findingDetails: String

    @required
    findingType: ValidatePolicyFindingType

    @required
    issueCode: IssueCode

    @required
    learnMoreLink: LearnMoreLink

    @required
    locations: LocationList
}

list ValidatePolicyFindingList {
    member: ValidatePolicyFinding
}

enum ValidatePolicyFindingType {
    ERROR
    SECURITY_WARNING
    SUGGESTION
    WARNING
}

structure ValidatePolicyRequest {
    locale: Locale

    @httpQuery("maxResults")
    maxResults: Integer

    @httpQuery("nextToken")
    nextToken: Token

    @required
    policyDocument: PolicyDocument

    @required
    policyType: PolicyType

    validatePolicyResourceType: ValidatePolicyResourceType
}

enum ValidatePolicyResourceType {
    AWS__S3__Bucket = "AWS::S3::Bucket"
    AWS__S3__AccessPoint = "AWS::S3::AccessPoint"
    AWS__S3__MultiRegionAccessPoint = "AWS::S3::MultiRegionAccessPoint"
    AWS__S3ObjectLambda__AccessPoint = "AWS::S3ObjectLambda::AccessPoint"
    AWS__IAM__AssumeRolePolicyDocument = "AWS::IAM::AssumeRolePolicyDocument"
    AWS__DynamoDB__Table = "AWS::DynamoDB::Table"
}

structure ValidatePolicyResponse {
    @required
    findings: ValidatePolicyFindingList

    nextToken: Token
}

@error("client")
@httpError(400)
structure ValidationException {
    @required
    message: String

    @required
    reason: ValidationExceptionReason

    fieldList: ValidationExceptionFieldList
}

structure ValidationExceptionField {
    @required
    name: String

    @required
    message: String
}

list ValidationExceptionFieldList {
    member: ValidationExceptionField
}

enum ValidationExceptionReason {
    unknownOperation
    cannotParse
    fieldValidationFailed
    other
    notSupported
}

@length(min: 1, max: 20)
list ValueList {
    member: String
}

structure VpcConfiguration {
    @required
    vpcId: VpcId
}

@pattern("vpc-([0-9a-f]){8}(([0-9a-f]){9})?")
string VpcId

