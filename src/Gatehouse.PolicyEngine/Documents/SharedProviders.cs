namespace Gatehouse.PolicyEngine;

/// <summary>The providers whose tokens say nothing until a tenant is named (PL-50).</summary>
internal static class SharedProviders
{
    private const string Kind = ":oidc-provider/";

    private static readonly SharedProvider[] All =
    [
        new("token.actions.githubusercontent.com", "sub"),
        new("vstoken.actions.githubusercontent.com", "sub"),
        new("oidc-configuration.audit-log.githubusercontent.com", "sub"),
        new("gitlab.com", "sub"),
        new("app.terraform.io", "sub"),
        new("agent.buildkite.com", "sub"),
        new("oidc.codefresh.io", "sub"),
        new("studio.datachain.ai/api", "sub"),
        new("scalr.io", "sub"),
        new("tokens.cloud.shisho.dev", "sub"),
        new("proidc.upbound.io", "sub"),
        new("oidc.op1.openshiftapps.com/2f785sojlpb85i7402pk3qogugim5nfb", "sub"),
        new("oidc.op1.openshiftapps.com/2c51blsaqa9gkjt0o9rt11mle8mmropu", "sub"),
        new("rh-oidc.s3.us-east-1.amazonaws.com/22ejnvnnturfmt6km08idd0nt4hekbn7", "sub"),
        new("rh-oidc.s3.us-east-1.amazonaws.com/23e3sd27sju1hoou6ohfs68vbno607tr", "sub"),
        new("rh-oidc.s3.us-east-1.amazonaws.com/23ne21h005qjl3n33d8dui5dlrmv2tmg", "sub"),
        new("rh-oidc.s3.us-east-1.amazonaws.com/24jrf12m5dj7ljlfb4ta2frhrcoadm26", "sub"),
        new("cognito-identity.amazonaws.com", "aud"),
        new("api.pulumi.com/oidc", "aud"),
        new("oidc.vercel.com", "aud"),
        new("sandboxes.cloud", "aud"),

        // Its tokens say nothing of the tenant; the session's name does.
        new("sts.windows.net/33e01921-4d64-4f8c-a055-5bdaffd5e33d", "sts:RoleSessionName"),
    ];

    /// <summary>The keys each of which a trust policy that names a provider must test; none where the provider is of one tenant.</summary>
    /// <param name="principal">The ARN of the provider, or the name of a built-in one.</param>
    /// <param name="further">Shared providers besides those that AWS knows.</param>
    internal static IEnumerable<string> KeysOf(string principal, IReadOnlyList<SharedProvider> further)
    {
        // A slash at the end makes no other provider, and yet another name of its keys.
        var name = NameOf(principal);
        return All.Concat(further)
            .Where(provider => string.Equals(provider.Host.TrimEnd('/'), name.TrimEnd('/'), StringComparison.OrdinalIgnoreCase))
            .Select(provider => provider.Claim.Contains(':') ? provider.Claim : $"{name}:{provider.Claim}")
            .Distinct(StringComparer.OrdinalIgnoreCase);
    }

    internal static string Text(string principal, string key) =>
        $"Trust policy of an identity provider shared by many tenants ({NameOf(principal)}) must evaluate: {key}";

    private static string NameOf(string principal) =>
        principal.IndexOf(Kind, StringComparison.Ordinal) is var at and >= 0 ? principal[(at + Kind.Length)..] : principal;
}
