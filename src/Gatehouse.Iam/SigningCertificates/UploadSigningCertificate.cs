using System.Security.Cryptography;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Certificates;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccessKeys;
using Gatehouse.Iam.Certificates;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SigningCertificates;

/// <summary>Adds an X.509 certificate with which a user, or root, signs requests.</summary>
internal sealed class UploadSigningCertificate : IWrite<UploadSigningCertificateRequest, UploadSigningCertificateResponse>
{
    public static Arn Target(UploadSigningCertificateRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(UploadSigningCertificateRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static UploadSigningCertificateResponse Handle(UploadSigningCertificateRequest request, Draft draft)
    {
        var account = draft.Account;
        var owner = KeyOwner.Of(request.UserName, draft.Call, account);
        using var read = CertificateText.Read(request.CertificateBody);
        if (draft.Now >= read.Ends() || draft.Now < read.Begins())
        {
            throw new InvalidCertificateException("The certificate is not valid at this time.");
        }

        var thumbprint = read.GetCertHashString(HashAlgorithmName.SHA256);
        if (account.SigningCertificates.FindById(thumbprint) is not null)
        {
            throw new DuplicateCertificateException("The same certificate is associated with an IAM user in the account.");
        }

        Quotas.Require("SigningCertificatesPerUser", Quotas.SigningCertificatesPerUser, account.SigningCertificates.OwnedBy(owner.Owner).Length);
        var certificate = new SigningCertificate
        {
            Id = draft.Call.Installation.Ids.NewCertificateId(),
            UserId = owner.UserId,
            // As it was sent, to the last line break: Terraform replaces one that comes back otherwise.
            Body = request.CertificateBody,
            Thumbprint = thumbprint,
            Status = KeyStatus.Active,
            Uploaded = draft.Now,
        };
        draft.Put(certificate);
        return new() { Certificate = certificate.Describe(owner) };
    }
}
