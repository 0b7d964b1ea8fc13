using Gatehouse.Accounts.Entities;
using Gatehouse.Iam.Tagging;
using Shapes = Gatehouse.Contracts.Iam.Shapes;

namespace Gatehouse.Iam.Users;

/// <summary>A user as the wire shows it.</summary>
internal static class UserShape
{
    /// <summary>The whole user, as CreateUser and GetUser show it.</summary>
    internal static Shapes.User Describe(this User user, Accounts.Account account) => new()
    {
        Arn = user.ArnIn(account.Id).Text,
        CreateDate = user.Created,
        Path = user.Path,
        UserId = user.Id,
        UserName = user.Name,
        PermissionsBoundary = user.PermissionsBoundary.DescribeBoundary(),
        Tags = user.Tags.Describe(),
    };

    /// <summary>The user as lists show it: AWS leaves out tags and boundary there.</summary>
    internal static Shapes.User DescribeListed(this User user, Accounts.Account account) => new()
    {
        Arn = user.ArnIn(account.Id).Text,
        CreateDate = user.Created,
        Path = user.Path,
        UserId = user.Id,
        UserName = user.Name,
    };

    /// <summary>A boundary as the wire shows it.</summary>
    internal static Shapes.AttachedPermissionsBoundary? DescribeBoundary(this string? arn) =>
        arn is null ? null : new() { PermissionsBoundaryArn = arn, PermissionsBoundaryType = "Policy" };
}
