using Gatehouse.Accounts.Entities;
using Gatehouse.Testing;

namespace Gatehouse.Own.Tests.IdentityUsers;

/// <summary>An account with an identity store and two people in it, put there by hand.</summary>
internal sealed class IdentityGivens
{
    internal const string AliceId = "aaaaaaaa-0000-4000-8000-000000000000";
    internal const string BobId = "bbbbbbbb-0000-4000-8000-000000000000";
    internal const string NobodyId = "00000000-0000-4000-8000-000000000000";

    internal IdentityGivens() => Account.Change(draft =>
    {
        draft.Put(new IdentityCenterInstance { Id = "ssoins-0123456789abcdef", IdentityStoreId = "d-0123456789", Region = "us-east-1", Created = draft.Now });
        draft.Put(new IdentityUser { Id = AliceId, UserName = "alice", Created = draft.Now, CreatedBy = "", Updated = draft.Now, UpdatedBy = "" });
        draft.Put(new IdentityUser { Id = BobId, UserName = "bob", Created = draft.Now, CreatedBy = "", Updated = draft.Now, UpdatedBy = "", Disabled = true });
    });

    internal AccountFixture Account { get; } = new();

    internal IdentityUser Alice => Account.Account.IdentityUsers.FindById(AliceId)!;

    internal async Task<bool> SignsInAsync(string password) =>
        await Account.Installation.Passwords.MatchesAsync(password, Alice.Password, TestContext.Current.CancellationToken);
}
