using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam;

/// <summary>Looks entities up as operations do: what is not there is refused in AWS's words.</summary>
internal static class Finding
{
    /// <summary>The user of a name.</summary>
    /// <exception cref="NoSuchEntityException">There is none.</exception>
    internal static User RequireUser(this Accounts.Account account, string name) =>
        account.Users.Find(name) ?? throw new NoSuchEntityException($"The user with name {name} cannot be found.");

    /// <summary>The group of a name.</summary>
    /// <exception cref="NoSuchEntityException">There is none.</exception>
    internal static Group RequireGroup(this Accounts.Account account, string name) =>
        account.Groups.Find(name) ?? throw new NoSuchEntityException($"The group with name {name} cannot be found.");

    /// <summary>The role of a name.</summary>
    /// <exception cref="NoSuchEntityException">There is none.</exception>
    internal static Role RequireRole(this Accounts.Account account, string name) =>
        account.Roles.Find(name) ?? throw new NoSuchEntityException($"The role with name {name} cannot be found.");
}
