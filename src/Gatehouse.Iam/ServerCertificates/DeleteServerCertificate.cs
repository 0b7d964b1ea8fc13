using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.ServerCertificates;

/// <summary>Deletes a server certificate with its private key.</summary>
internal sealed class DeleteServerCertificate : IWrite<DeleteServerCertificateRequest, DeleteServerCertificateResponse>
{
    public static Arn Target(DeleteServerCertificateRequest request, Call call) => ServerSubject.Target(request.ServerCertificateName, call);

    public static void Require(DeleteServerCertificateRequest request, Call call, Requirements needs) => ServerSubject.Require(request.ServerCertificateName, call, needs);

    public static DeleteServerCertificateResponse Handle(DeleteServerCertificateRequest request, Draft draft)
    {
        draft.Remove(draft.Account.RequireServerCertificate(request.ServerCertificateName));
        return new();
    }
}
