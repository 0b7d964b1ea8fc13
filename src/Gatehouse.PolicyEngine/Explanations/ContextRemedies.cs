namespace Gatehouse.PolicyEngine;

/// <summary>Finds values of a condition key by which a test comes out as wished: likely values are tried on the test itself.</summary>
internal static class ContextRemedies
{
    private const int MostTried = 64;

    // Another caller, or another owner of the resource, would be another question.
    private static readonly HashSet<string> Fixed = new(StringComparer.OrdinalIgnoreCase)
    {
        "aws:PrincipalAccount", "aws:PrincipalArn", "aws:PrincipalIsAWSService", "aws:PrincipalOrgID", "aws:PrincipalOrgPaths", "aws:PrincipalServiceName",
        "aws:PrincipalServiceNamesList", "aws:PrincipalType", "aws:ResourceAccount", "aws:ResourceOrgID", "aws:ResourceOrgPaths", "aws:userid", "aws:username",
    };

    /// <summary>The change to the context by which a test holds, or fails; null if none was found.</summary>
    internal static CounterfactualChange? For(ConditionTest test, IReadOnlyList<string> wanted, RequestContext context, bool hold)
    {
        var key = test.Key.Name;
        if (!test.Understood || Fixed.Contains(key))
        {
            return null;
        }

        foreach (var values in ConditionCandidates.For(test.Written, wanted, context.TryGet(key, out _)).Take(MostTried))
        {
            if (test.Holds(ContextEdits.Copy(context, key, values)) == hold)
            {
                return Change(key, values);
            }
        }

        return null;
    }

    /// <summary>The value of a variable by which a statement is about the resource, such as the tag that stands in its path.</summary>
    internal static CounterfactualChange? ForResource(MatchedStatement match, string resource, RequestContext context)
    {
        var statement = match.Statement.Compiled;
        var view = new ResourceView(resource);
        var ofResource = match.Layer is PolicyLayer.Resource or PolicyLayer.Trust or PolicyLayer.ResourceControl or PolicyLayer.Endpoint;
        foreach (var key in (statement.Resources ?? []).SelectMany(static pattern => pattern.Variables).Select(static variable => variable.Key!.Name).Distinct(StringComparer.OrdinalIgnoreCase))
        {
            foreach (var part in Fixed.Contains(key) ? [] : resource.Split('/', ':').Where(static part => part.Length > 0).Distinct(StringComparer.Ordinal).Take(MostTried))
            {
                if (statement.MatchesResource(view, ContextEdits.Copy(context, key, [part]), ofResource))
                {
                    return Change(key, [part]);
                }
            }
        }

        return null;
    }

    private static CounterfactualChange Change(string key, string[]? values) =>
        new(values is null ? CounterfactualKind.RemoveContext : CounterfactualKind.SetContext) { Key = key, Values = values ?? [] };
}
