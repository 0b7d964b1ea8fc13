using Gatehouse.Accounts.Identity;

namespace Gatehouse.Accounts.Audit;

/// <summary>Something that a request was about.</summary>
/// <param name="Type">Its type, such as <c>AWS::IAM::Role</c>.</param>
/// <param name="Arn">Its ARN.</param>
/// <param name="Account">The account that owns it; null when it has none.</param>
public sealed record AuditResource(string Type, string Arn, string? Account)
{
    /// <summary>Its name, as LookupEvents shows it: what has a name of its own in IAM goes by it, all else by its ARN.</summary>
    public string Name => Type is "AWS::IAM::User" or "AWS::IAM::Group" or "AWS::IAM::Role" or "AWS::IAM::InstanceProfile"
        ? Arn[(Arn.LastIndexOf('/') + 1)..]
        : Arn;

    /// <summary>The resource of an ARN; null when it is no particular thing, or of a type the trail does not name.</summary>
    public static AuditResource? Of(Arn arn)
    {
        var kind = arn.Resource;
        var slash = kind.IndexOf('/', StringComparison.Ordinal);
        var type = (arn.Service, slash < 0 ? kind : kind[..slash]) switch
        {
            ("iam", "user") => "AWS::IAM::User",
            ("iam", "group") => "AWS::IAM::Group",
            ("iam", "role") => "AWS::IAM::Role",
            ("iam", "policy") => "AWS::IAM::Policy",
            ("iam", "instance-profile") => "AWS::IAM::InstanceProfile",
            ("iam", "saml-provider") => "AWS::IAM::SAMLProvider",
            ("iam", "oidc-provider") => "AWS::IAM::OIDCProvider",
            ("iam", "server-certificate") => "AWS::IAM::ServerCertificate",
            ("iam", "mfa") => "AWS::IAM::VirtualMFADevice",
            ("organizations", "account") => "AWS::Organizations::Account",
            ("organizations", "organization") => "AWS::Organizations::Organization",
            ("organizations", "ou") => "AWS::Organizations::OrganizationalUnit",
            ("organizations", "policy") => "AWS::Organizations::Policy",
            _ => null,
        };

        // A list is checked on a path that ends in a slash or a star: that is no thing.
        return type is null || arn.Text[^1] is '/' or '*' ? null : new(type, arn.Text, arn.Account is { Length: > 0 } account ? account : null);
    }
}
