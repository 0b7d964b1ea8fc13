using System.Buffers;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Signatures;

/// <summary>Decodes an aws-chunked body as it arrives and checks every signature in it (AU-137, AU-138).</summary>
/// <remarks>
/// Feed it with <see cref="Read"/> until the body ends, then ask <see cref="End"/>. Bytes of a signed chunk are handed on only after its signature
/// was right, so up to <see cref="MaxChunk"/> bytes are held. After a fault it hands on nothing more and says the same again. For one thread. Dispose it.
/// </remarks>
public sealed class ChunkedBody : IDisposable
{
    /// <summary>The largest chunk taken.</summary>
    public const int MaxChunk = 16 * 1024 * 1024;

    /// <summary>The smallest signed chunk taken that is not the last.</summary>
    public const int MinChunk = 8 * 1024;

    private const int MaxLine = 1024;
    private const int MaxTrailers = 16;
    private const string SignatureField = "chunk-signature=";

    private readonly ChunkChain? chain;
    private readonly Trailers? trailers;
    private readonly ImmutableArray<KeyValuePair<string, Checksum>> checksums;
    private readonly long length;
    private readonly ArrayBufferWriter<byte> line = new(128);
    private ArrayBufferWriter<byte>? held;
    private SignatureFault? failure;
    private State state = State.Head;
    private string given = "";
    private int left;
    private int lastSize = MinChunk;
    private long decoded;

    private ChunkedBody(ChunkChain? chain, Trailers? trailers, ImmutableArray<KeyValuePair<string, Checksum>> checksums, long length)
    {
        this.chain = chain;
        this.trailers = trailers;
        this.checksums = checksums;
        this.length = length;
    }

    private enum State
    {
        Head,
        Data,
        DataEnd,
        Tail,
        Ended,
    }

    /// <summary>The trailers, names in lower case; trustworthy once <see cref="End"/> was good.</summary>
    public ImmutableArray<KeyValuePair<string, string>> TrailerLines => trailers?.Lines ?? [];

    /// <summary>Begins to read a chunked body.</summary>
    /// <typeparam name="THeaders">The headers' type.</typeparam>
    /// <param name="signature">The request's signature, verified.</param>
    /// <param name="key">The key it was verified with.</param>
    /// <param name="payload">What the request says about its body; chunked.</param>
    /// <param name="request">The request as it arrived.</param>
    /// <param name="body">The reader.</param>
    /// <param name="fault">Why it cannot begin.</param>
    public static bool TryOpen<THeaders>(
        in Signature signature, VerificationKey key, in S3Payload payload, in IncomingRequest<THeaders> request,
        [NotNullWhen(true)] out ChunkedBody? body, [NotNullWhen(false)] out SignatureFault? fault)
        where THeaders : IHeaderSource
    {
        body = null;
        if (!payload.Chunked)
        {
            throw new InvalidOperationException("This body does not come in chunks.");
        }

        var headers = request.Headers;
        if (headers.Count(HeaderNames.DecodedLength) != 1 || !TryReadLength(headers.Get(HeaderNames.DecodedLength, 0), out var length))
        {
            fault = Faults.OfS3(FaultKind.ContentLength, "A chunked body needs the x-amz-decoded-content-length header.");
            return false;
        }

        var signatures = payload.Kind == S3PayloadKind.UnsignedChunksAndTrailer ? null : new ChunkChain(signature, key);
        if (payload.Kind == S3PayloadKind.SignedChunks)
        {
            body = new(signatures, null, [], length);
            fault = null;
            return true;
        }

        var names = headers.Count(HeaderNames.Trailer) == 1 ? Trailers.ReadNames(headers.Get(HeaderNames.Trailer, 0)) : null;
        if (names is not { } announced || announced.Length > MaxTrailers)
        {
            fault = Faults.OfS3(FaultKind.Trailer, "The x-amz-trailer header does not name the trailers.");
            return false;
        }

        var sums = announced.Where(Checksum.IsChecksum).Select(name => (Name: name, Sum: Checksum.Find(name))).ToArray();
        if (Array.Find(sums, one => one.Sum is null) is { Name: { } unknown })
        {
            fault = Faults.OfS3(FaultKind.Invalid, $"The checksum '{Echo.Of(unknown)}' is not supported.");
            return false;
        }

        body = new(signatures, new(announced), [.. sums.Select(one => KeyValuePair.Create(one.Name, one.Sum!))], length);
        fault = null;
        return true;
    }

    /// <summary>Takes more of the body as it arrived, and hands on what is decoded and checked; null is the good answer.</summary>
    /// <param name="input">The next bytes.</param>
    /// <param name="output">Where the decoded bytes go.</param>
    public SignatureFault? Read(ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        ArgumentNullException.ThrowIfNull(output);
        while (!input.IsEmpty && failure is null)
        {
            failure = state switch
            {
                State.Data => ReadData(ref input, output),
                State.Ended => Incomplete("The body goes on after its last chunk."),
                _ => ReadLine(ref input, output),
            };
        }

        return failure;
    }

