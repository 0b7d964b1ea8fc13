using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Groups;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Groups;

public sealed class ListGroupsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_groups_under_a_path_in_the_order_of_names()
    {
        account.AddGroup("b");
        account.AddGroup("A", "/staff/");
        account.AddGroup("c", "/staff/");

        Assert.Equal(["A", "b", "c"], Call(new()).Groups.Select(group => group.GroupName));
        Assert.Equal(["A", "c"], Call(new() { PathPrefix = "/staff/" }).Groups.Select(group => group.GroupName));
    }

    [Fact]
    public void Lists_page_by_page()
    {
        account.AddGroup("a");
        account.AddGroup("b");

        var first = Call(new() { MaxItems = 1 });
        var second = Call(new() { MaxItems = 1, Marker = first.Marker });

        Assert.Equal((true, "a"), (first.IsTruncated, first.Groups[0].GroupName));
        Assert.Equal((false, "b", null), (second.IsTruncated, second.Groups[0].GroupName, second.Marker));
    }

    [Fact]
    public void Is_checked_on_the_path()
    {
        // PE-8
        Assert.Equal(["iam:ListGroups arn:aws:iam::111122223333:group/"], account.Needs<ListGroups, ListGroupsRequest>("iam:ListGroups", new()).Lines());
    }

    private ListGroupsResponse Call(ListGroupsRequest request) => account.Read<ListGroups, ListGroupsRequest, ListGroupsResponse>(request);
}
