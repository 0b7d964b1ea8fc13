using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Groups;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Groups;

public sealed class ListGroupsForUserTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_the_groups_of_one_user_in_the_order_of_names()
    {
        account.AddUser("Alice");
        account.AddUser("Bob");
        account.AddGroup("c", "/", "Alice");
        account.AddGroup("B", "/", "Alice", "Bob");
        account.AddGroup("a", "/", "Bob");

        var first = Call(new() { UserName = "ALICE", MaxItems = 1 });
        var second = Call(new() { UserName = "Alice", MaxItems = 1, Marker = first.Marker });

        Assert.Equal((true, "B"), (first.IsTruncated, Assert.Single(first.Groups).GroupName));
        Assert.Equal((false, "c", null), (second.IsTruncated, Assert.Single(second.Groups).GroupName, second.Marker));
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody" }));

    [Fact]
    public void Is_checked_on_the_user_as_it_is_spelled()
    {
        account.AddUser("Alice", "/staff/");

        var needs = account.Needs<ListGroupsForUser, ListGroupsForUserRequest>("iam:ListGroupsForUser", new() { UserName = "alice" });

        Assert.Equal(["iam:ListGroupsForUser arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
    }

    private ListGroupsForUserResponse Call(ListGroupsForUserRequest request) =>
        account.Read<ListGroupsForUser, ListGroupsForUserRequest, ListGroupsForUserResponse>(request);
}
