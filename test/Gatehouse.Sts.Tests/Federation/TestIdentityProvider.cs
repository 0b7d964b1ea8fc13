using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>A SAML identity provider of our own. It signs with the framework's <c>SignedXml</c>, which the product does not use.</summary>
internal static class TestIdentityProvider
{
    internal const string EntityId = "https://idp.example.com/saml";
    internal const string Recipient = "https://signin.aws.amazon.com/saml";

    internal static readonly X509Certificate2 Certificate = Make("CN=idp");
    internal static readonly X509Certificate2 Stranger = Make("CN=stranger");
    internal static readonly RSA Opener = RSA.Create(2048);

    internal static string Metadata(string attributes = "") => $"""
        <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="{EntityId}" {attributes}><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>{Convert.ToBase64String(Certificate.RawData)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor></md:IDPSSODescriptor></md:EntityDescriptor>
        """;

    /// <summary>A response, not signed yet.</summary>
    internal static string Response(DateTimeOffset now, string role = "arn:aws:iam::111122223333:role/team/app,arn:aws:iam::111122223333:saml-provider/corp", string extra = "")
    {
        string Time(int seconds) => now.AddSeconds(seconds).UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", System.Globalization.CultureInfo.InvariantCulture);
        return $"""
            <samlp:Response xmlns:samlp="urn:oasis:names:tc:SAML:2.0:protocol" xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion" ID="_r1" Version="2.0" IssueInstant="{Time(-10)}" Destination="{Recipient}"><saml:Issuer>{EntityId}</saml:Issuer><samlp:Status><samlp:StatusCode Value="urn:oasis:names:tc:SAML:2.0:status:Success"/></samlp:Status><saml:Assertion xmlns:xs="http://www.w3.org/2001/XMLSchema" xmlns:xsi="http://www.w3.org/2001/XMLSchema-instance" ID="_a1" Version="2.0" IssueInstant="{Time(-10)}"><saml:Issuer>{EntityId}</saml:Issuer><saml:Subject><saml:NameID Format="urn:oasis:names:tc:SAML:2.0:nameid-format:persistent">alice@example.com</saml:NameID><saml:SubjectConfirmation Method="urn:oasis:names:tc:SAML:2.0:cm:bearer"><saml:SubjectConfirmationData NotOnOrAfter="{Time(300)}" Recipient="{Recipient}"/></saml:SubjectConfirmation></saml:Subject><saml:Conditions NotBefore="{Time(-60)}" NotOnOrAfter="{Time(300)}"><saml:AudienceRestriction><saml:Audience>urn:amazon:webservices</saml:Audience></saml:AudienceRestriction></saml:Conditions><saml:AuthnStatement AuthnInstant="{Time(-10)}"/><saml:AttributeStatement><saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/Role"><saml:AttributeValue xsi:type="xs:string">{role}</saml:AttributeValue></saml:Attribute><saml:Attribute Name="https://aws.amazon.com/SAML/Attributes/RoleSessionName"><saml:AttributeValue>alice@example.com</saml:AttributeValue></saml:Attribute><saml:Attribute Name="urn:oid:1.3.6.1.4.1.5923.1.1.1.1"><saml:AttributeValue>staff</saml:AttributeValue></saml:Attribute>{extra}</saml:AttributeStatement></saml:Assertion></samlp:Response>
            """;
    }

    /// <summary>An attribute of AWS's.</summary>
    internal static string Attribute(string name, params string[] values) =>
        $"<saml:Attribute Name=\"https://aws.amazon.com/SAML/Attributes/{name}\">{string.Concat(values.Select(value => $"<saml:AttributeValue>{value}</saml:AttributeValue>"))}</saml:Attribute>";

