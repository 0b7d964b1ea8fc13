using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gatehouse.RolesAnywhere.Certificates;

/// <summary>The first alternative name of each kind that a certificate has.</summary>
/// <param name="Dns">The first DNS name; null without one.</param>
/// <param name="Uri">The first URI; null without one.</param>
/// <param name="Directory">The parts of the first directory name; empty without one.</param>
internal sealed record AlternativeNames(string? Dns, string? Uri, IReadOnlyList<KeyValuePair<string, string>> Directory)
{
    private const string Oid = "2.5.29.17";
    private const int DnsTag = 2;
    private const int DirectoryTag = 4;
    private const int UriTag = 6;

    /// <summary>Reads the names of a certificate.</summary>
    /// <exception cref="CryptographicException">They cannot be read.</exception>
    internal static AlternativeNames Of(X509Certificate2 certificate)
    {
        var names = new AlternativeNames(null, null, []);
        if (certificate.Extensions[Oid] is not { } extension)
        {
            return names;
        }

        try
        {
            var list = new AsnReader(extension.RawData, AsnEncodingRules.DER).ReadSequence();
            while (list.HasData)
            {
                names = names.Add(list);
            }

            return names;
        }
        catch (AsnContentException malformed)
        {
            throw new CryptographicException("The alternative names cannot be read.", malformed);
        }
    }

    private AlternativeNames Add(AsnReader list)
    {
        var tag = list.PeekTag();
        switch (tag.TagClass == TagClass.ContextSpecific ? tag.TagValue : -1)
        {
            case DnsTag:
                var dns = list.ReadCharacterString(UniversalTagNumber.IA5String, tag);
                return this with { Dns = Dns ?? dns };
            case UriTag:
                var uri = list.ReadCharacterString(UniversalTagNumber.IA5String, tag);
                return this with { Uri = Uri ?? uri };
            case DirectoryTag:
                var directory = DistinguishedName.Read(list.ReadSequence(tag).ReadEncodedValue());
                return Directory.Count > 0 ? this : this with { Directory = directory };
            default:
                list.ReadEncodedValue();
                return this;
        }
    }
}
