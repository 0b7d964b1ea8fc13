using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Certificates;

/// <summary>Certificates for tests: of elliptic curves, which are quick to make, unless RSA is the point.</summary>
internal sealed class CertificateGivens(AccountFixture account)
{
    internal Made Root { get; } = Issue(account, "root", null, new EcKey());

    internal static Made Issue(AccountFixture account, string name, Made? by, Key key, int fromDays = -1, int toDays = 30)
    {
        var now = account.Clock.GetUtcNow();
        var request = key.Request($"CN={name}");
        var issuer = by ?? new(null!, key, "", "");
        var subject = by?.Certificate.SubjectName ?? request.SubjectName;
        using var made = request.Create(subject, issuer.Key.Generator, now.AddDays(fromDays), now.AddDays(toDays), [1, (byte)name.Length, (byte)name[0], (byte)name[^1]]);
        return new(X509CertificateLoader.LoadCertificate(made.RawData), key, made.ExportCertificatePem(), key.Pem);
    }

    internal Made Issue(string name, Made? by = null, Key? key = null) => Issue(account, name, by, key ?? new EcKey());

    internal sealed record Made(X509Certificate2 Certificate, Key Key, string Body, string PrivateKey);

    internal abstract class Key
    {
        internal abstract string Pem { get; }

        internal abstract X509SignatureGenerator Generator { get; }

        internal abstract CertificateRequest Request(string name);
    }

    internal sealed class EcKey : Key
    {
        private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);

        internal override string Pem => key.ExportECPrivateKeyPem();

        internal override X509SignatureGenerator Generator => X509SignatureGenerator.CreateForECDsa(key);

        internal override CertificateRequest Request(string name) => new(name, key, HashAlgorithmName.SHA256);
    }

    internal sealed class RsaKey(RSASignaturePadding padding) : Key
    {
        private readonly RSA key = RSA.Create(2048);

        internal override string Pem => key.ExportRSAPrivateKeyPem();

        internal override X509SignatureGenerator Generator => X509SignatureGenerator.CreateForRSA(key, padding);

        internal override CertificateRequest Request(string name) => new(name, key, HashAlgorithmName.SHA256, padding);
    }
}
