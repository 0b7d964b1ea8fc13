using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Tests.Hierarchy;

public sealed class ListParentsTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Shows_the_parent_of_a_unit_and_of_an_account()
    {
        var outer = org.Unit("outer");
        var inner = org.Unit("inner", outer);

        Assert.Equal((outer, "ORGANIZATIONAL_UNIT"), Parent(inner));
        Assert.Equal((org.RootId, "ROOT"), Parent(outer));
        Assert.Equal((org.RootId, "ROOT"), Parent(OrganizationFixture.Management));
    }

    [Theory]
    [InlineData("999988887777")]
    [InlineData("ou-abcd-12345678")]
    public void Refuses_a_child_that_is_not_there(string child) => Assert.Throws<ChildNotFoundException>(() => Parent(child));

    [Fact]
    public void Is_checked_on_the_child() =>
        Assert.Equal(org.ArnOf("account", "111122223333"), ListParents.Target(new() { ChildId = "111122223333" }, org.Account.Call).Text);

    private (string?, string?) Parent(string child)
    {
        var parent = Assert.Single(org.Read<ListParents, ListParentsRequest, ListParentsResponse>(new() { ChildId = child }).Parents!);
        return (parent.Id, parent.Type);
    }
}
