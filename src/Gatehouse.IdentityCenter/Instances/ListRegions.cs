using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Instances;

/// <summary>Lists the regions that the instance is in: the one it was made in.</summary>
internal sealed class ListRegions : IRead<ListRegionsRequest, ListRegionsResponse>
{
    public static Arn Target(ListRegionsRequest request, Call call) => new(request.InstanceArn);

    public static void Require(ListRegionsRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static ListRegionsResponse Handle(ListRegionsRequest request, Call call)
    {
        var instance = call.Account.RequireOwnInstance(request.InstanceArn);
        var page = Pages.Of([instance.DescribeRegion()], static region => region.RegionName!, request.NextToken, request.MaxResults);
        return new() { Regions = page.Items, NextToken = page.Marker };
    }
}
