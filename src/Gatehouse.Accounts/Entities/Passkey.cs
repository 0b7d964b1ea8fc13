using System.Collections.Immutable;

namespace Gatehouse.Accounts.Entities;

/// <summary>What was registered of a security key or passkey: all that verifies its assertions, and nothing secret [AU-620].</summary>
/// <remarks>The names of the properties reach the disk.</remarks>
public sealed record Passkey
{
    /// <summary>The credential's id, as base64url.</summary>
    public required string CredentialId { get; init; }

    /// <summary>The public key as a COSE key, in base64.</summary>
    public required string PublicKey { get; init; }

    /// <summary>The last signature counter seen; one that goes back refuses.</summary>
    public uint SignCount { get; init; }

    /// <summary>The model of the authenticator: its AAGUID.</summary>
    public string? Model { get; init; }

    /// <summary>How the authenticator is reached, such as <c>usb</c> and <c>internal</c>.</summary>
    public ImmutableArray<string> Transports { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>
    /// The certificates with which a <c>packed</c> attestation came, the authenticator's own first, each as base64; none when it came without.
    /// Nobody vouched for them: they are kept for whoever wants to look up the model.
    /// </summary>
    public ImmutableArray<string> Certificates { get; init => field = value.IsDefault ? [] : value; } = [];

    /// <summary>When its counter went back, so that there must be a second copy of it: since then it is refused. Null while all is well.</summary>
    public DateTimeOffset? Copied { get; init; }

    /// <summary>What it is certified for, such as <c>FIDO</c> → <c>L1</c>, as GetMFADevice shows it.</summary>
    public ImmutableSortedDictionary<string, string>? Certifications { get; init; }
}
