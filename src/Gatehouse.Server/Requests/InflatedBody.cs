using System.Buffers.Binary;
using System.IO.Compression;
using System.Runtime.InteropServices;
using Gatehouse.Wire;
using Microsoft.Extensions.Primitives;

namespace Gatehouse.Server.Requests;

/// <summary>What the compressed body of one request holds, in a pooled array [AU-135].</summary>
/// <remarks>A small body can hold very much: what it holds counts like a body that came so large.</remarks>
internal sealed class InflatedBody(BodyBudget budget) : IDisposable
{
    private const int TrailerSize = 8;

    private byte[] bytes = [];
    private int length;
    private int share;

    /// <summary>Whether a request says that its body is compressed in the way that AWS's clients compress.</summary>
    internal static bool Is(in StringValues contentEncoding) => contentEncoding is [{ } only] && only.Trim().Equals("gzip", StringComparison.OrdinalIgnoreCase);

    /// <summary>Inflates a body.</summary>
    /// <param name="body">The body as it came.</param>
    /// <param name="limit">The most bytes it may hold.</param>
    /// <exception cref="ApiException">It holds more, it is not whole, or too many large ones are being read.</exception>
    internal ReadOnlyMemory<byte> Read(ReadOnlyMemory<byte> body, int limit)
    {
        if (body.IsEmpty)
        {
            return body;
        }

        try
        {
            // INVARIANT: the body is a slice of an array. It is read where it lies, for a copy of a large one would count in no budget.
            using var source = MemoryMarshal.TryGetArray(body, out var slice) ? new MemoryStream(slice.Array!, slice.Offset, slice.Count, writable: false) : throw new InvalidOperationException("A body is no array.");
            using var stream = new GZipStream(source, CompressionMode.Decompress);
            Grow(BodyBudget.Free);
            int read;
            while ((read = stream.Read(bytes.AsSpan(length))) > 0)
            {
                length += read;
                if (length > limit)
                {
                    throw Inbound.TooBig(limit);
                }

                if (length == bytes.Length)
                {
                    Grow(Math.Min(bytes.Length * 4, limit + 1));
                }
            }
        }
        catch (InvalidDataException)
        {
            throw NotWhole();
        }

        // RFC 1952, 2.3.1: it ends with its length. The framework does not miss an end that was cut off.
        return body.Length > TrailerSize && BinaryPrimitives.ReadUInt32LittleEndian(body.Span[^sizeof(uint)..]) == (uint)length ? bytes.AsMemory(0, length) : throw NotWhole();
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        if (bytes.Length > 0)
        {
            ScratchArrays.Return(bytes, clear: true);
        }

        budget.Return(share);
        (bytes, length, share) = ([], 0, 0);
    }

    private static CommonException NotWhole() => new(CommonError.Malformed, "The request body is not the gzip that its Content-Encoding says it is.");

    private void Grow(int size)
    {
        if (size > BodyBudget.Free)
        {
            if (!budget.TryTake(size))
            {
                throw new CommonException(CommonError.Throttling, "Rate exceeded");
            }

            share += size;
        }

        var larger = ScratchArrays.Rent(size);
        bytes.AsSpan(0, length).CopyTo(larger);
        if (bytes.Length > 0)
        {
            ScratchArrays.Return(bytes, clear: true);
        }

        bytes = larger;
    }
}
