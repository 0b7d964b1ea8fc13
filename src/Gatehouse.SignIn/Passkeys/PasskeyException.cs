namespace Gatehouse.SignIn.Passkeys;

/// <summary>The answer of an authenticator is not taken.</summary>
public sealed class PasskeyException(PasskeyFault fault) : Exception($"The passkey is not taken: {fault}.")
{
    /// <summary>Why.</summary>
    public PasskeyFault Fault => fault;
}
