namespace Gatehouse.PolicyEngine;

/// <summary>Tells changes to a person.</summary>
internal static class CounterfactualText
{
    internal static string Line(CounterfactualChange change, Func<string, bool> sensitive) => change.Kind switch
    {
        CounterfactualKind.SetContext => Set(change.Key!, sensitive(change.Key!) ? ExplanationText.Redacted : string.Join(", ", change.Values)),
        CounterfactualKind.RemoveContext => $"request without {change.Key}",
        CounterfactualKind.NarrowStatement => $"narrow {Name(change)} by the condition {Condition(change, sensitive)}",
        CounterfactualKind.AddStatement => $"add to {ExplanationText.NameOf(change.Layer, change.Target)}: {change.Json}",
        _ => $"remove {Name(change)}",
    };

    /// <summary>The condition that narrows, as far as it may be shown.</summary>
    internal static string Condition(CounterfactualChange change, Func<string, bool> sensitive) =>
        sensitive(change.Key!) ? $$$"""{"ArnNotEquals":{"{{{change.Key}}}":"{{{ExplanationText.Redacted}}}"}}""" : change.Json!;

    private static string Set(string key, string value)
    {
        var slash = key.IndexOf('/', StringComparison.Ordinal);
        var tag = $"{key[(slash + 1)..]} = {value}";
        return (slash < 0 ? "" : key[..slash].ToUpperInvariant()) switch
        {
            "AWS:PRINCIPALTAG" => $"tag the principal: {tag} ({key})",
            "AWS:REQUESTTAG" => $"send the tag: {tag} ({key})",
            var kind when kind.EndsWith(":RESOURCETAG", StringComparison.Ordinal) => $"tag the resource: {tag} ({key})",
            _ when key.Equals("aws:MultiFactorAuthPresent", StringComparison.OrdinalIgnoreCase) && value == "true" => $"sign in with MFA: {key} = true",
            _ => $"request with {key} = {value}",
        };
    }

    private static string Name(CounterfactualChange change)
    {
        var match = change.Statement!;
        var statement = match.Statement;
        return $"{statement.Effect} {ExplanationText.NameOf(statement)} of {match.Policy.Name} in {ExplanationText.NameOf(change.Layer, change.Target)} ({statement.Start.Line}:{statement.Start.Column} to {statement.End.Line}:{statement.End.Column})";
    }
}
