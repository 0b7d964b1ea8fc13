using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;

namespace Gatehouse.Sts.Roles;

/// <summary>Finds the role that a request names by its ARN.</summary>
internal static class RoleArns
{
    private const string Start = "arn:aws:iam::";
    private const string Kind = ":role";
    private const int AccountLength = 12;

    /// <summary>The role with this ARN, its name in any case; null when the account has none, or is not the ARN's.</summary>
    internal static Role? Find(string arn, Account? owner)
    {
        if (owner is null || !TrySplit(arn, owner.Id, out var path, out var name))
        {
            return null;
        }

        var role = owner.Roles.Find(name);
        return role is not null && path.SequenceEqual(role.Path) ? role : null;
    }

    /// <summary>The ARN under which policies are asked: the stored spelling of a role that exists, the text as sent for anything else [PE-10].</summary>
    internal static Arn Stored(string arn, Account? owner) =>
        Find(arn, owner) is not { } role || arn.EndsWith(role.Name, StringComparison.Ordinal) ? new(arn) : role.ArnIn(owner!.Id);

    private static bool TrySplit(string arn, string account, out ReadOnlySpan<char> path, out string name)
    {
        path = default;
        name = "";
        var rest = arn.AsSpan();
        if (!rest.StartsWith(Start))
        {
            return false;
        }

        rest = rest[Start.Length..];
        if (!rest.StartsWith(account) || !rest[AccountLength..].StartsWith(Kind))
        {
            return false;
        }

        rest = rest[(AccountLength + Kind.Length)..];
        var slash = rest.LastIndexOf('/');
        if (slash < 0)
        {
            return false;
        }

        path = rest[..(slash + 1)];
        name = rest[(slash + 1)..].ToString();
        return name.Length > 0;
    }
}
