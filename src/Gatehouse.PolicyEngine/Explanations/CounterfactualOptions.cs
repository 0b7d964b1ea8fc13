namespace Gatehouse.PolicyEngine;

/// <summary>How long to look for changes that turn a decision around.</summary>
public sealed record CounterfactualOptions
{
    /// <summary>Five answers, of eight changes at most, within a thousand evaluations.</summary>
    public static CounterfactualOptions Default { get; } = new();

    /// <summary>Most answers given.</summary>
    public int MostAnswers { get; init; } = 5;

    /// <summary>Most changes one answer may consist of.</summary>
    public int MostChanges { get; init; } = 8;

    /// <summary>Most evaluations spent. What is found within them is given.</summary>
    public int MostEvaluations { get; init; } = 1_000;
}
