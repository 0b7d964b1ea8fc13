using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Groups;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Groups;

public sealed class GetGroupTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_the_group_and_its_members_page_by_page()
    {
        foreach (var name in new[] { "carol", "Alice", "bob", "dave" })
        {
            account.AddUser(name);
        }

        var group = account.AddGroup("Admins", "/", "carol", "Alice", "bob");

        var first = Call(new() { GroupName = "ADMINS", MaxItems = 2 });
        var second = Call(new() { GroupName = "Admins", MaxItems = 2, Marker = first.Marker });

        Assert.Equal((group.Id, "Admins"), (first.Group.GroupId, first.Group.GroupName));
        Assert.Equal(["Alice", "bob"], first.Users.Select(user => user.UserName));
        Assert.True(first.IsTruncated);
        Assert.Equal(["carol"], second.Users.Select(user => user.UserName));
        Assert.Equal((false, null), (second.IsTruncated, second.Marker));
    }

    [Fact]
    public void Shows_an_empty_group()
    {
        account.AddGroup("Admins");

        Assert.Empty(Call(new() { GroupName = "Admins" }).Users);
    }

    [Fact]
    public void Knows_no_group_that_is_not_there() =>
        account.RefusesMissing("The group with name Nobody cannot be found.", () => Call(new() { GroupName = "Nobody" }));

    [Fact]
    public void Is_checked_on_the_group_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddGroup("Admins", "/staff/");

        var needs = account.Needs<GetGroup, GetGroupRequest>("iam:GetGroup", new() { GroupName = "admins" });

        Assert.Equal(["iam:GetGroup arn:aws:iam::111122223333:group/staff/Admins"], needs.Lines());
        Assert.Equal("group Admins", needs.Printed);
    }

    private GetGroupResponse Call(GetGroupRequest request) => account.Read<GetGroup, GetGroupRequest, GetGroupResponse>(request);
}
