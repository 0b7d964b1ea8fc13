using System.Buffers.Binary;
using System.Security.Cryptography;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>What an authenticator says of itself and of what happened, bytes by bytes as WebAuthn lays them out.</summary>
internal sealed class AuthenticatorData
{
    /// <summary>The most bytes that are read.</summary>
    internal const int MaxSize = 4096;

    private const int HashSize = 32;
    private const int HeadSize = HashSize + 1 + 4;
    private const int ModelSize = 16;
    private const int MaxId = 1023;

    private const byte UserPresent = 0x01;
    private const byte UserVerified = 0x04;
    private const byte MayBeBackedUp = 0x08;
    private const byte IsBackedUp = 0x10;
    private const byte HasCredential = 0x40;
    private const byte HasExtensions = 0x80;

    private readonly byte[] hash;
    private readonly byte flags;

    private AuthenticatorData(byte[] bytes)
    {
        hash = bytes[..HashSize];
        flags = bytes[HashSize];
        SignCount = BinaryPrimitives.ReadUInt32BigEndian(bytes.AsSpan(HashSize + 1));
    }

    /// <summary>How often it has signed, as far as it counts; 0 when it does not.</summary>
    internal uint SignCount { get; }

    /// <summary>The credential it made; null when it made none.</summary>
    internal AttestedCredential? Credential { get; private init; }

    /// <summary>Reads it to the last byte.</summary>
    /// <exception cref="PasskeyException">It is malformed.</exception>
    internal static AuthenticatorData Read(byte[] bytes)
    {
        if (bytes.Length is < HeadSize or > MaxSize)
        {
            throw new PasskeyException(PasskeyFault.Malformed);
        }

        var head = new AuthenticatorData(bytes);

        // A copy of what may not be copied: neither can be believed.
        if ((head.flags & (MayBeBackedUp | IsBackedUp)) == IsBackedUp)
        {
            throw new PasskeyException(PasskeyFault.Malformed);
        }

        ReadOnlyMemory<byte> rest = bytes.AsMemory(HeadSize);
        var credential = (head.flags & HasCredential) != 0 ? ReadCredential(ref rest) : null;
        if ((head.flags & HasExtensions) != 0)
        {
            rest = rest[Cbor.Read(rest, static reader =>
            {
                var size = reader.BytesRemaining;
                reader.SkipMap();
                return size - reader.BytesRemaining;
            })..];
        }

        return rest.IsEmpty ? new(bytes) { Credential = credential } : throw new PasskeyException(PasskeyFault.Malformed);
    }

    /// <summary>Checks for whom it was made, and that a person took part.</summary>
    /// <param name="party">Who asked.</param>
    /// <param name="verified">Whether the authenticator had to ask who the person is.</param>
    /// <exception cref="PasskeyException">It was made for somebody else, or by nobody.</exception>
    internal void Require(RelyingParty party, bool verified)
    {
        if (!CryptographicOperations.FixedTimeEquals(hash, party.IdHash))
        {
            throw new PasskeyException(PasskeyFault.RelyingParty);
        }

        if ((flags & UserPresent) == 0)
        {
            throw new PasskeyException(PasskeyFault.UserPresence);
        }

        if (verified && (flags & UserVerified) == 0)
        {
            throw new PasskeyException(PasskeyFault.UserVerification);
        }
    }

    private static AttestedCredential ReadCredential(ref ReadOnlyMemory<byte> rest)
    {
        if (rest.Length < ModelSize + 2)
        {
            throw new PasskeyException(PasskeyFault.Malformed);
        }

        var model = rest[..ModelSize];
        int length = BinaryPrimitives.ReadUInt16BigEndian(rest.Span[ModelSize..]);
        rest = rest[(ModelSize + 2)..];
        if (length is 0 or > MaxId || rest.Length < length)
        {
            throw new PasskeyException(PasskeyFault.Malformed);
        }

        var id = rest[..length];
        rest = rest[length..];
        var (key, size) = CoseKey.Read(rest);
        var credential = new AttestedCredential(new Guid(model.Span, bigEndian: true), id, key, rest[..size]);
        rest = rest[size..];
        return credential;
    }

    /// <summary>A credential that an authenticator made.</summary>
    /// <param name="Model">The authenticator's model.</param>
    /// <param name="Id">Its id.</param>
    /// <param name="Key">Its public key.</param>
    /// <param name="CoseKey">The public key as it was written.</param>
    internal sealed record AttestedCredential(Guid Model, ReadOnlyMemory<byte> Id, CoseKey Key, ReadOnlyMemory<byte> CoseKey);
}
