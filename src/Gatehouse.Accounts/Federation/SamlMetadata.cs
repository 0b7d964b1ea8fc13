using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Xml;

namespace Gatehouse.Accounts.Federation;

/// <summary>What a SAML identity provider says of itself: its name and the certificates its signatures are checked with [AU-500].</summary>
public sealed class SamlMetadata
{
    /// <summary>The namespace of SAML metadata.</summary>
    public const string Namespace = "urn:oasis:names:tc:SAML:2.0:metadata";

    private const string Protocol = "urn:oasis:names:tc:SAML:2.0:protocol";
    private const string Redirect = "urn:oasis:names:tc:SAML:2.0:bindings:HTTP-Redirect";
    private const string Signature = "http://www.w3.org/2000/09/xmldsig#";
    private const int MostNodes = 100_000;
    private const int MostKeys = 10;
    private const int LeastBits = 1024;
    private const int StrongBits = 2048;
    private const int MostEntityId = 1024;

    private SamlMetadata(string entityId, ImmutableArray<X509Certificate2> certificates, DateTimeOffset? validUntil, string? signOnUrl)
    {
        SignOnUrl = signOnUrl;
        EntityId = entityId;
        Certificates = certificates;
        ValidUntil = validUntil;
    }

    /// <summary>The name that the provider's assertions carry as their issuer.</summary>
    public string EntityId { get; }

    /// <summary>The certificates that sign, in the document's order: from one to ten.</summary>
    public ImmutableArray<X509Certificate2> Certificates { get; }

    /// <summary>The bits of the shortest RSA key that signs; null when there is none under 2048 [AU-500].</summary>
    public int? WeakBits => Certificates.Select(static certificate =>
    {
        using var rsa = certificate.GetRSAPublicKey();
        return rsa?.KeySize;
    }).Where(static bits => bits < StrongBits).Min();

    /// <summary>When the document ends; null when it does not say.</summary>
    public DateTimeOffset? ValidUntil { get; }

    /// <summary>Where browsers are sent to sign in there, by redirect: an address that a header can carry; null when it names no such place.</summary>
    public string? SignOnUrl { get; }

    /// <summary>Reads a metadata document.</summary>
    /// <returns>Null when it cannot be used: not well formed, of another kind, without a certificate that signs, or past a limit.</returns>
    public static SamlMetadata? Read(string text)
    {
        if (text.StartsWith('\uFEFF') || !SafeXml.TryRead(text, MostNodes, out var document) || !Is(document.DocumentElement!, "EntityDescriptor"))
        {
            return null;
        }

        var root = document.DocumentElement!;
        var entityId = root.GetAttribute("entityID");
        if (entityId.Length is 0 or > MostEntityId || Children(root, "IDPSSODescriptor") is not [var descriptor] || !Speaks(descriptor))
        {
            return null;
        }

        if (!TryReadTime(root, out var outer) || !TryReadTime(descriptor, out var inner) || ReadCertificates(descriptor) is not { IsEmpty: false } certificates)
        {
            return null;
        }

        return new(entityId, certificates, outer is { } first && inner is { } second ? (first < second ? first : second) : outer ?? inner, FindSignOn(descriptor));
    }

    private static bool Speaks(XmlElement descriptor) => descriptor.GetAttribute("protocolSupportEnumeration")
        .Split(' ', StringSplitOptions.RemoveEmptyEntries).Contains(Protocol, StringComparer.Ordinal);

    private static ImmutableArray<X509Certificate2> ReadCertificates(XmlElement descriptor)
    {
        var found = ImmutableArray.CreateBuilder<X509Certificate2>();
        foreach (var key in Children(descriptor, "KeyDescriptor").Where(key => key.GetAttribute("use") is "" or "signing"))
        {
            foreach (XmlElement text in key.GetElementsByTagName("X509Certificate", Signature))
            {
                if (found.Count == MostKeys || Certificate(text.InnerText) is not { } certificate)
                {
                    return [];
                }

                found.Add(certificate);
            }
        }

        return found.DrainToImmutable();
    }

    private static X509Certificate2? Certificate(string text)
    {
        try
        {
            var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(text));
            using var rsa = certificate.GetRSAPublicKey();
            using var ec = rsa is null ? certificate.GetECDsaPublicKey() : null;
            if (rsa is null ? ec is not null : rsa.KeySize >= LeastBits)
            {
                return certificate;
            }

            certificate.Dispose();
            return null;
        }
        catch (Exception unreadable) when (unreadable is FormatException or CryptographicException or PlatformNotSupportedException)
        {
            return null;
        }
    }

    private static string? FindSignOn(XmlElement descriptor) => Children(descriptor, "SingleSignOnService")
        .Where(static service => service.GetAttribute("Binding") == Redirect)
        .Select(static service => service.GetAttribute("Location"))
        .FirstOrDefault(static location => location.All(static letter => letter is > ' ' and <= '~' and not '#') && Uri.TryCreate(location, UriKind.Absolute, out var uri) && uri is { Scheme: "https" or "http", UserInfo: "" });

    private static bool TryReadTime(XmlElement element, out DateTimeOffset? time)
    {
        time = null;
        var text = element.GetAttribute("validUntil");
        if (text.Length == 0)
        {
            return true;
        }

        // The schema's dateTime without a zone means UTC in SAML.
        if (!DateTimeOffset.TryParse(text, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal | DateTimeStyles.AdjustToUniversal, out var read))
        {
            return false;
        }

        time = read;
        return true;
    }

    private static List<XmlElement> Children(XmlElement parent, string name) => parent.ChildNodes.OfType<XmlElement>().Where(child => Is(child, name)).ToList();

    private static bool Is(XmlElement element, string name) => element.LocalName == name && element.NamespaceURI == Namespace;
}
