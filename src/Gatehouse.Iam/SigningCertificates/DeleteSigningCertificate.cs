using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccessKeys;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SigningCertificates;

/// <summary>Deletes a signing certificate, in use or not.</summary>
internal sealed class DeleteSigningCertificate : IWrite<DeleteSigningCertificateRequest, DeleteSigningCertificateResponse>
{
    public static Arn Target(DeleteSigningCertificateRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(DeleteSigningCertificateRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static DeleteSigningCertificateResponse Handle(DeleteSigningCertificateRequest request, Draft draft)
    {
        draft.Remove(KeyOwner.Of(request.UserName, draft.Call, draft.Account).RequireCertificate(draft.Account, request.CertificateId));
        return new();
    }
}
