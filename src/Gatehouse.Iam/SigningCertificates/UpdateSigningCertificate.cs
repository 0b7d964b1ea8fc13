using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccessKeys;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SigningCertificates;

/// <summary>Turns a signing certificate off or on again.</summary>
internal sealed class UpdateSigningCertificate : IWrite<UpdateSigningCertificateRequest, UpdateSigningCertificateResponse>
{
    public static Arn Target(UpdateSigningCertificateRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(UpdateSigningCertificateRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static UpdateSigningCertificateResponse Handle(UpdateSigningCertificateRequest request, Draft draft)
    {
        var status = Statuses.Read(request.Status);
        draft.Put(KeyOwner.Of(request.UserName, draft.Call, draft.Account).RequireCertificate(draft.Account, request.CertificateId) with { Status = status });
        return new();
    }
}
