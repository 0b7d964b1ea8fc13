$version: "2"

namespace com.amazonaws.rolesanywhere

use aws.api#service
use aws.auth#sigv4
use aws.protocols#restJson1

@service(sdkId: "RolesAnywhere", endpointPrefix: "rolesanywhere")
@sigv4(name: "rolesanywhere")
@restJson1
service RolesAnywhere {
    version: "2018-05-10"
    operations: [
        CreateProfile
        CreateTrustAnchor
        DeleteAttributeMapping
        DeleteCrl
        DeleteProfile
        DeleteTrustAnchor
        DisableCrl
        DisableProfile
        DisableTrustAnchor
        EnableCrl
        EnableProfile
        EnableTrustAnchor
        GetCrl
        GetProfile
        GetSubject
        GetTrustAnchor
        ImportCrl
        ListCrls
        ListProfiles
        ListSubjects
        ListTagsForResource
        ListTrustAnchors
        PutAttributeMapping
        PutNotificationSettings
        ResetNotificationSettings
        TagResource
        UntagResource
        UpdateCrl
        UpdateProfile
        UpdateTrustAnchor
    ]
}

@http(method: "POST", uri: "/profiles", code: 201)
operation CreateProfile {
    input: CreateProfileRequest
    output: ProfileDetailResponse
    errors: [
        AccessDeniedException
        ValidationException
    ]
}

@http(method: "POST", uri: "/trustanchors", code: 201)
operation CreateTrustAnchor {
    input: CreateTrustAnchorRequest
    output: TrustAnchorDetailResponse
    errors: [
        AccessDeniedException
        ValidationException
    ]
}

@http(method: "DELETE", uri: "/profiles/{profileId}/mappings", code: 200)
@idempotent
operation DeleteAttributeMapping {
    input: DeleteAttributeMappingRequest
    output: DeleteAttributeMappingResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ValidationException
    ]
}

@http(method: "DELETE", uri: "/crl/{crlId}", code: 200)
@idempotent
operation DeleteCrl {
    input: ScalarCrlRequest
    output: CrlDetailResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
    ]
}

@http(method: "DELETE", uri: "/profile/{profileId}", code: 200)
@idempotent
operation DeleteProfile {
    input: ScalarProfileRequest
    output: ProfileDetailResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
    ]
}

@http(method: "DELETE", uri: "/trustanchor/{trustAnchorId}", code: 200)
@idempotent
operation DeleteTrustAnchor {
    input: ScalarTrustAnchorRequest
    output: TrustAnchorDetailResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
    ]
}

@http(method: "POST", uri: "/crl/{crlId}/disable", code: 200)
operation DisableCrl {
    input: ScalarCrlRequest
    output: CrlDetailResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
    ]
}

@http(method: "POST", uri: "/profile/{profileId}/disable", code: 200)
operation DisableProfile {
    input: ScalarProfileRequest
    output: ProfileDetailResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
    ]
}

@http(method: "POST", uri: "/trustanchor/{trustAnchorId}/disable", code: 200)
operation DisableTrustAnchor {
    input: ScalarTrustAnchorRequest
    output: TrustAnchorDetailResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
    ]
}

@http(method: "POST", uri: "/crl/{crlId}/enable", code: 200)
operation EnableCrl {
    input: ScalarCrlRequest
    output: CrlDetailResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
    ]
}

@http(method: "POST", uri: "/profile/{profileId}/enable", code: 200)
operation EnableProfile {
    input: ScalarProfileRequest
    output: ProfileDetailResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
    ]
}

@http(method: "POST", uri: "/trustanchor/{trustAnchorId}/enable", code: 200)
operation EnableTrustAnchor {
    input: ScalarTrustAnchorRequest
    output: TrustAnchorDetailResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
    ]
}

@http(method: "GET", uri: "/crl/{crlId}", code: 200)
@readonly
operation GetCrl {
    input: ScalarCrlRequest
    output: CrlDetailResponse
    errors: [
        ResourceNotFoundException
    ]
}

