using static Gatehouse.Signatures.Tests.Given;
using static Gatehouse.Signatures.Tests.S3.GivenS3;

namespace Gatehouse.Signatures.Tests.S3;

/// <summary>The bad inputs BI-75 to BI-91.</summary>
public sealed class S3BadInputTests
{
    private const string WithTrailer = SignedChunks + "-TRAILER";

    private static readonly byte[][] Chunks = [Filled(9000, 'a'), Filled(9000, 'b'), Filled(10, 'c')];

    private static readonly OutgoingRequest Chunked = Upload(SignedChunks, Chunks);

    private static readonly Dictionary<int, Row> Rows = new()
    {
        [75] = new(GivenS3.Sign(Put).Without("x-amz-content-sha256"), 400, "InvalidRequest"),
        [76] = new(GivenS3.Sign(Put) with { Body = "other"u8.ToArray() }, 400, "XAmzContentSHA256Mismatch"),
        [77] = new(GivenS3.Sign(Put).With("X-Amz-Acl", "public-read"), 403, "AccessDenied", "There were headers present in the request which were not signed"),
        [78] = new(GivenS3.Sign(Put, time: Now.AddMinutes(-16)), 403, "RequestTimeTooSkewed"),
        [79] = new(GivenS3.Sign(Put, credentials: new("AKIARZPUZDIKSTRANGER", Secret)), 403, "InvalidAccessKeyId"),
        [80] = new(GivenS3.Sign(Put, credentials: new(TemporaryKeyId, Secret, "garbage")), 400, "InvalidToken", "The provided token is malformed or otherwise invalid."),
        [81] = new(GivenS3.Sign(Put, credentials: new(TemporaryKeyId, Secret, Ended)), 400, "ExpiredToken", "The provided token has expired."),
        [82] = new(GivenS3.Presign(Get, time: Now.AddSeconds(-3600)), 403, "AccessDenied", "Request has expired"),
        [83] = new(GivenS3.Presign(Get, "604801"), 400, "AuthorizationQueryParametersError"),
        [84] = new(GivenS3.Presign(Get, "-1"), 400, "AuthorizationQueryParametersError"),
        [85] = new(Get with { Target = $"/b/k?AWSAccessKeyId={KeyId}&Signature=abc%3D&Expires=1768482000" }, 400, "InvalidRequest"),
        [86] = new(GivenS3.Presign(Get).With("Authorization", "AWS4-HMAC-SHA256 x"), 400, "InvalidArgument"),
        [87] = new(Chunked with { Body = Spoil(Chunked.Body, "bbbb", "bbcb") }, 403, "SignatureDoesNotMatch"),
        [88] = new(Chunked with { Body = Swap(Chunked.Body) }, 403, "SignatureDoesNotMatch"),
        [89] = new(Chunked with { Body = Chunked.Body[..Find(Chunked.Body, "\r\n0;")] }, 400, "IncompleteBody"),
        [90] = new(Upload(WithTrailer, Chunks, "x-amz-checksum-crc32"), 400, "MalformedTrailerError"),
        [91] = new(GivenS3.Sign(Put with { Target = "/b" }) with { Target = "/a/../b" }, 403, "SignatureDoesNotMatch"),
    };

    public static TheoryData<int> Numbers => [.. Rows.Keys];

    [Theory, MemberData(nameof(Numbers))]
    public void A_bad_input_gets_its_code(int number)
    {
        var row = Rows[number];

        var fault = GivenS3.Answer(row.Request);

        Assert.Equal((row.Status, row.Code), (fault?.Status, fault?.Code));
        Assert.Contains(row.Text, fault!.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_requests_they_begin_from_are_good()
    {
        Assert.Null(GivenS3.Answer(GivenS3.Sign(Put)));
        Assert.Null(GivenS3.Answer(GivenS3.Sign(Put, "UNSIGNED-PAYLOAD")));
        Assert.Null(GivenS3.Answer(GivenS3.Sign(Put, credentials: Temporary)));
        Assert.Null(GivenS3.Answer(GivenS3.Presign(Get)));
        Assert.Null(GivenS3.Answer(Chunked));
        Assert.Null(GivenS3.Answer(GivenS3.Sign(Put with { Target = "/a/../b" })));
    }

    private static byte[] Filled(int count, char letter) => [.. Enumerable.Repeat((byte)letter, count)];

    private static int Find(ReadOnlyMemory<byte> body, string text) => body.Span.IndexOf(System.Text.Encoding.ASCII.GetBytes(text));

    private static byte[] Spoil(ReadOnlyMemory<byte> body, string from, string to)
    {
        var spoiled = body.ToArray();
        System.Text.Encoding.ASCII.GetBytes(to).CopyTo(spoiled, Find(body, from));
        return spoiled;
    }

    private static byte[] Swap(ReadOnlyMemory<byte> body)
    {
        var second = Find(body, "a\r\n2328;") + 3;
        var third = Find(body, "b\r\na;") + 3;
        return [.. body[second..third].Span, .. body[..second].Span, .. body[third..].Span];
    }

    private sealed record Row(OutgoingRequest Request, int Status, string Code, string Text = "");
}
