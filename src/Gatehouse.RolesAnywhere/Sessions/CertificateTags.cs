using System.Collections.Immutable;
using System.Globalization;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.RolesAnywhere.Certificates;
using Gatehouse.RolesAnywhere.Profiles;

namespace Gatehouse.RolesAnywhere.Sessions;

/// <summary>What a certificate says of its subject, as the tags and the source identity of a session [AU-862].</summary>
internal static class CertificateTags
{
    private const int MostTags = 50;
    private const int MostValue = 256;

    /// <summary>
    /// The tags that a profile's mappings make of a certificate. A part that stands several times has its values joined by slashes. A part whose
    /// value cannot be a tag's makes none, as AWS documents it: no policy can ask about it.
    /// </summary>
    /// <exception cref="Contracts.RolesAnywhereSessions.ValidationException">There are too many.</exception>
    internal static ImmutableArray<Tag> Of(X509Certificate2 certificate, ImmutableArray<AttributeMapping> mappings)
    {
        try
        {
            var tags = mappings.SelectMany(mapping => mapping.Field switch
            {
                Mappings.Subject => Parts(DistinguishedName.Read(certificate.SubjectName.RawData), mapping.Specifiers, mapping.Field),
                Mappings.Issuer => Parts(DistinguishedName.Read(certificate.IssuerName.RawData), mapping.Specifiers, mapping.Field),
                _ => Alternatives(AlternativeNames.Of(certificate), mapping.Specifiers, mapping.Field),
            }).Where(static tag => tag.Value.Length <= MostValue && tag.Value.All(IsTagLetter)).ToImmutableArray();
            return tags.Length <= MostTags ? tags : throw SessionRefusals.Invalid($"The attribute mappings make more than {MostTags} session tags of the certificate.");
        }
        catch (CryptographicException)
        {
            throw SessionRefusals.Denied("Untrusted certificate. Insufficient certificate: its names cannot be read");
        }
    }

    /// <summary>The source identity: the subject's common name; null when it has none.</summary>
    /// <exception cref="Contracts.RolesAnywhereSessions.ValidationException">It cannot be a source identity.</exception>
    internal static string? SourceIdentity(X509Certificate2 certificate)
    {
        try
        {
            var name = Joined(DistinguishedName.Read(certificate.SubjectName.RawData), "CN");
            return name is null || SourceIdentities.IsSource(name)
                ? name
                : throw SessionRefusals.Invalid("The common name of the certificate's subject cannot be a source identity: 2 to 64 letters, digits and any of _+=,.@- make one.");
        }
        catch (CryptographicException)
        {
            throw SessionRefusals.Denied("Untrusted certificate. Insufficient certificate: its names cannot be read");
        }
    }

    private static IEnumerable<Tag> Alternatives(AlternativeNames names, ImmutableArray<string> specifiers, string field)
    {
        foreach (var (specifier, value) in new[] { ("DNS", names.Dns), ("URI", names.Uri) })
        {
            if (value is not null && specifiers.Contains(specifier))
            {
                yield return new($"{field}/{specifier}", value);
            }
        }

        var parts = specifiers.Where(one => one.StartsWith(Mappings.Name, StringComparison.Ordinal)).Select(one => one[Mappings.Name.Length..]).ToImmutableArray();
        foreach (var tag in Parts(names.Directory, parts, $"{field}/Name"))
        {
            yield return tag;
        }
    }

    private static IEnumerable<Tag> Parts(IReadOnlyList<KeyValuePair<string, string>> name, ImmutableArray<string> specifiers, string field) =>
        name.Select(part => part.Key).Distinct(StringComparer.Ordinal)
            .Where(part => specifiers.Contains(Mappings.Every) || specifiers.Contains(part))
            .Select(part => new Tag($"{field}/{part}", Joined(name, part)!));

    private static string? Joined(IReadOnlyList<KeyValuePair<string, string>> name, string part)
    {
        var values = name.Where(one => one.Key == part).Select(one => one.Value).ToList();
        return values.Count == 0 ? null : string.Join('/', values);
    }

    private static bool IsTagLetter(char letter) => letter is '_' or '.' or ':' or '/' or '=' or '+' or '-' or '@' || char.IsLetter(letter) || char.IsNumber(letter)
        || char.GetUnicodeCategory(letter) is UnicodeCategory.SpaceSeparator or UnicodeCategory.LineSeparator or UnicodeCategory.ParagraphSeparator;
}
