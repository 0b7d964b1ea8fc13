using System.Collections.Frozen;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.Accounts;

/// <summary>Who holds which managed policy, counted once for a version of an account.</summary>
public sealed class Attachments
{
    private readonly FrozenDictionary<string, int> attached;
    private readonly FrozenDictionary<string, int> boundaries;
    private readonly FrozenDictionary<string, User[]> members;

    private Attachments(FrozenDictionary<string, int> attached, FrozenDictionary<string, int> boundaries, FrozenDictionary<string, User[]> members)
    {
        this.attached = attached;
        this.boundaries = boundaries;
        this.members = members;
    }

    /// <summary>How many different policies are attached to anyone or used as a boundary.</summary>
    public int PoliciesInUse => attached.Keys.Union(boundaries.Keys, StringComparer.Ordinal).Count();

    /// <summary>How many users, groups and roles a policy is attached to.</summary>
    public int CountOf(string policyArn) => attached.GetValueOrDefault(policyArn);

    /// <summary>How many users and roles have a policy as their boundary.</summary>
    public int BoundariesOf(string policyArn) => boundaries.GetValueOrDefault(policyArn);

    /// <summary>The users of a group, in the order of their names.</summary>
    public IReadOnlyList<User> MembersOf(Group group) => members.GetValueOrDefault(group.Id) ?? [];

    internal static Attachments Of(Account account)
    {
        var attached = new Dictionary<string, int>(StringComparer.Ordinal);
        var boundaries = new Dictionary<string, int>(StringComparer.Ordinal);
        foreach (var holder in account.Users.Cast<IHolder>().Concat(account.Groups).Concat(account.Roles))
        {
            foreach (var arn in holder.AttachedPolicies)
            {
                attached[arn] = attached.GetValueOrDefault(arn) + 1;
            }

            if (holder.PermissionsBoundary is { } boundary)
            {
                boundaries[boundary] = boundaries.GetValueOrDefault(boundary) + 1;
            }
        }

        var members = account.Users
            .SelectMany(user => user.Groups, (user, group) => (User: user, Group: group))
            .GroupBy(member => member.Group, StringComparer.Ordinal)
            .ToFrozenDictionary(group => group.Key, group => group.Select(member => member.User).ToArray(), StringComparer.Ordinal);
        return new(attached.ToFrozenDictionary(StringComparer.Ordinal), boundaries.ToFrozenDictionary(StringComparer.Ordinal), members);
    }
}
