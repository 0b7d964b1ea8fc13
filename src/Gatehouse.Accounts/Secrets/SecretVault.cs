using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography.X509Certificates;

namespace Gatehouse.Accounts.Secrets;

/// <summary>Seals the secrets of accounts for the disk, and opens them (AU-211).</summary>
/// <remarks>Thread-safe. Sealing and opening neither wait nor lock; only <see cref="PrepareAsync"/> may.</remarks>
public sealed class SecretVault(KeyRing ring)
{
    /// <summary>The most bytes one secret may have.</summary>
    public const int MaxLength = 64 * 1024;

    /// <summary>Makes sure that the account's data keys are in memory, and makes its first. Await it before sealing or opening; it costs nothing when done already.</summary>
    public ValueTask PrepareAsync(string account, CancellationToken cancel) => ring.PrepareAsync(account, cancel);

    /// <summary>Encrypts a secret so that it opens only as this kind, for this account, key id and version.</summary>
    /// <exception cref="InvalidOperationException">The account was not prepared.</exception>
    public SealedSecret Seal(SecretKind kind, string account, string keyId, int version, ReadOnlySpan<byte> plain)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(plain.Length, MaxLength, nameof(plain));
        return ring.NewestOf(account) is { } id && ring.DataKey(id) is { } key
            ? Seal(id, key, kind, account, keyId, version, plain)
            : throw new InvalidOperationException($"The data key of the account {account} is not in memory.");
    }

    /// <summary>Decrypts a secret.</summary>
    /// <returns>False when it was sealed for something else, was changed, or its data key is not in memory. The caller disposes the secret.</returns>
    public bool TryOpen(SealedSecret box, SecretKind kind, string account, string keyId, int version, [NotNullWhen(true)] out Secret? secret)
    {
        secret = null;
        return ring.DataKey(box.Dek) is { } key && TryOpen(key, box, kind, account, keyId, version, out secret);
    }

    /// <summary>The certificate of the key that signs instance identity documents, as PEM; null while nothing has asked for that key.</summary>
    public string? InstanceIdentityCertificate => ring.InstanceIdentity is { } row ? InstanceIdentityKey.PemOf(row) : null;

    /// <summary>The key that signs instance identity documents, with its certificate; made when there is none. The caller disposes it.</summary>
    /// <exception cref="MasterKeyException">It does not open.</exception>
    public async ValueTask<X509Certificate2> InstanceIdentityAsync(CancellationToken cancel)
    {
        await ring.PrepareInstanceIdentityAsync(cancel);
        return InstanceIdentityKey.Open(ring.InstanceIdentity!, this);
    }

    /// <summary>Says that the secret lies under an older data key and should be sealed anew when its entity is next written (AU-214).</summary>
    public bool IsStale(SealedSecret box, string account) => box.Dek != ring.NewestOf(account);

    internal static SealedSecret Seal(string dek, Secret key, SecretKind kind, string account, string keyId, int version, ReadOnlySpan<byte> plain)
    {
        var box = Envelope.Seal(key, plain, Context(kind, account, keyId, version)).AsSpan();
        return new(
            dek,
            Convert.ToBase64String(box[..Envelope.NonceSize]),
            Convert.ToBase64String(box[Envelope.NonceSize..^Envelope.TagSize]),
            Convert.ToBase64String(box[^Envelope.TagSize..]));
    }

    internal static bool TryOpen(
        Secret key, SealedSecret box, SecretKind kind, string account, string keyId, int version, [NotNullWhen(true)] out Secret? secret)
    {
        secret = null;
        if (box.Ciphertext.Length > (MaxLength + 2) / 3 * 4)
        {
            return false;
        }

        var joined = new byte[Envelope.NonceSize + (box.Ciphertext.Length / 4 * 3) + Envelope.TagSize];
        if (Convert.TryFromBase64String(box.Nonce, joined.AsSpan(0, Envelope.NonceSize), out var nonce) && nonce == Envelope.NonceSize
            && Convert.TryFromBase64String(box.Ciphertext, joined.AsSpan(Envelope.NonceSize), out var length)
            && Convert.TryFromBase64String(box.Tag, joined.AsSpan(Envelope.NonceSize + length, Envelope.TagSize), out var tag) && tag == Envelope.TagSize)
        {
            secret = Envelope.Open(key, joined.AsSpan(0, Envelope.NonceSize + length + Envelope.TagSize), Context(kind, account, keyId, version));
        }

        return secret is not null;
    }

    private static byte[] Context(SecretKind kind, string account, string keyId, int version) =>
        Envelope.Context("gatehouse", ((int)kind).ToString(CultureInfo.InvariantCulture), account, keyId, version.ToString(CultureInfo.InvariantCulture));
}
