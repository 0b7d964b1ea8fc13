using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.Roles;

/// <summary>The role that a call names.</summary>
internal static class RoleSubject
{
    /// <summary>The ARN of the role, whether or not there is one [PE-10].</summary>
    internal static Arn Target(string name, Call call) =>
        call.Account.Roles.Find(name) is { } role ? role.ArnIn(call.Account.Id) : Role.ArnOf(call.Account.Id, "/", name);

    /// <summary>Adds the role's tags, and how a denial prints it [PE-95].</summary>
    internal static Requirements Require(string name, Call call, Requirements needs)
    {
        var role = call.Account.Roles.Find(name);
        return needs.ResourceTags(role?.Tags).PrintAs($"role {role?.Name ?? name}");
    }

    /// <summary>The same for calls on which policies can test the role's boundary.</summary>
    internal static Requirements RequireBounded(string name, Call call, Requirements needs) =>
        Require(name, call, needs).Key("iam:PermissionsBoundary", call.Account.Roles.Find(name)?.PermissionsBoundary);

    /// <summary>The role of a name, to be changed.</summary>
    /// <exception cref="NoSuchEntityException">There is none.</exception>
    /// <exception cref="UnmodifiableEntityException">AWS owns it, so nobody in the account may change it [PE-16].</exception>
    internal static Role RequireOwnRole(this Account account, string name)
    {
        var role = account.RequireRole(name);
        return role.IsServiceLinked || IsReserved(role) ? throw Protected(role) : role;
    }

    /// <summary>The role of a name, of which something is to be changed that accounts may change on roles of services too.</summary>
    /// <exception cref="NoSuchEntityException">There is none.</exception>
    /// <exception cref="UnmodifiableEntityException">It was put there by AWS for its own use.</exception>
    internal static Role RequireLooseRole(this Account account, string name)
    {
        var role = account.RequireRole(name);
        return IsReserved(role) ? throw Protected(role) : role;
    }

    /// <summary>A description as it is kept: an empty one is none.</summary>
    internal static string? Description(string given) => given.Length == 0 ? null : given;

    private static bool IsReserved(Role role) => role.Path.StartsWith("/aws-reserved/", StringComparison.Ordinal);

    private static UnmodifiableEntityException Protected(Role role) =>
        new($"Cannot perform the operation on the protected role '{role.Name}' - this role is only modifiable by AWS");
}
