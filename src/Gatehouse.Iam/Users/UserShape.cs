using Gatehouse.Accounts.Entities;
using Gatehouse.Iam.Tagging;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Users;

/// <summary>A user as the wire shows it.</summary>
internal static class UserShape
{
    /// <summary>The whole user, as CreateUser and GetUser show it.</summary>
    internal static Shapes.User Describe(this User user, Accounts.Account account, DateTimeOffset? passwordLastUsed = null) => new()
    {
        Arn = user.ArnIn(account.Id).Text,
        CreateDate = user.Created,
        Path = user.Path,
        UserId = user.Id,
        UserName = user.Name,
        PasswordLastUsed = passwordLastUsed,
        PermissionsBoundary = user.PermissionsBoundary.DescribeBoundary(),
        Tags = user.Tags.Describe(),
    };

    /// <summary>The user as lists show it: AWS leaves out tags and boundary there.</summary>
    internal static Shapes.User DescribeListed(this User user, Accounts.Account account, DateTimeOffset? passwordLastUsed = null) => new()
    {
        Arn = user.ArnIn(account.Id).Text,
        CreateDate = user.Created,
        Path = user.Path,
        UserId = user.Id,
        UserName = user.Name,
        PasswordLastUsed = passwordLastUsed,
    };

    /// <summary>When the password of a user, or of <see cref="Accounts.Account.RootOwner"/>, last signed in; null when it never did [AU-209].</summary>
    internal static DateTimeOffset? PasswordLastUsed(Accounts.Call call, string owner) =>
        call.Installation.Accounts.Loaded(call.Account.Id)?.Activity.PasswordUse(owner)?.Time;

    /// <summary>A boundary as the wire shows it.</summary>
    internal static Shapes.AttachedPermissionsBoundary? DescribeBoundary(this string? arn) =>
        arn is null ? null : new() { PermissionsBoundaryArn = arn, PermissionsBoundaryType = "Policy" };
}
