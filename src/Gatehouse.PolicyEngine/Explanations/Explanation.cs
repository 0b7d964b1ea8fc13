namespace Gatehouse.PolicyEngine;

/// <summary>A decision with its reasons (PE-87).</summary>
public sealed record Explanation
{
    internal static readonly Explanation None = new()
    {
        Decision = new(DecisionOutcome.ImplicitDeny, PolicyLayer.EvaluationError),
        CrossAccount = false,
        Layers = [],
        Matched = [],
        MissingContext = [],
        BlockedBy = [],
        Trace = [],
    };

    /// <summary>The answer.</summary>
    public required Decision Decision { get; init; }

    /// <summary>Caller and resource belong to different accounts.</summary>
    public required bool CrossAccount { get; init; }

    /// <summary>What each layer alone says.</summary>
    public required IReadOnlyList<LayerResult> Layers { get; init; }

    /// <summary>The statements that decide: the applying denies, or every applying allow of the layers that grant or cap; none for an implicit deny.</summary>
    public required IReadOnlyList<MatchedStatement> Matched { get; init; }

    /// <summary>Keys that a relevant statement asked for and the request did not have (PE-89).</summary>
    public required IReadOnlyList<string> MissingContext { get; init; }

    /// <summary>Layers that turned a grant into a denial, in the order of messages (PE-91).</summary>
    public required IReadOnlyList<PolicyLayer> BlockedBy { get; init; }

    /// <summary>Every statement, and which of its parts held.</summary>
    public required IReadOnlyList<StatementTrace> Trace { get; init; }
}
