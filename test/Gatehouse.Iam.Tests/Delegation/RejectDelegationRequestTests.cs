using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Delegation;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Delegation;

public sealed class RejectDelegationRequestTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Refuses_it_for_good_even_after_it_was_granted()
    {
        var id = account.Ask();
        account.As("alice");
        account.Associate(id);
        account.Accept(id);

        account.Reject(id, "not now");

        Assert.Equal(("REJECTED", "not now"), (account.Shown(id).State, account.Shown(id).RejectionReason));
        Assert.Equal($"The delegation request {id} is in state REJECTED.", Assert.Throws<InvalidInputException>(() => account.Reject(id)).Message);
    }
}
