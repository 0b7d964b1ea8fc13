using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gatehouse.Testing;

/// <summary>A certificate authority of a test's own: a root, those under it, and the certificates and revocation lists they issue.</summary>
public sealed class TestAuthority : IDisposable
{
    /// <summary>Between these moments its certificates are valid, unless a test says otherwise.</summary>
    public static readonly DateTimeOffset From = new(2026, 1, 1, 0, 0, 0, TimeSpan.Zero);

    /// <summary>See <see cref="From"/>.</summary>
    public static readonly DateTimeOffset To = new(2027, 1, 1, 0, 0, 0, TimeSpan.Zero);

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly X509SignatureGenerator generator;
    private int issued;

    private TestAuthority(string name, TestAuthority? above, DateTimeOffset to, Action<CertificateRequest>? change)
    {
        generator = X509SignatureGenerator.CreateForECDsa(key);
        var request = new CertificateRequest(new X500DistinguishedName(name), new PublicKey(key), HashAlgorithmName.SHA256);
        request.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.KeyCertSign | X509KeyUsageFlags.CrlSign, critical: true));
        request.CertificateExtensions.Add(new X509SubjectKeyIdentifierExtension(request.PublicKey, critical: false));
        change?.Invoke(request);
        Certificate = above is null
            ? request.Create(request.SubjectName, generator, From, to, [1])
            : request.Create(above.Certificate.SubjectName, above.generator, From, to, [2]);
    }

    /// <summary>Its certificate, without its key.</summary>
    public X509Certificate2 Certificate { get; }

    /// <summary>Its certificate as PEM.</summary>
    public string Pem => Certificate.ExportCertificatePem();

    /// <summary>Makes a root.</summary>
    public static TestAuthority Root(string name = "CN=Test Root,O=Example", DateTimeOffset? to = null, Action<CertificateRequest>? change = null) => new(name, null, to ?? To, change);

    /// <summary>Makes an authority under this one.</summary>
    public TestAuthority Under(string name = "CN=Test Intermediate,O=Example", DateTimeOffset? to = null, Action<CertificateRequest>? change = null) => new(name, this, to ?? To, change);

    /// <summary>Issues a certificate, with its key, for a client.</summary>
    /// <param name="subject">Its subject.</param>
    /// <param name="from">From when it is valid.</param>
    /// <param name="to">Until when.</param>
    /// <param name="rsaBits">The size of an RSA key; null for a key of P-256.</param>
    /// <param name="curve">Another curve.</param>
    /// <param name="hash">The hash that is signed.</param>
    /// <param name="plain">Without the extensions that clients' certificates have.</param>
    /// <param name="change">Changes the request before it is signed.</param>
    public X509Certificate2 Issue(
        string subject = "CN=web-1,OU=Web,O=Example",
        DateTimeOffset? from = null,
        DateTimeOffset? to = null,
        int? rsaBits = null,
        ECCurve? curve = null,
        HashAlgorithmName? hash = null,
        bool plain = false,
        Action<CertificateRequest>? change = null)
    {
        using var rsa = rsaBits is { } bits ? RSA.Create(bits) : null;
        using var ec = rsa is null ? ECDsa.Create(curve ?? ECCurve.NamedCurves.nistP256) : null;
        var request = new CertificateRequest(new X500DistinguishedName(subject), rsa is null ? new PublicKey(ec!) : new PublicKey(rsa), hash ?? HashAlgorithmName.SHA256);
        if (!plain)
        {
            request.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
            request.CertificateExtensions.Add(new X509KeyUsageExtension(X509KeyUsageFlags.DigitalSignature, critical: true));
        }

        change?.Invoke(request);
        using var bare = request.Create(Certificate.SubjectName, hash == HashAlgorithmName.SHA1 ? new OldGenerator(key) : generator, from ?? From, to ?? To, [0x10, 0xab, (byte)++issued]);
        return rsa is null ? bare.CopyWithPrivateKey(ec!) : bare.CopyWithPrivateKey(rsa);
    }

    /// <summary>Issues a revocation list in DER.</summary>
    public byte[] Revoke(DateTimeOffset made, DateTimeOffset next, HashAlgorithmName hash, params IEnumerable<X509Certificate2> certificates)
    {
        var builder = new CertificateRevocationListBuilder();
        foreach (var certificate in certificates)
        {
            builder.AddEntry(certificate, made);
        }

        return builder.Build(Certificate.SubjectName, generator, 1, next, hash, X509AuthorityKeyIdentifierExtension.CreateFromCertificate(Certificate, true, false), made);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        key.Dispose();
        Certificate.Dispose();
    }

    // The framework signs nothing with SHA-1 and elliptic curves any more.
    private sealed class OldGenerator(ECDsa key) : X509SignatureGenerator
    {
        public override byte[] GetSignatureAlgorithmIdentifier(HashAlgorithmName hashAlgorithm) => [0x30, 9, 6, 7, 0x2a, 0x86, 0x48, 0xce, 0x3d, 4, 1];

        public override byte[] SignData(byte[] data, HashAlgorithmName hashAlgorithm) => key.SignData(data, HashAlgorithmName.SHA1, DSASignatureFormat.Rfc3279DerSequence);

        protected override PublicKey BuildPublicKey() => new(key);
    }
}
