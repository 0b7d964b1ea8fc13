using Gatehouse.Contracts.Sso;
using Gatehouse.IdentityCenter.Portal;
using Gatehouse.IdentityCenter.Tests.Tokens;
using Gatehouse.Testing;

namespace Gatehouse.IdentityCenter.Tests.Portal;

public sealed class ListAccountRolesTests : PortalGivens
{
    [Fact]
    public void Roles_are_called_as_permission_sets_are() // [AU-852]
    {
        var only = Assert.Single(List(AccountFixture.Id).RoleList!);

        Assert.Equal(("Reader", AccountFixture.Id), (only.RoleName, only.AccountId));
    }

    [Fact]
    public void An_account_that_is_not_there_is_told_apart() =>
        Assert.Equal(404, Assert.Throws<ResourceNotFoundException>(() => List("999999999999")).Status);

    private ListAccountRolesResponse List(string account) =>
        Center.Account.Read<ListAccountRoles, ListAccountRolesRequest, ListAccountRolesResponse>(new() { AccessToken = Token(), AccountId = account }, Center.Unsigned);
}
