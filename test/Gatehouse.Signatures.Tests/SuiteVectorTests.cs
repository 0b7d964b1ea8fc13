using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Signatures.Tests;

/// <summary>The published signing suites, both ways: what the server reads and verifies, and what the signer makes (AU-120 to AU-133, AU-160 to AU-163).</summary>
public sealed class SuiteVectorTests
{
    public static TheoryData<SuiteCase> V4 => [.. VectorFiles.V4];

    public static TheoryData<SuiteCase> V4a => [.. VectorFiles.V4a];

    [Fact]
    public void Both_suites_are_whole()
    {
        Assert.Equal((76, 76), (VectorFiles.V4.Count, VectorFiles.V4a.Count));
        Assert.Equal((38, 38), (VectorFiles.V4.DistinctBy(one => one.Name).Count(), VectorFiles.V4a.DistinctBy(one => one.Name).Count()));
    }

    [Theory, MemberData(nameof(V4), DisableDiscoveryEnumeration = true)]
    public void A_signed_request_of_the_suite_verifies(SuiteCase given)
    {
        var (signature, fault, echo) = Examine(given);

        Assert.Equal((given.CanonicalRequest, given.StringToSign), (echo.CanonicalRequest, echo.StringToSign));
        Assert.Equal(given.Signature, signature.Given.ToString());
        Assert.Null(fault);
    }

    [Theory, MemberData(nameof(V4), DisableDiscoveryEnumeration = true)]
    public void The_signer_makes_the_signed_request_of_the_suite(SuiteCase given)
    {
        var signed = Sign(given, SignatureAlgorithm.HmacSha256);

        Assert.Equal((given.CanonicalRequest, given.StringToSign, given.Signature), (signed.CanonicalRequest, signed.StringToSign, signed.Signature));
        Assert.Equal(given.Signed.Target, signed.Request.Target);
        Assert.Equal(Lines(given.Signed), Lines(signed.Request));
    }

    [Theory, MemberData(nameof(V4a), DisableDiscoveryEnumeration = true)]
    public void A_signed_request_of_the_4a_suite_verifies(SuiteCase given)
    {
        var (signature, fault, echo) = Examine(given);

        Assert.Equal((given.CanonicalRequest, given.StringToSign), (echo.CanonicalRequest, echo.StringToSign));
        Assert.Null(fault);
        Assert.True(KeyOf(given, signature).Fits(Encoding.UTF8.GetBytes(given.StringToSign), given.Signature), "the example beside the request");
    }

    [Theory, MemberData(nameof(V4a), DisableDiscoveryEnumeration = true)]
    public void What_the_signer_makes_with_4a_verifies(SuiteCase given)
    {
        var signed = Sign(given, SignatureAlgorithm.EcdsaP256Sha256);

        Assert.Equal((given.CanonicalRequest, given.StringToSign), (signed.CanonicalRequest, signed.StringToSign));
        Assert.Null(Examine(given with { Signed = signed.Request }).Fault);
    }

    [Theory, MemberData(nameof(V4a), DisableDiscoveryEnumeration = true)]
    public void The_public_key_of_4a_follows_from_the_secret(SuiteCase given)
    {
        var key = EcdsaPublicKey.Derive(Encoding.UTF8.GetBytes(given.Secret), given.AccessKeyId);

        Assert.Equal((given.X, given.Y), (Convert.ToHexStringLower(key.X), Convert.ToHexStringLower(key.Y)));
    }

    // AU-142, BI-53: a token put into the URL after signing is part of the query that is verified, so it does not fit.
    [Fact]
    public void A_token_added_to_a_URL_after_signing_is_refused()
    {
        foreach (var given in VectorFiles.V4.Concat(VectorFiles.V4a).Where(one => one.TokenAfterSigning && one.Form == SignatureForm.Query))
        {
            var (signature, request) = Read(given, given.Signed);
            var payload = Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(given.Signed.Body.Span)));

            Assert.False(SignatureVerifier.Fits(signature, KeyOf(given, signature), request, payload));
        }
    }

    private static SignedRequest Sign(SuiteCase given, SignatureAlgorithm algorithm)
    {
        var signer = new Signer(new(given.AccessKeyId, given.Secret, given.Token), given.Region, given.Service)
        {
            Algorithm = algorithm,
            Style = given.Normalised ? SignatureStyle.Query : SignatureStyle.S3,
            AddPayloadHash = given.AddPayloadHash,
            TokenAfterSigning = given.TokenAfterSigning,
            Payload = given.Normalised ? null : Convert.ToHexStringLower(SHA256.HashData(given.Request.Body.Span)),
            LeavePayloadHeaderOut = !given.Normalised,
        };
        return given.Form == SignatureForm.Header ? signer.Sign(given.Request, given.Time) : signer.Presign(given.Request, given.Time, given.Life);
    }

    private static (Signature Signature, SignatureFault? Fault, SignatureEcho Echo) Examine(SuiteCase given)
    {
        var sent = given.Signed;
        if (given.TokenAfterSigning && given.Form == SignatureForm.Query)
        {
            sent = sent with { Target = string.Join('&', sent.Target.Split('&').Where(piece => !piece.StartsWith("X-Amz-Security-Token=", StringComparison.Ordinal))) };
        }

        var (signature, request) = Read(given, sent);
        var payload = Encoding.UTF8.GetBytes(Convert.ToHexStringLower(SHA256.HashData(sent.Body.Span)));
        var scope = SignatureVerifier.CheckScope(signature, given.Service, SignatureRules.Default);
        var fits = SignatureVerifier.Fits(signature, KeyOf(given, signature), request, payload);
        var fault = scope ?? (fits ? null : Faults.Mismatch(signature.Style, signature.Form));
        return (signature, fault, SignatureVerifier.Explain(signature, request, payload, hideToken: false)!);
    }

    private static (Signature Signature, IncomingRequest<HeaderList> Request) Read(SuiteCase given, OutgoingRequest sent)
    {
        var request = sent.AsIncoming();
        var style = given.Normalised ? SignatureStyle.Query : SignatureStyle.S3;
        Assert.True(SignatureReader.TryRead(request, style, SignatureRules.Default, given.Time, out var signature, out var fault), fault?.Message);
        Assert.Equal(given.AccessKeyId, signature.AccessKeyId.ToString());
        Assert.Equal(given.Time, signature.Time);
        return (signature, request);
    }

    private static VerificationKey KeyOf(SuiteCase given, in Signature signature) => VerificationKey.Derive(signature, Encoding.UTF8.GetBytes(given.Secret));

    private static IEnumerable<string> Lines(OutgoingRequest request) =>
        request.Headers.Select(line => $"{line.Key.ToLowerInvariant()}:{line.Value}").Order(StringComparer.Ordinal);
}
