using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class ListUsersTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_users_in_the_order_of_names_without_tags_and_boundary()
    {
        account.Put(account.AddUser("bob") with { PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });
        account.AddUser("Alice", "/staff/");
        account.AddUser("carol");

        var users = Call(new()).Users;

        Assert.Equal(["Alice", "bob", "carol"], users.Select(user => user.UserName));
        Assert.All(users, user => Assert.True(user is { Tags: null, PermissionsBoundary: null }));
    }

    [Fact]
    public void Lists_what_is_under_a_path_only()
    {
        account.AddUser("Alice", "/staff/east/");
        account.AddUser("bob");

        Assert.Equal(["Alice"], Call(new() { PathPrefix = "/sta" }).Users.Select(user => user.UserName));
        Assert.Empty(Call(new() { PathPrefix = "/STAFF/" }).Users);
    }

    [Fact]
    public void Pages_survive_changes_in_between()
    {
        foreach (var name in new[] { "a", "b", "c", "d" })
        {
            account.AddUser(name);
        }

        var first = Call(new() { MaxItems = 2 });
        account.Change(draft => draft.Remove(draft.Account.Users.Find("b")!));
        account.AddUser("aa");
        var second = Call(new() { MaxItems = 2, Marker = first.Marker });

        Assert.Equal(["a", "b"], first.Users.Select(user => user.UserName));
        Assert.True(first.IsTruncated);
        Assert.Equal(["c", "d"], second.Users.Select(user => user.UserName));
        Assert.Equal((false, null), (second.IsTruncated, second.Marker));
    }

    [Fact]
    public void Refuses_a_marker_that_is_none()
    {
        account.RefusesValue("Invalid Marker.", () => Call(new() { Marker = "page 2" }));
    }

    [Fact]
    public void Is_checked_on_the_path()
    {
        // PE-8
        Assert.Equal(["iam:ListUsers arn:aws:iam::111122223333:user/"], account.Needs<ListUsers, ListUsersRequest>("iam:ListUsers", new()).Lines());
        Assert.Equal(
            ["iam:ListUsers arn:aws:iam::111122223333:user/staff/"],
            account.Needs<ListUsers, ListUsersRequest>("iam:ListUsers", new() { PathPrefix = "/staff/" }).Lines());
    }

    private ListUsersResponse Call(ListUsersRequest request) => account.Read<ListUsers, ListUsersRequest, ListUsersResponse>(request);
}
