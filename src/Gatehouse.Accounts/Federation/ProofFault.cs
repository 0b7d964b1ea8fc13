namespace Gatehouse.Accounts.Federation;

/// <summary>Why a proof of identity is not taken.</summary>
public enum ProofFault
{
    /// <summary>It cannot be validated.</summary>
    Invalid,

    /// <summary>It was good once.</summary>
    Expired,

    /// <summary>The provider could not be asked for its keys.</summary>
    Unreachable,

    /// <summary>It is good, and does not entitle to what is asked.</summary>
    Denied,
}
