using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Delegation;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Delegation;

public sealed class AcceptDelegationRequestTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Remembers_who_granted_it()
    {
        var id = account.Ask();
        account.As("alice");
        account.Associate(id);
        account.HandOn(id, "please");
        var boss = account.As("boss");

        account.Accept(id);

        Assert.Equal(("ACCEPTED", "arn:aws:iam::111122223333:user/boss"), (account.Shown(id).State, account.Shown(id).ApproverId));
        Assert.Equal(boss.Id, account.Reload().Delegations.Find(id)!.ApproverId);
        Assert.Throws<ConcurrentModificationException>(() => account.Accept(id));
    }

    [Fact]
    public void Refuses_what_nobody_has_taken_up()
    {
        var id = account.Ask();
        account.As("alice");

        Assert.Throws<NoSuchEntityException>(() => account.Accept(id));
    }

    [Fact]
    public void Root_has_no_rights_that_could_be_delegated()
    {
        var id = account.Ask();
        account.Associate(id);

        Assert.Equal("AccessDenied", Assert.Throws<Gatehouse.Wire.CommonException>(() => account.Accept(id)).Code);
    }
}
