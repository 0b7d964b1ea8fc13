using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Security.Cryptography.Xml;
using System.Text;
using System.Xml;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.Federation.Saml;

/// <summary>An enveloped signature over one element, checked with keys we knew before [AU-504].</summary>
/// <remarks>Canonical forms are the framework's. What was signed is handed back, read from the very bytes that were hashed.</remarks>
internal static class XmlSignature
{
    private const string Enveloped = SamlNames.Signature + "enveloped-signature";
    private const string WithComments = SamlNames.ExclusiveC14N + "WithComments";
    private const int LeastBits = 2048;
    private const int LeastWeakBits = 1024;

    /// <summary>Checks the signature that is a child of an element.</summary>
    /// <param name="element">The element.</param>
    /// <param name="signature">Its signature.</param>
    /// <param name="certificates">The provider's certificates.</param>
    /// <param name="mostNodes">How many nodes the element may have.</param>
    /// <param name="weak">Whether RSA keys under 2048 bits count.</param>
    /// <returns>The element as it was signed, without its signature; null when the signature is not right.</returns>
    internal static XmlElement? Verify(XmlElement element, XmlElement signature, IEnumerable<X509Certificate2> certificates, int mostNodes, bool weak)
    {
        if (Parts(signature) is not { } parts)
        {
            return null;
        }

        var (info, value) = parts;
        if (Reference(info) is not { } reference
            || Method(info, "CanonicalizationMethod") is not { } form || Canonical(info, form, null) is not { } signed
            || Method(info, "SignatureMethod")?.GetAttribute("Algorithm") is not { } algorithm)
        {
            return null;
        }

        if (element.Find("ID") is not { Length: > 0 } id || reference.GetAttribute("URI") != "#" + id
            || Decode(value.InnerText) is not { } bytes || !certificates.Any(certificate => Signs(certificate, algorithm, signed, bytes, weak)))
        {
            return null;
        }

        return Covered(element, signature, reference) is { } covered && SafeXml.TryRead(Encoding.UTF8.GetString(covered), mostNodes, out var read) ? read.DocumentElement : null;
    }

    private static (XmlElement Info, XmlElement Value)? Parts(XmlElement signature)
    {
        var parts = signature.ChildNodes.OfType<XmlElement>().ToList();
        return parts.Count is 2 or 3 && parts[0].Is(SamlNames.Signature, "SignedInfo") && parts[1].Is(SamlNames.Signature, "SignatureValue")
            && (parts.Count == 2 || parts[2].Is(SamlNames.Signature, "KeyInfo"))
            ? (parts[0], parts[1])
            : null;
    }

    private static XmlElement? Reference(XmlElement info) =>
        info.ChildNodes.OfType<XmlElement>().Count() == 3 && info.Children(SamlNames.Signature, "Reference") is [var only] ? only : null;

    private static XmlElement? Method(XmlElement info, string name) => info.Children(SamlNames.Signature, name) is [var only] ? only : null;

    // The bytes that the reference covers, if its digest is theirs.
    private static byte[]? Covered(XmlElement element, XmlElement signature, XmlElement reference)
    {
        var transforms = reference.Only(SamlNames.Signature, "Transforms")?.ChildNodes.OfType<XmlElement>().ToList() ?? [];
        if (transforms.Count is 0 or > 2 || transforms.Exists(transform => !transform.Is(SamlNames.Signature, "Transform"))
            || transforms.Count(transform => transform.GetAttribute("Algorithm") == Enveloped) != 1)
        {
            return null;
        }

        // Without a canonical form of its own the reference would mean the inclusive one, which we do not take.
        if (transforms.Find(transform => transform.GetAttribute("Algorithm") != Enveloped) is not { } form || Canonical(element, form, signature) is not { } bytes)
        {
            return null;
        }

        var digest = Method(reference, "DigestMethod")?.GetAttribute("Algorithm") switch
        {
            SamlNames.Encryption + "sha256" => SHA256.HashData(bytes),
            "http://www.w3.org/2001/04/xmldsig-more#sha384" => SHA384.HashData(bytes),
            SamlNames.Encryption + "sha512" => SHA512.HashData(bytes),
            _ => null,
        };
        return digest is not null && Method(reference, "DigestValue") is { } value && Decode(value.InnerText) is { } given && CryptographicOperations.FixedTimeEquals(digest, given)
            ? bytes
            : null;
    }

