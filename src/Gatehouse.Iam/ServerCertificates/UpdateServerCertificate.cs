using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.ServerCertificates;

/// <summary>Gives a server certificate another name or path. Its id stays.</summary>
internal sealed class UpdateServerCertificate : IWrite<UpdateServerCertificateRequest, UpdateServerCertificateResponse>
{
    public static Arn Target(UpdateServerCertificateRequest request, Call call) => ServerSubject.Target(request.ServerCertificateName, call);

    public static void Require(UpdateServerCertificateRequest request, Call call, Requirements needs)
    {
        ServerSubject.Require(request.ServerCertificateName, call, needs);

        // AWS: it takes permission on both ends, what the certificate is called and what it will be.
        var after = After(request, call);
        if (after != Target(request, call))
        {
            needs.Also("iam:UpdateServerCertificate", after);
        }
    }

    public static UpdateServerCertificateResponse Handle(UpdateServerCertificateRequest request, Draft draft)
    {
        var certificate = draft.Account.RequireServerCertificate(request.ServerCertificateName);
        if (draft.Account.ServerCertificates.Find(request.NewServerCertificateName) is { } other && other.Id != certificate.Id)
        {
            throw ServerSubject.Taken(request.NewServerCertificateName!);
        }

        draft.Remove(certificate);
        draft.Put(certificate with { Name = request.NewServerCertificateName ?? certificate.Name, Path = request.NewPath ?? certificate.Path });
        return new();
    }

    private static Arn After(UpdateServerCertificateRequest request, Call call)
    {
        var certificate = call.Account.ServerCertificates.Find(request.ServerCertificateName);
        return ServerCertificate.ArnOf(
            call.Account.Id,
            request.NewPath ?? certificate?.Path ?? "/",
            request.NewServerCertificateName ?? certificate?.Name ?? request.ServerCertificateName);
    }
}
