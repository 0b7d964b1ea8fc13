using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Sessions;

/// <summary>Seals texts that leave the installation and come back to it, with the keys that seal session tokens [AU-324].</summary>
/// <remarks>
/// A message opens for its purpose and its account alone, and no longer than its key lives: 37 hours at the least, and
/// usually a month. What must last longer, and says itself how long, is sealed with the installation's data key. Each message has a key
/// of its own, derived from the ring's and a salt, which is why the nonce may be zero.
/// </remarks>
public sealed class SealedMessages(KeyRing ring, TimeProvider clock)
{
    /// <summary>The most characters a message may have: what DecodeAuthorizationMessage takes.</summary>
    public const int MaxLength = 10_240;

    private const byte Format = 1;
    private const byte LastingFormat = 2;
    private const int SaltSize = 16;
    private const int HeadSize = 1 + sizeof(uint) + SaltSize;
    private const int MaxText = 256 * 1024;

    private static ReadOnlySpan<byte> ZeroNonce => new byte[Envelope.NonceSize];

    /// <summary>Seals a text.</summary>
    /// <returns>False when the message would pass <see cref="MaxLength"/>.</returns>
    public bool TrySeal(MessagePurpose purpose, string account, string text, [NotNullWhen(true)] out string? message)
    {
        var plain = Pack(text);
        var raw = new byte[HeadSize + plain.Length + Envelope.TagSize];
        var head = raw.AsSpan(0, HeadSize);
        var (id, key) = KeyFor(purpose);
        head[0] = FormatOf(purpose);
        BinaryPrimitives.WriteUInt32BigEndian(head[1..], id);
        RandomNumberGenerator.Fill(head[(1 + sizeof(uint))..]);
        using (var cipher = CipherOf(key, head))
        {
            cipher.Encrypt(ZeroNonce, plain, raw.AsSpan(HeadSize, plain.Length), raw.AsSpan(HeadSize + plain.Length), ContextOf(head, purpose, account));
        }

        message = Base64Url.EncodeToString(raw);
        message = message.Length <= MaxLength ? message : null;
        return message is not null;
    }

    /// <summary>Opens a message as it came with a request.</summary>
    /// <returns>False when it is not ours, was changed, is for something or somebody else, or its key is gone.</returns>
    public bool TryOpen(MessagePurpose purpose, string account, string message, [NotNullWhen(true)] out string? text)
    {
        text = null;
        if (message.Length > MaxLength || !Base64Url.IsValid(message, out var size) || size < HeadSize + Envelope.TagSize)
        {
            return false;
        }

        // One spelling for each message: what decodes to the same bytes and is written otherwise is not it.
        var raw = Base64Url.DecodeFromChars(message);
        if (Base64Url.EncodeToString(raw) != message || raw[0] != FormatOf(purpose) || Find(purpose, BinaryPrimitives.ReadUInt32BigEndian(raw.AsSpan(1))) is not { } key)
        {
            return false;
        }

        var head = raw.AsSpan(0, HeadSize);
        var plain = new byte[raw.Length - HeadSize - Envelope.TagSize];
        try
        {
            using var cipher = CipherOf(key, head);
            cipher.Decrypt(ZeroNonce, raw.AsSpan(HeadSize, plain.Length), raw.AsSpan(HeadSize + plain.Length), plain, ContextOf(head, purpose, account));
        }
        catch (Exception refused) when (refused is AuthenticationTagMismatchException or ObjectDisposedException)
        {
            return false;
        }

        text = Unpack(plain);
        return true;
    }

    // What programs are registered with is good for months: session keys are not.
    private static bool Lasts(MessagePurpose purpose) => purpose is MessagePurpose.Client or MessagePurpose.ClientSecret;

    private static byte FormatOf(MessagePurpose purpose) => Lasts(purpose) ? LastingFormat : Format;

    private (uint Id, Secret Key) KeyFor(MessagePurpose purpose)
    {
        if (!Lasts(purpose))
        {
            var key = ring.Sessions.ForSealing(clock.GetUtcNow());
            return (key.Id, key.Key);
        }

        var number = KeyState.NumberOf(ring.NewestOf(KeyRing.Installation)!);
        return ((uint)number, Find(purpose, (uint)number)!);
    }

    private Secret? Find(MessagePurpose purpose, uint id) => Lasts(purpose) ? ring.DataKey(KeyState.DataKeyId(KeyRing.Installation, (int)id))
        : ring.Sessions.TryFind(id, clock.GetUtcNow(), out var key, out _) ? key.Key
        : null;

    private static AesGcm CipherOf(Secret key, ReadOnlySpan<byte> head)
    {
        Span<byte> derived = stackalloc byte[Envelope.KeySize];
        HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Bytes, derived, head[(1 + sizeof(uint))..], "gatehouse/message/1"u8);
        var cipher = new AesGcm(derived, Envelope.TagSize);
        CryptographicOperations.ZeroMemory(derived);
        return cipher;
    }

    private byte[] ContextOf(ReadOnlySpan<byte> head, MessagePurpose purpose, string account) =>
        [.. head, .. Envelope.Context(ring.DeploymentId, ((int)purpose).ToString(System.Globalization.CultureInfo.InvariantCulture), account)];

    private static byte[] Pack(string text)
    {
        ArgumentOutOfRangeException.ThrowIfGreaterThan(text.Length, MaxText / 4, nameof(text));
        using var packed = new MemoryStream();
        using (var brotli = new BrotliStream(packed, CompressionLevel.Optimal))
        {
            brotli.Write(Encoding.UTF8.GetBytes(text));
        }

        return packed.ToArray();
    }

    private static string Unpack(byte[] packed)
    {
        // INVARIANT: it was sealed here, and no longer text is sealed.
        var text = new byte[MaxText];
        return BrotliDecoder.TryDecompress(packed, text, out var length)
            ? Encoding.UTF8.GetString(text, 0, length)
            : throw new InvalidOperationException("A message that opens does not unpack.");
    }
}
