using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts.Secrets;

/// <summary>The one key of an installation that signs what its metadata services say of their instances [AU-810].</summary>
internal static class InstanceIdentityKey
{
    private const int Bits = 2048;
    private const int Version = 1;

    // RFC 5280, 4.1.2.5: of a certificate whose end nobody knows. What it signed must be verifiable as long as the installation lives.
    private static readonly DateTimeOffset Never = new(9999, 12, 31, 23, 59, 59, TimeSpan.Zero);

    internal static Row Make((string Id, Secret Key) under, DateTimeOffset now)
    {
        using var pair = RSA.Create(Bits);
        using var certificate = new CertificateRequest("CN=Gatehouse instance identity", pair, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
        {
            CertificateExtensions = { new X509BasicConstraintsExtension(false, false, 0, true), new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, true) },
        }.CreateSelfSigned(now.AddDays(-1), Never);
        var plain = pair.ExportPkcs8PrivateKey();
        try
        {
            var box = SecretVault.Seal(under.Id, under.Key, SecretKind.InstanceIdentityKey, KeyRing.Installation, KeyRows.InstanceIdentityKey, Version, plain);
            return KeyRows.Put(
                KeyRows.InstanceIdentity, KeyRows.InstanceIdentityKey, new(now, Convert.ToBase64String(certificate.RawData), box), KeyRows.Default.InstanceIdentityRow);
        }
        finally
        {
            CryptographicOperations.ZeroMemory(plain);
        }
    }

    internal static X509Certificate2 Open(InstanceIdentityRow row, SecretVault vault)
    {
        if (!vault.TryOpen(row.Box, SecretKind.InstanceIdentityKey, KeyRing.Installation, KeyRows.InstanceIdentityKey, Version, out var secret))
        {
            throw new MasterKeyException("The key that signs instance identity documents does not open: it was changed, or its master key was. Put a backup of the store in its place.");
        }

        using (secret)
        {
            using var pair = RSA.Create();
            pair.ImportPkcs8PrivateKey(secret.Bytes, out _);
            using var certificate = X509CertificateLoader.LoadCertificate(Convert.FromBase64String(row.Certificate));
            return certificate.CopyWithPrivateKey(pair);
        }
    }

    internal static string PemOf(InstanceIdentityRow row) => PemEncoding.WriteString("CERTIFICATE", Convert.FromBase64String(row.Certificate)) + "\n";
}