    /// <summary>Signs the element of an id.</summary>
    internal static string Sign(string xml, string id = "_a1", X509Certificate2? with = null, string method = SignedXml.XmlDsigRSASHA256Url, string digest = SignedXml.XmlDsigSHA256Url, string form = SignedXml.XmlDsigExcC14NTransformUrl)
    {
        var document = Load(xml);
        var element = (XmlElement)document.SelectSingleNode($"//*[@ID='{id}']")!;
        using var key = (with ?? Certificate).GetRSAPrivateKey()!;
        var signed = new SignedXml(element) { SigningKey = key };
        signed.SignedInfo!.CanonicalizationMethod = form;
        signed.SignedInfo.SignatureMethod = method;
        var reference = new Reference("#" + id) { DigestMethod = digest };
        reference.AddTransform(new XmlDsigEnvelopedSignatureTransform());
        reference.AddTransform(form == SignedXml.XmlDsigExcC14NTransformUrl ? new XmlDsigExcC14NTransform() : new XmlDsigC14NTransform());
        signed.AddReference(reference);
        signed.KeyInfo.AddClause(new KeyInfoX509Data(with ?? Certificate));
        signed.ComputeSignature();
        element.InsertAfter(document.ImportNode(signed.GetXml(), true), element.FirstChild);
        return document.OuterXml;
    }

    /// <summary>Encrypts the assertion.</summary>
    internal static string Encrypt(string xml, bool gcm = true, RSA? to = null, string id = "_a1")
    {
        var document = Load(xml);
        var assertion = (XmlElement)document.SelectSingleNode($"//*[@ID='{id}']")!;
        var plain = Encoding.UTF8.GetBytes(assertion.OuterXml);
        var key = RandomNumberGenerator.GetBytes(32);
        byte[] text;
        if (gcm)
        {
            using var aes = new AesGcm(key, 16);
            text = new byte[12 + plain.Length + 16];
            RandomNumberGenerator.Fill(text.AsSpan(0, 12));
            aes.Encrypt(text.AsSpan(0, 12), plain, text.AsSpan(12, plain.Length), text.AsSpan(12 + plain.Length));
        }
        else
        {
            using var aes = Aes.Create();
            aes.Key = key;
            text = [.. aes.IV, .. aes.EncryptCbc(plain, aes.IV)];
        }

        var method = gcm ? "http://www.w3.org/2009/xmlenc11#aes256-gcm" : "http://www.w3.org/2001/04/xmlenc#aes256-cbc";
        var box = $"""<saml:EncryptedAssertion xmlns:saml="urn:oasis:names:tc:SAML:2.0:assertion"><xenc:EncryptedData xmlns:xenc="http://www.w3.org/2001/04/xmlenc#" Type="http://www.w3.org/2001/04/xmlenc#Element"><xenc:EncryptionMethod Algorithm="{method}"/><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><xenc:EncryptedKey><xenc:EncryptionMethod Algorithm="http://www.w3.org/2001/04/xmlenc#rsa-oaep-mgf1p"/><xenc:CipherData><xenc:CipherValue>{Convert.ToBase64String((to ?? Opener).Encrypt(key, RSAEncryptionPadding.OaepSHA1))}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedKey></ds:KeyInfo><xenc:CipherData><xenc:CipherValue>{Convert.ToBase64String(text)}</xenc:CipherValue></xenc:CipherData></xenc:EncryptedData></saml:EncryptedAssertion>""";
        var fragment = document.CreateDocumentFragment();
        fragment.InnerXml = box;
        document.DocumentElement!.ReplaceChild(fragment, assertion);
        return document.OuterXml;
    }

    internal static string Encode(string xml) => Convert.ToBase64String(Encoding.UTF8.GetBytes(xml));

    private static XmlDocument Load(string xml)
    {
        var document = new XmlDocument { PreserveWhitespace = true };
        document.LoadXml(xml);
        return document;
    }

    private static X509Certificate2 Make(string name)
    {
        var rsa = RSA.Create(2048);
        return new CertificateRequest(name, rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
    }
}
