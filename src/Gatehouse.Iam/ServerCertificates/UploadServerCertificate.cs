using System.Security.Cryptography.X509Certificates;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Certificates;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Certificates;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.ServerCertificates;

/// <summary>Adds a certificate with its private key and the chain that leads to its root.</summary>
internal sealed class UploadServerCertificate : IWrite<UploadServerCertificateRequest, UploadServerCertificateResponse>
{
    public static Arn Target(UploadServerCertificateRequest request, Call call) =>
        ServerCertificate.ArnOf(call.Account.Id, request.Path ?? "/", request.ServerCertificateName);

    public static void Require(UploadServerCertificateRequest request, Call call, Requirements needs)
    {
        needs.RequestTags(Tags.Read(request.Tags));
        if (request.Tags is { Count: > 0 })
        {
            needs.Also("iam:TagServerCertificate");
        }
    }

    public static UploadServerCertificateResponse Handle(UploadServerCertificateRequest request, Draft draft)
    {
        var account = draft.Account;
        using var certificate = CertificateText.Read(request.CertificateBody);
        PrivateKeyText.Require(request.PrivateKey, certificate);
        RequireDates(certificate, draft.Now);
        RequireChain(certificate, request.CertificateChain);
        if (account.ServerCertificates.Contains(request.ServerCertificateName))
        {
            throw ServerSubject.Taken(request.ServerCertificateName);
        }

        Quotas.Require("ServerCertificatesPerAccount", Quotas.ServerCertificates, account.ServerCertificates.Count);
        var id = draft.NewId("ASCA");
        using var plain = Secret.FromText(request.PrivateKey);
        var added = new ServerCertificate
        {
            Id = id,
            Name = request.ServerCertificateName,
            Path = request.Path ?? "/",
            Body = request.CertificateBody.Trim(),
            Chain = request.CertificateChain?.Trim(),
            PrivateKey = draft.Call.Installation.Secrets.Seal(SecretKind.ServerCertificateKey, account.Id, id, 1, plain.Bytes),
            Uploaded = draft.Now,
            Expires = certificate.Ends(),
            Tags = Tags.New(request.Tags, StringComparer.Ordinal),
        };
        draft.Put(added);
        return new() { ServerCertificateMetadata = added.Describe(account), Tags = added.Tags.Describe() };
    }

    private static void RequireDates(X509Certificate2 certificate, DateTimeOffset now)
    {
        if (now >= certificate.Ends())
        {
            throw new MalformedCertificateException("Certificate is no longer valid. The 'Not After' date restriction on the certificate has passed.");
        }

        if (now < certificate.Begins())
        {
            throw new MalformedCertificateException("Certificate is not yet valid. The 'Not Before' date restriction on the certificate has not passed.");
        }
    }

    // AWS: each signs the one before it; the root may be left out, and whom to trust is the business of those who connect.
    private static void RequireChain(X509Certificate2 certificate, string? text)
    {
        if (text is null)
        {
            return;
        }

        var chain = CertificateText.TryReadChain(text)
            ?? throw new MalformedCertificateException("Unable to parse certificate chain. Please ensure the certificate chain is in PEM format.");
        try
        {
            var signed = certificate;
            for (var i = 0; i < chain.Count; i++)
            {
                signed = signed.IsBy(chain[i])
                    ? chain[i]
                    : throw new MalformedCertificateException(
                        "Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, "
                        + $"followed by any intermediaries in order. The index within the chain of the invalid certificate is: {i}");
            }
        }
        finally
        {
            foreach (var read in chain)
            {
                read.Dispose();
            }
        }
    }
}
