using System.Text.Json.Nodes;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Identitystore;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>What groups of an identity store must have, and what only one of them may have; and how they and a tree of attributes become each other.</summary>
internal static class GroupRules
{
    /// <summary>All attributes of a group, as one tree.</summary>
    internal static AttributeTree TreeOf(IdentityGroup group) => TreeOf(group.DisplayName, group.Description, StoreJson.Write(group.ExternalIds));

    /// <summary>The attributes of a group that is to be made.</summary>
    internal static AttributeTree TreeOf(string? displayName, string? description, JsonArray? externalIds = null) => AttributeTree.Read(
        StoreSchemas.Group,
        StoreJson.Element(new() { ["DisplayName"] = displayName, ["Description"] = description, ["ExternalIds"] = externalIds }));

    /// <summary>The group with the attributes of a tree.</summary>
    /// <exception cref="ValidationException">It has no name.</exception>
    internal static IdentityGroup Take(this IdentityGroup group, AttributeTree tree)
    {
        var name = tree.Text("DisplayName") ?? throw StoreRefusals.Invalid("displayName is a required attribute");
        UserRules.RequireUnreserved(name);
        return group with
        {
            DisplayName = name,
            Description = tree.Text("Description"),
            ExternalIds = [.. StoreJson.ReadExternalIds(tree.Root["ExternalIds"])],
        };
    }

    /// <summary>Refuses what another group has that only one may have: the name in any case, and ids of other directories.</summary>
    /// <exception cref="ConflictException">Another has it.</exception>
    internal static void RequireFree(Account account, IdentityGroup group)
    {
        if (account.IdentityGroups.Find(group.DisplayName) is { } named && named.Id != group.Id)
        {
            throw StoreRefusals.Taken("Duplicate GroupDisplayName");
        }

        if (group.Mentions.Any(mention => account.IdentityGroups.Mentioning(mention).Any(other => other.Id != group.Id)))
        {
            throw StoreRefusals.Taken("Duplicate ExternalId");
        }
    }
}
