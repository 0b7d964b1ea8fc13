using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.PermissionSets;

/// <summary>Lists the ARNs of the permission sets of the instance.</summary>
internal sealed class ListPermissionSets : IRead<ListPermissionSetsRequest, ListPermissionSetsResponse>
{
    public static Arn Target(ListPermissionSetsRequest request, Call call) => new(request.InstanceArn);

    public static void Require(ListPermissionSetsRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static ListPermissionSetsResponse Handle(ListPermissionSetsRequest request, Call call)
    {
        var instance = call.Account.RequireInstance(request.InstanceArn);
        var page = Pages.Of(call.Account.PermissionSets, request.NextToken, request.MaxResults);
        return new() { PermissionSets = page.Items.Select(set => set.ArnIn(instance.Id).Text).ToList(), NextToken = page.Marker };
    }
}
