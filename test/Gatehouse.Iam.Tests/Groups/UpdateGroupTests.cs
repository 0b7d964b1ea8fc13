using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Groups;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Groups;

public sealed class UpdateGroupTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Renames_and_moves_and_keeps_the_id()
    {
        account.AddUser("Bob");
        var before = account.AddGroup("Admins", "/", "Bob");

        Call(new() { GroupName = "admins", NewGroupName = "Owners", NewPath = "/staff/" });

        Assert.Null(account.Account.Groups.Find("Admins"));
        var after = account.Account.Groups.Find("Owners")!;
        Assert.Equal((before.Id, "Owners", "/staff/"), (after.Id, after.Name, after.Path));
        Assert.Equal("arn:aws:iam::111122223333:group/staff/Owners", after.ArnIn(AccountFixture.Id).Text);
        Assert.Equal(["Bob"], account.Account.Attachments.MembersOf(after).Select(user => user.Name));
    }

    [Fact]
    public void Keeps_what_is_not_named()
    {
        var before = account.AddGroup("Admins", "/staff/");

        Call(new() { GroupName = "Admins" });
        Call(new() { GroupName = "Admins", NewPath = "/other/" });
        Call(new() { GroupName = "Admins", NewGroupName = "ADMINS" });

        var after = Assert.Single(account.Account.Groups);
        Assert.Equal((before.Id, "ADMINS", "/other/"), (after.Id, after.Name, after.Path));
    }

    [Fact]
    public void What_was_renamed_is_so_on_disk()
    {
        account.AddGroup("Admins");
        Call(new() { GroupName = "Admins", NewGroupName = "Owners" });
        Call(new() { GroupName = "Owners", NewGroupName = "OWNERS" });

        var stored = account.Reload();

        Assert.Equal(["OWNERS"], stored.Groups.Select(group => group.Name));
    }

    [Fact]
    public void Refuses_a_name_that_another_has()
    {
        account.AddGroup("Admins");
        account.AddGroup("Owners");

        account.RefusesTaken("Group with name OWNERS already exists.", () => Call(new() { GroupName = "Admins", NewGroupName = "OWNERS" }));
    }

    [Fact]
    public void Needs_permission_on_both_names()
    {
        account.AddGroup("Admins", "/staff/");

        var needs = account.Needs<UpdateGroup, UpdateGroupRequest>("iam:UpdateGroup", new() { GroupName = "Admins", NewGroupName = "Owners" });

        Assert.Equal(["iam:UpdateGroup arn:aws:iam::111122223333:group/staff/Admins", "iam:UpdateGroup arn:aws:iam::111122223333:group/staff/Owners"], needs.Lines());
    }

    [Fact]
    public void Knows_no_group_that_is_not_there() =>
        account.RefusesMissing("The group with name Nobody cannot be found.", () => Call(new() { GroupName = "Nobody", NewGroupName = "Owners" }));

    [Fact]
    public void Is_checked_on_the_group_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddGroup("Admins", "/staff/");

        var needs = account.Needs<UpdateGroup, UpdateGroupRequest>("iam:UpdateGroup", new() { GroupName = "admins" });

        Assert.Equal(["iam:UpdateGroup arn:aws:iam::111122223333:group/staff/Admins"], needs.Lines());
        Assert.Equal("group Admins", needs.Printed);
    }

    private UpdateGroupResponse Call(UpdateGroupRequest request) => account.Write<UpdateGroup, UpdateGroupRequest, UpdateGroupResponse>(request);
}
