using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Members;

namespace Gatehouse.Organizations.Tests.Members;

public sealed class ListAccountsTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Lists_the_management_account_among_them()
    {
        var dev = org.Make("dev");

        Assert.Equal(new[] { OrganizationFixture.Management, dev }.Order(), List(new()).Accounts!.Select(account => account.Id).Order());
    }

    [Fact]
    public void Pages_of_twenty_unless_asked_otherwise()
    {
        for (var number = 0; number < 24; number++)
        {
            org.Make($"a{number}");
        }

        var first = List(new());
        var second = List(new() { NextToken = first.NextToken });
        Assert.Equal((20, 5, null), (first.Accounts!.Count, second.Accounts!.Count, second.NextToken));
        Assert.Equal(25, first.Accounts.Concat(second.Accounts).Select(account => account.Id).Distinct().Count());
    }

    [Fact]
    public void Refuses_a_token_that_is_not_ours()
    {
        var refusal = Assert.Throws<InvalidInputException>(() => List(new() { NextToken = "not a token" }));

        Assert.Equal("INVALID_NEXT_TOKEN", refusal.Reason);
    }

    private ListAccountsResponse List(ListAccountsRequest request) => org.Read<ListAccounts, ListAccountsRequest, ListAccountsResponse>(request);
}
