using System.Collections.Immutable;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Organizations.Hierarchy;
using Gatehouse.Organizations.Policies;

namespace Gatehouse.Organizations.Tagging;

/// <summary>What bears tags in an organization: its root, units, accounts and policies, each by its id.</summary>
internal static class Tagged
{
    /// <summary>The name of it.</summary>
    internal static Arn ArnOf(Account account, string id) => IsPolicy(id) ? Arns.OfPolicy(account, id) : Arns.OfNode(account, id);

    /// <summary>Adds what its tags and kind say to what a call needs.</summary>
    internal static void RequireKeys(Call call, string id, Requirements needs)
    {
        if (IsPolicy(id))
        {
            ControlPolicies.RequireKeys(call, id, needs);
        }
        else
        {
            Tree.RequireNodeTags(call, id, needs);
        }
    }

    /// <summary>Its tags.</summary>
    /// <exception cref="Contracts.Organizations.TargetNotFoundException">It is not there.</exception>
    internal static ImmutableArray<Tag> Require(Account management, string id) =>
        IsPolicy(id) ? RequirePolicy(management, id).Tags
        : Tree.Holds(management, id) ? Tree.TagsOf(management, id)
        : throw Refusals.NoTarget();

    /// <summary>Gives it other tags.</summary>
    internal static void Put(Draft draft, string id, ImmutableArray<Tag> tags)
    {
        if (IsPolicy(id))
        {
            draft.Put(RequirePolicy(draft.Account, id) with { Tags = tags });
        }
        else if (draft.Account.Members.Find(id) is { } member)
        {
            draft.Put(member with { Tags = tags });
        }
        else if (draft.Account.Units.Find(id) is { } unit)
        {
            draft.Put(unit with { Tags = tags });
        }
        else
        {
            draft.Put(draft.Account.Organization! with { RootTags = tags });
        }
    }

    private static OrganizationPolicy RequirePolicy(Account management, string id) =>
        management.OrganizationPolicies.Find(id) is { AwsManaged: false } policy && policy.Id == id ? policy : throw Refusals.NoTarget();

    private static bool IsPolicy(string id) => id.StartsWith("p-", StringComparison.Ordinal);
}
