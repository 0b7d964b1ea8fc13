using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Groups;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Groups;

public sealed class AddUserToGroupTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Makes_a_member_once()
    {
        account.AddUser("Alice");
        var group = account.AddGroup("Admins");

        Call(new() { GroupName = "ADMINS", UserName = "alice" });
        Call(new() { GroupName = "Admins", UserName = "Alice" });

        Assert.Equal([group.Id], account.Account.Users.Find("Alice")!.Groups);
        Assert.Equal(["Alice"], account.Account.Attachments.MembersOf(group).Select(user => user.Name));
    }

    [Fact]
    public void Refuses_the_eleventh_group()
    {
        account.AddUser("Alice");
        for (var number = 0; number < 10; number++)
        {
            account.AddGroup($"g{number}", "/", "Alice");
        }

        account.AddGroup("Admins");

        Call(new() { GroupName = "g3", UserName = "Alice" });
        account.RefusesMore("Cannot exceed quota for GroupsPerUser: 10", () => Call(new() { GroupName = "Admins", UserName = "Alice" }));
    }

    [Fact]
    public void Looks_for_the_user_before_the_group()
    {
        account.RefusesMissing("The user with name Alice cannot be found.", () => Call(new() { GroupName = "Admins", UserName = "Alice" }));
        account.AddUser("Alice");
        account.RefusesMissing("The group with name Admins cannot be found.", () => Call(new() { GroupName = "Admins", UserName = "Alice" }));
    }

    [Fact]
    public void Is_checked_on_the_group_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddGroup("Admins", "/staff/");

        var needs = account.Needs<AddUserToGroup, AddUserToGroupRequest>("iam:AddUserToGroup", new() { GroupName = "admins", UserName = "Alice" });

        Assert.Equal(["iam:AddUserToGroup arn:aws:iam::111122223333:group/staff/Admins"], needs.Lines());
        Assert.Equal("group Admins", needs.Printed);
    }

    private AddUserToGroupResponse Call(AddUserToGroupRequest request) =>
        account.Write<AddUserToGroup, AddUserToGroupRequest, AddUserToGroupResponse>(request);
}
