using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.TrustAnchors;
using Gatehouse.Testing;
using AccessDeniedException = Gatehouse.Contracts.RolesAnywhereSessions.AccessDeniedException;

namespace Gatehouse.RolesAnywhere.Tests.Sessions;

/// <summary>Which certificates are believed, and which no longer [AU-861].</summary>
public sealed class CertificatePathTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    /// <summary>Certificates that are refused [AU-861, BI-233, BI-234]: each differs from a good one in one thing.</summary>
    public static TheoryData<string, string> Refused => new()
    {
        { "expired", "has expired" },
        { "not yet valid", "not yet valid" },
        { "of another authority", "Untrusted signing" },
        { "of another authority of the same name", "Untrusted signing" },
        { "self-signed", "Untrusted signing" },
        { "an authority's", "CA certificate" },
        { "the anchor's own", "CA certificate" },
        { "not for signing", "digitalSignature" },
        { "of nobody", "The subject of the certificate is empty" },
        { "RSA of 1024 bits", "2048" },
        { "of another curve", "P-256" },
        { "signed with SHA-1", "SHA-256" },
        { "with an unknown critical extension", "Untrusted signing" },
        { "under an intermediate that did not come along", "Untrusted signing" },
        { "under an intermediate of another authority", "Untrusted signing" },
        { "under a certificate that is no authority's", "Untrusted signing" },
        { "under an expired intermediate", "has expired" },
        { "under an intermediate that may sign no certificates", "Untrusted signing" },
        { "under too long a path", "Untrusted signing" },
        { "outside of the names its intermediate may give", "Untrusted signing" },
    };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Refuses_a_certificate_that_is(string kind, string why)
    {
        using var other = TestAuthority.Root(kind.EndsWith("same name", StringComparison.Ordinal) ? "CN=Test Root,O=Example" : "CN=Other Root");
        using var first = fixture.Root.Under(
            to: kind.Contains("expired intermediate", StringComparison.Ordinal) ? new(2026, 1, 10, 0, 0, 0, TimeSpan.Zero) : null,
            change: request => Spoil(request, kind));
        using var second = first.Under("CN=Second");
        var (certificate, chain) = Make(kind, other, first, second);
        using (certificate)
        {
            var refusal = Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate, null, chain));

            Assert.Equal(403, refusal.Status);
            Assert.Contains(why, refusal.Message, StringComparison.Ordinal);
        }
    }

    [Theory]
    [InlineData(2048)]
    [InlineData(3072)]
    public void Takes_RSA_keys(int bits)
    {
        using var certificate = fixture.Root.Issue(rsaBits: bits);

        Assert.Single(fixture.Begin(certificate).CredentialSet!);
    }

    [Fact]
    public void Takes_P_384_and_certificates_without_any_extension()
    {
        using var curve = fixture.Root.Issue(curve: ECCurve.NamedCurves.nistP384);
        using var plain = fixture.Root.Issue(plain: true, change: request => request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, false)));

        Assert.Single(fixture.Begin(curve).CredentialSet!);
        Assert.Single(fixture.Begin(plain).CredentialSet!);
    }

    [Fact]
    public void Takes_a_chain_in_any_order_down_from_a_root_or_from_an_anchor_that_is_none()
    {
        using var middle = fixture.Root.Under();
        using var last = middle.Under("CN=Last", change: request => request.CertificateExtensions[0] = new X509BasicConstraintsExtension(true, true, 0, true));
        using var certificate = last.Issue();

        Assert.Single(fixture.Begin(certificate, null, last.Certificate, middle.Certificate).CredentialSet!);
        Assert.Single(fixture.Begin(certificate, null, middle.Certificate, last.Certificate, fixture.Root.Certificate).CredentialSet!);

        var anchor = fixture.Write<CreateTrustAnchor, CreateTrustAnchorRequest, CreateTrustAnchorResponse>(
            new() { Name = "middle", Source = AnywhereFixture.Bundle(middle.Pem), Enabled = true }).TrustAnchor;
        Assert.Single(fixture.Begin(certificate, fixture.Ask(anchor: anchor.TrustAnchorArn), last.Certificate).CredentialSet!);
        using var beside = fixture.Root.Issue();
        Assert.Throws<AccessDeniedException>(() => fixture.Begin(beside, fixture.Ask(anchor: anchor.TrustAnchorArn), fixture.Root.Certificate));
    }

    [Fact]
    public void Asks_enabled_revocation_lists_of_the_anchor() // [AU-861, BI-234]
    {
        using var certificate = fixture.Root.Issue();
        using var fine = fixture.Root.Issue();
        var now = fixture.Account.Clock.GetUtcNow();
        var list = fixture.Import(AnywhereFixture.Pem(fixture.Root.Revoke(now.AddDays(-1), now.AddDays(1), HashAlgorithmName.SHA256, certificate)), enabled: false);
        Assert.Single(fixture.Begin(certificate).CredentialSet!);

        fixture.Write<RolesAnywhere.Crls.EnableCrl, EnableCrlRequest, EnableCrlResponse>(new() { CrlId = list.CrlId! });

        Assert.Contains("revoked", Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate)).Message, StringComparison.Ordinal);
        Assert.Single(fixture.Begin(fine).CredentialSet!);

        // A list whose successor is due says nothing any more, so nobody is let in by it.
        fixture.Account.Clock.Advance(TimeSpan.FromDays(2));
        Assert.Contains("is not valid", Assert.Throws<AccessDeniedException>(() => fixture.Begin(fine)).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Asks_revocation_lists_of_intermediates_and_about_them()
    {
        using var middle = fixture.Root.Under();
        using var certificate = middle.Issue();
        using var impostor = TestAuthority.Root("CN=Test Intermediate,O=Example");
        var now = fixture.Account.Clock.GetUtcNow();
        var forged = fixture.Import(impostor.Revoke(now, now.AddDays(1), HashAlgorithmName.SHA256));
        Assert.Contains("is not valid", Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate, null, middle.Certificate)).Message, StringComparison.Ordinal);
        fixture.Write<RolesAnywhere.Crls.DeleteCrl, DeleteCrlRequest, DeleteCrlResponse>(new() { CrlId = forged.CrlId! });
        Assert.Single(fixture.Begin(certificate, null, middle.Certificate).CredentialSet!);

        fixture.Import(fixture.Root.Revoke(now, now.AddDays(1), HashAlgorithmName.SHA256, middle.Certificate));

        Assert.Contains("revoked", Assert.Throws<AccessDeniedException>(() => fixture.Begin(certificate, null, middle.Certificate)).Message, StringComparison.Ordinal);
    }

    private static void Spoil(CertificateRequest request, string kind)
    {
        if (kind.EndsWith("may sign no certificates", StringComparison.Ordinal))
        {
            request.CertificateExtensions[1] = new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true);
        }
        else if (kind.EndsWith("too long a path", StringComparison.Ordinal))
        {
            request.CertificateExtensions[0] = new X509BasicConstraintsExtension(true, true, 0, critical: true);
        }
        else if (kind.StartsWith("outside of the names", StringComparison.Ordinal))
        {
            // Name constraints: permitted directory names are those of O=Elsewhere.
            var writer = new System.Formats.Asn1.AsnWriter(System.Formats.Asn1.AsnEncodingRules.DER);
            using (writer.PushSequence())
            using (writer.PushSequence(new(System.Formats.Asn1.TagClass.ContextSpecific, 0)))
            using (writer.PushSequence())
            using (writer.PushSequence(new(System.Formats.Asn1.TagClass.ContextSpecific, 4)))
            {
                writer.WriteEncodedValue(new X500DistinguishedName("O=Elsewhere").RawData);
            }

            request.CertificateExtensions.Add(new("2.5.29.30", writer.Encode(), critical: true));
        }
    }

    private (X509Certificate2 Certificate, X509Certificate2[] Chain) Make(string kind, TestAuthority other, TestAuthority first, TestAuthority second)
    {
        using var own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = fixture.Root;
        var now = fixture.Account.Clock.GetUtcNow();
        return kind switch
        {
            "expired" => (root.Issue(to: now.AddMinutes(-1)), []),
            "not yet valid" => (root.Issue(from: now.AddMinutes(1)), []),
            "of another authority" or "of another authority of the same name" => (other.Issue(), [other.Certificate]),
            "self-signed" => (new CertificateRequest("CN=web-1", own, HashAlgorithmName.SHA256).CreateSelfSigned(TestAuthority.From, TestAuthority.To), []),
            "an authority's" => (root.Issue(plain: true, change: request => request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, true))), []),
            "the anchor's own" => (X509CertificateLoader.LoadCertificate(root.Certificate.RawData), []),
            "not for signing" => (root.Issue(plain: true, change: request => request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyEncipherment, true))), []),
            "of nobody" => (root.Issue(""), []),
            "RSA of 1024 bits" => (root.Issue(rsaBits: 1024), []),
            "of another curve" => (root.Issue(curve: ECCurve.NamedCurves.brainpoolP256r1), []),
            "signed with SHA-1" => (root.Issue(hash: HashAlgorithmName.SHA1), []),
            "with an unknown critical extension" => (root.Issue(change: request => request.CertificateExtensions.Add(new("1.2.3.4.5", [5, 0], critical: true))), []),
            "under an intermediate that did not come along" => (first.Issue(), []),
            "under an intermediate of another authority" => (first.Issue(), [other.Under().Certificate]),
            "under a certificate that is no authority's" => UnderClient(),
            "under too long a path" => (second.Issue(), [second.Certificate, first.Certificate]),
            _ => (first.Issue(), [first.Certificate]),
        };
    }

    private (X509Certificate2 Certificate, X509Certificate2[] Chain) UnderClient()
    {
        var client = fixture.Root.Issue("CN=client");
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=web-1", key, HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true));
        using var signer = client.GetECDsaPrivateKey()!;
        return (request.Create(client.SubjectName, X509SignatureGenerator.CreateForECDsa(signer), TestAuthority.From, TestAuthority.To, [7, 7]), [client]);
    }
}
