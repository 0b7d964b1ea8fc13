namespace Gatehouse.Federation.Saml;

/// <summary>The names of SAML, XML Signature and XML Encryption that we know.</summary>
internal static class SamlNames
{
    internal const string Assertion = "urn:oasis:names:tc:SAML:2.0:assertion";
    internal const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    internal const string Success = "urn:oasis:names:tc:SAML:2.0:status:Success";
    internal const string Bearer = "urn:oasis:names:tc:SAML:2.0:cm:bearer";
    internal const string NameFormat = "urn:oasis:names:tc:SAML:2.0:nameid-format:";
    internal const string Attribute = "https://aws.amazon.com/SAML/Attributes/";
    internal const string Signature = "http://www.w3.org/2000/09/xmldsig#";
    internal const string Encryption = "http://www.w3.org/2001/04/xmlenc#";
    internal const string Encryption11 = "http://www.w3.org/2009/xmlenc11#";
    internal const string ExclusiveC14N = "http://www.w3.org/2001/10/xml-exc-c14n#";
}
