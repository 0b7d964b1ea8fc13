using System.Security.Cryptography;
using System.Text;
using Gatehouse.Signatures.Tests.S3;
using static Gatehouse.Signatures.Tests.Given;

namespace Gatehouse.Signatures.Tests.Gateway;

/// <summary>Requests that are verified where their body never comes [AU-149].</summary>
public sealed class UnseenBodyTests
{
    private static readonly OutgoingRequest Post = Unsigned with { Target = "/things", Body = "hello"u8.ToArray() };

    [Fact]
    public void A_request_without_a_body_is_verified()
    {
        Assert.Null(Answer(Sign(Post with { Body = default }), SignatureStyle.Rest, empty: true, out var body));

        Assert.False(body.MustBeCompared);
    }

    [Fact]
    public void A_body_that_no_signed_header_tells_of_is_refused_and_never_skipped()
    {
        Refused(Answer(Sign(Post), SignatureStyle.Rest, empty: false, out _));
        Refused(Answer(Sign(Post with { Body = default }), SignatureStyle.Rest, empty: false, out _));

        // Of no use either: a header that anybody could have added, or that tells twice.
        Refused(Answer(Sign(Post).With("x-amz-content-sha256", HashOf("hello")), SignatureStyle.Rest, empty: false, out _));
        Refused(Answer(Hashed("UNSIGNED-PAYLOAD"), SignatureStyle.Rest, empty: false, out _));
    }

    [Fact]
    public void A_body_whose_hash_is_signed_is_compared_by_whoever_has_it()
    {
        var request = Hashed(HashOf("hello"));

        Assert.Null(Answer(request, SignatureStyle.Rest, empty: false, out var body, out var signature));

        Assert.True(body.MustBeCompared);
        Assert.Null(body.CheckBody(signature, SHA256.HashData("hello"u8)));
        Refused(body.CheckBody(signature, SHA256.HashData("hullo"u8)));
    }

    [Fact]
    public void A_request_that_says_it_is_empty_and_was_signed_with_a_body_is_refused() => Refused(Answer(Sign(Post), SignatureStyle.Rest, empty: true, out _));

    [Fact]
    public void S3_style_bodies_are_hashed_or_not_covered_and_never_in_chunks()
    {
        Assert.Null(Answer(GivenS3.Sign(GivenS3.Put), SignatureStyle.S3, empty: false, out var hashed, out var signature));
        Assert.True(hashed.MustBeCompared);
        Assert.Equal("XAmzContentSHA256Mismatch", hashed.CheckBody(signature, SHA256.HashData("hullo"u8))!.Code);

        Assert.Null(Answer(GivenS3.Sign(GivenS3.Put, "UNSIGNED-PAYLOAD"), SignatureStyle.S3, empty: false, out var uncovered));
        Assert.False(uncovered.MustBeCompared);

        Refused(Answer(GivenS3.Upload(GivenS3.SignedChunks, [Encoding.ASCII.GetBytes(new string('a', 9000))]), SignatureStyle.S3, empty: false, out _));
        Assert.Equal("InvalidRequest", Answer(GivenS3.Sign(GivenS3.Put).Without("x-amz-content-sha256"), SignatureStyle.S3, empty: false, out _)!.Code);
    }

    [Fact]
    public void A_forged_signature_is_refused_whatever_is_said_of_the_body() =>
        Refused(Answer(Sign(Post with { Body = default }, new SigningCredentials(KeyId, "another")), SignatureStyle.Rest, empty: true, out _));

    private static OutgoingRequest Hashed(string value) => Sign(Post.With("x-amz-content-sha256", value));

    private static string HashOf(string body) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(body)));

    private static SignatureFault? Answer(OutgoingRequest request, SignatureStyle style, bool empty, out UnseenBody body) => Answer(request, style, empty, out body, out _);

    private static SignatureFault? Answer(OutgoingRequest request, SignatureStyle style, bool empty, out UnseenBody body, out Signature signature)
    {
        body = default;
        var incoming = request.AsIncoming();
        if (!SignatureReader.TryRead(incoming, style, SignatureRules.Default, Now, out signature, out var fault)
            || !UnseenBody.TryRead(signature, incoming, SignatureRules.Default, encrypted: true, empty, out body, out fault))
        {
            return fault;
        }

        return body.Verify(signature, VerificationKey.Derive(signature, Encoding.UTF8.GetBytes(Secret)), incoming);
    }

    private static void Refused(SignatureFault? fault) => Assert.Equal((403, true), (fault?.Status, fault?.Code is "SignatureDoesNotMatch" or "InvalidSignatureException"));
}
