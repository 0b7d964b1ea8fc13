namespace Gatehouse.PolicyEngine;

/// <summary>AWS's sentences about a malformed policy, letter for letter (PL section 6).</summary>
internal static class WireTexts
{
    internal const string Syntax = "Syntax errors in policy.";
    internal const string InvalidJson = "This policy contains invalid Json";
    internal const string Version = "Policy document must be version 2012-10-17 or greater.";
    internal const string LegacyParsing = "The policy failed legacy parsing";
    internal const string SidUnique = "Statement IDs (SID) in a single policy must be unique.";
    internal const string SidLetters = "Statement IDs (SID) must be alpha-numeric. Check that your input satisfies the regular expression [0-9A-Za-z]*";
    internal const string Actions = "Policy statement must contain actions.";
    internal const string Resources = "Policy statement must contain resources.";
    internal const string ResourceVendor = "Resource vendor must be fully qualified and cannot contain regexes.";
    internal const string ActionVendor = "Actions/Conditions must be prefaced by a vendor, e.g., iam, sdb, ec2, etc.";
    internal const string ActionColons = "Actions/Condition can contain only one colon.";
    internal const string NoPrincipal = "Policy document should not specify a principal.";
    internal const string ProhibitedResource = "Has prohibited field Resource";
    internal const string MissingPrincipal = "Missing required field Principal";
    internal const string StarPrincipal = "AssumeRolepolicy contained an invalid principal: \"STAR\":\"*\".";
    internal const string FederatedPrincipal = "Federated principals must be valid domain names or SAML metadata ARNs";

    // AWS: the double blank is AWS's.
    internal const string TrustActions =
        "Trust Policy statement actions can only be sts:AssumeRole, sts:AssumeRoleWithSAML,  and sts:AssumeRoleWithWebIdentity";

    internal const string IamPath =
        "IAM resource path must either be \"*\" or start with user/, federated-user/, role/, group/, instance-profile/, mfa/, server-certificate/, "
        + "policy/, sms-mfa/, saml-provider/, oidc-provider/, report/, access-report/.";

    // What Organizations says of a policy that breaks the rules of its type alone.
    internal const string PolicyType = "The provided policy document does not meet the requirements of the specified policy type.";

    internal static string ResourceForm(string resource) => $"Resource {resource} must be in ARN format or \"*\".";

    internal static string IamRegion(string resource) => $"IAM resource {resource} cannot contain region information.";

    internal static string S3Region(string resource) => $"Resource {resource} can not contain region information.";

    internal static string Vendor(string prefix) => $"Vendor {prefix} is not valid";

    internal static string Partition(string partition, string padded) => $"Partition \"{partition}\" is not valid for resource \"{padded}\".";

    internal static string Principal(PolicyPrincipal principal) =>
        $"Invalid principal in policy: \"{(principal.Type == PolicyPrincipalType.Aws ? "AWS" : principal.Type.ToString().ToUpperInvariant())}\":\"{principal.Value}\"";
}
