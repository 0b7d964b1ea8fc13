using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Applications;

/// <summary>Lists the ways in which an application gets tokens.</summary>
internal sealed class ListApplicationGrants : IRead<ListApplicationGrantsRequest, ListApplicationGrantsResponse>
{
    public static Arn Target(ListApplicationGrantsRequest request, Call call) => new(request.ApplicationArn);

    public static void Require(ListApplicationGrantsRequest request, Call call, Requirements needs) => ApplicationStanding.RequireKeys(request.ApplicationArn, call, needs);

    public static ListApplicationGrantsResponse Handle(ListApplicationGrantsRequest request, Call call)
    {
        var grants = call.Account.RequireApplication(request.ApplicationArn).Grants.OrderBy(grant => grant.Type, StringComparer.Ordinal);
        var page = Pages.Of(grants, grant => grant.Type, request.NextToken, null);
        return new() { Grants = page.Items.Select(grant => new GrantItem { GrantType = grant.Type, Grant = grant.Describe(call.Account) }).ToList(), NextToken = page.Marker };
    }
}
