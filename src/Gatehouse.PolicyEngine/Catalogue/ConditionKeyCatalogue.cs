using System.Collections.Frozen;

namespace Gatehouse.PolicyEngine;

/// <summary>The condition keys of the rules' catalogue: global, IAM, STS, SAML and OIDC keys with type and cardinality (PL section 13).</summary>
/// <remarks>Knowledge for editors, lint and forms. Decisions do not use it: there the number of values counts, and operators work on text (PL-86, PL-100).</remarks>
public static class ConditionKeyCatalogue
{
    // Name, or name[] when multivalued; keys of identity providers stand as claims, see OidcClaims.
    private const string Strings = """
        aws:PrincipalAccount aws:PrincipalOrgID aws:PrincipalOrgPaths[] aws:PrincipalTag/ aws:PrincipalType aws:userid aws:username aws:PrincipalServiceName
        aws:PrincipalServiceNamesList[] aws:FederatedProvider aws:SourceIdentity aws:Ec2InstanceSourceVpc glue:RoleAssumedBy glue:CredentialIssuingService
        identitystore:UserId aws:SourceVpc aws:SourceVpce aws:SourceVpcArn aws:VpceAccount aws:VpceOrgID aws:VpceOrgPaths[] aws:RequestedRegion aws:UserAgent
        aws:referer aws:RequestTag/ aws:TagKeys[] aws:CalledVia[] aws:CalledViaFirst aws:CalledViaLast aws:CalledViaAWSMCP aws:SourceAccount aws:SourceOrgID
        aws:SourceOrgPaths[] aws:SourceOwner aws:ResourceAccount aws:ResourceOrgID aws:ResourceOrgPaths[] aws:ResourceTag/
        iam:PassedToService iam:AWSServiceName iam:ResourceTag/ iam:OrganizationsPolicyId iam:RegisterSecurityKey iam:FIDO-certification
        iam:FIDO-FIPS-140-2-certification iam:FIDO-FIPS-140-3-certification iam:ServiceSpecificCredentialServiceName iam:AccountPropertyNamespaces[]
        iam:DelegationDuration iam:NotificationChannel
        sts:ExternalId sts:RoleSessionName sts:SourceIdentity sts:TransitiveTagKeys[] sts:RequestContext/ sts:AWSServiceName sts:IdentityTokenAudience[]
        sts:SigningAlgorithm
        saml:aud saml:iss saml:sub saml:sub_type saml:namequalifier saml:doc saml:edupersonaffiliation[] saml:edupersonassurance[] saml:edupersonentitlement[]
        saml:edupersonnickname[] saml:edupersonorgunitdn[] saml:edupersonscopedaffiliation[] saml:edupersontargetedid[] saml:eduorghomepageuri[]
        saml:eduorgidentityauthnpolicyuri[] saml:eduorglegalname[] saml:eduorgsuperioruri[] saml:eduorgwhitepagesuri[] saml:cn[] saml:commonName[]
        saml:givenName[] saml:mail[] saml:name[] saml:organizationStatus[] saml:primaryGroupSID[] saml:surname[] saml:uid[] saml:x500UniqueIdentifier[]
        saml:edupersonorgdn saml:edupersonprimaryaffiliation saml:edupersonprimaryorgunitdn saml:edupersonprincipalname
        """;

    private const string Arns = """
        aws:PrincipalArn aws:ChatbotSourceArn ec2:SourceInstanceArn lambda:SourceFunctionArn ssm:SourceInstanceArn aws:SourceArn iam:AssociatedResourceArn
        iam:PermissionsBoundary iam:PolicyARN iam:TemplateArn iam:DelegationRequestOwner iam:RoleTemplateARN sts:RequestContextProviders[] sts:TaskPolicyArn
        """;

    private const string Bools = """
        aws:PrincipalIsAWSService aws:MultiFactorAuthPresent aws:AssumedRoot aws:SecureTransport aws:ViaAWSService aws:ViaAWSMCPService aws:IsMcpServiceAction
        sts:RoleAuthorizedByIdp
        """;

    private const string Numbers =
        "aws:MultiFactorAuthAge ec2:RoleDelivery aws:EpochTime iam:ServiceSpecificCredentialAgeDays sts:DurationSeconds accounts.google.com:google/organization_number";

    private const string Dates = "aws:TokenIssueTime aws:CurrentTime";
    private const string Addresses = "aws:SourceIp aws:VpcSourceIp aws:Ec2InstanceSourcePrivateIPv4";

    private static readonly FrozenDictionary<string, ConditionKey> Keys = new (string Names, ConditionKeyType Type)[]
    {
        (Strings, ConditionKeyType.String),
        (Arns, ConditionKeyType.Arn),
        (Bools, ConditionKeyType.Bool),
        (Numbers, ConditionKeyType.Numeric),
        (Dates, ConditionKeyType.Date),
        (Addresses, ConditionKeyType.IpAddress),
    }.SelectMany(static group => group.Names.Split((char[]?)null, StringSplitOptions.RemoveEmptyEntries).Select(name => Read(name, group.Type)))
        .ToFrozenDictionary(static key => key.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>All keys, by name.</summary>
    public static IEnumerable<ConditionKey> All => Keys.Values.OrderBy(static key => key.Name, StringComparer.OrdinalIgnoreCase);

    /// <summary>The key of a name in any case: itself, its family (<c>aws:PrincipalTag/team</c>), or an identity provider's claim; null when it is in no catalogue of ours.</summary>
    /// <param name="name">The name.</param>
    public static ConditionKey? Find(string name)
    {
        ArgumentNullException.ThrowIfNull(name);
        var slash = name.IndexOf('/');
        return Keys.GetValueOrDefault(name)
            ?? (slash < 0 ? null : Keys.GetValueOrDefault(name[..(slash + 1)]))
            ?? OidcClaims.Find(name);
    }

    private static ConditionKey Read(string name, ConditionKeyType type) =>
        name.EndsWith("[]", StringComparison.Ordinal) ? new(name[..^2], type, Multivalued: true) : new(name, type, Multivalued: false);
}
