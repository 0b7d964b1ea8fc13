using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Hierarchy;

namespace Gatehouse.Organizations.Tests.Hierarchy;

public sealed class ListChildrenTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Lists_accounts_or_units_right_under_it()
    {
        var outer = org.Unit("outer");
        org.Unit("inner", outer);

        Assert.Equal([(OrganizationFixture.Management, "ACCOUNT")], Children(org.RootId, "ACCOUNT"));
        Assert.Equal([(outer, "ORGANIZATIONAL_UNIT")], Children(org.RootId, "ORGANIZATIONAL_UNIT"));
        Assert.Empty(Children(outer, "ACCOUNT"));
    }

    [Fact]
    public void Pages()
    {
        for (var number = 0; number < 5; number++)
        {
            org.Unit($"u{number}");
        }

        var first = List(new() { ParentId = org.RootId, ChildType = "ORGANIZATIONAL_UNIT", MaxResults = 3 });
        var second = List(new() { ParentId = org.RootId, ChildType = "ORGANIZATIONAL_UNIT", MaxResults = 3, NextToken = first.NextToken });

        Assert.Equal((3, 2, null), (first.Children!.Count, second.Children!.Count, second.NextToken));
    }

    [Fact]
    public void Refuses_a_parent_that_is_not_there() => Assert.Throws<ParentNotFoundException>(() => Children("r-none", "ACCOUNT").ToList());

    private IEnumerable<(string?, string?)> Children(string parent, string type) =>
        List(new() { ParentId = parent, ChildType = type }).Children!.Select(child => (child.Id, child.Type));

    private ListChildrenResponse List(ListChildrenRequest request) => org.Read<ListChildren, ListChildrenRequest, ListChildrenResponse>(request);
}
