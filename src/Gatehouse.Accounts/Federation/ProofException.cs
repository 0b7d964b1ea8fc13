namespace Gatehouse.Accounts.Federation;

/// <summary>A proof of identity is not taken; the message is for the caller and shows nothing of the proof.</summary>
public sealed class ProofException(ProofFault fault, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public ProofFault Fault => fault;
}
