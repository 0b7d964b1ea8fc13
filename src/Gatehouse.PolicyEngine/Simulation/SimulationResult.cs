namespace Gatehouse.PolicyEngine;

/// <summary>One item of <c>EvaluationResults</c>: one action (PE-117).</summary>
public sealed record SimulationResult
{
    /// <summary><c>EvalActionName</c>, as given.</summary>
    public required string Action { get; init; }

    /// <summary><c>EvalResourceName</c> (PE-118).</summary>
    public required string Resource { get; init; }

    /// <summary><c>EvalDecision</c> (PE-119).</summary>
    public required DecisionOutcome Outcome { get; init; }

    /// <summary><c>MatchedStatements</c> (PE-120).</summary>
    public required IReadOnlyList<SimulatedStatement> Matched { get; init; }

    /// <summary><c>MissingContextValues</c> (PE-121).</summary>
    public required IReadOnlyList<string> MissingContext { get; init; }

    /// <summary><c>AllowedByOrganizations</c>; null leaves the element out.</summary>
    public bool? AllowedByOrganizations { get; init; }

    /// <summary><c>AllowedByPermissionsBoundary</c>; null leaves the element out.</summary>
    public bool? AllowedByBoundary { get; init; }

    /// <summary><c>EvalDecisionDetails</c>; null leaves the element out, empty writes it empty (PE-122).</summary>
    public IReadOnlyList<KeyValuePair<string, DecisionOutcome>>? Details { get; init; }

    /// <summary><c>ResourceSpecificResults</c>; null without <c>ResourceArns</c>.</summary>
    public IReadOnlyList<SimulatedResource>? Resources { get; init; }
}
