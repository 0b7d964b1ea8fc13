using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Sso;
using Gatehouse.IdentityCenter.Portal;
using Gatehouse.IdentityCenter.Tests.Tokens;
using Gatehouse.Testing;

namespace Gatehouse.IdentityCenter.Tests.Portal;

public sealed class ListAccountsTests : PortalGivens
{
    [Fact]
    public void The_accounts_of_a_user_s_roles_are_listed_each_once() // [AU-852]
    {
        Center.Account.Change(draft =>
        {
            draft.Put(new PermissionSet { Id = "ps-1111111111111111", Name = "Admin", Created = draft.Now });
            draft.Put(new AccountAssignment { AccountId = AccountFixture.Id, PermissionSetId = "ps-1111111111111111", PrincipalId = PortalFixture.UserId });
        });

        var only = Assert.Single(List(Token()).AccountList!);

        Assert.Equal((AccountFixture.Id, "test", "111122223333@example.com"), (only.AccountId, only.AccountName, only.EmailAddress));
    }

    [Fact]
    public void Groups_count_and_pages_are_cut()
    {
        Center.Account.Change(draft =>
        {
            draft.Put(new IdentityMembership { Id = "m", GroupId = "g", UserId = PortalFixture.UserId, Created = draft.Now, CreatedBy = "" });
            draft.Put(new AccountAssignment { AccountId = "444455556666", PermissionSetId = PortalFixture.PermissionSetId, PrincipalId = "g", IsGroup = true });
        });

        var first = List(Token(), max: 1);
        var second = List(Token(), max: 1, first.NextToken);

        Assert.Equal((AccountFixture.Id, "444455556666", null), (first.AccountList!.Single().AccountId, second.AccountList!.Single().AccountId, second.NextToken));
    }

    [Fact]
    public void A_page_that_is_not_ours_is_refused()
    {
        var refusal = Assert.Throws<InvalidRequestException>(() => List(Token(), next: "nonsense"));
        Assert.Equal((400, "The nextToken is not valid."), (refusal.Status, refusal.Message));
    }

    [Theory] // [BI-225]
    [InlineData("")]
    [InlineData("token")]
    [InlineData("111122223333.AAAA")]
    public void A_token_that_is_none_is_nobody_s(string token)
    {
        var refusal = Assert.Throws<UnauthorizedException>(() => List(token));
        Assert.Equal((401, "Session token not found or invalid"), (refusal.Status, refusal.Message));
    }

    [Fact]
    public void A_token_ends_and_is_for_what_it_says()
    {
        var (token, other) = (Token(), Token("openid"));
        Assert.Throws<UnauthorizedException>(() => List(other));
        Center.Account.Clock.Advance(TimeSpan.FromHours(1));

        Assert.Throws<UnauthorizedException>(() => List(token));
    }

    private ListAccountsResponse List(string token, int? max = null, string? next = null) =>
        Center.Account.Read<ListAccounts, ListAccountsRequest, ListAccountsResponse>(new() { AccessToken = token, MaxResults = max, NextToken = next }, Center.Unsigned);
}
