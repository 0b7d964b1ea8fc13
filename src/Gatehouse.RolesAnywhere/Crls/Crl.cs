using System.Diagnostics.CodeAnalysis;
using System.Formats.Asn1;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gatehouse.Accounts.Certificates;

namespace Gatehouse.RolesAnywhere.Crls;

/// <summary>A certificate revocation list, read.</summary>
internal sealed class Crl
{
    private const string PemLabel = "X509 CRL";
    private static readonly Asn1Tag ExtensionsTag = new(TagClass.ContextSpecific, 0, isConstructed: true);

    private readonly ReadOnlyMemory<byte> der;
    private readonly ReadOnlyMemory<byte> issuer;
    private readonly ReadOnlyMemory<byte> revoked;

    private Crl(ReadOnlyMemory<byte> der, ReadOnlyMemory<byte> issuer, DateTimeOffset begins, DateTimeOffset? next, ReadOnlyMemory<byte> revoked)
    {
        this.der = der;
        this.issuer = issuer;
        Begins = begins;
        Next = next;
        this.revoked = revoked;
    }

    /// <summary>When it was made.</summary>
    internal DateTimeOffset Begins { get; }

    /// <summary>When the next one is due; from then on this one says nothing any more. Null when it does not say.</summary>
    internal DateTimeOffset? Next { get; }

    /// <summary>Reads a list as PEM or DER.</summary>
    /// <returns>False when it is none, or holds what would change its meaning and is not known here: delta lists, indirect lists, lists of some reasons.</returns>
    internal static bool TryRead(ReadOnlyMemory<byte> data, [NotNullWhen(true)] out Crl? crl)
    {
        crl = null;
        var der = Decode(data);
        try
        {
            var outer = new AsnReader(der, AsnEncodingRules.DER);
            var whole = outer.ReadSequence();
            outer.ThrowIfNotEmpty();
            crl = ReadList(der, whole.ReadSequence());
            crl?.Revokes(default);
        }
        catch (Exception malformed) when (malformed is AsnContentException or CryptographicException)
        {
            crl = null;
        }

        return crl is not null;
    }

    /// <summary>Whether it speaks of the certificates of an issuer.</summary>
    internal bool IsOf(X500DistinguishedName name) => issuer.Span.SequenceEqual(name.RawData);

    /// <summary>Whether an authority signed it, with a hash that is taken.</summary>
    internal bool IsSignedBy(X509Certificate2 authority) =>
        Issuance.HashOf(der) is { } hash && hash != HashAlgorithmName.SHA1 && Issuance.IsSignedBy(der, authority);

    /// <summary>Whether it lists a serial number.</summary>
    internal bool Revokes(ReadOnlySpan<byte> serialNumber)
    {
        if (revoked.IsEmpty)
        {
            return false;
        }

        var found = false;
        var entries = new AsnReader(revoked, AsnEncodingRules.DER).ReadSequence();
        while (entries.HasData)
        {
            var entry = entries.ReadSequence();
            found |= entry.ReadIntegerBytes().Span.SequenceEqual(serialNumber);
            ReadTime(entry);
            if (entry.HasData && HasCritical(entry.ReadSequence()))
            {
                throw new CryptographicException("An entry of the list has an extension that must be known and is not.");
            }
        }

        return found;
    }

    private static Crl? ReadList(ReadOnlyMemory<byte> der, AsnReader list)
    {
        if (list.PeekTag().HasSameClassAndValue(Asn1Tag.Integer))
        {
            list.ReadInteger();
        }

        list.ReadSequence();
        var issuer = list.ReadEncodedValue();
        var begins = ReadTime(list);
        DateTimeOffset? next = IsTime(list) ? ReadTime(list) : null;
        var revoked = list.HasData && list.PeekTag().HasSameClassAndValue(Asn1Tag.Sequence) ? list.ReadEncodedValue() : default;
        var critical = list.HasData && HasCritical(list.ReadSequence(ExtensionsTag).ReadSequence());
        list.ThrowIfNotEmpty();
        return critical ? null : new(der, issuer, begins, next, revoked);
    }

    private static bool HasCritical(AsnReader extensions)
    {
        var critical = false;
        while (extensions.HasData)
        {
            var extension = extensions.ReadSequence();
            extension.ReadObjectIdentifier();
            critical |= extension.PeekTag().HasSameClassAndValue(Asn1Tag.Boolean) && extension.ReadBoolean();
        }

        return critical;
    }

    private static bool IsTime(AsnReader list) =>
        list.HasData && (list.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) || list.PeekTag().HasSameClassAndValue(Asn1Tag.GeneralizedTime));

    private static DateTimeOffset ReadTime(AsnReader list) => list.PeekTag().HasSameClassAndValue(Asn1Tag.UtcTime) ? list.ReadUtcTime() : list.ReadGeneralizedTime();

    // Empty when it is neither.
    private static ReadOnlyMemory<byte> Decode(ReadOnlyMemory<byte> data)
    {
        if (data.Length > 0 && data.Span[0] == 0x30)
        {
            return data;
        }

        var text = Encoding.ASCII.GetString(data.Span);
        return PemEncoding.TryFind(text, out var found) && text[found.Label] == PemLabel && text[..found.Location.Start.Value].AsSpan().IsWhiteSpace()
            && text[found.Location.End.Value..].AsSpan().IsWhiteSpace()
            ? Convert.FromBase64String(text[found.Base64Data])
            : ReadOnlyMemory<byte>.Empty;
    }
}
