using System.IO.Enumeration;
using Gatehouse.PolicyEngine;
using Gatehouse.ServiceAuthorization;

namespace Gatehouse.Iam.LastAccess;

/// <summary>Which services policies let anyone do anything in, whatever on and under whatever conditions: AWS's reading for access reports.</summary>
/// <remarks>Only what is allowed counts: a deny, a boundary or a control policy takes nothing away here.</remarks>
internal static class GrantedServices
{
    /// <summary>Whether a document lets anyone do anything in a service. One that cannot be read grants nothing.</summary>
    internal static bool Grants(PolicyDocument? document, string service) => document?.Statements.Any(statement =>
        statement.Effect == PolicyEffect.Allow && (statement.NotAction
            ? !statement.Actions.Any(pattern => CoversAll(pattern, service))
            : statement.Actions.Any(pattern => Names(pattern, service)))) == true;

    /// <summary>The services of AWS that documents grant, in the order of their prefixes.</summary>
    internal static IReadOnlyList<ServiceEntry> Of(IReadOnlyList<PolicyDocument?> documents, AuthorizationReference reference)
    {
        // Most patterns name one service outright; only the others are tried on all of them.
        var named = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var patterns = new HashSet<string>(StringComparer.OrdinalIgnoreCase);
        var excepting = false;
        foreach (var statement in documents.OfType<PolicyDocument>().SelectMany(document => document.Statements).Where(statement => statement.Effect == PolicyEffect.Allow))
        {
            excepting |= statement.NotAction;
            if (!statement.NotAction)
            {
                foreach (var prefix in statement.Actions.Select(PrefixOf))
                {
                    (prefix.AsSpan().ContainsAny('*', '?') ? patterns : named).Add(prefix);
                }
            }
        }

        return reference.Services.Where(service => named.Contains(service.Prefix)
            || patterns.Any(pattern => Like(pattern, service.Prefix))
            || (excepting && documents.Any(document => Grants(document, service.Prefix)))).ToList();
    }

    /// <summary>Whether documents allow an action on anything.</summary>
    internal static bool GrantAction(IReadOnlyList<PolicyDocument?> documents, string action) => documents.Any(document => document?.Statements.Any(statement =>
        statement.Effect == PolicyEffect.Allow && statement.Actions.Any(pattern => Like(pattern, action)) != statement.NotAction) == true);

    private static bool Names(string pattern, string service) => Like(PrefixOf(pattern), service);

    private static bool CoversAll(string pattern, string service) =>
        pattern.Trim('*').Length == 0 || (Names(pattern, service) && pattern.EndsWith(":*", StringComparison.Ordinal));

    private static string PrefixOf(string pattern) => pattern.IndexOf(':', StringComparison.Ordinal) is >= 0 and var colon ? pattern[..colon] : pattern;

    private static bool Like(string pattern, string text) => FileSystemName.MatchesSimpleExpression(pattern, text, ignoreCase: true);
}
