using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;

namespace Gatehouse.IdentityCenter.Tests.Instances;

public sealed class DescribeRegionTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Shows_the_one_it_was_made_in_and_no_other()
    {
        Assert.True(Describe("us-east-1").IsPrimaryRegion);
        Assert.Throws<ResourceNotFoundException>(() => Describe("eu-central-1"));
    }

    private DescribeRegionResponse Describe(string region) =>
        center.Read<DescribeRegion, DescribeRegionRequest, DescribeRegionResponse>(new() { InstanceArn = SetFixture.InstanceArn, RegionName = region });
}
