using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Tagging;
using Gatehouse.Operations;

namespace Gatehouse.Iam.ServerCertificates;

/// <summary>Lists the tags of a server certificate, in the order of their keys.</summary>
internal sealed class ListServerCertificateTags : IRead<ListServerCertificateTagsRequest, ListServerCertificateTagsResponse>
{
    public static Arn Target(ListServerCertificateTagsRequest request, Call call) => ServerSubject.Target(request.ServerCertificateName, call);

    public static void Require(ListServerCertificateTagsRequest request, Call call, Requirements needs) => ServerSubject.Require(request.ServerCertificateName, call, needs);

    public static ListServerCertificateTagsResponse Handle(ListServerCertificateTagsRequest request, Call call)
    {
        var page = Tags.List(call.Account.RequireServerCertificate(request.ServerCertificateName).Tags, request.Marker, request.MaxItems);
        return new() { Tags = page.Items, IsTruncated = page.IsTruncated, Marker = page.Marker };
    }
}
