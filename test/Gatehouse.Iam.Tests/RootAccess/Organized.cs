using Gatehouse.Accounts.Entities;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.RootAccess;

/// <summary>Accounts in organizations, put there without the operations that make them.</summary>
internal static class Organized
{
    /// <summary>Makes the account govern an organization that lets IAM in, or not.</summary>
    internal static void Organize(this AccountFixture account, bool trusted = true, string features = "ALL") => account.Change(draft =>
    {
        draft.Put(New(account, trusted, features));
        draft.Put(Member(account, AccountFixture.Id));
        draft.Put(draft.Account.Profile with { Membership = new("o-aaaaaaaaaa", AccountFixture.Id) });
    });

    /// <summary>Makes the account a member of an organization that another account governs.</summary>
    /// <param name="account">The account.</param>
    /// <param name="administers">Whether it administers IAM for the organization.</param>
    /// <param name="features">What is switched on already.</param>
    internal static void Join(this AccountFixture account, bool administers, params string[] features)
    {
        account.Found(RoleGivens.Other);
        account.ChangeOther(draft =>
        {
            draft.Put(New(account, true, "ALL") with { RootFeatures = [.. features] });
            draft.Put(Member(account, RoleGivens.Other));
            draft.Put(Member(account, AccountFixture.Id) with { Administers = administers ? [new("iam.amazonaws.com", account.Clock.GetUtcNow())] : [] });
            draft.Put(draft.Account.Profile with { Membership = new("o-aaaaaaaaaa", RoleGivens.Other) });
        });
        account.Change(draft => draft.Put(draft.Account.Profile with { Membership = new("o-aaaaaaaaaa", RoleGivens.Other) }));
    }

    private static Organization New(AccountFixture account, bool trusted, string features) => new()
    {
        Id = "o-aaaaaaaaaa",
        RootId = "r-aaaa",
        FeatureSet = features,
        Created = account.Clock.GetUtcNow(),
        TrustedServices = trusted ? [new("iam.amazonaws.com", account.Clock.GetUtcNow())] : [],
    };

    private static MemberAccount Member(AccountFixture account, string id) => new()
    {
        Id = id,
        Name = "test",
        Email = $"{id}@example.com",
        ParentId = "r-aaaa",
        JoinedMethod = "INVITED",
        Joined = account.Clock.GetUtcNow(),
    };
}
