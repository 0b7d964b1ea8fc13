using System.Globalization;
using System.IO.Compression;
using System.Security.Cryptography;
using System.Text;
using System.Xml;

namespace Gatehouse.SignIn.Saml;

/// <summary>A sign-in that we have asked an identity provider for, and whose answer we wait for [AU-524].</summary>
/// <param name="Id">The request's id, which the answer must name.</param>
/// <param name="Account">The account of the provider.</param>
/// <param name="ProviderArn">The provider.</param>
/// <param name="ReturnTo">Where the browser goes when all is done; null for the console's first page.</param>
internal sealed record SamlRequest(string Id, string Account, string ProviderArn, string? ReturnTo)
{
    private const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    private const string Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";

    /// <summary>Draws an id: letters that XML takes for one, and 128 bits.</summary>
    internal static string NewId() => "_" + Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16));

    /// <summary>The address that asks the provider, by redirect (SAML 2.0 Bindings, section 3.4).</summary>
    /// <param name="signOn">Where the provider takes requests.</param>
    /// <param name="own">Where its answer goes, which is also our name.</param>
    /// <param name="relayState">What it gives back beside it.</param>
    /// <param name="now">The moment.</param>
    internal string AddressOf(string signOn, string own, string relayState, DateTimeOffset now)
    {
        using var packed = new MemoryStream();
        using (var deflate = new DeflateStream(packed, CompressionLevel.Optimal, leaveOpen: true))
        using (var xml = XmlWriter.Create(deflate, new() { OmitXmlDeclaration = true, Encoding = new UTF8Encoding(false) }))
        {
            xml.WriteStartElement("samlp", "AuthnRequest", Protocol);
            xml.WriteAttributeString("ID", Id);
            xml.WriteAttributeString("Version", "2.0");
            xml.WriteAttributeString("IssueInstant", now.UtcDateTime.ToString("yyyy-MM-ddTHH:mm:ssZ", CultureInfo.InvariantCulture));
            xml.WriteAttributeString("Destination", signOn);
            xml.WriteAttributeString("AssertionConsumerServiceURL", own);
            xml.WriteAttributeString("ProtocolBinding", "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-POST");
            xml.WriteElementString("saml", "Issuer", Assertion, own);
            xml.WriteEndElement();
        }

        var query = $"SAMLRequest={Uri.EscapeDataString(Convert.ToBase64String(packed.ToArray()))}&RelayState={Uri.EscapeDataString(relayState)}";
        return $"{signOn}{(signOn.Contains('?', StringComparison.Ordinal) ? '&' : '?')}{query}";
    }
}
