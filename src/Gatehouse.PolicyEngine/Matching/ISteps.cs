namespace Gatehouse.PolicyEngine;

/// <summary>Counts the steps of a search.</summary>
internal interface ISteps
{
    /// <summary>So many letters or pieces were looked at.</summary>
    /// <param name="steps">How many.</param>
    static abstract void Take(int steps);
}

/// <summary>Counts nothing, and costs nothing.</summary>
internal readonly struct Uncounted : ISteps
{
    /// <inheritdoc/>
    public static void Take(int steps)
    {
    }
}
