using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.TokenIssuers;

/// <summary>Lists the issuers of an instance.</summary>
internal sealed class ListTrustedTokenIssuers : IRead<ListTrustedTokenIssuersRequest, ListTrustedTokenIssuersResponse>
{
    public static Arn Target(ListTrustedTokenIssuersRequest request, Call call) => new(request.InstanceArn);

    public static void Require(ListTrustedTokenIssuersRequest request, Call call, Requirements needs) =>
        InstanceSubject.Require(request.InstanceArn, call, needs);

    public static ListTrustedTokenIssuersResponse Handle(ListTrustedTokenIssuersRequest request, Call call)
    {
        var instance = call.Account.RequireInstance(request.InstanceArn);
        var page = Pages.Of(call.Account.TrustedTokenIssuers, request.NextToken, request.MaxResults);
        return new()
        {
            TrustedTokenIssuers = page.Items.Select(issuer => new TrustedTokenIssuerMetadata
            {
                TrustedTokenIssuerArn = issuer.ArnIn(call.Account.Id, instance.Id).Text,
                Name = issuer.Name,
                TrustedTokenIssuerType = TrustedTokenIssuerType.OIDC_JWT,
            }).ToList(),
            NextToken = page.Marker,
        };
    }
}
