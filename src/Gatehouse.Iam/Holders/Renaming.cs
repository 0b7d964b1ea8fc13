using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;

namespace Gatehouse.Iam.Holders;

/// <summary>New names and paths of users and groups. Ids stay, so what points to them by id follows; policies that name ARNs do not.</summary>
internal static class Renaming
{
    /// <summary>The name and path that a user or group will have, be there one or not.</summary>
    internal static (string Name, string Path) Of(IHolder? holder, string name, string? newName, string? newPath) =>
        (newName ?? holder?.Name ?? name, newPath ?? holder?.Path ?? "/");

    /// <summary>Adds what AWS asks of both ends: permission on what it is called, and on what it will be.</summary>
    internal static void Require(string action, Arn before, Arn after, Requirements needs)
    {
        if (after != before)
        {
            needs.Also(action, after);
        }
    }

    /// <summary>Refuses a name that another one has.</summary>
    /// <param name="holder">Who gets the name.</param>
    /// <param name="other">Who has it; null when nobody has.</param>
    /// <param name="name">The name.</param>
    /// <exception cref="EntityAlreadyExistsException">Another one has it.</exception>
    internal static void RequireFree(IHolder holder, IHolder? other, string? name)
    {
        if (other is not null && other.Id != holder.Id)
        {
            throw new EntityAlreadyExistsException($"{holder.Title()} with name {name} already exists.");
        }
    }
}
