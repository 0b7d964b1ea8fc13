using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.ServerCertificates;

/// <summary>Takes tags off a server certificate; keys it does not have are passed over.</summary>
internal sealed class UntagServerCertificate : IWrite<UntagServerCertificateRequest, UntagServerCertificateResponse>
{
    public static Arn Target(UntagServerCertificateRequest request, Call call) => ServerSubject.Target(request.ServerCertificateName, call);

    public static void Require(UntagServerCertificateRequest request, Call call, Requirements needs) =>
        ServerSubject.Require(request.ServerCertificateName, call, needs).Key("aws:TagKeys", request.TagKeys);

    public static UntagServerCertificateResponse Handle(UntagServerCertificateRequest request, Draft draft)
    {
        var certificate = draft.Account.RequireServerCertificate(request.ServerCertificateName);
        draft.Put(certificate with { Tags = Tags.Without(certificate.Tags, request.TagKeys, StringComparer.Ordinal) });
        return new();
    }
}
