namespace Gatehouse.PolicyEngine;

/// <summary>The policy simulator: the real decision, asked for every action and resource (PE-103).</summary>
public static class PolicySimulation
{
    /// <summary>Runs a simulation.</summary>
    /// <param name="inputs">What is asked.</param>
    /// <returns>One result per action, in the order given.</returns>
    /// <exception cref="SimulationException">The inputs contradict each other or cannot be read.</exception>
    public static IReadOnlyList<SimulationResult> Run(SimulationInputs inputs) => throw new SimulationException("Not built yet.");

    /// <summary>The condition keys of texts and policies, as GetContextKeysFor…Policy lists them (PE-124).</summary>
    /// <param name="texts">Texts of <c>PolicyInputList</c>.</param>
    /// <param name="attached">Attached policies.</param>
    /// <exception cref="SimulationException">A text cannot be read.</exception>
    public static IReadOnlyList<string> ContextKeys(IReadOnlyList<string> texts, IReadOnlyList<AttachedPolicy> attached) => throw new SimulationException("Not built yet.");
}
