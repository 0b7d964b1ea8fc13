using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;

namespace Gatehouse.IdentityCenter.Tests.Instances;

public sealed class ListRegionsTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void There_is_the_one_it_was_made_in()
    {
        var only = Assert.Single(center.Read<ListRegions, ListRegionsRequest, ListRegionsResponse>(new() { InstanceArn = SetFixture.InstanceArn }).Regions!);

        Assert.Equal(("us-east-1", "ACTIVE", true), (only.RegionName, only.Status, only.IsPrimaryRegion));
    }
}