@http(method: "GET", uri: "/profile/{profileId}", code: 200)
@readonly
operation GetProfile {
    input: ScalarProfileRequest
    output: ProfileDetailResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
    ]
}

@http(method: "GET", uri: "/subject/{subjectId}", code: 200)
@readonly
operation GetSubject {
    input: ScalarSubjectRequest
    output: SubjectDetailResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
    ]
}

@http(method: "GET", uri: "/trustanchor/{trustAnchorId}", code: 200)
@readonly
operation GetTrustAnchor {
    input: ScalarTrustAnchorRequest
    output: TrustAnchorDetailResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ValidationException
    ]
}

@http(method: "POST", uri: "/crls", code: 201)
operation ImportCrl {
    input: ImportCrlRequest
    output: CrlDetailResponse
    errors: [
        AccessDeniedException
        ValidationException
    ]
}

@http(method: "GET", uri: "/crls", code: 200)
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "crls")
operation ListCrls {
    input: ListRequest
    output: ListCrlsResponse
    errors: [
        AccessDeniedException
        ValidationException
    ]
}

@http(method: "GET", uri: "/profiles", code: 200)
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "profiles")
operation ListProfiles {
    input: ListRequest
    output: ListProfilesResponse
    errors: [
        AccessDeniedException
        ValidationException
    ]
}

@http(method: "GET", uri: "/subjects", code: 200)
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "subjects")
operation ListSubjects {
    input: ListRequest
    output: ListSubjectsResponse
    errors: [
        AccessDeniedException
        ValidationException
    ]
}

@http(method: "GET", uri: "/ListTagsForResource", code: 200)
@readonly
operation ListTagsForResource {
    input: ListTagsForResourceRequest
    output: ListTagsForResourceResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ValidationException
    ]
}

@http(method: "GET", uri: "/trustanchors", code: 200)
@readonly
@paginated(inputToken: "nextToken", outputToken: "nextToken", items: "trustAnchors")
operation ListTrustAnchors {
    input: ListRequest
    output: ListTrustAnchorsResponse
    errors: [
        AccessDeniedException
        ValidationException
    ]
}

@http(method: "PUT", uri: "/profiles/{profileId}/mappings", code: 200)
@idempotent
operation PutAttributeMapping {
    input: PutAttributeMappingRequest
    output: PutAttributeMappingResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ValidationException
    ]
}

@http(method: "PATCH", uri: "/put-notifications-settings", code: 200)
operation PutNotificationSettings {
    input: PutNotificationSettingsRequest
    output: PutNotificationSettingsResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ValidationException
    ]
}

@http(method: "PATCH", uri: "/reset-notifications-settings", code: 200)
operation ResetNotificationSettings {
    input: ResetNotificationSettingsRequest
    output: ResetNotificationSettingsResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ValidationException
    ]
}

@http(method: "POST", uri: "/TagResource", code: 201)
operation TagResource {
    input: TagResourceRequest
    output: TagResourceResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        TooManyTagsException
        ValidationException
    ]
}

@http(method: "POST", uri: "/UntagResource", code: 200)
operation UntagResource {
    input: UntagResourceRequest
    output: UntagResourceResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ValidationException
    ]
}

@http(method: "PATCH", uri: "/crl/{crlId}", code: 200)
operation UpdateCrl {
    input: UpdateCrlRequest
    output: CrlDetailResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ValidationException
    ]
}

@http(method: "PATCH", uri: "/profile/{profileId}", code: 200)
@idempotent
operation UpdateProfile {
    input: UpdateProfileRequest
    output: ProfileDetailResponse
    errors: [
        AccessDeniedException
        ResourceNotFoundException
        ValidationException
    ]
}

