using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;

namespace Gatehouse.IdentityCenter.Store;

/// <summary>What users of an identity store must have, and what only one of them may have; and how they and a tree of attributes become each other.</summary>
internal static class UserRules
{
    // AWS: the names of its own administrators.
    private static readonly string[] Reserved = ["Administrator", "AWSAdministrators"];

    // Kept beside the attributes.
    private static readonly string[] Apart = ["UserName", "UserStatus", "ExternalIds"];

    /// <summary>All attributes of a user, as one tree.</summary>
    internal static AttributeTree TreeOf(IdentityUser user)
    {
        var json = JsonNode.Parse(user.Attributes)!.AsObject();
        json["UserName"] = user.UserName;
        json["UserStatus"] = user.Disabled ? UserStatus.DISABLED : UserStatus.ENABLED;
        json["ExternalIds"] = StoreJson.Write(user.ExternalIds);
        return AttributeTree.Read(StoreSchemas.User, StoreJson.Element(json));
    }

    /// <summary>The user with the attributes of a tree.</summary>
    /// <exception cref="ValidationException">An attribute that every user has is missing.</exception>
    internal static IdentityUser Take(this IdentityUser user, AttributeTree tree)
    {
        Require(tree, "UserName");
        Require(tree, "Name", "FamilyName");
        Require(tree, "Name", "GivenName");
        Require(tree, "DisplayName");
        Require(tree, "UserStatus");
        RequireUnreserved(tree.Text("UserName")!);
        var attributes = tree.Root.DeepClone().AsObject();
        foreach (var name in Apart)
        {
            attributes.Remove(name);
        }

        return user with
        {
            UserName = tree.Text("UserName")!,
            Disabled = tree.Text("UserStatus") == UserStatus.DISABLED,
            ExternalIds = [.. StoreJson.ReadExternalIds(tree.Root["ExternalIds"])],
            Attributes = attributes.ToJsonString(),
        };
    }

    /// <summary>Refuses what another user has that only one may have: the name and the e-mail address in any case, and ids of other directories.</summary>
    /// <exception cref="ConflictException">Another has it.</exception>
    internal static void RequireFree(Account account, IdentityUser user)
    {
        if (account.IdentityUsers.Find(user.UserName) is { } named && named.Id != user.Id)
        {
            throw StoreRefusals.Taken("Duplicate UserName");
        }

        foreach (var mention in user.Mentions)
        {
            if (account.IdentityUsers.Mentioning(mention).Any(other => other.Id != user.Id))
            {
                throw StoreRefusals.Taken(user.ExternalIds.Any(one => one.Mention == mention) ? "Duplicate ExternalId" : "Duplicate Email");
            }
        }
    }

    /// <summary>Refuses the names of AWS's own administrators, for users as for groups.</summary>
    /// <exception cref="ValidationException">It is one.</exception>
    internal static void RequireUnreserved(string name)
    {
        if (Reserved.Contains(name, StringComparer.OrdinalIgnoreCase))
        {
            throw StoreRefusals.Invalid($"{name} is a reserved name.");
        }
    }

    private static void Require(AttributeTree tree, params ReadOnlySpan<string> path)
    {
        if (tree.Text(path) is null)
        {
            throw StoreRefusals.Invalid($"{string.Join('.', path.ToImmutableArray().Select(name => char.ToLowerInvariant(name[0]) + name[1..]))} is a required attribute");
        }
    }
}
