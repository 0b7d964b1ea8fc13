using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Delegation;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Delegation;

public sealed class AssociateDelegationRequestTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Whoever_takes_it_up_owns_it_for_a_week()
    {
        var id = account.Ask();
        account.As("alice");

        account.Associate(id);

        var shown = account.Shown(id);
        Assert.Equal(("ASSIGNED", "arn:aws:iam::111122223333:user/alice", "111122223333"), (shown.State, shown.OwnerId, shown.OwnerAccountId));
        Assert.Equal(account.Clock.GetUtcNow().AddDays(7), shown.ExpirationTime);
        Assert.Throws<InvalidInputException>(() => account.Associate(id));
    }

    [Fact]
    public void A_request_of_another_account_is_found_by_its_id_and_lives_here_from_then_on()
    {
        var id = account.AskElsewhere();
        Assert.Equal("UNASSIGNED", account.Shown(id).State);

        account.Associate(id);

        Assert.Equal(("ASSIGNED", RoleGivens.Other), (account.Shown(id).State, account.Reload().Delegations.Find(id)!.Requestor));
        Assert.Equal(AccountFixture.Id, account.Find(RoleGivens.Other)!.Delegations.Find(id)!.OwnerAccount);
    }

    [Theory]
    [InlineData("999999999999")]
    [InlineData("222222222222")]
    public void A_request_that_names_another_account_does_not_exist_for_this_one(string named)
    {
        var id = account.AskElsewhere(named);

        account.RefusesMissing($"The delegation request with id {id} cannot be found.", () => account.Shown(id));
        Assert.Throws<NoSuchEntityException>(() => account.Associate(id));
    }

    [Fact]
    public void Nobody_can_take_it_up_after_a_day()
    {
        var id = account.Ask();
        account.Clock.Advance(TimeSpan.FromDays(1));

        Assert.Equal($"The delegation request {id} is in state EXPIRED.", Assert.Throws<InvalidInputException>(() => account.Associate(id)).Message);
    }
}
