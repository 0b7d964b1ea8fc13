using System.Collections.Frozen;
using System.Collections.Immutable;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts;

/// <summary>One account as it is at one version: tables, and nothing else.</summary>
/// <remarks>Immutable: whoever holds it sees one moment. A <see cref="Draft"/> makes the next one.</remarks>
public sealed class Account
{
    private static readonly FrozenDictionary<string, (Type Type, ITable Empty)> Kinds = new[]
    {
        Kind<AccountProfile>(), Kind<User>(), Kind<Group>(), Kind<Role>(), Kind<ManagedPolicy>(), Kind<AccessKey>(), Kind<InstanceProfile>(),
        Kind<ServerCertificate>(), Kind<SigningCertificate>(), Kind<ServiceCredential>(), Kind<SshPublicKey>(), Kind<LoginProfile>(),
        Kind<MfaDevice>(), Kind<TokenIssuer>(),
        Kind<OpenIdProvider>(), Kind<SamlProvider>(),
        Kind<Organization>(), Kind<MemberAccount>(), Kind<OrganizationalUnit>(), Kind<OrganizationPolicy>(), Kind<AccountCreation>(),
        Kind<TrustAnchor>(), Kind<AnywhereProfile>(), Kind<RevocationList>(), Kind<SubjectTags>(),
        Kind<RoleDeletion>(), Kind<CredentialReport>(), Kind<DelegationRequest>(), Kind<Revocation>(),
        Kind<IdentityCenterInstance>(), Kind<IdentityUser>(), Kind<IdentityGroup>(), Kind<IdentityMembership>(), Kind<PermissionSet>(), Kind<AccountAssignment>(), Kind<ProvisioningRequest>(),
        Kind<IdentityApplication>(), Kind<ApplicationAssignment>(), Kind<TrustedTokenIssuer>(),
    }.ToFrozenDictionary(kind => kind.Name, kind => (kind.Type, kind.Empty), StringComparer.Ordinal);

    /// <summary>The owner of what belongs to the root user, where others have the unique id of their user.</summary>
    public const string RootOwner = "root";

    private readonly ImmutableDictionary<Type, ITable> tables;

    private Account(string id, long version, ImmutableDictionary<Type, ITable> tables)
    {
        Id = id;
        Version = version;
        this.tables = tables;
    }

    /// <summary>The account's twelve digits.</summary>
    public string Id { get; }

    /// <summary>How many commits made it; 0 for an account that does not exist.</summary>
    public long Version { get; }

    /// <summary>Whether the account exists.</summary>
    public bool Exists => Version > 0;

    /// <summary>What the account says of itself. Only accounts that exist have it.</summary>
    public AccountProfile Profile => Of<AccountProfile>()[0];

    /// <summary>Its users.</summary>
    public Table<User> Users => Of<User>();

    /// <summary>Its groups.</summary>
    public Table<Group> Groups => Of<Group>();

    /// <summary>Its roles.</summary>
    public Table<Role> Roles => Of<Role>();

    /// <summary>Its customer managed policies.</summary>
    public Table<ManagedPolicy> Policies => Of<ManagedPolicy>();

    /// <summary>Its instance profiles.</summary>
    public Table<InstanceProfile> InstanceProfiles => Of<InstanceProfile>();

    /// <summary>The passwords of its users and of its root user; a user's is found by the user's id.</summary>
    public Table<LoginProfile> LoginProfiles => Of<LoginProfile>();

    /// <summary>The SSH keys of its users.</summary>
    public Table<SshPublicKey> SshPublicKeys => Of<SshPublicKey>();

    /// <summary>The credentials that its users have for single services.</summary>
    public Table<ServiceCredential> ServiceCredentials => Of<ServiceCredential>();

    /// <summary>The signing certificates of its users and of its root user.</summary>
    public Table<SigningCertificate> SigningCertificates => Of<SigningCertificate>();

    /// <summary>Its server certificates.</summary>
    public Table<ServerCertificate> ServerCertificates => Of<ServerCertificate>();
    /// <summary>The OpenID Connect issuers it trusts.</summary>
    public Table<OpenIdProvider> OpenIdProviders => Of<OpenIdProvider>();

    /// <summary>The SAML identity providers it trusts.</summary>
    public Table<SamlProvider> SamlProviders => Of<SamlProvider>();

    /// <summary>The lasting credentials of its users and of its root user.</summary>
    public Table<AccessKey> AccessKeys => Of<AccessKey>();

    /// <summary>The second factors of its users and of its root user, and those that are nobody's yet.</summary>
    public Table<MfaDevice> MfaDevices => Of<MfaDevice>();

    /// <summary>The account as an issuer of tokens; null when it never was one.</summary>
    public TokenIssuer? TokenIssuer => Of<TokenIssuer>() is [var only] ? only : null;

    /// <summary>The organization it manages; null when it manages none.</summary>
    public Organization? Organization => Of<Organization>() is [var only] ? only : null;

    /// <summary>The accounts of the organization it manages.</summary>
    public Table<MemberAccount> Members => Of<MemberAccount>();

    /// <summary>The branches of the organization it manages.</summary>
    public Table<OrganizationalUnit> Units => Of<OrganizationalUnit>();

    /// <summary>The control policies of the organization it manages.</summary>
    public Table<OrganizationPolicy> OrganizationPolicies => Of<OrganizationPolicy>();

