using Gatehouse.Accounts;
using Gatehouse.Accounts.Authorization;
using Gatehouse.Accounts.Identity;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Operations;
using Gatehouse.Wire;

namespace Gatehouse.IdentityCenter.Instances;

/// <summary>Shows a region that the instance is in.</summary>
internal sealed class DescribeRegion : IRead<DescribeRegionRequest, DescribeRegionResponse>
{
    public static Arn Target(DescribeRegionRequest request, Call call) => new(request.InstanceArn);

    public static void Require(DescribeRegionRequest request, Call call, Requirements needs) => InstanceSubject.Require(request.InstanceArn, call, needs);

    public static DescribeRegionResponse Handle(DescribeRegionRequest request, Call call)
    {
        var region = call.Account.RequireInstance(request.InstanceArn).DescribeRegion();
        return region.RegionName == request.RegionName
            ? new() { RegionName = region.RegionName, Status = region.Status, AddedDate = region.AddedDate, IsPrimaryRegion = region.IsPrimaryRegion }
            : throw new ResourceNotFoundException($"Region {Echo.Of(request.RegionName)} was not found.");
    }
}
