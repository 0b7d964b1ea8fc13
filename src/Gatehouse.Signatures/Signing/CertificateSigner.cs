using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gatehouse.Signatures;

/// <summary>Signs requests with the private key of a certificate, as clients of IAM Roles Anywhere do (AU-860).</summary>
/// <remarks>Safe for many threads: each signature takes the key anew.</remarks>
public sealed class CertificateSigner
{
    private readonly X509Certificate2 certificate;
    private readonly ImmutableArray<X509Certificate2> chain;
    private readonly string region;
    private readonly string service;

    /// <summary>Makes a signer.</summary>
    /// <param name="certificate">The client's certificate with its private key, RSA or elliptic curve; stays the caller's to dispose.</param>
    /// <param name="chain">The certificates between it and the root that the server trusts, without that root.</param>
    /// <param name="region">The region of the scope.</param>
    /// <param name="service">The signing name.</param>
    /// <exception cref="ArgumentException">The certificate has no private key that can sign.</exception>
    public CertificateSigner(X509Certificate2 certificate, IEnumerable<X509Certificate2> chain, string region, string service = "rolesanywhere")
    {
        ArgumentNullException.ThrowIfNull(certificate);
        ArgumentNullException.ThrowIfNull(chain);
        ArgumentException.ThrowIfNullOrEmpty(region);
        ArgumentException.ThrowIfNullOrEmpty(service);
        this.certificate = certificate;
        this.chain = [.. chain];
        this.region = region;
        this.service = service;
        using var rsa = certificate.GetRSAPrivateKey();
        using var ec = certificate.GetECDsaPrivateKey();
        Algorithm = rsa is not null ? SignatureAlgorithm.X509RsaSha256
            : ec is not null ? SignatureAlgorithm.X509EcdsaSha256
            : throw new ArgumentException("The certificate has no private key of RSA or of an elliptic curve.", nameof(certificate));
    }

    /// <summary>How it signs, by the kind of the key.</summary>
    public SignatureAlgorithm Algorithm { get; }

    /// <summary>Signs in the header form: adds the certificates, <c>X-Amz-Date</c> and <c>Authorization</c>.</summary>
    /// <param name="request">The request; it must not be signed yet.</param>
    /// <param name="time">The time to sign for.</param>
    public SignedRequest Sign(OutgoingRequest request, DateTimeOffset time)
    {
        ArgumentNullException.ThrowIfNull(request);
        var basic = BasicTime.Write(time);
        request = request.With("X-Amz-Date", basic).With("X-Amz-X509", Convert.ToBase64String(certificate.RawData));
        request = chain.IsEmpty ? request : request.With("X-Amz-X509-Chain", string.Join(',', chain.Select(one => Convert.ToBase64String(one.RawData))));
        var signature = new Signature
        {
            Style = SignatureStyle.Certificate,
            Form = SignatureForm.Header,
            Algorithm = Algorithm,
            Time = time,
            BasicTime = basic.AsMemory(),
            CredentialText = $"{CertificateKey.SerialOf(certificate)}/{basic[..8]}/{region}/{service}/aws4_request".AsMemory(),
            SignedHeadersText = Signer.NamesOf(request).AsMemory(),
        };
        var texts = Signer.Texts(signature, request, Convert.ToHexStringLower(SHA256.HashData(request.Body.Span)));
        var signed = Convert.ToHexStringLower(SignText(Encoding.UTF8.GetBytes(texts.StringToSign)));
        var value = $"{StringToSign.Name(Algorithm)} Credential={signature.Credential}, SignedHeaders={signature.SignedHeaders}, Signature={signed}";
        return new(request.With("Authorization", value), signed, texts.CanonicalRequest, texts.StringToSign);
    }

    private byte[] SignText(byte[] stringToSign)
    {
        if (Algorithm == SignatureAlgorithm.X509RsaSha256)
        {
            using var rsa = certificate.GetRSAPrivateKey();
            return rsa!.SignData(stringToSign, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        }

        using var ec = certificate.GetECDsaPrivateKey();
        return ec!.SignData(stringToSign, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence);
    }
}
