using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.Accounts.Secrets;

/// <summary>Seals the secrets of accounts for the disk, and opens them (AU-211).</summary>
/// <remarks>Sealing and opening neither wait nor lock; only <see cref="PrepareAsync"/> may.</remarks>
public sealed class SecretVault(KeyRing ring)
{
    /// <summary>Makes sure that the account's data keys are in memory, and makes its first. Await it before sealing or opening; it costs nothing when done already.</summary>
    public ValueTask PrepareAsync(string account, CancellationToken cancel) => throw new NotImplementedException(ring.DeploymentId);

    /// <summary>Encrypts a secret so that it opens only as this kind, for this account, key id and version.</summary>
    /// <exception cref="InvalidOperationException">The account was not prepared.</exception>
    public SealedSecret Seal(SecretKind kind, string account, string keyId, int version, ReadOnlySpan<byte> plain) => throw new NotImplementedException();

    /// <summary>Decrypts a secret.</summary>
    /// <returns>False when it was sealed for something else, was changed, or its data key is not in memory. The caller disposes the secret.</returns>
    public bool TryOpen(SealedSecret box, SecretKind kind, string account, string keyId, int version, [NotNullWhen(true)] out Secret? secret) =>
        throw new NotImplementedException();

    /// <summary>Says that the secret lies under an older data key and should be sealed anew when its entity is next written (AU-214).</summary>
    public bool IsStale(SealedSecret box, string account) => throw new NotImplementedException();
}
