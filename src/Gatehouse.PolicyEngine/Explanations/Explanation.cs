namespace Gatehouse.PolicyEngine;

/// <summary>A decision with its reasons (PE-87).</summary>
public sealed record Explanation
{
    internal Explanation(AuthorizationRequest request, Decision decision)
    {
        Request = request;
        Decision = decision;
    }

    /// <summary>The question.</summary>
    public AuthorizationRequest Request { get; }

    /// <summary>The answer, the same as <see cref="Evaluator.Decide"/> gives.</summary>
    public Decision Decision { get; }

    /// <summary>Caller and resource belong to different accounts.</summary>
    public bool CrossAccount { get; init; }

    /// <summary>What each layer alone says.</summary>
    public IReadOnlyList<LayerResult> Layers { get; init; } = [];

    /// <summary>The statements that decide: the applying denies, or every applying allow of the layers that grant or cap; none for an implicit deny.</summary>
    public IReadOnlyList<MatchedStatement> Matched { get; init; } = [];

    /// <summary>Keys that a relevant statement asked for and the request did not have (PE-89).</summary>
    public IReadOnlyList<string> MissingContext { get; init; } = [];

    /// <summary>Layers that turned a grant into a denial, in the order in which messages name them (PE-91).</summary>
    public IReadOnlyList<PolicyLayer> BlockedBy { get; init; } = [];

    /// <summary>Policies that could not be read, for which alone the request is denied (PE-3).</summary>
    public IReadOnlyList<AttachedPolicy> Unreadable { get; init; } = [];

    /// <summary>Every statement, and which of its parts held.</summary>
    public IReadOnlyList<StatementTrace> Trace { get; init; } = [];

    /// <summary>The denial in AWS's words (PE section 11).</summary>
    /// <param name="options">How the service prints the resource, and what the caller may learn.</param>
    public string Sentence(AccessDeniedOptions? options = null) => AccessDeniedMessage.For(this, options ?? AccessDeniedOptions.Default);

    /// <summary>The explanation for a person, in a few lines.</summary>
    /// <param name="sensitive">Says of a condition key that its values must not be shown.</param>
    /// <param name="counterfactuals">What would turn the decision around, from <see cref="Counterfactuals.Find"/>, to be told too.</param>
    public string ToText(Func<string, bool>? sensitive = null, IReadOnlyList<Counterfactual>? counterfactuals = null) =>
        ExplanationText.Write(this, sensitive ?? (static _ => false), counterfactuals);

    /// <summary>The explanation for a program, as one JSON object.</summary>
    /// <param name="sensitive">Says of a condition key that its values must not be shown.</param>
    /// <param name="counterfactuals">What would turn the decision around, from <see cref="Counterfactuals.Find"/>, to be told too.</param>
    public string ToJson(Func<string, bool>? sensitive = null, IReadOnlyList<Counterfactual>? counterfactuals = null) =>
        ExplanationJson.Write(this, sensitive ?? (static _ => false), counterfactuals);
}
