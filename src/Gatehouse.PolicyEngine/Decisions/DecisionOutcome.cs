namespace Gatehouse.PolicyEngine;

/// <summary>The three answers (PE-87).</summary>
public enum DecisionOutcome
{
    /// <summary>Nothing allows it.</summary>
    ImplicitDeny,

    /// <summary>A statement denies it.</summary>
    ExplicitDeny,

    /// <summary>It may be done.</summary>
    Allowed,
}
