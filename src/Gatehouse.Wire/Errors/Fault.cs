namespace Gatehouse.Wire;

/// <summary>Who has to change something before the request can succeed.</summary>
public enum Fault
{
    /// <summary>The caller: a status of 400 to 499.</summary>
    Sender,

    /// <summary>We: a status of 500 and above.</summary>
    Receiver,
}