    /// <summary>The accounts it asked to be made.</summary>
    public Table<AccountCreation> Creations => Of<AccountCreation>();

    /// <summary>How the deletions of roles that services owned went.</summary>
    public Table<RoleDeletion> RoleDeletions => Of<RoleDeletion>();

    /// <summary>The certificate authorities whose certificates it takes as proof.</summary>
    public Table<TrustAnchor> TrustAnchors => Of<TrustAnchor>();

    /// <summary>The roles that holders of certificates may ask for.</summary>
    public Table<AnywhereProfile> AnywhereProfiles => Of<AnywhereProfile>();

    /// <summary>The lists of certificates that it no longer takes.</summary>
    public Table<RevocationList> RevocationLists => Of<RevocationList>();

    /// <summary>The tags of subjects of certificates.</summary>
    public Table<SubjectTags> SubjectTags => Of<SubjectTags>();

    /// <summary>The delegation requests that it made, and those that somebody in it took up.</summary>
    public Table<DelegationRequest> Delegations => Of<DelegationRequest>();

    /// <summary>The sessions that were ended before their time.</summary>
    public Table<Revocation> Revocations => Of<Revocation>();

    /// <summary>Its instance of IAM Identity Center; null when it has none.</summary>
    public IdentityCenterInstance? IdentityCenter => Of<IdentityCenterInstance>() is [var only] ? only : null;

    /// <summary>The people of its identity store; each is found by name and by id.</summary>
    public Table<IdentityUser> IdentityUsers => Of<IdentityUser>();

    /// <summary>The groups of its identity store; each is found by name and by id.</summary>
    public Table<IdentityGroup> IdentityGroups => Of<IdentityGroup>();

    /// <summary>Who is in which group of its identity store; a user's are those that it owns.</summary>
    public Table<IdentityMembership> IdentityMemberships => Of<IdentityMembership>();

    /// <summary>The permission sets of its instance; each is found by name and by id.</summary>
    public Table<PermissionSet> PermissionSets => Of<PermissionSet>();

    /// <summary>Who has which permission set in which account; a user's or group's are those that it owns.</summary>
    public Table<AccountAssignment> Assignments => Of<AccountAssignment>();

    /// <summary>What was asked of the roles of its permission sets, and how far that has come.</summary>
    public Table<ProvisioningRequest> Provisionings => Of<ProvisioningRequest>();

    /// <summary>The applications of its instance, by their ids.</summary>
    public Table<IdentityApplication> IdentityApplications => Of<IdentityApplication>();

    /// <summary>Who may use which application; a user's or group's are those that it owns, an application's those that mention it.</summary>
    public Table<ApplicationAssignment> ApplicationAssignments => Of<ApplicationAssignment>();

    /// <summary>The issuers outside whose tokens its applications exchange, by their ids.</summary>
    public Table<TrustedTokenIssuer> TrustedTokenIssuers => Of<TrustedTokenIssuer>();

    /// <summary>Its newest credential report, or the wish for one; null when none was ever asked for.</summary>
    public CredentialReport? CredentialReport => Of<CredentialReport>() is [var only] ? only : null;

    /// <summary>Which managed policies are attached to whom.</summary>
    public Attachments Attachments => new(this);

    /// <summary>The names of all tables, as they reach the disk.</summary>
    public static IEnumerable<string> TableNames => Kinds.Keys;

    /// <summary>The name of the stream that keeps an account.</summary>
    public static string StreamOf(string id) => "account/" + id;

    /// <summary>An account that does not exist yet.</summary>
    public static Account None(string id) =>
        new(id, 0, Kinds.Values.ToImmutableDictionary(kind => kind.Type, kind => kind.Empty));

    /// <summary>Reads an account from its stream.</summary>
    /// <exception cref="InvalidDataException">A row is not one of ours: the account is not served rather than served in part.</exception>
    public static Account Read(string id, Stored stored)
    {
        var read = None(id).tables.ToBuilder();
        foreach (var rows in stored.Rows.GroupBy(row => row.Table, StringComparer.Ordinal))
        {
            if (!Kinds.TryGetValue(rows.Key, out var kind))
            {
                throw new InvalidDataException($"Account {id} holds rows of the unknown kind '{rows.Key}': a newer version wrote them.");
            }

            try
            {
                read[kind.Type] = kind.Empty.Read(rows);
            }
            catch (System.Text.Json.JsonException unreadable)
            {
                throw new InvalidDataException($"Account {id} holds a row of the kind '{rows.Key}' that cannot be read.", unreadable);
            }
        }

        return new(id, stored.Version, read.ToImmutable());
    }

    /// <summary>The table of one kind of entity.</summary>
    public Table<T> Of<T>()
        where T : class, IEntity<T> => (Table<T>)tables[typeof(T)];

    /// <summary>The same account with another table of one kind.</summary>
    internal Account With<T>(Table<T> table)
        where T : class, IEntity<T> => new(Id, Version, tables.SetItem(typeof(T), table));

    /// <summary>The same account at another version.</summary>
    internal Account At(long version) => new(Id, version, tables);

    private static (string Name, Type Type, ITable Empty) Kind<T>()
        where T : class, IEntity<T> => (T.TableName, typeof(T), Table<T>.Empty);
}
