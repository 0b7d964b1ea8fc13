using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Tests.Hierarchy;

public sealed class DescribeOrganizationalUnitTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Shows_a_unit()
    {
        var id = org.Unit("prod");

        var unit = Describe(id);

        Assert.Equal((id, org.ArnOf("ou", id), "prod"), (unit.Id, unit.Arn, unit.Name));
    }

    [Fact]
    public void Refuses_one_that_is_not_there()
    {
        var refusal = Assert.Throws<OrganizationalUnitNotFoundException>(() => Describe("ou-abcd-12345678"));

        Assert.Equal((400, "OrganizationalUnitNotFoundException", "You specified an organizational unit that doesn't exist."), (refusal.Status, refusal.Code, refusal.Message));
    }

    private Contracts.Organizations.Shapes.OrganizationalUnit Describe(string id) =>
        org.Read<DescribeOrganizationalUnit, DescribeOrganizationalUnitRequest, DescribeOrganizationalUnitResponse>(new() { OrganizationalUnitId = id }).OrganizationalUnit!;
}
