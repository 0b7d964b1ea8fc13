using System.Collections.Immutable;
using System.Globalization;
using System.Numerics;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using Gatehouse.Accounts;

namespace Gatehouse.RolesAnywhere.Sessions;

/// <summary>Remembers whose certificates asked for sessions, without a write that a request waits for.</summary>
internal static class SessionSubject
{
    /// <summary>The id of a subject: it follows from account, region and name, so that it is told before anything is kept.</summary>
    internal static string IdOf(X509Certificate2 certificate, string account, string region)
    {
        Span<byte> hash = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData([.. Encoding.UTF8.GetBytes($"{account}/{region}/"), .. certificate.SubjectName.RawData], hash);

        // A UUID of version 8: one that its maker computes.
        hash[6] = (byte)((hash[6] & 0x0f) | 0x80);
        hash[8] = (byte)((hash[8] & 0x3f) | 0x80);
        return new Guid(hash[..16], bigEndian: true).ToString();
    }

    /// <summary>Notes a request.</summary>
    internal static void Note(Call call, string region, X509Certificate2 certificate, IReadOnlyDictionary<string, string>? properties, bool failed)
    {
        var account = call.Owner!.Id;
        call.Installation.Accounts.Loaded(account)?.Activity.NoteSubject(
            new()
            {
                Id = IdOf(certificate, account, region),
                Region = region,
                Name = certificate.Subject,
                Created = call.Now,
                Seen = call.Now,
            },
            new(
                new BigInteger(certificate.SerialNumberBytes.Span, isUnsigned: false, isBigEndian: true).ToString(CultureInfo.InvariantCulture),
                certificate.Issuer,
                certificate.ExportCertificatePem(),
                call.Now,
                failed),
            properties is { Count: > 0 } ? new(properties.ToImmutableSortedDictionary(StringComparer.Ordinal), call.Now, failed) : null);
    }
}
