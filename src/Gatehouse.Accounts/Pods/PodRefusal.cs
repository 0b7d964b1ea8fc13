namespace Gatehouse.Accounts.Pods;

/// <summary>A pod gets no role; the message is for the caller and shows nothing of the token.</summary>
public sealed class PodRefusal(PodFault fault, string message) : Exception(message)
{
    /// <summary>Why.</summary>
    public PodFault Fault => fault;

    /// <summary>The code that EKS Auth has for it, and its HTTP status.</summary>
    public (string Code, int Status) Answer => fault switch
    {
        PodFault.ExpiredToken => ("ExpiredTokenException", 400),
        PodFault.Unreachable => ("ServiceUnavailableException", 503),
        PodFault.NotFound => ("ResourceNotFoundException", 404),
        PodFault.Denied => ("AccessDeniedException", 400),
        PodFault.TooLarge => ("InvalidRequestException", 400),
        _ => ("InvalidTokenException", 400),
    };
}
