using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Delegation;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Delegation;

public sealed class UpdateDelegationRequestTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Hands_it_on_with_a_note_for_another_week()
    {
        var id = account.Ask();
        account.Associate(id);
        account.Clock.Advance(TimeSpan.FromDays(6));

        account.HandOn(id, "for the boss");

        Assert.Equal(("PENDING_APPROVAL", "for the boss"), (account.Shown(id).State, account.Shown(id).Notes));
        Assert.Equal(account.Clock.GetUtcNow().AddDays(7), account.Shown(id).ExpirationTime);
        account.Clock.Advance(TimeSpan.FromDays(7));
        Assert.Equal("EXPIRED", account.Shown(id).State);
        Assert.Throws<InvalidInputException>(() => account.HandOn(id));
    }
}
