using Gatehouse.Accounts.Entities;

namespace Gatehouse.Accounts;

/// <summary>Who holds which managed policy in a version of an account, and who is in which group.</summary>
/// <remarks>Read from what the tables keep with every change, so that asking costs the same in an account of any size.</remarks>
public readonly struct Attachments : IEquatable<Attachments>
{
    private const string AsBoundary = "boundary ";

    private readonly Account account;

    internal Attachments(Account account) => this.account = account;

    /// <summary>How many different policies are attached to anyone or used as a boundary.</summary>
    public int PoliciesInUse => account.Users.Mentioned.Concat(account.Groups.Mentioned).Concat(account.Roles.Mentioned)
        .Select(static what => what.StartsWith(AsBoundary, StringComparison.Ordinal) ? what[AsBoundary.Length..] : what)
        .Where(static what => what.StartsWith("arn:", StringComparison.Ordinal))
        .Distinct(StringComparer.Ordinal).Count();

    /// <summary>How many users, groups and roles a policy is attached to.</summary>
    public int CountOf(string policyArn) =>
        account.Users.CountMentioning(policyArn) + account.Groups.CountMentioning(policyArn) + account.Roles.CountMentioning(policyArn);

    /// <summary>How many users and roles have a policy as their boundary.</summary>
    public int BoundariesOf(string policyArn) =>
        account.Users.CountMentioning(AsBoundary + policyArn) + account.Roles.CountMentioning(AsBoundary + policyArn);

    /// <summary>The users of a group, in the order of their names.</summary>
    public IReadOnlyList<User> MembersOf(Group group) => [.. account.Users.Mentioning(group.Id)];

    /// <inheritdoc/>
    public bool Equals(Attachments other) => ReferenceEquals(account, other.account);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => obj is Attachments other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => account?.GetHashCode() ?? 0;

    /// <summary>What a holder mentions: its policies, and its boundary as one.</summary>
    internal static IEnumerable<string> MentionsOf(IHolder holder) =>
        holder.PermissionsBoundary is { } boundary ? holder.AttachedPolicies.Append(AsBoundary + boundary) : holder.AttachedPolicies;
}
