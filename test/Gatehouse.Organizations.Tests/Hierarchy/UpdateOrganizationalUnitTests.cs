using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Tests.Hierarchy;

public sealed class UpdateOrganizationalUnitTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Renames_a_unit_also_to_its_own_name()
    {
        var id = org.Unit("prod");

        Assert.Equal("live", Rename(id, "live"));
        Assert.Equal("live", Rename(id, "live"));
        Assert.Equal("live", org.Account.Account.Units.Find(id)!.Name);
    }

    [Fact]
    public void Refuses_the_name_of_a_sister()
    {
        org.Unit("dev");
        var id = org.Unit("prod");

        Assert.Throws<DuplicateOrganizationalUnitException>(() => Rename(id, "dev"));
    }

    [Fact]
    public void Refuses_one_that_is_not_there() => Assert.Throws<OrganizationalUnitNotFoundException>(() => Rename("ou-abcd-12345678", "x"));

    private string? Rename(string id, string name) => org.Write<UpdateOrganizationalUnit, UpdateOrganizationalUnitRequest, UpdateOrganizationalUnitResponse>(
        new() { OrganizationalUnitId = id, Name = name }).OrganizationalUnit!.Name;
}
