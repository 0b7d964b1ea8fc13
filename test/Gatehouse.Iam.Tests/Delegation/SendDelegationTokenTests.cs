using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Delegation;
using Gatehouse.Testing;
using Gatehouse.Wire;

namespace Gatehouse.Iam.Tests.Delegation;

public sealed class SendDelegationTokenTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void What_was_sent_is_final()
    {
        var id = Granted();
        account.Clock.Advance(TimeSpan.FromMinutes(1));

        Send(id);

        Assert.Equal("FINALIZED", account.Shown(id).State);
        Assert.Equal(account.Clock.GetUtcNow(), account.Shown(id).UpdatedTime);
        Assert.Throws<InvalidInputException>(() => account.Reject(id));
        Assert.Throws<ConcurrentModificationException>(() => account.Accept(id));
        Assert.Equal($"The delegation request {id} is in state FINALIZED.", Assert.Throws<InvalidInputException>(() => Send(id)).Message);
    }

    [Fact]
    public void Only_its_owner_may_send_it_when_that_was_asked()
    {
        var id = Granted();
        account.Change(draft => draft.Put(draft.Account.Delegations.Find(id)! with { OnlySendByOwner = true }));

        var refusal = Assert.Throws<CommonException>(() => Send(id));

        Assert.Equal(
            $"User: arn:aws:iam::111122223333:user/boss is not authorized to perform: iam:SendDelegationToken on resource: arn:aws:iam::111122223333:delegation-request/{id}",
            refusal.Message);
        Assert.Equal("ACCEPTED", account.Shown(id).State);
        account.As("alice");
        Send(id);
        Assert.Equal("FINALIZED", account.Shown(id).State);
    }

    [Fact]
    public void Refuses_what_was_not_granted_is_over_or_is_not_here()
    {
        var id = account.Ask();
        Assert.Equal($"The delegation request with id {id} cannot be found.", Assert.Throws<NoSuchEntityException>(() => Send(id)).Message);
        account.As("alice");
        account.Associate(id);
        Assert.Equal($"The delegation request {id} is in state ASSIGNED.", Assert.Throws<InvalidInputException>(() => Send(id)).Message);

        account.Accept(id);
        account.Clock.Advance(TimeSpan.FromDays(8));
        Assert.Equal($"The delegation request {id} is in state EXPIRED.", Assert.Throws<InvalidInputException>(() => Send(id)).Message);
    }

    [Fact]
    public void Is_asked_of_policies_on_the_request_with_its_owner()
    {
        var id = Granted();

        var needs = account.Needs<SendDelegationToken, SendDelegationTokenRequest>("iam:SendDelegationToken", new() { DelegationRequestId = id });

        Assert.Equal($"arn:aws:iam::111122223333:delegation-request/{id}", needs.Checks[0].Resource.Text);
    }

    private string Granted()
    {
        var id = account.Ask();
        account.As("alice");
        account.Associate(id);
        account.As("boss");
        account.Accept(id);
        return id;
    }

    private void Send(string id) => account.Write<SendDelegationToken, SendDelegationTokenRequest, SendDelegationTokenResponse>(new() { DelegationRequestId = id });
}
