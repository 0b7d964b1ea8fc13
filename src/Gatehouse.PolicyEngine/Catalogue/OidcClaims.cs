using System.Collections.Frozen;

namespace Gatehouse.PolicyEngine;

/// <summary>The claims of identity providers that become condition keys, <c>PROVIDER:claim</c> (PL-121 to PL-123).</summary>
public static class OidcClaims
{
    private static readonly string[] OfAll = ["aud", "oaud", "sub", "amr", "email"];

    private static readonly FrozenDictionary<string, string[]> Specific = new Dictionary<string, string[]>
    {
        ["token.actions.githubusercontent.com"] =
        [
            "actor", "actor_id", "enterprise_id", "environment", "job_workflow_ref", "ref", "repository", "repository_id", "repository_owner_id", "workflow",
            "runner_environment",
        ],
        ["gitlab.com"] = ["namespace_id", "pipeline_source", "project_id", "ref_protected", "runner_environment", "user_access_level", "user_email", "user_id", "user_login"],
        ["accounts.google.com"] = ["google/organization_number"],
        ["graph.facebook.com"] = ["app_id", "id"],
        ["www.amazon.com"] = ["app_id", "user_id"],
        ["cognito-identity.amazonaws.com"] = [],
        ["agent.buildkite.com"] = ["build_branch", "cluster_id", "cluster_name", "organization_id", "organization_slug", "pipeline_id", "pipeline_slug"],
        ["oidc.circleci.com"] = ["oidc.circleci.com/project-id"],
        ["identity.oraclecloud.com"] = ["rpst_id"],
    }.ToFrozenDictionary(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> BuiltIn =
        new[] { "accounts.google.com", "graph.facebook.com", "www.amazon.com", "cognito-identity.amazonaws.com" }.ToFrozenSet(StringComparer.OrdinalIgnoreCase);

    private static readonly FrozenSet<string> Staying = new[] { "aud", "app_id", "sub", "id", "user_id", "amr" }.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>The claims that every provider offers as keys (PL-122).</summary>
    public static IReadOnlyList<string> Common => OfAll;

    /// <summary>The claims of a provider that AWS offers as keys; null for a provider it has no list for, of which every plain claim is offered (PL-124).</summary>
    /// <param name="provider">URL of the provider without scheme.</param>
    public static IReadOnlyList<string>? Of(string provider)
    {
        ArgumentNullException.ThrowIfNull(provider);
        return Specific.TryGetValue(Canonical(provider), out var claims) ? [.. OfAll, .. claims] : null;
    }

    /// <summary>Whether a claim of the assumption stays a key of every later request of the session (PL-125).</summary>
    /// <param name="provider">URL of the provider without scheme.</param>
    /// <param name="claim">The claim.</param>
    public static bool Stays(string provider, string claim) => BuiltIn.Contains(provider) && Staying.Contains(claim);

    internal static ConditionKey? Find(string name)
    {
        var colon = name.LastIndexOf(':');
        if (colon < 0 || !name[..colon].Contains('.'))
        {
            return null;
        }

        var claim = name[(colon + 1)..];
        return Of(name[..colon])?.Contains(claim, StringComparer.Ordinal) ?? OfAll.Contains(claim, StringComparer.Ordinal)
            ? new(name, ConditionKeyType.String, Multivalued: claim == "amr")
            : null;
    }

    // Enterprises and organizations have the provider under a path or domain of their own.
    private static string Canonical(string provider)
    {
        var host = provider.Split('/')[0];
        return host switch
        {
            "github.com" => "token.actions.githubusercontent.com",
            _ when host.StartsWith("token.actions.", StringComparison.OrdinalIgnoreCase) && host.EndsWith(".ghe.com", StringComparison.OrdinalIgnoreCase) => "token.actions.githubusercontent.com",
            _ when host.EndsWith(".identity.oraclecloud.com", StringComparison.OrdinalIgnoreCase) => "identity.oraclecloud.com",
            _ => host,
        };
    }
}
