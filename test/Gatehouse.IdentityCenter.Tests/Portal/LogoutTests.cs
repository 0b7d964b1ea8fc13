using Gatehouse.Contracts.Sso;
using Gatehouse.IdentityCenter.Portal;
using Gatehouse.IdentityCenter.Tests.Tokens;

namespace Gatehouse.IdentityCenter.Tests.Portal;

public sealed class LogoutTests : PortalGivens
{
    [Fact]
    public void A_token_ends_for_good_and_others_go_on() // [AU-852]
    {
        var (mine, other) = (Token(), Token());

        Center.Account.Reach<Logout, LogoutRequest, LogoutResponse>(new() { AccessToken = mine }, Center.Unsigned);

        Assert.Throws<UnauthorizedException>(() => List(mine));
        Assert.NotNull(List(other).AccountList);
        Assert.Throws<UnauthorizedException>(() => Center.Account.Reach<Logout, LogoutRequest, LogoutResponse>(new() { AccessToken = mine }, Center.Unsigned));
    }

    private ListAccountsResponse List(string token) =>
        Center.Account.Read<ListAccounts, ListAccountsRequest, ListAccountsResponse>(new() { AccessToken = token }, Center.Unsigned);
}
