using System.Buffers;
using System.Collections.Immutable;
using System.IO.Compression;

namespace Gatehouse.Accounts.Sessions;

/// <summary>The policies and tags of a session, packed: Brotli over one fixed order of them (AU-312).</summary>
/// <remarks>Whether a tag is transitive stands elsewhere: AWS counts it for nothing. The secret key never comes near this compressor (AU-331).</remarks>
internal static class SessionPacking
{
    /// <summary>The most bytes before packing: far more than AWS's limits on policies, ARNs and tags let through.</summary>
    internal const int MaxPlain = 256 * 1024;

    private const int Quality = 5;
    private const int Window = 16;

    /// <returns>The packed bytes, none for nothing; null when there is more than <see cref="MaxPlain"/>.</returns>
    internal static byte[]? Pack(string? policy, IReadOnlyList<string> policyArns, IReadOnlyList<SessionTag> tags)
    {
        if (policy is null && policyArns.Count == 0 && tags.Count == 0)
        {
            return [];
        }

        var plain = ArrayPool<byte>.Shared.Rent(MaxPlain);
        try
        {
            var length = Write(plain.AsSpan(0, MaxPlain), policy, policyArns, tags);
            if (length < 0)
            {
                return null;
            }

            var packed = new byte[sizeof(int) + BrotliEncoder.GetMaxCompressedLength(length)];
            var head = new FieldWriter(packed);
            head.Number((ulong)length);
            return BrotliEncoder.TryCompress(plain.AsSpan(0, length), packed.AsSpan(head.Length), out var body, Quality, Window)
                ? packed[..(head.Length + body)]
                : throw new InvalidOperationException("Brotli did not keep to its own limit.");
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
        }
    }

    internal static bool TryUnpack(
        ReadOnlySpan<byte> packed, out string? policy, out ImmutableArray<string> policyArns, out ImmutableArray<SessionTag> tags)
    {
        (policy, policyArns, tags) = (null, [], []);
        if (packed.IsEmpty)
        {
            return true;
        }

        var head = new FieldReader(packed);
        var length = head.Number();
        if (head.Failed || length > MaxPlain)
        {
            return false;
        }

        var plain = ArrayPool<byte>.Shared.Rent((int)length);
        try
        {
            return BrotliDecoder.TryDecompress(head.Rest, plain.AsSpan(0, (int)length), out var written)
                && written == (int)length
                && TryRead(plain.AsSpan(0, written), out policy, out policyArns, out tags);
        }
        finally
        {
            ArrayPool<byte>.Shared.Return(plain);
        }
    }

    private static int Write(Span<byte> space, string? policy, IReadOnlyList<string> policyArns, IReadOnlyList<SessionTag> tags)
    {
        var writer = new FieldWriter(space);
        writer.Optional(policy);
        writer.Number((ulong)policyArns.Count);
        foreach (var arn in policyArns)
        {
            writer.Text(arn);
        }

        writer.Number((ulong)tags.Count);
        foreach (var tag in tags)
        {
            writer.Text(tag.Key);
            writer.Text(tag.Value);
        }

        return writer.Full ? -1 : writer.Length;
    }

    private static bool TryRead(ReadOnlySpan<byte> plain, out string? policy, out ImmutableArray<string> policyArns, out ImmutableArray<SessionTag> tags)
    {
        var reader = new FieldReader(plain);
        policy = reader.Optional();
        var arns = ImmutableArray.CreateBuilder<string>(reader.Count());
        for (var i = 0; i < arns.Capacity && !reader.Failed; i++)
        {
            arns.Add(reader.Text());
        }

        var read = ImmutableArray.CreateBuilder<SessionTag>(reader.Count());
        for (var i = 0; i < read.Capacity && !reader.Failed; i++)
        {
            read.Add(new(reader.Text(), reader.Text(), Transitive: false));
        }

        (policyArns, tags) = (arns.DrainToImmutable(), read.DrainToImmutable());
        return !reader.Failed && reader.AtEnd;
    }
}
