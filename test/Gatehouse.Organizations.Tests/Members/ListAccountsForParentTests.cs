using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Members;

namespace Gatehouse.Organizations.Tests.Members;

public sealed class ListAccountsForParentTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Lists_those_right_under_it()
    {
        var (unit, dev) = (org.Unit("prod"), org.Make("dev"));
        org.Write<MoveAccount, MoveAccountRequest, MoveAccountResponse>(new() { AccountId = dev, SourceParentId = org.RootId, DestinationParentId = unit });

        Assert.Equal([dev], List(unit).Accounts!.Select(account => account.Id));
        Assert.Equal([OrganizationFixture.Management], List(org.RootId).Accounts!.Select(account => account.Id));
    }

    [Fact]
    public void Refuses_a_parent_that_is_not_there()
    {
        var refusal = Assert.Throws<ParentNotFoundException>(() => List("ou-abcd-12345678"));

        Assert.Equal((400, "ParentNotFoundException", "You specified parent that doesn't exist."), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Is_checked_on_the_parent() =>
        Assert.Equal(org.ArnOf("root", org.RootId), ListAccountsForParent.Target(new() { ParentId = org.RootId }, org.Account.Call).Text);

    private ListAccountsForParentResponse List(string parent) =>
        org.Read<ListAccountsForParent, ListAccountsForParentRequest, ListAccountsForParentResponse>(new() { ParentId = parent });
}
