namespace Gatehouse.PolicyEngine;

/// <summary>One item of <c>ResourceSpecificResults</c>.</summary>
public sealed record SimulatedResource
{
    /// <summary><c>EvalResourceName</c>.</summary>
    public required string Resource { get; init; }

    /// <summary><c>EvalResourceDecision</c>.</summary>
    public required DecisionOutcome Outcome { get; init; }

    /// <summary><c>MatchedStatements</c>.</summary>
    public required IReadOnlyList<SimulatedStatement> Matched { get; init; }

    /// <summary><c>MissingContextValues</c>.</summary>
    public required IReadOnlyList<string> MissingContext { get; init; }

    /// <summary><c>EvalDecisionDetails</c>; null leaves the element out.</summary>
    public IReadOnlyList<KeyValuePair<string, DecisionOutcome>>? Details { get; init; }

    /// <summary><c>AllowedByPermissionsBoundary</c>; null leaves the element out.</summary>
    public bool? AllowedByBoundary { get; init; }
}
