using Gatehouse.Accounts;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;

namespace Gatehouse.IdentityCenter.Instances;

/// <summary>Lists the instances that the caller's account has: one, or none.</summary>
internal sealed class ListInstances : IRead<ListInstancesRequest, ListInstancesResponse>
{
    public static Arn Target(ListInstancesRequest request, Call call) => Arn.Any;

    public static ListInstancesResponse Handle(ListInstancesRequest request, Call call)
    {
        var instances = call.Account.IdentityCenter is { } instance ? new[] { instance.Describe(call.Account) } : [];
        var page = Pages.Of(instances, static one => one.InstanceArn!, request.NextToken, request.MaxResults);
        return new() { Instances = page.Items, NextToken = page.Marker };
    }
}
