namespace Gatehouse.PolicyEngine;

/// <summary>The answer to one request.</summary>
/// <param name="Outcome">Allowed or not, and how.</param>
/// <param name="Layer">The layer that decided: for a denial the one a message names (PE-91), for an allow the one that grants.</param>
public readonly record struct Decision(DecisionOutcome Outcome, PolicyLayer Layer)
{
    internal static readonly Decision Error = new(DecisionOutcome.ImplicitDeny, PolicyLayer.EvaluationError);

    /// <summary>The request may go on.</summary>
    public bool Allowed => Outcome == DecisionOutcome.Allowed;

    internal static Decision Denied(PolicyLayer layer) => new(DecisionOutcome.ExplicitDeny, layer);
}
