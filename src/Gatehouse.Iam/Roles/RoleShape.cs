using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Iam.Tagging;
using Gatehouse.Iam.Users;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Roles;

/// <summary>A role as the wire shows it. Its trust policy is given ready to be sent, as <see cref="Trustees.Show"/> makes it.</summary>
internal static class RoleShape
{
    /// <summary>The role as CreateRole shows it: AWS leaves out the description and how long sessions may last.</summary>
    internal static Shapes.Role DescribeNew(this Role role, Account account, string trust) => new()
    {
        Arn = role.ArnIn(account.Id).Text,
        AssumeRolePolicyDocument = trust,
        CreateDate = role.Created,
        Path = role.Path,
        PermissionsBoundary = role.PermissionsBoundary.DescribeBoundary(),
        RoleId = role.Id,
        RoleName = role.Name,
        Tags = role.Tags.Describe(),
    };

    /// <summary>The whole role, as GetRole shows it.</summary>
    internal static Shapes.Role Describe(this Role role, Account account, string trust, Shapes.RoleLastUsed lastUsed) => new()
    {
        Arn = role.ArnIn(account.Id).Text,
        AssumeRolePolicyDocument = trust,
        CreateDate = role.Created,
        Description = role.Description,
        MaxSessionDuration = role.MaxSessionSeconds,
        Path = role.Path,
        PermissionsBoundary = role.PermissionsBoundary.DescribeBoundary(),
        RoleId = role.Id,
        RoleLastUsed = lastUsed,
        RoleName = role.Name,
        Tags = role.Tags.Describe(),
    };

    /// <summary>The role as lists show it: AWS leaves out tags, boundary and last use there.</summary>
    internal static Shapes.Role DescribeListed(this Role role, Account account, string trust) => new()
    {
        Arn = role.ArnIn(account.Id).Text,
        AssumeRolePolicyDocument = trust,
        CreateDate = role.Created,
        Description = role.Description,
        MaxSessionDuration = role.MaxSessionSeconds,
        Path = role.Path,
        RoleId = role.Id,
        RoleName = role.Name,
    };

    /// <summary>The role as instance profiles and UpdateRoleDescription show it.</summary>
    internal static Shapes.Role DescribeBare(this Role role, Account account, string trust, string? description = null) => new()
    {
        Arn = role.ArnIn(account.Id).Text,
        AssumeRolePolicyDocument = trust,
        CreateDate = role.Created,
        Description = description,
        Path = role.Path,
        RoleId = role.Id,
        RoleName = role.Name,
    };

    /// <summary>When a role was last used; empty, but there, when it never was within the time that AWS looks back.</summary>
    internal static Shapes.RoleLastUsed LastUseOf(this Call call, Role role) =>
        call.Installation.Accounts.Loaded(call.Account.Id)?.Activity.OfRole(role.Id).Last is { } last && call.Now - last.Time <= Activity.Tracked
            ? new() { LastUsedDate = last.Time, Region = last.Region }
            : new();
}
