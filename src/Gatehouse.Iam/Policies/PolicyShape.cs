using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Iam.Holders;
using Gatehouse.Iam.Tagging;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Policies;

/// <summary>A managed policy and its versions as the wire shows them.</summary>
internal static class PolicyShape
{
    /// <summary>The policy as CreatePolicy shows it: AWS leaves out the description.</summary>
    internal static Shapes.Policy DescribeNew(this ManagedPolicy policy, string arn) => Describe(policy, arn, null, null, policy.Tags.Describe());

    /// <summary>The whole policy, as GetPolicy shows it.</summary>
    internal static Shapes.Policy Describe(this ManagedPolicy policy, string arn, Account account) =>
        Describe(policy, arn, account, policy.Description, policy.Tags.DescribeAll());

    /// <summary>The policy as lists show it: AWS leaves out description and tags.</summary>
    internal static Shapes.Policy DescribeListed(this ManagedPolicy policy, string arn, Account account) => Describe(policy, arn, account, null, null);

    /// <summary>The policy with all its versions, as GetAccountAuthorizationDetails shows it.</summary>
    internal static Shapes.ManagedPolicyDetail DescribeDetail(this ManagedPolicy policy, string arn, Account account) => new()
    {
        Arn = arn,
        AttachmentCount = account.Attachments.CountOf(arn),
        CreateDate = policy.Created,
        DefaultVersionId = PolicyVersions.IdOf(policy.DefaultVersion),
        Description = policy.Description,
        IsAttachable = true,
        Path = policy.Path,
        PermissionsBoundaryUsageCount = account.Attachments.BoundariesOf(arn),
        PolicyId = policy.Id,
        PolicyName = policy.Name,
        PolicyVersionList = policy.Versions.Reverse().Select(version => version.Describe(policy)).ToList(),
        UpdateDate = policy.Updated,
    };

    /// <summary>A version with its text.</summary>
    internal static Shapes.PolicyVersion Describe(this PolicyVersion version, ManagedPolicy policy) => new()
    {
        CreateDate = version.Created,
        Document = Documents.Encode(version.Document),
        IsDefaultVersion = version.Number == policy.DefaultVersion,
        VersionId = PolicyVersions.IdOf(version.Number),
    };

    /// <summary>A version as CreatePolicyVersion and lists show it: without its text.</summary>
    internal static Shapes.PolicyVersion DescribeListed(this PolicyVersion version, ManagedPolicy policy) => new()
    {
        CreateDate = version.Created,
        IsDefaultVersion = version.Number == policy.DefaultVersion,
        VersionId = PolicyVersions.IdOf(version.Number),
    };

    private static Shapes.Policy Describe(ManagedPolicy policy, string arn, Account? account, string? description, IReadOnlyList<Shapes.Tag>? tags) => new()
    {
        Arn = arn,
        AttachmentCount = account?.Attachments.CountOf(arn) ?? 0,
        CreateDate = policy.Created,
        DefaultVersionId = PolicyVersions.IdOf(policy.DefaultVersion),
        Description = description,
        IsAttachable = true,
        Path = policy.Path,
        PermissionsBoundaryUsageCount = account?.Attachments.BoundariesOf(arn) ?? 0,
        PolicyId = policy.Id,
        PolicyName = policy.Name,
        Tags = tags,
        UpdateDate = policy.Updated,
    };
}
