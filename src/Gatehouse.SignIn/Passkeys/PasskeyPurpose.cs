namespace Gatehouse.SignIn.Passkeys;

/// <summary>What a challenge is for; it is good for nothing else.</summary>
public enum PasskeyPurpose
{
    /// <summary>Giving a passkey to the user who is signed in.</summary>
    Registration = 1,

    /// <summary>Showing the second factor of a sign-in.</summary>
    SignIn,
}
