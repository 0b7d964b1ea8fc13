using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Own.IdentityUsers;

namespace Gatehouse.Own.Tests.IdentityUsers;

public sealed class ListIdentityUsersTests
{
    private readonly IdentityGivens given = new();

    [Fact]
    public void Tells_by_name_who_has_a_password_and_who_may_not_sign_in()
    {
        given.Account.Reach<ResetIdentityUserPassword, ResetIdentityUserPasswordRequest, ResetIdentityUserPasswordResponse>(new() { UserName = "alice" });

        var first = List(1);
        var second = List(1, first.NextToken);

        Assert.Equal(
            [(IdentityGivens.AliceId, "alice", false, (DateTimeOffset?)given.Account.Clock.GetUtcNow(), true), (IdentityGivens.BobId, "bob", true, null, false)],
            first.IdentityUsers.Concat(second.IdentityUsers).Select(one => (one.UserId, one.UserName, one.Disabled!.Value, one.PasswordLastSet, one.ResetRequired!.Value)));
        Assert.Null(second.NextToken);
    }

    private ListIdentityUsersResponse List(int? max, string? token = null) =>
        given.Account.Read<ListIdentityUsers, ListIdentityUsersRequest, ListIdentityUsersResponse>(new() { MaxResults = max, NextToken = token });
}
