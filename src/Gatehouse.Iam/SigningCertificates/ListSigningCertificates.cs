using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccessKeys;
using Gatehouse.Iam.Users;
using Gatehouse.Operations;

namespace Gatehouse.Iam.SigningCertificates;

/// <summary>Lists the signing certificates of a user or of root, oldest first.</summary>
internal sealed class ListSigningCertificates : IRead<ListSigningCertificatesRequest, ListSigningCertificatesResponse>
{
    public static Arn Target(ListSigningCertificatesRequest request, Call call) => Subject.Target(request.UserName, call);

    public static void Require(ListSigningCertificatesRequest request, Call call, Requirements needs) => Subject.Require(request.UserName, call, needs);

    public static ListSigningCertificatesResponse Handle(ListSigningCertificatesRequest request, Call call)
    {
        var owner = KeyOwner.Of(request.UserName, call, call.Account);
        var page = Paging.Of(
            call.Account.SigningCertificates.OwnedBy(owner.Owner).OrderBy(PlaceOf, StringComparer.Ordinal), PlaceOf, request.Marker, request.MaxItems);
        return new()
        {
            Certificates = page.Items.Select(certificate => certificate.Describe(owner)).ToList(),
            IsTruncated = page.IsTruncated,
            Marker = page.Marker,
        };

        static string PlaceOf(SigningCertificate certificate) => Places.Of(certificate.Uploaded, certificate.Id);
    }
}
