namespace Gatehouse.PolicyEngine;

/// <summary>What each kind of policy demands and forbids beyond the language (PL section 5; V10 to V12).</summary>
internal sealed class KindRules
{
    private const string Star = "*";

    private readonly DocumentShape shape;
    private readonly PolicyKind kind;
    private readonly Problems problems;

    private KindRules(DocumentShape shape, PolicyKind kind, Problems problems)
    {
        this.shape = shape;
        this.kind = kind;
        this.problems = problems;
    }

    private bool OfOrganization => kind is PolicyKind.ServiceControl or PolicyKind.ResourceControl;

    internal static void Check(DocumentShape shape, PolicyKind kind, PolicyValidationOptions options, Problems problems)
    {
        var rules = new KindRules(shape, kind, problems);
        if (kind is not (PolicyKind.Resource or PolicyKind.Trust))
        {
            rules.ResourcesExist();
        }

        if (kind is PolicyKind.Resource or PolicyKind.Trust or PolicyKind.ResourceControl or PolicyKind.Endpoint)
        {
            rules.PrincipalsExist();
        }
        else
        {
            rules.NoPrincipals();
        }

        switch (kind)
        {
            case PolicyKind.Trust:
                TrustRules.Check(shape, options, problems);
                break;
            case PolicyKind.Resource:
                PrincipalRules.Check(shape, canonical: true, problems);
                break;
            case PolicyKind.ServiceControl:
                rules.ShortResources(static text => text.EndsWith('*'), "a short ARN that ends in \"*\", or all six fields");
                break;
            case PolicyKind.ResourceControl:
                rules.OnlyEveryone();
                rules.ResourceControl();
                rules.ShortResources(static _ => false, "all six fields");
                break;
            case PolicyKind.Endpoint:
                rules.OnlyEveryone();
                break;
            default:
                break;
        }
    }

    private void ResourcesExist()
    {
        foreach (var statement in shape.Statements)
        {
            if (!StatementShape.Strings(statement.AnyResource).Any())
            {
                var text = OfOrganization ? WireTexts.PolicyType : WireTexts.Resources;
                problems.Add(10, "no-resource", text, statement.AnyResource ?? statement.Node, "at least one resource", "none");
            }
        }
    }

    private void NoPrincipals()
    {
        foreach (var principal in shape.Statements.Select(static statement => statement.AnyPrincipal).OfType<PolicyNode>())
        {
            problems.Add(11, "principal-not-allowed", OfOrganization ? WireTexts.PolicyType : WireTexts.NoPrincipal, principal, "no Principal or NotPrincipal");
        }
    }

    private void PrincipalsExist()
    {
        foreach (var statement in shape.Statements.Where(static statement => statement.AnyPrincipal is null))
        {
            problems.Add(12, "no-principal", OfOrganization ? WireTexts.PolicyType : WireTexts.MissingPrincipal, statement.Node, "a Principal", "none");
        }
    }

    private void OnlyEveryone()
    {
        foreach (var statement in shape.Statements)
        {
            if (statement.NotPrincipal is { } not)
            {
                problems.Add(12, "not-principal", Text(), not, "a Principal of \"*\"");
            }
            else if (statement.Principal is { } principal && !StatementShape.Principals(principal).All(static one => one.Principal is { Type: PolicyPrincipalType.Aws, Value: Star }))
            {
                problems.Add(12, "principal-not-everyone", Text(), principal, "\"*\"");
            }
        }

        string Text() => OfOrganization ? WireTexts.PolicyType : WireTexts.NoPrincipal;
    }

    private void ResourceControl()
    {
        foreach (var statement in shape.Statements)
        {
            if (statement.NotAction is { } not)
            {
                problems.Add(12, "not-action", WireTexts.PolicyType, not, "an Action");
            }

            foreach (var action in StatementShape.Strings(statement.Action).Where(static action => action.Text == Star))
            {
                problems.Add(12, "lone-action", WireTexts.PolicyType, action, "actions of a service");
            }

            if (statement.Effect is { Text: "Allow" } effect)
            {
                problems.Add(12, "effect-not-allowed", WireTexts.PolicyType, effect, "Deny");
            }
        }
    }

    private void ShortResources(Func<string, bool> accepts, string allowed)
    {
        foreach (var resource in shape.Statements.SelectMany(static statement => StatementShape.Strings(statement.AnyResource)))
        {
            if (resource.Text != Star && resource.Text.AsSpan().Count(':') < 5 && !accepts(resource.Text))
            {
                problems.Add(12, "short-resource", WireTexts.PolicyType, resource, allowed);
            }
        }
    }
}
