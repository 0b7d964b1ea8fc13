namespace Gatehouse.PolicyEngine;

/// <summary>A simulation was asked for wrongly; the message is that of <c>InvalidInput</c>.</summary>
public sealed class SimulationException : Exception
{
    /// <summary>With the API's message.</summary>
    /// <param name="message">The message.</param>
    public SimulationException(string message)
        : base(message)
    {
    }

    /// <summary>Without a message.</summary>
    public SimulationException()
    {
    }

    /// <summary>With the API's message and what caused it.</summary>
    /// <param name="message">The message.</param>
    /// <param name="inner">The cause.</param>
    public SimulationException(string message, Exception inner)
        : base(message, inner)
    {
    }
}
