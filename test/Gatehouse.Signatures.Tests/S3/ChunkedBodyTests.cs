using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using static Gatehouse.Signatures.Tests.Given;
using static Gatehouse.Signatures.Tests.S3.GivenS3;

namespace Gatehouse.Signatures.Tests.S3;

/// <summary>aws-chunked bodies: AU-137, AU-138.</summary>
public sealed class ChunkedBodyTests
{
    private const string WithTrailer = SignedChunks + "-TRAILER";
    private const string Unsigned = "STREAMING-UNSIGNED-PAYLOAD-TRAILER";

    private static readonly byte[][] Chunks = [Filled(9000), Filled(8192), Filled(1)];

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(65536)]
    [InlineData(1_000_000)]
    public void The_published_upload_is_taken_in_pieces_of_any_size(int pieces)
    {
        var given = VectorFiles.Open("chunked.json");
        var seed = given.GetProperty("seedSignature").GetString()!;
        var time = new DateTimeOffset(2013, 5, 24, 0, 0, 0, TimeSpan.Zero);
        var scope = "20130524/us-east-1/s3/aws4_request";
        var names = string.Join(';', given.GetProperty("headers").EnumerateArray().Select(pair => pair[0].GetString()));
        var request = new OutgoingRequest
        {
            Method = given.GetProperty("method").GetString()!,
            Target = given.GetProperty("target").GetString()!,
            Headers =
            [
                .. given.GetProperty("headers").EnumerateArray().Select(pair => KeyValuePair.Create(pair[0].GetString()!, pair[1].GetString()!)),
                new("Authorization", $"AWS4-HMAC-SHA256 Credential={given.GetProperty("accessKeyId").GetString()}/{scope},SignedHeaders={names},Signature={seed}"),
            ],
            Body = (byte[])[.. given.GetProperty("chunks").EnumerateArray().SelectMany(Encode), .. "\r\n"u8],
        };
        Assert.Equal(66824, request.Body.Length);
        var incoming = request.AsIncoming();
        Assert.True(SignatureReader.TryRead(incoming, SignatureStyle.S3, SignatureRules.Default, time, out var signature, out var fault), fault?.Message);
        Assert.True(S3Payload.TryRead(signature, incoming, SignatureRules.Default, encrypted: false, out var payload, out fault));
        var key = VerificationKey.Derive(signature, Encoding.UTF8.GetBytes(given.GetProperty("secretAccessKey").GetString()!));
        Assert.Null(SignatureVerifier.Verify(signature, key, incoming, payload));
        Assert.Equal(given.GetProperty("canonicalRequest").GetString(), SignatureVerifier.Explain(signature, incoming, Encoding.ASCII.GetBytes(payload.Text), false)!.CanonicalRequest);

        Assert.True(ChunkedBody.TryOpen(signature, key, payload, incoming, out var body, out fault));
        using (body)
        {
            var output = new ArrayBufferWriter<byte>();
            for (var rest = request.Body; !rest.IsEmpty; rest = rest[Math.Min(pieces, rest.Length)..])
            {
                Assert.Null(body.Read(rest.Span[..Math.Min(pieces, rest.Length)], output));
            }

            Assert.Null(body.End());
            Assert.Equal(66560, output.WrittenCount);
            Assert.False(output.WrittenSpan.ContainsAnyExcept((byte)'a'));
        }
    }

    [Fact]
    public void The_trailer_of_the_example_is_taken()
    {
        var given = VectorFiles.Open("chunked.json");
        var example = given.GetProperty("trailerExample");
        var chunks = given.GetProperty("chunks").EnumerateArray().ToArray();
        var signature = new Signature
        {
            BasicTime = "20130524T000000Z".AsMemory(),
            CredentialText = "AKIAIOSFODNN7EXAMPLE/20130524/us-east-1/s3/aws4_request".AsMemory(),
            Given = chunks[^1].GetProperty("signature").GetString().AsMemory(),
        };
        var chain = new ChunkChain(signature, VerificationKey.Derive(signature, Encoding.UTF8.GetBytes(given.GetProperty("secretAccessKey").GetString()!)));
        var trailers = new Trailers(["x-amz-checksum-crc32c"]);

        Assert.True(trailers.Takes(example.GetProperty("trailer").GetString()!));
        Assert.True(chain.TakesTrailers(trailers.Hash(), example.GetProperty("signature").GetString()));
    }

    [Theory]
    [InlineData(SignedChunks)]
    [InlineData(WithTrailer)]
    [InlineData(Unsigned)]
    public void What_was_sent_comes_out(string payload)
    {
        var request = payload == SignedChunks
            ? Upload(payload, Chunks)
            : Upload(payload, Chunks, "x-amz-checksum-sha256", $"x-amz-checksum-sha256:{Convert.ToBase64String(SHA256.HashData([.. Chunks.SelectMany(chunk => chunk)]))}");
        foreach (var pieces in (int[])[1, 100, 8192, 100_000])
        {
            var output = new ArrayBufferWriter<byte>();

            Assert.Null(GivenS3.Answer(request, pieces: pieces, output: output));
            Assert.Equal(Chunks.SelectMany(chunk => chunk), output.WrittenSpan.ToArray());
        }
    }

    [Fact]
    public void Nothing_of_a_chunk_comes_out_before_its_signature_was_right()
    {
        var request = Upload(SignedChunks, Chunks);
        var spoiled = request.Body.ToArray();
        spoiled[9000 + 100 + 8000] ^= 1;
        var output = new ArrayBufferWriter<byte>();

        Assert.Equal("SignatureDoesNotMatch", GivenS3.Answer(request with { Body = spoiled }, pieces: 10, output: output)?.Code);
        Assert.Equal(9000, output.WrittenCount);
    }

    [Fact]
    public void Any_one_changed_byte_of_a_signed_body_is_refused()
    {
        var request = Upload(WithTrailer, [Filled(8192), Filled(3)], "x-amz-meta-a,x-b", "x-amz-meta-a:1", "x-b:2");
        Assert.Null(GivenS3.Answer(request));
        for (var place = 0; place < request.Body.Length; place += place is > 200 and < 8200 ? 500 : 1)
        {
            var spoiled = request.Body.ToArray();
            spoiled[place] ^= 1;

            Assert.True(GivenS3.Answer(request with { Body = spoiled }) is not null, $"byte {place}");
        }
    }

    [Fact]
    public void A_body_cut_anywhere_is_refused()
    {
        var request = Upload(WithTrailer, [Filled(8192), Filled(3)], "x-b", "x-b:2");
        for (var length = 0; length < request.Body.Length; length += length is > 200 and < 8200 ? 1000 : 1)
        {
            Assert.Equal("IncompleteBody", GivenS3.Answer(request with { Body = request.Body[..length] })?.Code);
        }
    }

    [Theory]
    [InlineData("zz")]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("ffffffff")]
    [InlineData("1000001")]
    [InlineData("0x5")]
    [InlineData(" 5")]
    [InlineData("5;chunk-signature=aa")]
    [InlineData("5;x=y")]
    [InlineData("000000005")]
    public void A_chunk_head_that_is_none_is_refused(string head) => Assert.Equal(
        "InvalidRequest", GivenS3.Answer(Raw($"{head}\r\nhello\r\n0\r\nx-a:1\r\n\r\n"))?.Code);

    [Theory]
    [InlineData("5\r\nhello\r\n0\r\nx-a:1\r\n\r\n", null)]
    [InlineData("3\r\nhel\r\n2\r\nlo\r\n0\r\nx-a:1\r\n\r\n", null)]
    [InlineData("5\r\nhello\r\n0\r\nX-A: 1 \r\n\r\n", null)]
    [InlineData("5\nhello\r\n0\r\nx-a:1\r\n\r\n", "InvalidRequest")]
    [InlineData("5\r\nhelloX\r\n0\r\nx-a:1\r\n\r\n", "InvalidRequest")]
    [InlineData("6\r\nhello!\r\n0\r\nx-a:1\r\n\r\n", "IncompleteBody")]
    [InlineData("4\r\nhell\r\n0\r\nx-a:1\r\n\r\n", "IncompleteBody")]
    [InlineData("5\r\nhello\r\n0\r\nx-a:1\r\n\r\nmore", "IncompleteBody")]
    [InlineData("5\r\nhello\r\n0\r\n\r\n", "MalformedTrailerError")]
    [InlineData("5\r\nhello\r\n0\r\nx-b:1\r\n\r\n", "MalformedTrailerError")]
    [InlineData("5\r\nhello\r\n0\r\nx-a:1\r\nx-b:1\r\n\r\n", "MalformedTrailerError")]
    [InlineData("5\r\nhello\r\n0\r\nx-a:1\r\nx-a:1\r\n\r\n", "MalformedTrailerError")]
    [InlineData("5\r\nhello\r\n0\r\nx-a\r\n\r\n", "MalformedTrailerError")]
    [InlineData("5\r\nhello\r\n0\r\nx-a:1\r\nx-amz-trailer-signature:00\r\n\r\n", "MalformedTrailerError")]
    public void The_frame_of_a_chunked_body(string text, string? code) => Assert.Equal(code, GivenS3.Answer(Raw(text), pieces: 2)?.Code);

    [Fact]
    public void A_line_without_end_is_refused() => Assert.Equal("InvalidRequest", GivenS3.Answer(Raw(new('0', 2000)), pieces: 10)?.Code);

    [Fact]
    public void A_small_chunk_is_the_last()
    {
        Assert.Equal("InvalidRequest", GivenS3.Answer(Upload(SignedChunks, [Filled(8191), Filled(8192)]))?.Code);
        Assert.Null(GivenS3.Answer(Upload(SignedChunks, [Filled(8192), Filled(1)])));
        Assert.Null(GivenS3.Answer(Upload(SignedChunks, [])));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("-1")]
    [InlineData("five")]
    public void The_decoded_length_is_needed(string? length)
    {
        var request = length is null ? Put : Put.With("x-amz-decoded-content-length", length);

        Assert.Equal((411, "MissingContentLength"), GivenS3.Answer(GivenS3.Sign(request, SignedChunks)) is { } fault ? (fault.Status, fault.Code) : default);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("x-a,,x-b")]
    [InlineData("x-a,X-A")]
    [InlineData("x-amz-trailer-signature")]
    [InlineData("a,b,c,d,e,f,g,h,i,j,k,l,m,n,o,p,q")]
    public void Trailers_must_be_announced_by_name(string? announced) =>
        Assert.Equal("MalformedTrailerError", GivenS3.Answer(Upload(WithTrailer, [], announced))?.Code);

    [Theory]
    [InlineData("crc32", "cbf43926")]
    [InlineData("crc32c", "e3069283")]
    [InlineData("crc64nvme", "ae8b14860a799888")]
    [InlineData("sha1", "f7c3bc1d808e04732adf679965ccc34ca7ae3441")]
    [InlineData("sha256", "15e2b0d3c33891ebb0f1ef609ec419420c20e320ce94c65fbc8c3312448eb225")]
    public void A_checksum_is_checked(string name, string check)
    {
        var data = new[] { "123456789"u8.ToArray() };
        var good = Convert.ToBase64String(Convert.FromHexString(check));
        var bad = Convert.ToBase64String([.. Convert.FromHexString(check)[..^1], 0]);

        Assert.Null(GivenS3.Answer(Upload(Unsigned, data, "x-amz-checksum-" + name, $"x-amz-checksum-{name}:{good}")));
        foreach (var wrong in (string[])[bad, good[..^4], "", "%", good + good, new('A', 400)])
        {
            Assert.Equal("BadDigest", GivenS3.Answer(Upload(Unsigned, data, "x-amz-checksum-" + name, $"x-amz-checksum-{name}:{wrong}"))?.Code);
        }
    }

    [Fact]
    public void A_checksum_unknown_here_does_not_pass_unseen() =>
        Assert.Equal("InvalidArgument", GivenS3.Answer(Upload(Unsigned, [], "x-amz-checksum-md4", "x-amz-checksum-md4:AA=="))?.Code);

    [Fact]
    public void The_trailers_can_be_read_afterwards()
    {
        var request = Upload(Unsigned, [], "x-a, X-B", "x-b: 2", "X-A:1");
        var incoming = request.AsIncoming();
        Assert.True(SignatureReader.TryRead(incoming, SignatureStyle.S3, SignatureRules.Default, Now, out var signature, out _));
        Assert.True(S3Payload.TryRead(signature, incoming, SignatureRules.Default, true, out var payload, out _));
        Assert.True(ChunkedBody.TryOpen(signature, VerificationKey.Derive(signature, Encoding.UTF8.GetBytes(Secret)), payload, incoming, out var body, out _));
        using (body)
        {
            Assert.Null(body.Read(request.Body.Span, new ArrayBufferWriter<byte>()));
            Assert.Equal([new("x-b", "2"), new("x-a", "1")], body.TrailerLines);
        }
    }

    [Fact]
    public void Chunks_signed_with_4a_are_taken_padded_or_not()
    {
        const string Payload = "STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD";
        var signer = new Signer(Credentials, "*", "s3") { Style = SignatureStyle.S3, Algorithm = SignatureAlgorithm.EcdsaP256Sha256, Payload = Payload };
        var seed = signer.Sign(Put.With("x-amz-decoded-content-length", "5"), Now);
        string Next(string previous, string chunk) => signer.SignText(
            Encoding.ASCII.GetBytes($"AWS4-ECDSA-P256-SHA256-PAYLOAD\n{Time}\n20260115/s3/aws4_request\n{previous}\n{Reference.Hash("")}\n{Reference.Hash(chunk)}"), "20260115");
        var first = Next(seed.Signature, "hello");
        var last = Next(first, "");
        OutgoingRequest With(string signature) =>
            seed.Request with { Body = Encoding.ASCII.GetBytes($"5;chunk-signature={signature}\r\nhello\r\n0;chunk-signature={last}\r\n\r\n") };

        Assert.Null(GivenS3.Answer(With(first)));
        Assert.Null(GivenS3.Answer(With(first.PadRight(144, '*'))));
        Assert.Equal("SignatureDoesNotMatch", GivenS3.Answer(With(last))?.Code);
    }

    [Fact]
    public void Nothing_that_arrives_makes_it_throw()
    {
        var random = new Random(20260115);
        var seeds = (OutgoingRequest[])[Upload(SignedChunks, [Filled(8192), Filled(3)]), Upload(WithTrailer, [Filled(20)], "x-a", "x-a:1"), Raw("5\r\nhello\r\n0\r\nx-a:1\r\n\r\n")];
        for (var round = 0; round < 3000; round++)
        {
            var request = seeds[random.Next(seeds.Length)];
            var body = request.Body.ToArray().ToList();
            for (var change = random.Next(1, 4); change > 0 && body.Count > 0; change--)
            {
                var place = random.Next(body.Count);
                switch (random.Next(3))
                {
                    case 0: body[place] = (byte)random.Next(256); break;
                    case 1: body.InsertRange(place, Encoding.ASCII.GetBytes(random.Next(2) == 0 ? "\r\n" : "0;chunk-signature=")); break;
                    default: body.RemoveRange(place, Math.Min(body.Count - place, random.Next(20))); break;
                }
            }

            _ = GivenS3.Answer(request with { Body = body.ToArray() }, pieces: random.Next(1, 5000));
        }
    }

    private static OutgoingRequest Raw(string body) => Upload(Unsigned, [Filled(5)], "x-a", "x-a:1") with { Body = Encoding.ASCII.GetBytes(body) };

    private static byte[] Filled(int count) => [.. Enumerable.Range(0, count).Select(index => (byte)(index * 31))];

    private static byte[] Encode(System.Text.Json.JsonElement chunk)
    {
        var size = chunk.GetProperty("bytesOfLetterA").GetInt32();
        var data = new string('a', size) + (size > 0 ? "\r\n" : "");
        return Encoding.ASCII.GetBytes($"{size:x};chunk-signature={chunk.GetProperty("signature").GetString()}\r\n{data}");
    }
}
