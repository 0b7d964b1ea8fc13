namespace Gatehouse.PolicyEngine;

/// <summary>One change to a request or to a policy.</summary>
/// <param name="Kind">What is changed.</param>
public sealed record CounterfactualChange(CounterfactualKind Kind)
{
    /// <summary>The layer whose policies change; <see cref="PolicyLayer.None"/> when the request does.</summary>
    public PolicyLayer Layer { get; init; }

    /// <summary>For SCPs and RCPs the node of the organization tree.</summary>
    public string? Target { get; init; }

    /// <summary>The statement to remove or to narrow.</summary>
    public MatchedStatement? Statement { get; init; }

    /// <summary>As JSON: the statement to add, or the condition that narrows.</summary>
    public string? Json { get; init; }

    /// <summary>The condition key of the request that changes, or that narrows.</summary>
    public string? Key { get; init; }

    /// <summary>The values the key gets.</summary>
    public IReadOnlyList<string> Values { get; init; } = [];

    /// <summary>The change for a person, in one line.</summary>
    /// <param name="sensitive">Says of a condition key that its values must not be shown.</param>
    public string ToText(Func<string, bool>? sensitive = null) => CounterfactualText.Line(this, sensitive ?? (static _ => false));

    /// <summary>Tells changes apart that differ in anything.</summary>
    internal string Signature => $"{Kind}|{Layer}|{Target}|{Statement?.Policy.Name}|{Statement?.Policy.Arn}|{Statement?.Statement.Index}|{Json}|{Key}|{string.Join('|', Values)}";
}
