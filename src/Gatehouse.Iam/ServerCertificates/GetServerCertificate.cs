using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.ServerCertificates;

/// <summary>Shows a server certificate and its chain; never its private key.</summary>
internal sealed class GetServerCertificate : IRead<GetServerCertificateRequest, GetServerCertificateResponse>
{
    public static Arn Target(GetServerCertificateRequest request, Call call) => ServerSubject.Target(request.ServerCertificateName, call);

    public static void Require(GetServerCertificateRequest request, Call call, Requirements needs) => ServerSubject.Require(request.ServerCertificateName, call, needs);

    public static GetServerCertificateResponse Handle(GetServerCertificateRequest request, Call call)
    {
        var certificate = call.Account.RequireServerCertificate(request.ServerCertificateName);
        return new()
        {
            ServerCertificate = new()
            {
                ServerCertificateMetadata = certificate.Describe(call.Account),
                CertificateBody = certificate.Body,
                CertificateChain = certificate.Chain,
                Tags = certificate.Tags.Describe(),
            },
        };
    }
}