    private static byte[]? Canonical(XmlElement element, XmlElement form, XmlElement? without)
    {
        var comments = form.GetAttribute("Algorithm") switch
        {
            SamlNames.ExclusiveC14N => false,
            WithComments => true,
            _ => (bool?)null,
        };
        var inner = form.ChildNodes.OfType<XmlElement>().ToList();
        if (comments is null || inner.Count > 1 || (inner.Count == 1 && !inner[0].Is(SamlNames.ExclusiveC14N, "InclusiveNamespaces")))
        {
            return null;
        }

        // A document of its own, for the framework canonicalizes documents; the names in scope come along.
        var place = without is null ? -1 : element.ChildNodes.OfType<XmlElement>().ToList().IndexOf(without);
        var copy = new XmlDocument { PreserveWhitespace = true, XmlResolver = null };
        copy.LoadXml(element.OuterXml);
        Inherit(element, copy.DocumentElement!);
        if (place >= 0)
        {
            copy.DocumentElement!.RemoveChild(copy.DocumentElement.ChildNodes.OfType<XmlElement>().ElementAt(place));
        }

        var transform = new XmlDsigExcC14NTransform(comments.Value, inner is [var list] ? list.GetAttribute("PrefixList") : null);
        transform.LoadInput(copy);
        using var stream = (MemoryStream)transform.GetOutput(typeof(Stream));
        return stream.ToArray();
    }

    private static void Inherit(XmlElement from, XmlElement to)
    {
        for (var node = from.ParentNode; node is XmlElement ancestor; node = ancestor.ParentNode)
        {
            foreach (XmlAttribute attribute in ancestor.Attributes)
            {
                if (attribute.NamespaceURI == "http://www.w3.org/2000/xmlns/" && !to.HasAttribute(attribute.Name))
                {
                    to.SetAttribute(attribute.Name, attribute.Value);
                }
            }
        }
    }

    private static bool Signs(X509Certificate2 certificate, string algorithm, byte[] signed, byte[] signature, bool weak)
    {
        const string More = "http://www.w3.org/2001/04/xmldsig-more#";
        if (!algorithm.StartsWith(More, StringComparison.Ordinal))
        {
            // SHA-1 and MD5 have other names: they are not taken from anybody.
            return false;
        }

        var (family, hash) = algorithm[More.Length..] switch
        {
            "rsa-sha256" => ("rsa", HashAlgorithmName.SHA256),
            "rsa-sha384" => ("rsa", HashAlgorithmName.SHA384),
            "rsa-sha512" => ("rsa", HashAlgorithmName.SHA512),
            "ecdsa-sha256" => ("ecdsa", HashAlgorithmName.SHA256),
            "ecdsa-sha384" => ("ecdsa", HashAlgorithmName.SHA384),
            "ecdsa-sha512" => ("ecdsa", HashAlgorithmName.SHA512),
            _ => ("", default),
        };
        if (family == "rsa")
        {
            using var rsa = certificate.GetRSAPublicKey();
            return rsa is not null && rsa.KeySize >= (weak ? LeastWeakBits : LeastBits) && rsa.VerifyData(signed, signature, hash, RSASignaturePadding.Pkcs1);
        }

        using var curve = family == "ecdsa" ? certificate.GetECDsaPublicKey() : null;
        return curve is not null && curve.VerifyData(signed, signature, hash, DSASignatureFormat.IeeeP1363FixedFieldConcatenation);
    }

    private static byte[]? Decode(string text)
    {
        try
        {
            return Convert.FromBase64String(text);
        }
        catch (FormatException)
        {
            return null;
        }
    }
}
