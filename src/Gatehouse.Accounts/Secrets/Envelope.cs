using System.Buffers.Binary;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Accounts.Secrets;

/// <summary>AES-256-GCM as every sealed thing uses it: a random nonce, a full tag, and words that say what it is for (AU-211).</summary>
internal static class Envelope
{
    internal const int KeySize = 32;
    internal const int NonceSize = 12;
    internal const int TagSize = 16;

    /// <summary>The words as bytes, each with its length before it, so that no two lists of words read the same.</summary>
    internal static byte[] Context(params ReadOnlySpan<string> words)
    {
        var size = 0;
        foreach (var word in words)
        {
            size += sizeof(int) + Encoding.UTF8.GetByteCount(word);
        }

        var context = new byte[size];
        var rest = context.AsSpan();
        foreach (var word in words)
        {
            var length = Encoding.UTF8.GetBytes(word, rest[sizeof(int)..]);
            BinaryPrimitives.WriteInt32BigEndian(rest, length);
            rest = rest[(sizeof(int) + length)..];
        }

        return context;
    }

    /// <summary>Nonce, ciphertext and tag, one after the other.</summary>
    internal static byte[] Seal(Secret key, ReadOnlySpan<byte> plain, ReadOnlySpan<byte> context)
    {
        var box = new byte[NonceSize + plain.Length + TagSize];
        RandomNumberGenerator.Fill(box.AsSpan(0, NonceSize));
        using var cipher = new AesGcm(key.Bytes, TagSize);
        cipher.Encrypt(box.AsSpan(0, NonceSize), plain, box.AsSpan(NonceSize, plain.Length), box.AsSpan(NonceSize + plain.Length), context);
        return box;
    }

    /// <returns>Null when key and context are not those it was sealed with, or when it was changed.</returns>
    internal static Secret? Open(Secret key, ReadOnlySpan<byte> box, ReadOnlySpan<byte> context)
    {
        if (box.Length < NonceSize + TagSize)
        {
            return null;
        }

        var plain = GC.AllocateArray<byte>(box.Length - NonceSize - TagSize, pinned: true);
        using var cipher = new AesGcm(key.Bytes, TagSize);
        try
        {
            cipher.Decrypt(box[..NonceSize], box[NonceSize..^TagSize], box[^TagSize..], plain, context);
            return Secret.Over(plain);
        }
        catch (AuthenticationTagMismatchException)
        {
            return null;
        }
    }
}
