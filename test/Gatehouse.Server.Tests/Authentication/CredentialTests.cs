using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Server.Authentication;
using Gatehouse.Testing;

namespace Gatehouse.Server.Tests.Authentication;

/// <summary>AU-118: whoever is no longer live is nobody, on the very next look at the account.</summary>
public sealed class CredentialTests
{
    private const string UserId = "AIDAANAANAANAANAANAAN";
    private const string KeyId = "AKIAANAANAANAANAANAA";

    private readonly AccountFixture account = new();
    private readonly Credential key;
    private readonly Credential root;
    private readonly Credential session;
    private readonly SessionContents contents;

    public CredentialTests()
    {
        account.Change(draft =>
        {
            draft.Put(new User { Id = UserId, Name = "ana", Path = "/", Created = draft.Now });
            draft.Put(new AccessKey { Id = KeyId, UserId = UserId, Status = KeyStatus.Active, Created = draft.Now, Secret = new("k", "AAAA", "AAAA", "AAAA") });
        });
        var slot = account.Installation.Accounts.Loaded(AccountFixture.Id)!;
        contents = new()
        {
            Kind = SessionKind.SessionToken, Account = AccountFixture.Id, PrincipalId = UserId, PrincipalArn = "arn:aws:iam::111122223333:user/ana",
            SessionId = new string('a', 32), Issued = account.Clock.GetUtcNow(), Expires = account.Clock.GetUtcNow().AddHours(1),
        };
        key = new(slot, KeyId, account.Account.AccessKeys.Find(KeyId), null);
        session = new(slot, "ASIAANAANAANAANAANAA", null, contents);
        root = new(slot, "ASIAROOTROOTROOTROOT", null, contents with { PrincipalId = AccountFixture.Id });
    }

    [Fact]
    public void A_suspended_account_is_nobody_its_root_too_BI_36()
    {
        Assert.Equal((true, true, true), Live());

        account.Change(draft => draft.Put(draft.Account.Profile with { Suspended = true }));
        Assert.Equal((false, false, false), Live());

        account.Change(draft => draft.Put(draft.Account.Profile with { Suspended = false }));
        Assert.Equal((true, true, true), Live());
    }

    [Fact]
    public void A_deleted_user_is_nobody_and_so_are_its_sessions()
    {
        account.Change(draft => draft.Remove(draft.Account.Users.Find("ana")!));

        Assert.Equal((false, false, true), Live());
    }

    [Fact]
    public void A_session_that_was_ended_is_nobody_and_keys_go_on_AU_340()
    {
        account.Change(draft => draft.Put(new Revocation { Principal = UserId, Before = draft.Now.AddSeconds(1), Expires = draft.Now.AddHours(36), Created = draft.Now, By = "x" }));

        Assert.Equal((true, false, true), Live());
    }

    [Fact]
    public void Looking_again_at_the_same_account_costs_nothing_with_revocations_and_without()
    {
        account.Change(draft => draft.Put(new Revocation { Principal = UserId, SessionName = "other", Before = draft.Now.AddSeconds(1), Expires = draft.Now.AddHours(36), Created = draft.Now, By = "x" }));
        var now = account.Account;
        session.CallerIn(now);

        var before = GC.GetAllocatedBytesForCurrentThread();
        for (var i = 0; i < 1000; i++)
        {
            session.CallerIn(now);
        }

        Assert.Equal(0, GC.GetAllocatedBytesForCurrentThread() - before);
    }

    private (bool Key, bool Session, bool Root) Live() =>
        (key.CallerIn(account.Account) is not null, session.CallerIn(account.Account) is not null, root.CallerIn(account.Account) is not null);
}
