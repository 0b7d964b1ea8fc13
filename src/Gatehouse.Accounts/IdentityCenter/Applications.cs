using System.Collections.Immutable;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.Accounts.IdentityCenter;

/// <summary>The applications of an instance, by their ARNs.</summary>
public static class Applications
{
    // AWS: what every application's tokens have. INVARIANT: no grant of an application is without scopes, for one without may ask for roles.
    private static readonly ImmutableArray<string> Always = ["openid", "aws", "sts:identity_context"];

    /// <summary>An application by its ARN; null when the account has no such one.</summary>
    public static IdentityApplication? FindApplication(this Account account, string arn)
    {
        ArgumentNullException.ThrowIfNull(account);
        ArgumentNullException.ThrowIfNull(arn);
        return account.IdentityCenter is { } instance && account.IdentityApplications.Find(arn[(arn.LastIndexOf('/') + 1)..]) is { } application
            && application.ArnIn(account.Id, instance.Id).Text == arn ? application : null;
    }

    /// <summary>The scopes of a grant of an application; null when it has one of those that are asked for not.</summary>
    /// <param name="application">The application.</param>
    /// <param name="asked">Those that are asked for; all it has when none are.</param>
    public static ImmutableArray<string>? ScopesOf(this IdentityApplication application, IReadOnlyList<string>? asked)
    {
        ArgumentNullException.ThrowIfNull(application);
        var own = application.Scopes.Select(static scope => scope.Scope).ToList();
        return asked?.Any(scope => !own.Contains(scope) && !Always.Contains(scope)) == true
            ? null
            : [.. Always, .. (asked is { Count: > 0 } ? asked : own).Except(Always).Distinct()];
    }
}
