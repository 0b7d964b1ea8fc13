using Gatehouse.PolicyEngine;

namespace Gatehouse.Policies;

/// <summary>What became of a test.</summary>
/// <param name="Case">The test.</param>
/// <param name="Policies">The policies it asked.</param>
/// <param name="Outcome">The answer it got.</param>
internal sealed record TestResult(TestCase Case, PolicyGroup Policies, DecisionOutcome Outcome)
{
    internal bool Passed => Outcome == Case.Expect;

    internal string Summary => $"expected {Words.Of(Case.Expect)}, got {Words.Of(Outcome)}";
}
