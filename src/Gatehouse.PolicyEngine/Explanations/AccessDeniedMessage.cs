namespace Gatehouse.PolicyEngine;

/// <summary>Says a denial in AWS's words (PE section 11).</summary>
public static class AccessDeniedMessage
{
    private const string Nobody = "Access Denied";

    /// <summary>The sentence for a request that was denied.</summary>
    /// <param name="request">The question.</param>
    /// <param name="policies">The policies that were asked.</param>
    /// <param name="options">How the service prints the resource, and what the caller may learn.</param>
    public static string For(AuthorizationRequest request, PolicyInputs policies, AccessDeniedOptions? options = null) =>
        For(Evaluator.Explain(request, policies), options ?? AccessDeniedOptions.Default);

    /// <summary>How messages call a layer: with its article where it denies explicitly.</summary>
    /// <param name="layer">The layer.</param>
    /// <param name="article">With the article.</param>
    internal static string NameOf(PolicyLayer layer, bool article) => layer switch
    {
        PolicyLayer.Identity => article ? "an identity-based policy" : "identity-based policy",
        PolicyLayer.Resource => article ? "a resource-based policy" : "resource-based policy",
        PolicyLayer.Trust => article ? "the role trust policy" : "role trust policy",
        PolicyLayer.Boundary => article ? "a permissions boundary" : "permissions boundary",
        PolicyLayer.Session => article ? "a session policy" : "session policy",
        PolicyLayer.ServiceControl => article ? "a service control policy" : "service control policy",
        PolicyLayer.ResourceControl => article ? "a resource control policy" : "resource control policy",
        PolicyLayer.Endpoint => article ? "a VPC endpoint policy" : "VPC endpoint policy",
        _ => "",
    };

    internal static string For(Explanation explanation, AccessDeniedOptions options)
    {
        var request = explanation.Request;
        return request.Principal.Kind switch
        {
            PrincipalKind.Anonymous => Nobody,

            // AWS: a provider is told neither who it is nor why (PE-77).
            PrincipalKind.IdentityProvider => $"Not authorized to perform {request.Action}",
            _ => $"User: {request.Principal.Arn ?? request.Principal.Name} is not authorized to perform: {request.Action}{OnResource(request, options)}{Because(explanation, options)}",
        };
    }

    private static string OnResource(AuthorizationRequest request, AccessDeniedOptions options)
    {
        var resource = options.Resource ?? request.Resource;
        return options.OmitResource ? "" : $" on resource: {(options.QuoteResource ? $"\"{resource}\"" : resource)}";
    }

    private static string Because(Explanation explanation, AccessDeniedOptions options)
    {
        var (outcome, layer) = explanation.Decision;
        return outcome switch
        {
            DecisionOutcome.ExplicitDeny => $" with an explicit deny in {NameOf(layer, article: true)}{PolicyOf(explanation, options)}",
            DecisionOutcome.ImplicitDeny when NameOf(layer, article: false) is { Length: > 0 } name => $" because no {name} allows the {explanation.Request.Action} action",
            DecisionOutcome.ImplicitDeny when layer == PolicyLayer.EvaluationError => Unsure(explanation),
            _ => "",
        };
    }

    // AWS has no word for it. Without one, nobody would look for the policy that was deleted under a session.
    private static string Unsure(Explanation explanation) => explanation.Unreadable.Count > 0
        ? " because a policy that applies is missing or cannot be read"
        : " because the policies that apply could not be evaluated";

    private static string PolicyOf(Explanation explanation, AccessDeniedOptions options)
    {
        var layer = explanation.Decision.Layer;
        var mayKnow = layer switch
        {
            PolicyLayer.Identity or PolicyLayer.Boundary or PolicyLayer.Session or PolicyLayer.ServiceControl => true,
            PolicyLayer.ResourceControl => !explanation.CrossAccount || options.SameOrganization,
            _ => false,
        };
        var policy = mayKnow && !options.HidePolicyArn ? explanation.Matched.FirstOrDefault(match => match.Layer == layer)?.Policy.Arn : null;
        return policy is null ? "" : $": {policy}";
    }
}
