namespace Gatehouse.PolicyEngine;

/// <summary>The rules of a role's trust policy (V12, PL-43, PL-50).</summary>
internal static class TrustRules
{
    private static readonly string[] Actions =
    [
        "sts:AssumeRole", "sts:AssumeRoleWithSAML", "sts:AssumeRoleWithWebIdentity", "sts:TagSession", "sts:SetSourceIdentity", "sts:SetContext",
        "sts:DecodeAuthorizationMessage", "sts:GetAccessKeyInfo", "sts:GetCallerIdentity", "sts:GetFederationToken", "sts:GetServiceBearerToken", "sts:GetSessionToken",
    ];

    internal static void Check(DocumentShape shape, PolicyValidationOptions options, Problems problems)
    {
        foreach (var statement in shape.Statements)
        {
            OnlyRoleActions(statement, problems);
            if (statement.AnyResource is { } resource)
            {
                problems.Add(12, "resource-not-allowed", WireTexts.ProhibitedResource, resource, "no Resource: a trust policy is about its own role");
            }

            if (statement.NotPrincipal is { } not)
            {
                problems.Add(12, "not-principal", "Has prohibited field NotPrincipal", not, "a Principal");
            }

            if (statement.Principal is { Kind: JsonKind.String } star)
            {
                problems.Add(12, "bare-star", WireTexts.StarPrincipal, star, "{\"AWS\": \"*\"}");
            }
        }

        PrincipalRules.Check(shape, canonical: false, problems);
        if (!options.SharedProvidersWithoutTenant)
        {
            TenantsAreNamed(shape, options.SharedProviders, problems);
        }
    }

    private static void OnlyRoleActions(StatementShape statement, Problems problems)
    {
        if (statement.NotAction is { } not)
        {
            problems.Add(12, "not-action", WireTexts.TrustActions, not, "an Action");
        }

        foreach (var action in StatementShape.Strings(statement.Action))
        {
            var pattern = ActionPattern.Read(action.Text);
            if (!action.Text.StartsWith("sts:", StringComparison.OrdinalIgnoreCase) || !Actions.Any(pattern.Matches))
            {
                problems.Add(12, "trust-action", WireTexts.TrustActions, action, "actions of STS about roles");
            }
        }
    }

    private static void TenantsAreNamed(DocumentShape shape, IReadOnlyList<SharedProvider> further, Problems problems)
    {
        foreach (var statement in shape.Statements.Where(static statement => statement.Effect?.Text == "Allow"))
        {
            foreach (var (principal, node) in StatementShape.Principals(statement.Principal).Where(static entry => entry.Principal.Type == PolicyPrincipalType.Federated))
            {
                foreach (var key in SharedProviders.KeysOf(principal.Value, further).Where(key => !NamesTenant(statement, key)))
                {
                    problems.Add(12, "shared-provider", SharedProviders.Text(principal.Value, key), node, $"a condition on {key} that is not a lone wildcard");
                }
            }
        }
    }

    private static bool NamesTenant(StatementShape statement, string wanted) =>
        (statement.Condition?.Members ?? [])
        .Where(static block => ConditionOperators.TryFind(block.Name, out var found) && found is { Family: OperatorFamily.String or OperatorFamily.StringIgnoreCase or OperatorFamily.Glob, Negated: false }
            && !block.Name.EndsWith("IfExists", StringComparison.Ordinal) && !block.Name.StartsWith("ForAllValues:", StringComparison.Ordinal))
        .SelectMany(static block => block.Value.Members)
        .Any(key => string.Equals(key.Name, wanted, StringComparison.OrdinalIgnoreCase)
            && StatementShape.Strings(key.Value) is var values && values.All(static value => value.Text.AsSpan().ContainsAnyExcept('*', '?')));
}
