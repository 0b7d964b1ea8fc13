using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Groups;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Groups;

public sealed class CreateGroupTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Adds_a_group_and_shows_it()
    {
        var group = Call(new() { GroupName = "Admins", Path = "/staff/" }).Group;

        Assert.Matches("^AGPA[A-Z2-7]{17}$", group.GroupId);
        Assert.Equal(("Admins", "/staff/", "arn:aws:iam::111122223333:group/staff/Admins"), (group.GroupName, group.Path, group.Arn));
        Assert.Equal(account.Clock.GetUtcNow(), group.CreateDate);
        Assert.Equal("/", Call(new() { GroupName = "Others" }).Group.Path);
    }

    [Fact]
    public void Refuses_a_name_that_differs_only_in_case()
    {
        Call(new() { GroupName = "Admins" });

        account.RefusesTaken("Group with name ADMINS already exists.", () => Call(new() { GroupName = "ADMINS" }));
    }

    [Fact]
    public void A_group_made_anew_is_another()
    {
        var first = Call(new() { GroupName = "Admins" }).Group.GroupId;
        account.Change(draft => draft.Remove(draft.Account.Groups.Find("Admins")!));

        Assert.NotEqual(first, Call(new() { GroupName = "Admins" }).Group.GroupId);
    }

    [Fact]
    public void Refuses_the_group_after_the_three_hundredth()
    {
        for (var number = 0; number < 300; number++)
        {
            account.AddGroup($"g{number}");
        }

        account.RefusesMore("Cannot exceed quota for GroupsPerAccount: 300", () => Call(new() { GroupName = "Admins" }));
    }

    [Fact]
    public void Is_checked_on_the_group_to_be()
    {
        var needs = account.Needs<CreateGroup, CreateGroupRequest>("iam:CreateGroup", new() { GroupName = "Admins", Path = "/staff/" });

        Assert.Equal(["iam:CreateGroup arn:aws:iam::111122223333:group/staff/Admins"], needs.Lines());
        Assert.Null(needs.Printed);
    }

    private CreateGroupResponse Call(CreateGroupRequest request) => account.Write<CreateGroup, CreateGroupRequest, CreateGroupResponse>(request);
}
