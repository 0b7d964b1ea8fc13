using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Own.Delegation;
using Gatehouse.Testing;

namespace Gatehouse.Own.Tests.Delegation;

public sealed class ReceiveDelegationTokenTests
{
    private const string Owner = "444455556666";
    private const string Id = "12345678-1234-1234-1234-111122223333";

    private readonly AccountFixture account = new();

    [Fact]
    public void Gives_the_token_that_was_sent_to_the_account_that_asked()
    {
        Made(Granted());

        var given = Receive();

        Assert.Equal((Id, "workflow-1", "arn:aws:sns:us-east-1:111122223333:topic"), (given.DelegationRequestId, given.RequestorWorkflowId, given.NotificationChannel));
        Assert.Equal(account.Clock.GetUtcNow().AddHours(1), given.Expiration);
        Assert.True(TradeInToken.TryRead(account.Installation.Sessions.Messages, given.TradeInToken!, out var token));
        Assert.Equal(
            (Owner, "AIDABOSSBOSSBOSSBOSSB", AccountFixture.Id, Granted().Policy, 3600, account.Clock.GetUtcNow().AddHours(1)),
            (token.Account, token.PrincipalId, token.Requestor, token.Policy, token.Seconds, token.Expires));
    }

    [Fact]
    public void The_account_that_asked_may_have_granted_it_itself()
    {
        account.Change(draft => draft.Put(Granted() with { OwnerAccount = AccountFixture.Id }));

        Assert.True(TradeInToken.TryRead(account.Installation.Sessions.Messages, Receive().TradeInToken!, out var token));
        Assert.Equal(AccountFixture.Id, token.Account);
    }

    [Fact]
    public void There_is_none_before_it_is_sent_and_after_its_time()
    {
        Made(Granted() with { State = DelegationState.Accepted });
        Assert.Equal($"The token of delegation request {Id} has not been sent.", Assert.Throws<InvalidInputException>(Receive).Message);

        Made(Granted());
        account.Clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal($"The token of delegation request {Id} has expired.", Assert.Throws<InvalidInputException>(Receive).Message);
    }

    [Fact]
    public void Nobody_else_gets_it()
    {
        Assert.Throws<ResourceNotFoundException>(Receive);
        account.Change(draft => draft.Put(Granted() with { Requestor = Owner }));
        Assert.Throws<ResourceNotFoundException>(Receive);
    }

    // Where it was made stands only who took it up; the rest is in that one's account.
    private void Made(DelegationRequest granted)
    {
        account.Change(draft => draft.Put(granted with { Owner = null, State = DelegationState.Unassigned, ApproverId = null, Approver = null }));
        if (account.Find(Owner) is null)
        {
            account.Found(Owner);
        }

        var slot = account.Installation.Accounts.FindAsync(Owner, default).AsTask().GetAwaiter().GetResult()!;
        account.Installation.Accounts.ChangeAsync(
            slot,
            account.Call,
            draft =>
            {
                draft.Put(granted);
                return true;
            },
            null,
            default).AsTask().GetAwaiter().GetResult();
    }

    private DelegationRequest Granted() => new()
    {
        Id = Id,
        Requestor = AccountFixture.Id,
        RequestorName = "test",
        OwnerAccount = Owner,
        Owner = "arn:aws:iam::444455556666:user/boss",
        Approver = "arn:aws:iam::444455556666:user/boss",
        ApproverId = "AIDABOSSBOSSBOSSBOSSB",
        Description = "Sets up backups.",
        Policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}}""",
        Workflow = "workflow-1",
        Channel = "arn:aws:sns:us-east-1:111122223333:topic",
        SessionSeconds = 3600,
        Created = account.Clock.GetUtcNow(),
        Updated = account.Clock.GetUtcNow(),
        State = DelegationState.Finalized,
    };

    private ReceiveDelegationTokenResponse Receive() =>
        account.Reach<ReceiveDelegationToken, ReceiveDelegationTokenRequest, ReceiveDelegationTokenResponse>(new() { DelegationRequestId = Id });
}
