using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gatehouse.Signatures.Tests;

/// <summary>Signatures with the key of a certificate that comes along (AU-860).</summary>
public sealed class CertificateTests
{
    private static readonly X509Certificate2 Curve = MakeCurve(ECCurve.NamedCurves.nistP256);
    private static readonly X509Certificate2 Rsa = MakeRsa();

    private static readonly OutgoingRequest Bare = new()
    {
        Method = "POST",
        Target = "/sessions?profileArn=p&roleArn=r&trustAnchorArn=t",
        Headers = [new("Host", "127.0.0.1:4566"), new("Content-Type", "application/json")],
        Body = """{"durationSeconds":900}"""u8.ToArray(),
    };

    [Fact]
    public void What_the_signer_signs_is_verified()
    {
        Assert.Null(Answer(Sign(Curve)));
        Assert.Null(Answer(Sign(Rsa)));
        Assert.Null(Answer(new CertificateSigner(Curve, [Rsa, Rsa], "us-east-1").Sign(Bare, Given.Now).Request));
    }

    [Fact]
    public void The_header_and_the_string_to_sign_are_as_AWS_writes_them()
    {
        var signed = new CertificateSigner(Rsa, [], "us-east-1").Sign(Bare, Given.Now);

        Assert.StartsWith(
            $"AWS4-X509-RSA-SHA256 Credential={Serial(Rsa)}/20260115/us-east-1/rolesanywhere/aws4_request, SignedHeaders=content-type;host;x-amz-date;x-amz-x509, Signature=",
            Header(signed.Request, "Authorization"),
            StringComparison.Ordinal);
        Assert.Equal(
            $"AWS4-X509-RSA-SHA256\n20260115T120000Z\n20260115/us-east-1/rolesanywhere/aws4_request\n{Hash(signed.CanonicalRequest)}",
            signed.StringToSign);
        Assert.Equal(
            $"POST\n/sessions\nprofileArn=p&roleArn=r&trustAnchorArn=t\ncontent-type:application/json\nhost:127.0.0.1:4566\nx-amz-date:20260115T120000Z\n"
            + $"x-amz-x509:{Convert.ToBase64String(Rsa.RawData)}\n\ncontent-type;host;x-amz-date;x-amz-x509\n{Hash("""{"durationSeconds":900}""")}",
            signed.CanonicalRequest);
        using var key = Rsa.GetRSAPublicKey()!;
        Assert.True(key.VerifyData(Encoding.UTF8.GetBytes(signed.StringToSign), Convert.FromHexString(signed.Signature), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.StartsWith("AWS4-X509-ECDSA-SHA256 ", Header(Sign(Curve), "Authorization"), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("a body of another kind", FaultKind.Signature)]
    [InlineData("another path", FaultKind.Signature)]
    [InlineData("another query", FaultKind.Signature)]
    [InlineData("another host", FaultKind.Signature)]
    [InlineData("another certificate", FaultKind.Signature)]
    [InlineData("the certificate unsigned", FaultKind.Signature)]
    [InlineData("a chain that is not signed", FaultKind.Signature)]
    [InlineData("another date", FaultKind.Scope)]
    [InlineData("another service", FaultKind.Scope)]
    [InlineData("a signature of zeros", FaultKind.Signature)]
    [InlineData("a signature in capitals", FaultKind.Signature)]
    [InlineData("a signature cut", FaultKind.Signature)]
    [InlineData("SigV4's algorithm", FaultKind.Incomplete)]
    [InlineData("an algorithm of the future", FaultKind.Incomplete)]
    [InlineData("no signature", FaultKind.Missing)]
    [InlineData("too late", FaultKind.Skew)]
    public void A_request_with_one_thing_wrong_is_refused(string kind, FaultKind expected)
    {
        var good = Sign(Curve);
        var authorization = Header(good, "Authorization");
        var request = kind switch
        {
            "a body of another kind" => good with { Body = "{}"u8.ToArray() },
            "another path" => good with { Target = good.Target.Replace("/sessions", "/session", StringComparison.Ordinal) },
            "another query" => good with { Target = good.Target.Replace("=r&", "=x&", StringComparison.Ordinal) },
            "another host" => Set(good, "Host", "example.com"),
            "another certificate" => Set(good, "X-Amz-X509", Convert.ToBase64String(Rsa.RawData)),
            "the certificate unsigned" => Set(good, "Authorization", authorization.Replace(";x-amz-x509", "", StringComparison.Ordinal)),
            "a chain that is not signed" => Set(good, "X-Amz-X509-Chain", Convert.ToBase64String(Rsa.RawData)),
            "another date" => Set(good, "Authorization", authorization.Replace("/20260115/", "/20260114/", StringComparison.Ordinal)),
            "another service" => Set(good, "Authorization", authorization.Replace("/rolesanywhere/", "/sts/", StringComparison.Ordinal)),
            "a signature of zeros" => Set(good, "Authorization", authorization[..^64] + new string('0', 64)),
            "a signature in capitals" => Set(good, "Authorization", authorization[..^64] + authorization[^64..].ToUpperInvariant()),
            "a signature cut" => Set(good, "Authorization", authorization[..^2]),
            "SigV4's algorithm" => Set(good, "Authorization", authorization.Replace("X509-ECDSA", "HMAC", StringComparison.Ordinal)),
            "an algorithm of the future" => Set(good, "Authorization", authorization.Replace("X509-ECDSA-SHA256", "X509-MLDSA44", StringComparison.Ordinal)),
            "no signature" => good with { Headers = good.Headers.RemoveAll(line => line.Key == "Authorization") },
            _ => new CertificateSigner(Curve, [], "us-east-1").Sign(Bare, Given.Now.AddMinutes(-16)).Request,
        };

        // The key is that of the certificate that was there when it was signed: a verifier never takes another's.
        Assert.Equal(expected, Answer(request, Curve)?.Kind);
    }

    [Fact]
    public void A_certificate_signs_nothing_but_what_wants_one() // AU-106
    {
        var signed = Sign(Curve);

        foreach (var style in new[] { SignatureStyle.Rest, SignatureStyle.Json, SignatureStyle.Query, SignatureStyle.S3 })
        {
            Assert.False(SignatureReader.TryRead(signed.AsIncoming(), style, SignatureRules.Default, Given.Now, out _, out var fault));
            Assert.Equal(FaultKind.Incomplete, fault.Kind);
        }

        Assert.False(SignatureReader.TryRead(Given.Presigned.AsIncoming(), SignatureStyle.Certificate, SignatureRules.Default, Given.Now, out _, out var presigned));
        Assert.NotNull(presigned);
        Assert.Throws<ArgumentOutOfRangeException>(() => new Signer(Given.Credentials, "us-east-1", "sts") { Algorithm = SignatureAlgorithm.X509RsaSha256 });
    }

    [Fact]
    public void Random_changes_of_a_signed_request_are_never_taken()
    {
        var good = Sign(Curve);
        var header = Header(good, "Authorization");
        var random = new Random(20260115);
        var signature = header.LastIndexOf('=') + 1;
        for (var round = 0; round < 2000; round++)
        {
            var place = random.Next(signature, header.Length);
            var letter = "0123456789abcdef"[random.Next(16)];
            var changed = header[..place] + letter + header[(place + 1)..];
            if (changed != header)
            {
                Assert.NotNull(Answer(Set(good, "Authorization", changed), Curve));
            }
        }
    }

    [Fact]
    public void Certificates_are_read_from_their_headers_and_nothing_else_is()
    {
        var whole = new CertificateSigner(Curve, [Rsa], "us-east-1").Sign(Bare, Given.Now).Request;
        Assert.True(CertificateHeaders.TryRead(whole.AsIncoming().Headers, out var certificate, out var chain));
        Assert.Equal(Curve.RawData, certificate);
        Assert.Equal(Rsa.RawData, chain.Single());

        foreach (var bad in new[] { "", "!", "QQ", new string('A', 20_000) })
        {
            Assert.False(CertificateHeaders.TryRead(Set(whole, "X-Amz-X509", bad).AsIncoming().Headers, out _, out _));
        }

        Assert.False(CertificateHeaders.TryRead(Bare.AsIncoming().Headers, out _, out _));
        Assert.False(CertificateHeaders.TryRead((whole with { Headers = whole.Headers.Add(new("X-Amz-X509", "QUJD")) }).AsIncoming().Headers, out _, out _));
        Assert.False(CertificateHeaders.TryRead(Set(whole, "X-Amz-X509-Chain", string.Join(',', Enumerable.Repeat("QUJD", 11))).AsIncoming().Headers, out _, out _));
        Assert.False(CertificateHeaders.TryRead(Set(whole, "X-Amz-X509-Chain", "QUJD,,QUJD").AsIncoming().Headers, out _, out _));
    }

    [Fact]
    public void Keys_are_read_from_certificates_and_nothing_else_is()
    {
        Assert.True(CertificateKey.TryRead(Rsa.RawData, out var rsa));
        Assert.Equal((SignatureAlgorithm.X509RsaSha256, Serial(Rsa)), (rsa.Algorithm, rsa.SerialNumber));
        Assert.True(CertificateKey.TryRead(Curve.RawData, out var curve));
        Assert.Equal(SignatureAlgorithm.X509EcdsaSha256, curve.Algorithm);
        Assert.False(CertificateKey.TryRead([], out _));
        Assert.False(CertificateKey.TryRead(Curve.RawData.AsSpan()[..^1], out _));
        Assert.False(CertificateKey.TryRead(OnNoCurve(Curve), out _));
        Assert.False(CertificateKey.TryRead(Encoding.ASCII.GetBytes(Curve.ExportCertificatePem()), out _));
        Assert.Throws<ArgumentException>(() => new CertificateSigner(X509CertificateLoader.LoadCertificate(Curve.RawData), [], "us-east-1"));
        Assert.Throws<InvalidOperationException>(() =>
        {
            SignatureReader.TryRead(Sign(Curve).AsIncoming(), SignatureStyle.Certificate, SignatureRules.Default, Given.Now, out var signature, out _);
            VerificationKey.Derive(signature, "secret"u8);
        });
    }

    // A curve that no platform knows: the last byte of its object identifier is another.
    private static byte[] OnNoCurve(X509Certificate2 certificate)
    {
        var der = certificate.RawData;
        var place = der.AsSpan().IndexOf((ReadOnlySpan<byte>)[0x06, 0x08, 0x2A, 0x86, 0x48, 0xCE, 0x3D, 0x03, 0x01, 0x07]);
        der[place + 9] = 0x7F;
        return der;
    }

    private static SignatureFault? Answer(OutgoingRequest request, X509Certificate2? certificate = null)
    {
        var incoming = request.AsIncoming();
        if (!SignatureReader.TryRead(incoming, SignatureStyle.Certificate, SignatureRules.Default, Given.Now, out var signature, out var fault))
        {
            return fault;
        }

        if (SignatureVerifier.CheckScope(signature, "rolesanywhere", SignatureRules.Default) is { } scope)
        {
            return scope;
        }

        Assert.True(CertificateHeaders.TryRead(incoming.Headers, out var der, out _));
        Assert.True(CertificateKey.TryRead(certificate is null ? der.AsSpan() : certificate.RawData, out var key));
        return SignatureVerifier.Verify(signature, key, incoming, SHA256.HashData(request.Body.Span));
    }

    private static OutgoingRequest Sign(X509Certificate2 certificate) => new CertificateSigner(certificate, [], "us-east-1").Sign(Bare, Given.Now).Request;

    private static string Header(OutgoingRequest request, string name) => request.Headers.Single(line => line.Key == name).Value;

    private static OutgoingRequest Set(OutgoingRequest request, string name, string value) =>
        request with { Headers = request.Headers.RemoveAll(line => line.Key == name).Add(new(name, value)) };

    private static string Hash(string text) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(text)));

    private static string Serial(X509Certificate2 certificate) => new BigInteger(certificate.SerialNumberBytes.Span, false, true).ToString(CultureInfo.InvariantCulture);

    private static X509Certificate2 MakeCurve(ECCurve curve)
    {
        using var key = ECDsa.Create(curve);
        return new CertificateRequest("CN=curve", key, HashAlgorithmName.SHA256).CreateSelfSigned(Given.Now, Given.Now.AddDays(1));
    }

    private static X509Certificate2 MakeRsa()
    {
        using var key = RSA.Create(2048);
        return new CertificateRequest("CN=rsa", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1).CreateSelfSigned(Given.Now, Given.Now.AddDays(1));
    }
}
