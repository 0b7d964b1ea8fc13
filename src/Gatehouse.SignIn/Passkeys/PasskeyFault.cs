namespace Gatehouse.SignIn.Passkeys;

/// <summary>Why the answer of an authenticator was not taken: for the audit trail, and never for the one who sent it.</summary>
public enum PasskeyFault
{
    /// <summary>It cannot be read, or holds what has no place in it.</summary>
    Malformed = 1,

    /// <summary>It was made for another purpose: a sign-in is no registration.</summary>
    Type,

    /// <summary>It answers another challenge.</summary>
    Challenge,

    /// <summary>It was made on a page of another origin, or inside of one.</summary>
    Origin,

    /// <summary>It is bound to another relying party.</summary>
    RelyingParty,

    /// <summary>Nobody touched the authenticator.</summary>
    UserPresence,

    /// <summary>The authenticator did not ask who touched it, though it had to.</summary>
    UserVerification,

    /// <summary>Its key is of a kind that was not offered, or no key at all.</summary>
    Algorithm,

    /// <summary>Its attestation has a format that is not taken, or does not hold.</summary>
    Attestation,

    /// <summary>It is no passkey of this user; or, when registering, it is one already.</summary>
    Credential,

    /// <summary>It names another user.</summary>
    User,

    /// <summary>Its signature is wrong.</summary>
    Signature,

    /// <summary>Its counter went back, now or before: there is a copy of the passkey.</summary>
    Counter,
}
