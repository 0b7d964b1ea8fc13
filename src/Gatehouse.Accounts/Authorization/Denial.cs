using Gatehouse.PolicyEngine;

namespace Gatehouse.Accounts.Authorization;

/// <summary>Why a call may not be made.</summary>
/// <param name="Check">The check that failed.</param>
/// <param name="Decision">How it was decided, and by which kind of policy.</param>
/// <param name="Sentence">AWS's sentence: who, what, on which resource, because of which kind of policy [PE-90].</param>
public sealed record Denial(Check Check, Decision Decision, string Sentence);
