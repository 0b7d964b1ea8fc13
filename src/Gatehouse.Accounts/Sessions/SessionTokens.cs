using System.Buffers;
using System.Buffers.Binary;
using System.Diagnostics;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Secrets;

namespace Gatehouse.Accounts.Sessions;

/// <summary>Makes session tokens and opens them, without a store: all that a session is stands sealed in its token (AU-331).</summary>
/// <remarks>
/// Safe for many threads. An opened token is remembered, so that the next request with it costs neither decryption nor
/// allocation. A token is base64 of: format, key id, salt, ciphertext, tag. Each has an AES-256-GCM key of its own,
/// derived from the ring's key and the salt, which is why the nonce may be zero.
/// </remarks>
public sealed class SessionTokens(KeyRing ring, IdSource ids, TimeProvider clock)
{
    /// <summary>The most characters a token may have (AU-330).</summary>
    public const int MaxLength = 8192;

    private const byte FirstFormat = 1;
    private const byte Format = 2;
    private const int KeyIdSize = sizeof(uint);
    private const int SaltSize = 16;
    private const int HeadSize = 1 + KeyIdSize + SaltSize;
    private const int MaxRaw = MaxLength / 4 * 3;
    private const int MinLength = ((HeadSize + Envelope.TagSize) / 3 + 1) * 4;
    private const int MaxAccessKeyId = 128;
    private const int MaxContext = 256;

    private static readonly SearchValues<char> Base64 = SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789+/");

    private Remembered remembered = new(ring.Sessions);

    /// <summary>Seals other things with the same keys.</summary>
    public SealedMessages Messages { get; } = new(ring, clock);

    private static ReadOnlySpan<byte> Purpose => "session"u8;

    private static ReadOnlySpan<byte> FirstKeyLabel => "gatehouse/session/1"u8;

    private static ReadOnlySpan<byte> KeyLabel => "gatehouse/session/2"u8;

    private static ReadOnlySpan<byte> ZeroNonce => new byte[Envelope.NonceSize];

    /// <summary>Seals a session into a token that opens only beside its access key id.</summary>
    /// <returns>False when the token would pass <see cref="MaxLength"/>: AWS's <c>PackedPolicyTooLarge</c>.</returns>
    /// <exception cref="ArgumentException">An id in the contents, or the access key id, is none.</exception>
    public bool TryIssue(SessionContents contents, string accessKeyId, Secret secretKey, [NotNullWhen(true)] out string? token) =>
        TryIssue(contents, accessKeyId, secretKey.Bytes, out token);

