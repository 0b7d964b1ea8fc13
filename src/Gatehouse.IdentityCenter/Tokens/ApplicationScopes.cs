using System.Collections.Immutable;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.IdentityCenter.Tokens;

/// <summary>What the tokens of an application may be used for.</summary>
internal static class ApplicationScopes
{
    // AWS: what every application's tokens have. INVARIANT: no grant of an application is without scopes, for one without may ask for roles.
    private static readonly string[] Always = ["openid", "aws", "sts:identity_context"];

    /// <summary>The scopes of a grant.</summary>
    /// <param name="application">The application.</param>
    /// <param name="asked">Those that are asked for; all it has when none are.</param>
    /// <exception cref="Contracts.SsoOidc.InvalidScopeException">It has one of them not.</exception>
    internal static ImmutableArray<string> Of(IdentityApplication application, IReadOnlyList<string>? asked)
    {
        var own = application.Scopes.Select(static scope => scope.Scope).ToList();
        if (asked?.Any(scope => !own.Contains(scope) && !Always.Contains(scope)) == true)
        {
            throw OidcRefusals.Scope();
        }

        return [.. Always, .. (asked is { Count: > 0 } ? asked : own).Except(Always).Distinct()];
    }
}
