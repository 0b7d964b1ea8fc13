using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.ServerCertificates;

/// <summary>Sets tags of a server certificate.</summary>
internal sealed class TagServerCertificate : IWrite<TagServerCertificateRequest, TagServerCertificateResponse>
{
    public static Arn Target(TagServerCertificateRequest request, Call call) => ServerSubject.Target(request.ServerCertificateName, call);

    public static void Require(TagServerCertificateRequest request, Call call, Requirements needs) =>
        ServerSubject.Require(request.ServerCertificateName, call, needs).RequestTags(Tags.Read(request.Tags));

    public static TagServerCertificateResponse Handle(TagServerCertificateRequest request, Draft draft)
    {
        var certificate = draft.Account.RequireServerCertificate(request.ServerCertificateName);
        draft.Put(certificate with { Tags = Tags.Merge(certificate.Tags, request.Tags, StringComparer.Ordinal) });
        return new();
    }
}