    /// <summary>Tells that the body has ended; null when it was whole.</summary>
    public SignatureFault? End() => failure is not null ? failure : state == State.Ended ? null : Incomplete("The body ends before its last chunk.");

    /// <inheritdoc/>
    public void Dispose()
    {
        foreach (var (_, checksum) in checksums)
        {
            checksum.Dispose();
        }
    }

    private static bool TryReadLength(string? text, out long length) => long.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out length);

    private static SignatureFault Incomplete(string message) => Faults.OfS3(FaultKind.IncompleteBody, message);

    private static SignatureFault Broken() => Faults.OfS3(FaultKind.Malformed, "The chunked body is not well formed.");

    private static SignatureFault Mismatch() => Faults.Mismatch(SignatureStyle.S3, SignatureForm.Header);

    private static SignatureFault BadTrailer() => Faults.OfS3(FaultKind.Trailer, "The trailers are not those announced.");

    private SignatureFault? ReadLine(ref ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        var end = input.IndexOf((byte)'\n');
        var part = end < 0 ? input : input[..(end + 1)];
        if (line.WrittenCount + part.Length > MaxLine)
        {
            return Broken();
        }

        line.Write(part);
        input = input[part.Length..];
        if (end < 0)
        {
            return null;
        }

        var whole = line.WrittenSpan;
        if (!whole.EndsWith("\r\n"u8))
        {
            return Broken();
        }

        var text = Encoding.UTF8.GetString(whole[..^2]);
        line.ResetWrittenCount();
        return state switch
        {
            State.Head => ReadHead(text, output),
            State.DataEnd => GoOn(text.Length == 0, State.Head),
            _ => ReadTail(text),
        };
    }

    private SignatureFault? GoOn(bool good, State next)
    {
        state = next;
        return good ? null : Broken();
    }

    private SignatureFault? ReadHead(string text, IBufferWriter<byte> output)
    {
        var semicolon = text.IndexOf(';');
        var field = semicolon < 0 ? "" : text[(semicolon + 1)..];
        var size = semicolon < 0 ? text : text[..semicolon];
        var signed = field.StartsWith(SignatureField, StringComparison.Ordinal);
        if (signed != chain is not null || (!signed && semicolon >= 0) || size.Length is 0 or > 8
            || !int.TryParse(size, NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out left) || left is < 0 or > MaxChunk)
        {
            return Broken();
        }

        given = signed ? field[SignatureField.Length..] : "";
        if (left > length - decoded || (left == 0 && decoded != length))
        {
            return Incomplete("The chunks do not add up to x-amz-decoded-content-length.");
        }

        if (left > 0 && chain is not null && lastSize < MinChunk)
        {
            return Faults.OfS3(FaultKind.Malformed, $"Only the last chunk may have less than {MinChunk} bytes.");
        }

        (lastSize, state) = (left, State.Data);
        return left == 0 ? EndChunk(output) : null;
    }

    private SignatureFault? ReadData(ref ReadOnlySpan<byte> input, IBufferWriter<byte> output)
    {
        var part = input[..Math.Min(left, input.Length)];
        input = input[part.Length..];
        left -= part.Length;
        if (chain is null)
        {
            HandOn(part, output);
        }
        else
        {
            (held ??= new()).Write(part);
        }

        return left == 0 ? EndChunk(output) : null;
    }

    private SignatureFault? EndChunk(IBufferWriter<byte> output)
    {
        state = lastSize == 0 ? State.Tail : State.DataEnd;
        if (chain is null)
        {
            return null;
        }

        var data = held is null ? default : held.WrittenSpan;
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(data, hash);
        if (!chain.TakesChunk(hash, given))
        {
            return Mismatch();
        }

        HandOn(data, output);
        held?.ResetWrittenCount();
        return null;
    }

    private void HandOn(ReadOnlySpan<byte> data, IBufferWriter<byte> output)
    {
        decoded += data.Length;
        foreach (var (_, checksum) in checksums)
        {
            checksum.Add(data);
        }

        output.Write(data);
    }

    private SignatureFault? ReadTail(string text)
    {
        if (text.Length > 0)
        {
            return trailers is null ? Broken() : trailers.Takes(text) ? null : BadTrailer();
        }

        state = State.Ended;
        return trailers is null ? null : CheckTrailers(trailers);
    }

    private SignatureFault? CheckTrailers(Trailers found)
    {
        if (!found.Complete || (found.Signature is not null) != (chain is not null))
        {
            return BadTrailer();
        }

        if (chain is not null && !chain.TakesTrailers(found.Hash(), found.Signature))
        {
            return Mismatch();
        }

        foreach (var (name, checksum) in checksums)
        {
            if (!checksum.Is(found.Lines.First(line => line.Key == name).Value))
            {
                return Faults.OfS3(FaultKind.Digest, $"The {name} given does not match what was computed.");
            }
        }

        return null;
    }
}