    /// <summary>The same for a secret key that lies on the caller's stack, who wipes it: a pinned array for each session would keep the collector busy.</summary>
    public bool TryIssue(SessionContents contents, string accessKeyId, ReadOnlySpan<byte> secretKey, [NotNullWhen(true)] out string? token)
    {
        token = null;
        if (accessKeyId.Length is 0 or > MaxAccessKeyId || !Ascii.IsValid(accessKeyId))
        {
            throw new ArgumentException("An access key id is short ASCII text.", nameof(accessKeyId));
        }

        if (SessionPacking.Pack(contents.Policy, contents.PolicyArns, contents.Tags) is not { } packed)
        {
            return false;
        }

        Span<byte> plain = stackalloc byte[MaxRaw - HeadSize - Envelope.TagSize];
        var writer = new FieldWriter(plain);
        try
        {
            SessionCodec.Write(ref writer, contents, packed, secretKey);

            // Zeros make the length a multiple of three, so that the text has no padding and each token has one spelling.
            for (var i = (HeadSize + writer.Length + Envelope.TagSize) % 3; i is 1 or 2; i = (i + 1) % 3)
            {
                writer.Byte(0);
            }

            token = writer.Full ? null : Seal(plain[..writer.Length], accessKeyId);
            return token is not null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain[..writer.Length]);
        }
    }

    /// <summary>Opens a token as it came with a request.</summary>
    public bool TryOpen(ReadOnlySpan<char> token, ReadOnlySpan<char> accessKeyId, [NotNullWhen(true)] out SessionContents? contents, out SessionTokenFault fault)
    {
        var now = clock.GetUtcNow();
        var second = now.ToUnixTimeSeconds();
        var memory = Current();
        var known = memory.Tokens.Find(token, accessKeyId, second);
        if (known is null)
        {
            known = Open(memory.Keys, token, accessKeyId, now, second);
            if (known is not null && known.Contents.Expires > now)
            {
                memory.Tokens.Add(known, token, second);
            }
        }

        fault = known is null || known.OpensUntil <= now ? SessionTokenFault.Unreadable
            : known.Contents.Expires <= now ? SessionTokenFault.Expired
            : SessionTokenFault.None;
        contents = fault == SessionTokenFault.None ? known!.Contents : null;
        return contents is not null;
    }

    /// <summary>Takes the secret key out of a token, to derive a signing key from it.</summary>
    /// <returns>False when the token does not open or is expired. The caller disposes the secret.</returns>
    public bool TryOpenSecretKey(ReadOnlySpan<char> token, ReadOnlySpan<char> accessKeyId, [NotNullWhen(true)] out Secret? secretKey)
    {
        secretKey = null;
        if (!TryOpen(token, accessKeyId, out _, out _))
        {
            return false;
        }

        Span<byte> plain = stackalloc byte[MaxRaw];
        try
        {
            if (TryDecrypt(ring.Sessions, token, accessKeyId, clock.GetUtcNow(), plain, out var length, out _))
            {
                secretKey = new(SessionCodec.SecretKeyOf(plain[..length]));
            }

            return secretKey is not null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private static void DeriveKey(byte format, SessionKey key, ReadOnlySpan<byte> salt, Span<byte> derived)
    {
        if (format == FirstFormat)
        {
            HKDF.DeriveKey(HashAlgorithmName.SHA256, key.Key.Bytes, derived, salt, FirstKeyLabel);
            return;
        }

        // RFC 5869, 3.3: the ring's keys are uniformly random already, so that the extracting half of HKDF would add nothing but its cost.
        Span<byte> label = stackalloc byte[KeyLabel.Length + SaltSize];
        KeyLabel.CopyTo(label);
        salt.CopyTo(label[KeyLabel.Length..]);
        HKDF.Expand(HashAlgorithmName.SHA256, key.Key.Bytes, derived, label);
    }

    /// <summary>What is remembered belongs to one set of keys: when a key goes, so does all it opened.</summary>
    private Remembered Current()
    {
        while (true)
        {
            var memory = Volatile.Read(ref remembered);
            var keys = ring.Sessions;
            if (ReferenceEquals(memory.Keys, keys))
            {
                return memory;
            }

            Interlocked.CompareExchange(ref remembered, new(keys), memory);
        }
    }

    /// <summary>What the seal binds: the head of the token, the installation, the access key id and the purpose, each with its length.</summary>
    private ReadOnlySpan<byte> WriteContext(Span<byte> context, ReadOnlySpan<byte> head, ReadOnlySpan<char> accessKeyId)
    {
        var writer = new FieldWriter(context);
        writer.Raw(head);
        writer.Text(ring.DeploymentId);
        writer.Text(accessKeyId);
        writer.Bytes(Purpose);
        Debug.Assert(!writer.Full, "The context is longer than it can be.");
        return context[..writer.Length];
    }

    private string Seal(ReadOnlySpan<byte> plain, string accessKeyId)
    {
        Span<byte> raw = stackalloc byte[HeadSize + plain.Length + Envelope.TagSize];
        Span<byte> derived = stackalloc byte[Envelope.KeySize];
        raw[0] = Format;
        ids.Fill(raw.Slice(1 + KeyIdSize, SaltSize));
        while (true)
        {
            var key = ring.Sessions.ForSealing(clock.GetUtcNow());
            BinaryPrimitives.WriteUInt32BigEndian(raw[1..], key.Id);
            try
            {
                DeriveKey(Format, key, raw.Slice(1 + KeyIdSize, SaltSize), derived);
                break;
            }
            catch (ObjectDisposedException)
            {
                // All keys were destroyed at this very moment; there are new ones.
            }
        }

        var context = WriteContext(stackalloc byte[MaxContext], raw[..HeadSize], accessKeyId);
        using var cipher = new AesGcm(derived, Envelope.TagSize);
        CryptographicOperations.ZeroMemory(derived);
        cipher.Encrypt(ZeroNonce, plain, raw.Slice(HeadSize, plain.Length), raw[^Envelope.TagSize..], context);
        return Convert.ToBase64String(raw);
    }

    private OpenedTokens.Entry? Open(SessionKeySet keys, ReadOnlySpan<char> token, ReadOnlySpan<char> accessKeyId, DateTimeOffset now, long second)
    {
        Span<byte> plain = stackalloc byte[MaxRaw];
        try
        {
            return TryDecrypt(keys, token, accessKeyId, now, plain, out var length, out var opensUntil) && SessionCodec.TryRead(plain[..length], out var contents)
                ? new(token, accessKeyId, contents, opensUntil, second)
                : null;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    private bool TryDecrypt(
        SessionKeySet keys, ReadOnlySpan<char> token, ReadOnlySpan<char> accessKeyId, DateTimeOffset now, Span<byte> plain, out int length, out DateTimeOffset opensUntil)
    {
        (length, opensUntil) = (0, default);

        // One spelling for each token: whole groups of four, no padding, no white space.
        if (token.Length is < MinLength or > MaxLength || token.Length % 4 != 0 || token.ContainsAnyExcept(Base64)
            || accessKeyId.Length is 0 or > MaxAccessKeyId || !Ascii.IsValid(accessKeyId))
        {
            return false;
        }

        Span<byte> raw = stackalloc byte[token.Length / 4 * 3];
        if (!Convert.TryFromBase64Chars(token, raw, out var size) || size != raw.Length || raw[0] is not (FirstFormat or Format)
            || !keys.TryFind(BinaryPrimitives.ReadUInt32BigEndian(raw[1..]), now, out var key, out opensUntil))
        {
            return false;
        }

        Span<byte> derived = stackalloc byte[Envelope.KeySize];
        var context = WriteContext(stackalloc byte[MaxContext], raw[..HeadSize], accessKeyId);
        length = raw.Length - HeadSize - Envelope.TagSize;
        try
        {
            DeriveKey(raw[0], key, raw.Slice(1 + KeyIdSize, SaltSize), derived);
            using var cipher = new AesGcm(derived, Envelope.TagSize);
            cipher.Decrypt(ZeroNonce, raw.Slice(HeadSize, length), raw[^Envelope.TagSize..], plain[..length], context);
            return true;
        }
        catch (Exception refused) when (refused is AuthenticationTagMismatchException or ObjectDisposedException)
        {
            return false;
        }
        finally
        {
            CryptographicOperations.ZeroMemory(derived);
        }
    }

    /// <summary>What one set of keys has opened.</summary>
    private sealed class Remembered(SessionKeySet keys)
    {
        internal SessionKeySet Keys => keys;

        internal OpenedTokens Tokens { get; } = new();
    }
}
