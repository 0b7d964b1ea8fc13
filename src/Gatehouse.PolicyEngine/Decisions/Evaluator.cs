namespace Gatehouse.PolicyEngine;

/// <summary>Decides requests: a pure function of a request and the policies that apply to it (PE-1).</summary>
public static class Evaluator
{
    /// <summary>Answers as fast as possible, without allocating and without ever throwing.</summary>
    /// <param name="request">The question.</param>
    /// <param name="policies">The policies that apply.</param>
    public static Decision Decide(AuthorizationRequest request, PolicyInputs policies) => new(DecisionOutcome.ImplicitDeny, PolicyLayer.EvaluationError);

    /// <summary>Gives the same answer with everything a person needs to understand it (PE-87).</summary>
    /// <param name="request">The question.</param>
    /// <param name="policies">The policies that apply.</param>
    public static Explanation Explain(AuthorizationRequest request, PolicyInputs policies) => Explanation.None;
}
