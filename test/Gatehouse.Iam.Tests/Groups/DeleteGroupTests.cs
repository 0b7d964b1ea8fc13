using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Groups;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Groups;

public sealed class DeleteGroupTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Refuses_as_long_as_the_group_has_or_holds_something()
    {
        account.AddUser("Alice");
        account.AddGroup("Admins", "/", "Alice");
        Change(group => group with { AttachedPolicies = [Givens.ReadOnly], InlinePolicies = [new("read", Givens.Document)] });

        account.RefusesDeletion("Cannot delete entity, must remove users from group first.", Delete);
        account.Put(account.Account.Users.Find("Alice")! with { Groups = [] });
        account.RefusesDeletion("Cannot delete entity, must detach all policies first.", Delete);
        Change(group => group with { AttachedPolicies = [] });
        account.RefusesDeletion("Cannot delete entity, must delete policies first.", Delete);
        Change(group => group with { InlinePolicies = [] });
        Delete();

        Assert.Empty(account.Account.Groups);
        Assert.Single(account.Account.Users);
    }

    [Fact]
    public void Knows_no_group_that_is_not_there() =>
        account.RefusesMissing("The group with name Nobody cannot be found.", () => Call(new() { GroupName = "Nobody" }));

    [Fact]
    public void Is_checked_on_the_group_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.AddGroup("Admins", "/staff/");

        var needs = account.Needs<DeleteGroup, DeleteGroupRequest>("iam:DeleteGroup", new() { GroupName = "admins" });

        Assert.Equal(["iam:DeleteGroup arn:aws:iam::111122223333:group/staff/Admins"], needs.Lines());
        Assert.Equal("group Admins", needs.Printed);
    }

    private DeleteGroupResponse Delete() => Call(new() { GroupName = "admins" });

    private void Change(Func<Group, Group> change) => account.Change(draft => draft.Put(change(draft.Account.Groups.Find("Admins")!)));

    private DeleteGroupResponse Call(DeleteGroupRequest request) => account.Write<DeleteGroup, DeleteGroupRequest, DeleteGroupResponse>(request);
}
