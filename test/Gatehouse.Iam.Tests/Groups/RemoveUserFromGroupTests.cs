using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Groups;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Groups;

public sealed class RemoveUserFromGroupTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Ends_a_membership_if_there_is_one()
    {
        account.AddUser("Alice");
        var others = account.AddGroup("Others", "/", "Alice");
        account.AddGroup("Admins", "/", "Alice");

        Call(new() { GroupName = "Admins", UserName = "ALICE" });
        Call(new() { GroupName = "Admins", UserName = "Alice" });

        Assert.Equal([others.Id], account.Account.Users.Find("Alice")!.Groups);
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

        var needs = account.Needs<RemoveUserFromGroup, RemoveUserFromGroupRequest>(
            "iam:RemoveUserFromGroup", new() { GroupName = "admins", UserName = "Alice" });

        Assert.Equal(["iam:RemoveUserFromGroup arn:aws:iam::111122223333:group/staff/Admins"], needs.Lines());
        Assert.Equal("group Admins", needs.Printed);
    }

    private RemoveUserFromGroupResponse Call(RemoveUserFromGroupRequest request) =>
        account.Write<RemoveUserFromGroup, RemoveUserFromGroupRequest, RemoveUserFromGroupResponse>(request);
}
