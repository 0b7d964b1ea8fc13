using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>Assertions signed on elliptic curves [AU-504]. The framework's <c>SignedXml</c> makes none, so the value is put in by hand.</summary>
public sealed class CurveAssertionTests
{
    private const string More = "http://www.w3.org/2001/04/xmldsig-more#";
    private const string Signature = "InvalidIdentityToken Response signature invalid";

    private static readonly ECDsa Key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly ECDsa Stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    private readonly FederationFixture federation = new();

    public CurveAssertionTests() => federation.Account.Change(draft => draft.Put(draft.Account.SamlProviders[0] with { Metadata = Metadata() }));

    [Theory]
    [InlineData("ecdsa-sha256")]
    [InlineData("ecdsa-sha384")]
    [InlineData("ecdsa-sha512")]
    public void Are_taken_with_long_digests(string method) => Assert.NotNull(federation.AssumeSaml(Sign(method)).Credentials);

    [Fact]
    public void Are_refused_by_a_stranger_changed_with_a_short_digest_in_another_form_or_as_another_family()
    {
        foreach (var bad in (string[])[
            Sign("ecdsa-sha256", key: Stranger),
            Sign("ecdsa-sha1", HashAlgorithmName.SHA1),
            Sign("ecdsa-sha256", form: DSASignatureFormat.Rfc3279DerSequence),
            Sign("ecdsa-sha384", HashAlgorithmName.SHA256),
            Sign("ecdsa-sha256").Replace("ecdsa-sha256", "rsa-sha256", StringComparison.Ordinal),
            Sign("ecdsa-sha256").Replace("alice@example.com</saml:NameID>", "bob@example.com</saml:NameID>", StringComparison.Ordinal)])
        {
            Assert.Equal(Signature, FederationFixture.Refusal(() => federation.AssumeSaml(bad)));
        }
    }

    private string Sign(string method, HashAlgorithmName? hash = null, ECDsa? key = null, DSASignatureFormat form = DSASignatureFormat.IeeeP1363FixedFieldConcatenation)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(TestIdentityProvider.Sign(TestIdentityProvider.Response(federation.Now)));
        var signature = document.GetElementsByTagName("Signature", SignedXml.XmlDsigNamespaceUrl)[0]!;
        foreach (XmlNode info in ((XmlElement)signature).GetElementsByTagName("KeyInfo", SignedXml.XmlDsigNamespaceUrl).Cast<XmlNode>().ToList())
        {
            signature.RemoveChild(info);
        }

        ((XmlElement)((XmlElement)signature).GetElementsByTagName("SignatureMethod", SignedXml.XmlDsigNamespaceUrl)[0]!).SetAttribute("Algorithm", More + method);
        var signed = new XmlDocument { PreserveWhitespace = true };
        signed.LoadXml(((XmlElement)signature)["SignedInfo"]!.OuterXml);
        var transform = new XmlDsigExcC14NTransform();
        transform.LoadInput(signed);
        using var bytes = (MemoryStream)transform.GetOutput(typeof(Stream));
        var name = hash ?? new HashAlgorithmName("SHA" + method[^3..]);
        ((XmlElement)signature)["SignatureValue"]!.InnerText = Convert.ToBase64String((key ?? Key).SignData(bytes.ToArray(), name, form));
        return document.OuterXml;
    }

    private static string Metadata()
    {
        using var certificate = new CertificateRequest("CN=idp", Key, HashAlgorithmName.SHA256).CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return TestIdentityProvider.Metadata().Replace(
            Convert.ToBase64String(TestIdentityProvider.Certificate.RawData), Convert.ToBase64String(certificate.RawData), StringComparison.Ordinal);
    }
}
