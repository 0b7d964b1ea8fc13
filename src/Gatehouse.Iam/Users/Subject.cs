using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Wire;

namespace Gatehouse.Iam.Users;

/// <summary>The user that a call is about: the one it names, or the caller's own when it names none.</summary>
internal static class Subject
{
    /// <summary>The ARN of the user, whether or not there is one.</summary>
    internal static Arn Target(string? name, Call call) => name switch
    {
        null => call.OwnUser ?? call.Caller.Arn,
        _ when call.Account.Users.Find(name) is { } user => user.ArnIn(call.Account.Id),
        _ => User.ArnOf(call.Account.Id, "/", name),
    };

    /// <summary>Adds the user's tags, and how a denial prints it [PE-95].</summary>
    internal static void Require(string? name, Call call, Requirements needs)
    {
        var user = name is null ? call.Caller.User : call.Account.Users.Find(name);
        needs.ResourceTags(user?.Tags);
        if (user is not null || name is not null)
        {
            needs.PrintAs($"user {user?.Name ?? name}");
        }
    }

    /// <summary>The boundary that the user has; null when it has none. It is the value of <c>iam:PermissionsBoundary</c> in calls that name no other.</summary>
    internal static string? BoundaryOf(string name, Call call) => call.Account.Users.Find(name)?.PermissionsBoundary;

    /// <summary>The name of the user.</summary>
    /// <exception cref="ApiException">None is named, and the caller is no user.</exception>
    internal static string NameOf(string? name, Call call) =>
        name ?? call.Caller.UserName ?? throw new CommonException(CommonError.Validation, "Must specify userName when calling with non-User credentials");
}
