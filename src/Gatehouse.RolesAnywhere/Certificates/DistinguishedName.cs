using System.Collections.Frozen;
using System.Formats.Asn1;
using System.Security.Cryptography;

namespace Gatehouse.RolesAnywhere.Certificates;

/// <summary>The parts of a distinguished name that have names of their own.</summary>
internal static class DistinguishedName
{
    private static readonly FrozenDictionary<string, string> Names = new Dictionary<string, string>
    {
        ["2.5.4.3"] = "CN", ["2.5.4.4"] = "SN", ["2.5.4.5"] = "SERIALNUMBER", ["2.5.4.6"] = "C", ["2.5.4.7"] = "L", ["2.5.4.8"] = "ST", ["2.5.4.9"] = "STREET",
        ["2.5.4.10"] = "O", ["2.5.4.11"] = "OU", ["2.5.4.12"] = "T", ["2.5.4.42"] = "GN", ["2.5.4.43"] = "I", ["2.5.4.44"] = "GENERATION", ["2.5.4.46"] = "DNQ",
        ["0.9.2342.19200300.100.1.1"] = "UID", ["0.9.2342.19200300.100.1.25"] = "DC", ["1.2.840.113549.1.9.1"] = "E",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static readonly FrozenSet<string> Parts = Names.Values.ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Whether a name is that of a part.</summary>
    internal static bool IsPart(string name) => Parts.Contains(name);

    /// <summary>The parts of a name and their values, in the order they stand; parts of other kinds are left out.</summary>
    /// <exception cref="CryptographicException">It is none.</exception>
    internal static IReadOnlyList<KeyValuePair<string, string>> Read(ReadOnlyMemory<byte> der)
    {
        try
        {
            var found = new List<KeyValuePair<string, string>>();
            var name = new AsnReader(der, AsnEncodingRules.BER).ReadSequence();
            while (name.HasData)
            {
                var relative = name.ReadSetOf();
                while (relative.HasData)
                {
                    Add(relative.ReadSequence(), found);
                }
            }

            return found;
        }
        catch (AsnContentException malformed)
        {
            throw new CryptographicException("The name cannot be read.", malformed);
        }
    }

    private static void Add(AsnReader pair, List<KeyValuePair<string, string>> found)
    {
        if (Names.TryGetValue(pair.ReadObjectIdentifier(), out var name))
        {
            var tag = pair.PeekTag();
            var kind = tag.TagClass == TagClass.Universal ? (UniversalTagNumber)tag.TagValue : UniversalTagNumber.EndOfContents;
            found.Add(new(name, kind is UniversalTagNumber.UTF8String or UniversalTagNumber.PrintableString or UniversalTagNumber.IA5String or UniversalTagNumber.BMPString
                or UniversalTagNumber.T61String or UniversalTagNumber.NumericString or UniversalTagNumber.VisibleString
                ? pair.ReadCharacterString(kind)
                : throw new CryptographicException("A part of the name is no text.")));
        }
    }
}
