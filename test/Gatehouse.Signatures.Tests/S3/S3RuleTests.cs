using System.Text;
using static Gatehouse.Signatures.Tests.Given;
using static Gatehouse.Signatures.Tests.S3.GivenS3;

namespace Gatehouse.Signatures.Tests.S3;

/// <summary>Where S3 differs: presigned life, payload, unsigned headers, elements of its errors (AU-130, AU-136, AU-140, AU-147).</summary>
public sealed class S3RuleTests
{
    [Theory]
    [InlineData("3600", -3599, null)]
    [InlineData("3600", -3600, "Request has expired")]
    [InlineData("3600", 900, null)]
    [InlineData("3600", 901, "Request is not yet valid")]
    [InlineData("1", 0, null)]
    [InlineData("1", -1, "Request has expired")]
    [InlineData("604800", -604799, null)]
    [InlineData("604800", -604800, "Request has expired")]
    [InlineData("604801", 0, "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds")]
    [InlineData("99999999999999999999", 0, "X-Amz-Expires must be less than a week (in seconds); that is, the given X-Amz-Expires must be less than 604800 seconds")]
    [InlineData("-1", 0, "X-Amz-Expires must be non-negative")]
    [InlineData("0", 0, "X-Amz-Expires must be non-negative")]
    [InlineData("soon", 0, "X-Amz-Expires should be a number")]
    [InlineData("1.5", 0, "X-Amz-Expires should be a number")]
    [InlineData("-", 0, "X-Amz-Expires should be a number")]
    public void The_life_of_a_presigned_URL_AU_140(string expires, int signedSeconds, string? text) =>
        Assert.Equal(text, GivenS3.Answer(GivenS3.Presign(Get, expires, Now.AddSeconds(signedSeconds)))?.Message);

    [Fact]
    public void An_expired_URL_tells_its_times_AU_140()
    {
        var fault = GivenS3.Answer(GivenS3.Presign(Get, "60", Now.AddMinutes(-2)));

        Assert.Equal(
            [new("X-Amz-Expires", "60"), new("Expires", "2026-01-15T11:59:00Z"), new("ServerTime", "2026-01-15T12:00:00Z")], fault!.Elements);
    }

    [Fact]
    public void A_presigned_URL_carries_its_end()
    {
        Assert.True(SignatureReader.TryRead(GivenS3.Presign(Get, "60").AsIncoming(), SignatureStyle.S3, SignatureRules.Default, Now, out var signature, out _));
        Assert.Equal(Now.AddMinutes(1), signature.Expires);
        Assert.True(SignatureReader.TryRead(Presigned.AsIncoming(), SignatureStyle.Query, SignatureRules.Default, Now, out signature, out _));
        Assert.Null(signature.Expires);
    }

    [Theory]
    [InlineData("00010101T000000Z")]
    [InlineData("99991231T235959Z")]
    public void A_time_at_the_end_of_time_is_only_wrong(string time)
    {
        var request = GivenS3.Presign(Get, "604800");

        Assert.Equal(FaultKind.Deny, GivenS3.Answer(request with { Target = request.Target.Replace(Time, time) })?.Kind);
        Assert.Equal(FaultKind.Skew, GivenS3.Answer(GivenS3.Sign(Put).Set("X-Amz-Date", time))?.Kind);
        Assert.Equal(FaultKind.Skew, Given.Answer(Signed.Set("X-Amz-Date", time))?.Kind);
    }

    [Theory]
    [InlineData("UNSIGNED-PAYLOAD", S3PayloadKind.Unsigned)]
    [InlineData("STREAMING-AWS4-HMAC-SHA256-PAYLOAD", S3PayloadKind.SignedChunks)]
    [InlineData("STREAMING-AWS4-HMAC-SHA256-PAYLOAD-TRAILER", S3PayloadKind.SignedChunksAndTrailer)]
    [InlineData("STREAMING-UNSIGNED-PAYLOAD-TRAILER", S3PayloadKind.UnsignedChunksAndTrailer)]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", S3PayloadKind.Hash)]
    [InlineData("STREAMING-AWS4-ECDSA-P256-SHA256-PAYLOAD", null)]
    [InlineData("unsigned-payload", null)]
    [InlineData("e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b85", null)]
    [InlineData("g3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855", null)]
    [InlineData("", null)]
    public void What_a_payload_header_means_AU_136(string text, S3PayloadKind? kind)
    {
        var request = GivenS3.Sign(Put, text).AsIncoming();
        Assert.True(SignatureReader.TryRead(request, SignatureStyle.S3, SignatureRules.Default, Now, out var signature, out _));

        var read = S3Payload.TryRead(signature, request, SignatureRules.Default, encrypted: true, out var payload, out var fault);

        Assert.Equal(kind is not null, read);
        Assert.Equal(kind, read ? payload.Kind : null);
        Assert.Equal(
            read ? null : "x-amz-content-sha256 must be UNSIGNED-PAYLOAD, STREAMING-…, or a valid sha256 value.", fault?.Message);
        Assert.Equal(read ? null : "InvalidArgument", fault?.Code);
    }

