using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Members;

namespace Gatehouse.Organizations.Tests.Members;

public sealed class DescribeAccountTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Shows_an_account_and_where_it_stands()
    {
        var (outer, id) = (org.Unit("outer"), org.Make("dev"));
        var inner = org.Unit("inner", outer);
        org.Write<MoveAccount, MoveAccountRequest, MoveAccountResponse>(new() { AccountId = id, SourceParentId = org.RootId, DestinationParentId = inner });

        var account = Describe(id);

        Assert.Equal((id, org.ArnOf("account", id), "dev", "dev@example.com"), (account.Id, account.Arn, account.Name, account.Email));
        Assert.Equal(("ACTIVE", "ACTIVE", "CREATED"), (account.Status, account.State, account.JoinedMethod));
        Assert.Equal(org.Account.Clock.GetUtcNow(), account.JoinedTimestamp);
        Assert.Equal([$"{org.Organization.Id}/{org.RootId}/{outer}/{inner}/{id}/"], account.Paths!);
    }

    [Fact]
    public void Shows_a_suspended_account_as_such()
    {
        org.Account.Change(draft => draft.Put(draft.Account.Members.Find(OrganizationFixture.Management)! with { Suspended = true }));

        Assert.Equal(("SUSPENDED", "SUSPENDED"), (Describe(OrganizationFixture.Management).Status, Describe(OrganizationFixture.Management).State));
    }

    [Fact]
    public void Refuses_an_account_of_nobody_or_of_others()
    {
        org.Account.Found("999988887777");

        var refusal = Assert.Throws<AccountNotFoundException>(() => Describe("999988887777"));

        Assert.Equal((400, "AccountNotFoundException", "You specified an account that doesn't exist."), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Is_checked_on_the_account_with_its_tags()
    {
        var id = org.Make(tags: [new() { Key = "Team", Value = "red" }]);

        var needs = org.Needs<DescribeAccount, DescribeAccountRequest>("DescribeAccount", new() { AccountId = id });

        Assert.Equal([org.ArnOf("account", id)], needs.Checks.Select(check => check.Resource.Text));
        Assert.Equal([("aws:ResourceTag/Team", "red")], needs.Keys.Select(key => (key.Key, key.Value[0])));
    }

    private Contracts.Organizations.Shapes.Account Describe(string id) =>
        org.Read<DescribeAccount, DescribeAccountRequest, DescribeAccountResponse>(new() { AccountId = id }).Account!;
}