@http(method: "PATCH", uri: "/trustanchor/{trustAnchorId}", code: 200)
@idempotent
operation UpdateTrustAnchor {
    input: UpdateTrustAnchorRequest
    output: TrustAnchorDetailResponse
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

@length(min: 1, max: 1011)
string AmazonResourceName

structure AttributeMapping {
    certificateField: CertificateField

    mappingRules: MappingRules
}

list AttributeMappings {
    member: AttributeMapping
}

blob Blob

boolean Boolean

enum CertificateField {
    x509Subject
    x509Issuer
    x509SAN
}

structure CreateProfileRequest {
    @required
    name: ResourceName

    requireInstanceProperties: Boolean

    sessionPolicy: String

    @required
    roleArns: RoleArnList

    managedPolicyArns: ManagedPolicyList

    durationSeconds: CreateProfileRequestDurationSecondsInteger

    enabled: Boolean

    tags: TagList

    acceptRoleSessionName: Boolean
}

@range(min: 900, max: 43200)
integer CreateProfileRequestDurationSecondsInteger

structure CreateTrustAnchorRequest {
    @required
    name: ResourceName

    @required
    source: Source

    enabled: Boolean

    tags: TagList

    notificationSettings: NotificationSettings
}

list CredentialSummaries {
    member: CredentialSummary
}

structure CredentialSummary {
    seenAt: SyntheticTimestamp_date_time

    serialNumber: String

    issuer: String

    enabled: Boolean

    x509CertificateData: String

    failed: Boolean
}

structure CrlDetail {
    crlId: Uuid

    crlArn: String

    name: String

    enabled: Boolean

    crlData: Blob

    trustAnchorArn: String

    createdAt: SyntheticTimestamp_date_time

    updatedAt: SyntheticTimestamp_date_time
}

structure CrlDetailResponse {
    @required
    crl: CrlDetail
}

list CrlDetails {
    member: CrlDetail
}

structure DeleteAttributeMappingRequest {
    @required
    @httpLabel
    profileId: Uuid

    @required
    @httpQuery("certificateField")
    certificateField: CertificateField

    @httpQuery("specifiers")
    specifiers: SpecifierList
}

structure DeleteAttributeMappingResponse {
    @required
    profile: ProfileDetail
}

structure ImportCrlRequest {
    @required
    name: ResourceName

    @required
    crlData: ImportCrlRequestCrlDataBlob

    enabled: Boolean

    tags: TagList

    @required
    trustAnchorArn: TrustAnchorArn
}

@length(min: 1, max: 300000)
blob ImportCrlRequestCrlDataBlob

list InstanceProperties {
    member: InstanceProperty
}

structure InstanceProperty {
    seenAt: SyntheticTimestamp_date_time

    properties: InstancePropertyMap

    failed: Boolean
}

@length(min: 0, max: 50)
map InstancePropertyMap {
    key: InstancePropertyMapKeyString
    value: InstancePropertyMapValueString
}

@length(min: 1, max: 200)
string InstancePropertyMapKeyString

@length(min: 1, max: 200)
string InstancePropertyMapValueString

integer Integer

structure ListCrlsResponse {
    nextToken: String

    crls: CrlDetails
}

structure ListProfilesResponse {
    nextToken: String

    profiles: ProfileDetails
}

structure ListRequest {
    @httpQuery("nextToken")
    nextToken: ListRequestNextTokenString

    @httpQuery("pageSize")
    pageSize: Integer
}

@length(min: 1, max: 10000)
string ListRequestNextTokenString

structure ListSubjectsResponse {
    subjects: SubjectSummaries

    nextToken: String
}

structure ListTagsForResourceRequest {
    @required
    @httpQuery("resourceArn")
    resourceArn: AmazonResourceName
}

structure ListTagsForResourceResponse {
    tags: TagList
}

structure ListTrustAnchorsResponse {
    nextToken: String

    trustAnchors: TrustAnchorDetails
}

@length(min: 0, max: 50)
list ManagedPolicyList {
    member: ManagedPolicyListMemberString
}

@length(min: 1, max: 200)
string ManagedPolicyListMemberString

structure MappingRule {
    @required
    specifier: MappingRuleSpecifierString
}

@length(min: 0, max: 60)
string MappingRuleSpecifierString

list MappingRules {
    member: MappingRule
}

enum NotificationChannel {
    ALL
}

enum NotificationEvent {
    CA_CERTIFICATE_EXPIRY
    END_ENTITY_CERTIFICATE_EXPIRY
}

structure NotificationSetting {
    @required
    enabled: Boolean

    @required
    event: NotificationEvent

    threshold: NotificationSettingThresholdInteger

    channel: NotificationChannel
}

structure NotificationSettingDetail {
    @required
    enabled: Boolean

    @required
    event: NotificationEvent

    threshold: NotificationSettingDetailThresholdInteger

    channel: NotificationChannel

    configuredBy: NotificationSettingDetailConfiguredByString
}

@length(min: 1, max: 200)
string NotificationSettingDetailConfiguredByString

@range(min: 1, max: 360)
integer NotificationSettingDetailThresholdInteger

@length(min: 0, max: 50)
list NotificationSettingDetails {
    member: NotificationSettingDetail
}

structure NotificationSettingKey {
    @required
    event: NotificationEvent

    channel: NotificationChannel
}

@length(min: 0, max: 50)
list NotificationSettingKeys {
    member: NotificationSettingKey
}

@range(min: 1, max: 360)
integer NotificationSettingThresholdInteger

@length(min: 0, max: 50)
list NotificationSettings {
    member: NotificationSetting
}

@length(min: 1, max: 1011)
@pattern("arn:aws(-[^:]+)?:rolesanywhere(:.*){2}(:profile.*)")
string ProfileArn

structure ProfileDetail {
    profileId: Uuid

    profileArn: ProfileArn

    name: ResourceName

    requireInstanceProperties: Boolean

    enabled: Boolean

    createdBy: String

    sessionPolicy: String

    roleArns: RoleArnList

    managedPolicyArns: ManagedPolicyList

    createdAt: SyntheticTimestamp_date_time

    updatedAt: SyntheticTimestamp_date_time

    durationSeconds: Integer

    acceptRoleSessionName: Boolean

    attributeMappings: AttributeMappings
}

structure ProfileDetailResponse {
    profile: ProfileDetail
}

list ProfileDetails {
    member: ProfileDetail
}

structure PutAttributeMappingRequest {
    @required
    @httpLabel
    profileId: Uuid

    @required
    certificateField: CertificateField

    @required
    mappingRules: MappingRules
}

structure PutAttributeMappingResponse {
    @required
    profile: ProfileDetail
}

structure PutNotificationSettingsRequest {
    @required
    trustAnchorId: Uuid

    @required
    notificationSettings: NotificationSettings
}

structure PutNotificationSettingsResponse {
    @required
    trustAnchor: TrustAnchorDetail
}

structure ResetNotificationSettingsRequest {
    @required
    trustAnchorId: Uuid

    @required
    notificationSettingKeys: NotificationSettingKeys
}

structure ResetNotificationSettingsResponse {
    @required
    trustAnchor: TrustAnchorDetail
}

@length(min: 1, max: 255)
@pattern("[ a-zA-Z0-9-_]*")
string ResourceName

@error("client")
@httpError(404)
structure ResourceNotFoundException {
    message: String
}

@length(min: 1, max: 1011)
@pattern("arn:aws(-[^:]+)?:iam(:.*){2}(:role.*)")
string RoleArn

@length(min: 0, max: 250)
list RoleArnList {
    member: RoleArn
}

structure ScalarCrlRequest {
    @required
    @httpLabel
    crlId: Uuid
}

structure ScalarProfileRequest {
    @required
    @httpLabel
    profileId: Uuid
}

structure ScalarSubjectRequest {
    @required
    @httpLabel
    subjectId: Uuid
}

structure ScalarTrustAnchorRequest {
    @required
    @httpLabel
    trustAnchorId: Uuid
}

structure Source {
    sourceType: TrustAnchorType

    sourceData: SourceData
}

union SourceData {
    x509CertificateData: SourceDataX509CertificateDataString

    acmPcaArn: String
}

@length(min: 1, max: 16000)
string SourceDataX509CertificateDataString

list SpecifierList {
    member: String
}

string String

structure SubjectDetail {
    subjectArn: String

    subjectId: Uuid

    enabled: Boolean

    x509Subject: String

    lastSeenAt: SyntheticTimestamp_date_time

    createdAt: SyntheticTimestamp_date_time

    updatedAt: SyntheticTimestamp_date_time

    credentials: CredentialSummaries

    instanceProperties: InstanceProperties
}

structure SubjectDetailResponse {
    subject: SubjectDetail
}

list SubjectSummaries {
    member: SubjectSummary
}

structure SubjectSummary {
    subjectArn: String

    subjectId: Uuid

    enabled: Boolean

    x509Subject: String

    lastSeenAt: SyntheticTimestamp_date_time

    createdAt: SyntheticTimestamp_date_time

    updatedAt: SyntheticTimestamp_date_time
}

@timestampFormat("date-time")
timestamp SyntheticTimestamp_date_time

structure Tag {
    @required
    key: TagKey

    @required
    value: TagValue
}

@length(min: 1, max: 128)
@pattern("[ a-zA-Z0-9_.:/=+@-]*")
@sensitive
string TagKey

@length(min: 0, max: 200)
list TagKeyList {
    member: TagKey
}

@length(min: 0, max: 200)
list TagList {
    member: Tag
}

structure TagResourceRequest {
    @required
    resourceArn: AmazonResourceName

    @required
    tags: TagList
}

structure TagResourceResponse {
}

@length(min: 0, max: 256)
@pattern("[ a-zA-Z0-9_.:/=+@-]*")
@sensitive
string TagValue

@error("client")
@httpError(400)
structure TooManyTagsException {
    message: String
}

@length(min: 1, max: 1011)
@pattern("arn:aws(-[^:]+)?:rolesanywhere(:.*){2}(:trust-anchor.*)")
string TrustAnchorArn

structure TrustAnchorDetail {
    trustAnchorId: Uuid

    trustAnchorArn: String

    name: ResourceName

    source: Source

    enabled: Boolean

    createdAt: SyntheticTimestamp_date_time

    updatedAt: SyntheticTimestamp_date_time

    notificationSettings: NotificationSettingDetails
}

structure TrustAnchorDetailResponse {
    @required
    trustAnchor: TrustAnchorDetail
}

list TrustAnchorDetails {
    member: TrustAnchorDetail
}

enum TrustAnchorType {
    AWS_ACM_PCA
    CERTIFICATE_BUNDLE
    SELF_SIGNED_REPOSITORY
}

structure UntagResourceRequest {
    @required
    resourceArn: AmazonResourceName

    @required
    tagKeys: TagKeyList
}

structure UntagResourceResponse {
}

structure UpdateCrlRequest {
    @required
    @httpLabel
    crlId: Uuid

    name: ResourceName

    crlData: UpdateCrlRequestCrlDataBlob
}

@length(min: 1, max: 300000)
blob UpdateCrlRequestCrlDataBlob

structure UpdateProfileRequest {
    @required
    @httpLabel
    profileId: Uuid

    name: ResourceName

    sessionPolicy: UpdateProfileRequestSessionPolicyString

    roleArns: RoleArnList

    managedPolicyArns: ManagedPolicyList

    durationSeconds: UpdateProfileRequestDurationSecondsInteger

    acceptRoleSessionName: Boolean
}

@range(min: 900, max: 43200)
integer UpdateProfileRequestDurationSecondsInteger

@length(min: 1, max: 100000)
string UpdateProfileRequestSessionPolicyString

structure UpdateTrustAnchorRequest {
    @required
    @httpLabel
    trustAnchorId: Uuid

    name: ResourceName

    source: Source
}

@length(min: 36, max: 36)
@pattern(".*[a-f0-9]{8}-([a-z0-9]{4}-){3}[a-z0-9]{12}.*")
string Uuid

@error("client")
@httpError(400)
structure ValidationException {
    message: String
}

