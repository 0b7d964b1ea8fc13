namespace Gatehouse.PolicyEngine;

/// <summary>An identity provider that serves many unrelated customers, and the keys that tell them apart.</summary>
/// <param name="Host">Its host and path, as in the provider's ARN.</param>
/// <param name="Keys">Keys one of which a trust policy must test.</param>
internal sealed record SharedProvider(string Host, IReadOnlyList<string> Keys);

/// <summary>The providers whose tokens say nothing until a tenant is named (PL-50).</summary>
internal static class SharedProviders
{
    private static readonly SharedProvider[] All =
    [
        Of("token.actions.githubusercontent.com", "sub"),
        Of("oidc-configuration.audit-log.githubusercontent.com", "sub"),
        Of("gitlab.com", "sub"),
        Of("app.terraform.io", "sub"),
        Of("agent.buildkite.com", "sub"),
        Of("oidc.codefresh.io", "sub"),
        Of("studio.datachain.ai/api", "sub"),
        Of("scalr.io", "sub"),
        Of("tokens.cloud.shisho.dev", "sub"),
        Of("proidc.upbound.io", "sub"),
        Of("api.pulumi.com/oidc", "aud"),
        Of("oidc.vercel.com", "aud"),
        Of("sandboxes.cloud", "aud"),
    ];

    internal static SharedProvider? Find(string principal)
    {
        var at = principal.IndexOf(":oidc-provider/", StringComparison.Ordinal);
        var host = at < 0 ? null : principal[(at + ":oidc-provider/".Length)..];
        return Array.Find(All, provider => string.Equals(provider.Host, host, StringComparison.OrdinalIgnoreCase));
    }

    internal static string Text(SharedProvider provider) =>
        $"Trust policy of an identity provider shared by many tenants ({provider.Host}) must evaluate one of: {string.Join(", ", provider.Keys)}";

    private static SharedProvider Of(string host, params string[] claims) => new(host, [.. claims.Select(claim => $"{host}:{claim}")]);
}
