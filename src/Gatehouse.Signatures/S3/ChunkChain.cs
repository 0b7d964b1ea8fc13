using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Signatures;

/// <summary>The chain of signatures through a chunked body: each covers the one before, the first that of the request (AU-137, AU-138).</summary>
internal sealed class ChunkChain
{
    /// <summary>What fills a SigV4A signature up to its fixed width in a chunk's head; it is no part of the signature.</summary>
    private const char Padding = '*';

    private readonly Signature request;
    private readonly VerificationKey key;
    private string previous;

    internal ChunkChain(in Signature request, VerificationKey key)
    {
        this.request = request;
        this.key = key;
        previous = request.Given.ToString();
    }

    /// <summary>Checks the signature of the next chunk, and goes on from it.</summary>
    internal bool TakesChunk(ReadOnlySpan<byte> hash, ReadOnlySpan<char> given) => Takes("-PAYLOAD"u8, HashOfNothing, hash, given);

    /// <summary>Checks the signature of the trailers.</summary>
    internal bool TakesTrailers(ReadOnlySpan<byte> hash, ReadOnlySpan<char> given) => Takes("-TRAILER"u8, [], hash, given);

    private static ReadOnlySpan<byte> HashOfNothing =>
    [
        0xe3, 0xb0, 0xc4, 0x42, 0x98, 0xfc, 0x1c, 0x14, 0x9a, 0xfb, 0xf4, 0xc8, 0x99, 0x6f, 0xb9, 0x24,
        0x27, 0xae, 0x41, 0xe4, 0x64, 0x9b, 0x93, 0x4c, 0xa4, 0x95, 0x99, 0x1b, 0x78, 0x52, 0xb8, 0x55,
    ];

    private bool Takes(ReadOnlySpan<byte> suffix, ReadOnlySpan<byte> headersHash, ReadOnlySpan<byte> hash, ReadOnlySpan<char> given)
    {
        given = request.Algorithm == SignatureAlgorithm.EcdsaP256Sha256 ? given.TrimEnd(Padding) : given;
        var writer = new ByteWriter(stackalloc byte[512]);
        try
        {
            StringToSign.WriteHead(ref writer, request, suffix);
            writer.Write(previous);
            writer.Write((byte)'\n');
            if (!headersHash.IsEmpty)
            {
                writer.WriteHex(headersHash);
                writer.Write((byte)'\n');
            }

            writer.WriteHex(hash);
            if (!key.Fits(writer.Written, given))
            {
                return false;
            }
        }
        finally
        {
            writer.Dispose();
        }

        previous = given.ToString();
        return true;
    }
}
