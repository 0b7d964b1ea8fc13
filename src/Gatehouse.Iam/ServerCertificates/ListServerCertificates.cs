using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Operations;

namespace Gatehouse.Iam.ServerCertificates;

/// <summary>Lists the server certificates under a path, in the order of their names.</summary>
internal sealed class ListServerCertificates : IRead<ListServerCertificatesRequest, ListServerCertificatesResponse>
{
    public static Arn Target(ListServerCertificatesRequest request, Call call) => Arn.Any;

    public static ListServerCertificatesResponse Handle(ListServerCertificatesRequest request, Call call)
    {
        var prefix = request.PathPrefix ?? "/";
        var page = Paging.Of(
            call.Account.ServerCertificates, request.Marker, request.MaxItems, certificate => certificate.Path.StartsWith(prefix, StringComparison.Ordinal));
        return new()
        {
            ServerCertificateMetadataList = page.Items.Select(certificate => certificate.Describe(call.Account)).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };
    }
}
