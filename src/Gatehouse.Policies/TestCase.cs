using Gatehouse.PolicyEngine;

namespace Gatehouse.Policies;

/// <summary>A question with the answer it must get.</summary>
/// <param name="Name">What it shows, in words.</param>
/// <param name="Question">The question.</param>
/// <param name="Expect">The answer.</param>
/// <param name="Place">Where it was written.</param>
internal sealed record TestCase(string Name, Question Question, DecisionOutcome Expect, Origin Place);
