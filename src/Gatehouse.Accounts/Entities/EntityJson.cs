using System.Text.Json.Serialization;

namespace Gatehouse.Accounts.Entities;

/// <summary>How entities are written as JSON, without reflection. Names reach the disk: they may be added, never changed.</summary>
[JsonSourceGenerationOptions(
    PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase,
    DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingDefault,
    UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow)]
[JsonSerializable(typeof(AccountAssignment))]
[JsonSerializable(typeof(AccountProfile))]
[JsonSerializable(typeof(AccessKey))]
[JsonSerializable(typeof(AccountCreation))]
[JsonSerializable(typeof(AnywhereProfile))]
[JsonSerializable(typeof(ApplicationAssignment))]
[JsonSerializable(typeof(CredentialReport))]
[JsonSerializable(typeof(DelegationRequest))]
[JsonSerializable(typeof(Group))]
[JsonSerializable(typeof(IdentityApplication))]
[JsonSerializable(typeof(IdentityCenterInstance))]
[JsonSerializable(typeof(IdentityGroup))]
[JsonSerializable(typeof(IdentityMembership))]
[JsonSerializable(typeof(IdentityUser))]
[JsonSerializable(typeof(InstanceProfile))]
[JsonSerializable(typeof(LoginProfile))]
[JsonSerializable(typeof(ManagedPolicy))]
[JsonSerializable(typeof(MemberAccount))]
[JsonSerializable(typeof(MfaDevice))]
[JsonSerializable(typeof(OpenIdProvider))]
[JsonSerializable(typeof(Organization))]
[JsonSerializable(typeof(OrganizationalUnit))]
[JsonSerializable(typeof(OrganizationPolicy))]
[JsonSerializable(typeof(PermissionSet))]
[JsonSerializable(typeof(ProvisioningRequest))]
[JsonSerializable(typeof(Revocation))]
[JsonSerializable(typeof(Role))]
[JsonSerializable(typeof(ServerCertificate))]
[JsonSerializable(typeof(ServiceCredential))]
[JsonSerializable(typeof(SigningCertificate))]
[JsonSerializable(typeof(SshPublicKey))]
[JsonSerializable(typeof(TokenIssuer))]
[JsonSerializable(typeof(SamlProvider))]
[JsonSerializable(typeof(RevocationList))]
[JsonSerializable(typeof(RoleDeletion))]
[JsonSerializable(typeof(SubjectTags))]
[JsonSerializable(typeof(TrustAnchor))]
[JsonSerializable(typeof(TrustedTokenIssuer))]
[JsonSerializable(typeof(User))]
internal sealed partial class EntityJson : JsonSerializerContext;
