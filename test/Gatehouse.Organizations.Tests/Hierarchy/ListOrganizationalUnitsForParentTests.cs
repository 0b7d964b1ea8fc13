using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Tests.Hierarchy;

public sealed class ListOrganizationalUnitsForParentTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Lists_those_right_under_it()
    {
        var outer = org.Unit("outer");
        var inner = org.Unit("inner", outer);

        Assert.Equal([outer], List(org.RootId));
        Assert.Equal([inner], List(outer));
        Assert.Empty(List(inner));
    }

    [Fact]
    public void Refuses_a_parent_that_is_not_there() => Assert.Throws<ParentNotFoundException>(() => List("ou-abcd-12345678").ToList());

    private IEnumerable<string?> List(string parent) =>
        org.Read<ListOrganizationalUnitsForParent, ListOrganizationalUnitsForParentRequest, ListOrganizationalUnitsForParentResponse>(new() { ParentId = parent })
            .OrganizationalUnits!.Select(unit => unit.Id);
}
