using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Contracts.Organizations.Shapes;
using Organization = Gatehouse.Accounts.Entities.Organization;
using OrganizationalUnit = Gatehouse.Accounts.Entities.OrganizationalUnit;
using Tag = Gatehouse.Accounts.Entities.Tag;

namespace Gatehouse.Organizations.Hierarchy;

/// <summary>The tree of an organization: a root, units under it, accounts as leaves.</summary>
internal static class Tree
{
    /// <summary>Whether a root, unit or account of this id is there.</summary>
    internal static bool Holds(Account management, string id) => IsParent(management, id) || management.Members.Contains(id);

    /// <summary>Whether a root or unit of this id is there.</summary>
    internal static bool IsParent(Account management, string id) => management.Organization?.RootId == id || management.Units.Contains(id);

    /// <summary>Refuses a parent that is not there.</summary>
    /// <exception cref="ParentNotFoundException">It is not.</exception>
    internal static void RequireParent(Account management, string id)
    {
        if (!IsParent(management, id))
        {
            throw Refusals.NoParent();
        }
    }

    /// <summary>The unit of an id.</summary>
    /// <exception cref="OrganizationalUnitNotFoundException">There is none.</exception>
    internal static OrganizationalUnit RequireUnit(Account management, string id) => management.Units.Find(id)
        ?? throw new OrganizationalUnitNotFoundException("You specified an organizational unit that doesn't exist.");

    /// <summary>How many units stand above, and including, a unit; 0 for the root.</summary>
    internal static int DepthOf(Account management, string id)
    {
        var depth = 0;
        for (var unit = management.Units.Find(id); unit is not null; unit = management.Units.Find(unit.ParentId))
        {
            depth++;
        }

        return depth;
    }

    /// <summary>What kind of thing an id is of.</summary>
    internal static string TypeOf(string id) => id.AsSpan() switch
    {
        ['r', '-', ..] => TargetType.ROOT,
        ['o', 'u', '-', ..] => TargetType.ORGANIZATIONAL_UNIT,
        _ => TargetType.ACCOUNT,
    };

    /// <summary>The name of a root, unit or account that is there.</summary>
    internal static string NameOf(Account management, string id) =>
        management.Units.Find(id)?.Name ?? management.Members.Find(id)?.Name ?? RootName;

    /// <summary>The tags of a root, unit or account; none of what is not there.</summary>
    internal static ImmutableArray<Tag> TagsOf(Account management, string id) =>
        management.Organization is { } organization && organization.RootId == id
            ? organization.RootTags
            : management.Units.Find(id)?.Tags ?? management.Members.Find(id)?.Tags ?? [];

    /// <summary>Adds the tags of a root, unit or account to what a call needs.</summary>
    internal static void RequireNodeTags(Call call, string id, Requirements needs) => needs.ResourceTags(TagsOf(call.Account, id), service: null);

    /// <summary>The root as the wire shows it.</summary>
    internal static Root Describe(this Organization organization, Account management) => new()
    {
        Id = organization.RootId,
        Arn = Arns.OfRoot(management, organization.RootId).Text,
        Name = RootName,
        PolicyTypes = organization.PolicyTypes.Select(type => new PolicyTypeSummary { Type = type, Status = PolicyTypeStatus.ENABLED }).ToList(),
    };

    /// <summary>A unit as the wire shows it.</summary>
    internal static Contracts.Organizations.Shapes.OrganizationalUnit Describe(this OrganizationalUnit unit, Account management) => new()
    {
        Id = unit.Id,
        Arn = Arns.OfUnit(management, unit.Id).Text,
        Name = unit.Name,
        Path = OrganizationPaths.To(management, unit.Id),
    };

    private const string RootName = "Root";
}
