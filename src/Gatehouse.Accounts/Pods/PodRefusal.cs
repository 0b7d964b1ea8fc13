namespace Gatehouse.Accounts.Pods;

/// <summary>A pod gets no role; the message is for the caller and shows nothing of the token.</summary>
public sealed class PodRefusal(PodFault fault, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public PodFault Fault => fault;
}
