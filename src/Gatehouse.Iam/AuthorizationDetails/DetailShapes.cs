using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Iam.Holders;
using Gatehouse.Iam.InstanceProfiles;
using Gatehouse.Iam.Roles;
using Gatehouse.Iam.Tagging;
using Gatehouse.PolicyEngine;
using Gatehouse.Iam.Users;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.AuthorizationDetails;

/// <summary>Users, groups and roles with all that they hold, as GetAccountAuthorizationDetails shows them.</summary>
/// <remarks>Made for one answer, once the accounts are loaded that the trust policies name.</remarks>
internal sealed class DetailShapes(Call call, Trustees trustees)
{
    private readonly Account account = call.Account;
    private readonly ProfileShape shape = new(call.Account, call, trustees);

    /// <summary>A user with its policies and groups.</summary>
    internal Shapes.UserDetail Describe(User user) => new()
    {
        Arn = user.ArnIn(account.Id).Text,
        AttachedManagedPolicies = Attached(user),
        CreateDate = user.Created,
        GroupList = user.Groups.Select(id => account.Groups.FindById(id)?.Name).OfType<string>().ToList(),
        Path = user.Path,
        PermissionsBoundary = user.PermissionsBoundary.DescribeBoundary(),
        Tags = user.Tags.DescribeAll(),
        UserId = user.Id,
        UserName = user.Name,
        // AWS: this list alone is left out when it is empty.
        UserPolicyList = user.InlinePolicies.IsEmpty ? null : Inline(user),
    };

    /// <summary>A group with its policies.</summary>
    internal Shapes.GroupDetail Describe(Group group) => new()
    {
        Arn = group.ArnIn(account.Id).Text,
        AttachedManagedPolicies = Attached(group),
        CreateDate = group.Created,
        GroupId = group.Id,
        GroupName = group.Name,
        GroupPolicyList = Inline(group),
        Path = group.Path,
    };

    /// <summary>A role with its policies and the instance profiles that hold it.</summary>
    internal Shapes.RoleDetail Describe(Role role) => new()
    {
        Arn = role.ArnIn(account.Id).Text,
        AssumeRolePolicyDocument = trustees.Show(role, account, call),
        AttachedManagedPolicies = Attached(role),
        CreateDate = role.Created,
        InstanceProfileList = account.InstanceProfiles.Mentioning(role.Id).Select(profile => shape.Describe(profile, null)).ToList(),
        Path = role.Path,
        PermissionsBoundary = role.PermissionsBoundary.DescribeBoundary(),
        RoleId = role.Id,
        RoleLastUsed = call.LastUseOf(role),
        RoleName = role.Name,
        RolePolicyList = Inline(role),
        Tags = role.Tags.DescribeAll(),
    };

    private static List<Shapes.PolicyDetail> Inline(IHolder holder) => holder.InlinePolicies
        .Select(policy => new Shapes.PolicyDetail { PolicyName = policy.Name, PolicyDocument = Documents.Encode(policy.Document) }).ToList();

    private static List<Shapes.AttachedPolicy> Attached(IHolder holder) => holder.AttachedPolicies
        .Select(arn => new Shapes.AttachedPolicy { PolicyArn = arn, PolicyName = arn[(arn.LastIndexOf('/') + 1)..] }).ToList();
}
