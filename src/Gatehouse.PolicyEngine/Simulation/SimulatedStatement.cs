namespace Gatehouse.PolicyEngine;

/// <summary>One item of <c>MatchedStatements</c> (PE-120).</summary>
/// <param name="SourcePolicyId">Name of the policy, or of the input it came in by.</param>
/// <param name="SourcePolicyType"><c>IAM Policy</c> or <c>Resource Policy</c>.</param>
/// <param name="Start">Where the statement starts.</param>
/// <param name="End">Where it ends.</param>
public sealed record SimulatedStatement(string SourcePolicyId, string SourcePolicyType, TextPosition Start, TextPosition End);