    [Fact]
    public void A_body_nothing_covers_needs_an_encrypted_connection_or_the_setting_AU_136()
    {
        var rules = new SignatureRules { AllowUnsignedPayloadOverHttp = true };
        foreach (var request in (OutgoingRequest[])[GivenS3.Sign(Put, "UNSIGNED-PAYLOAD"), GivenS3.Presign(Get), Upload("STREAMING-UNSIGNED-PAYLOAD-TRAILER", [], "x-a", "x-a:1")])
        {
            Assert.Null(GivenS3.Answer(request));
            Assert.Null(GivenS3.Answer(request, encrypted: false, rules: rules));
            Assert.Equal((400, "InvalidRequest"), (GivenS3.Answer(request, encrypted: false)?.Status, GivenS3.Answer(request, encrypted: false)?.Code));
        }

        Assert.Null(GivenS3.Answer(GivenS3.Sign(Put), encrypted: false));
    }

    [Fact]
    public void In_the_query_form_the_payload_header_counts_when_signed_AU_136()
    {
        var hash = Reference.Hash(Put.Body.Span);
        var signed = new Signer(Credentials, "us-east-1", "s3") { Style = SignatureStyle.S3, Payload = hash }
            .Presign(Put.With("x-amz-content-sha256", hash), Now, TimeSpan.FromMinutes(1)).Request;

        Assert.Null(GivenS3.Answer(signed, encrypted: false));
        Assert.Equal("XAmzContentSHA256Mismatch", GivenS3.Answer(signed with { Body = "other"u8.ToArray() })?.Code);
        Assert.Equal("AccessDenied", GivenS3.Answer(GivenS3.Presign(Put).With("x-amz-content-sha256", hash))?.Code);
    }

    [Fact]
    public void Unsigned_headers_are_named_AU_130()
    {
        var fault = GivenS3.Answer(GivenS3.Sign(Put).With("X-Amz-Tagging", "a").With("x-amz-acl", "b").With("X-Amz-Acl", "c").With("X-Amzn-Trace-Id", "d"));

        Assert.Equal([new("HeadersNotSigned", "x-amz-acl, x-amz-tagging")], fault!.Elements);
    }

    [Fact]
    public void A_wrong_signature_is_explained_without_the_token_AU_147()
    {
        var request = GivenS3.Sign(Put, credentials: Temporary).Set("Host", "other");

        var fault = GivenS3.Answer(request)!;

        Assert.Equal((403, "SignatureDoesNotMatch"), (fault.Status, fault.Code));
        Assert.Equal(
            ["AWSAccessKeyId", "SignatureProvided", "StringToSign", "StringToSignBytes", "CanonicalRequest", "CanonicalRequestBytes"],
            fault.Elements.Select(element => element.Name));
        Assert.Contains("\nhost:other\n", fault.Elements[4].Value, StringComparison.Ordinal);
        Assert.Contains("\nx-amz-security-token:\n", fault.Elements[4].Value, StringComparison.Ordinal);
        Assert.StartsWith("41 57 53 34 2d 48", fault.Elements[3].Value, StringComparison.Ordinal);
        Assert.DoesNotContain(fault.Elements, element => element.Value.Contains(Token, StringComparison.Ordinal));
        Assert.DoesNotContain(Token, fault.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void The_two_ways_to_verify_are_not_mixed_up()
    {
        var request = GivenS3.Sign(Put).AsIncoming();
        Assert.True(SignatureReader.TryRead(request, SignatureStyle.S3, SignatureRules.Default, Now, out var s3, out _));
        Assert.True(SignatureReader.TryRead(request, SignatureStyle.Query, SignatureRules.Default, Now, out var query, out _));
        Assert.True(S3Payload.TryRead(s3, request, SignatureRules.Default, encrypted: true, out var payload, out _));
        var key = VerificationKey.Derive(s3, Encoding.UTF8.GetBytes(Secret));

        Assert.Throws<InvalidOperationException>(() => SignatureVerifier.Verify(s3, key, request, new byte[32]));
        Assert.Throws<InvalidOperationException>(() => SignatureVerifier.Verify(query, key, request, payload));
    }
}
