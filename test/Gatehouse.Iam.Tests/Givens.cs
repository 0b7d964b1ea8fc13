using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Accounts.Storage;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests;

/// <summary>Accounts with something in them, put there without the operations under test.</summary>
internal static class Givens
{
    /// <summary>A document that may be saved.</summary>
    internal const string Document = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:GetObject","Resource":"*"}]}""";

    /// <summary>A policy of AWS's.</summary>
    internal const string ReadOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    /// <summary>Changes the account.</summary>
    internal static void Change(this AccountFixture account, Action<Draft> change) => account.CommitAsync(
        account.Call,
        draft =>
        {
            change(draft);
            return true;
        },
        CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <summary>Adds an entity, or puts it in place of the one with its key.</summary>
    internal static T Put<T>(this AccountFixture account, T entity)
        where T : class, IEntity<T>
    {
        account.Change(draft => draft.Put(entity));
        return entity;
    }

    /// <summary>Adds a user.</summary>
    internal static User AddUser(this AccountFixture account, string name, string path = "/") => account.Put(
        new User { Id = account.Installation.Ids.NewId("AIDA"), Name = name, Path = path, Created = account.Clock.GetUtcNow() });

    /// <summary>Adds a group with these members.</summary>
    internal static Group AddGroup(this AccountFixture account, string name, string path = "/", params string[] members)
    {
        var group = new Group { Id = account.Installation.Ids.NewId("AGPA"), Name = name, Path = path, Created = account.Clock.GetUtcNow() };
        account.Change(draft =>
        {
            draft.Put(group);
            foreach (var user in members.Select(member => draft.Account.Users.Find(member)!))
            {
                draft.Put(user with { Groups = user.Groups.Add(group.Id) });
            }
        });
        return group;
    }

    /// <summary>Adds a managed policy.</summary>
    /// <returns>Its ARN.</returns>
    internal static string AddPolicy(this AccountFixture account, string name, string path = "/")
    {
        var now = account.Clock.GetUtcNow();
        account.Change(draft => draft.Put(new ManagedPolicy
        {
            Id = draft.NewId("ANPA"),
            Name = name,
            Path = path,
            Created = now,
            Updated = now,
            DefaultVersion = 1,
            NextVersion = 2,
            Versions = [new(1, Document, now)],
        }));
        return ManagedPolicy.ArnOf(AccountFixture.Id, path, name).Text;
    }

    /// <summary>Calls as a session of a role from now on.</summary>
    internal static void ActAsRole(this AccountFixture account)
    {
        var now = account.Clock.GetUtcNow();
        var role = new Role { Id = "AROAAAAAAAAAAAAAAAAAA", Name = "Operator", Path = "/", Created = now, TrustPolicy = "{}" };
        account.Caller = Caller.OfRole(account.Account, role, "ASIAAAAAAAAAAAAAAAAA", new SessionContents
        {
            Kind = SessionKind.AssumedRole,
            Account = AccountFixture.Id,
            PrincipalId = role.Id,
            PrincipalArn = role.ArnIn(AccountFixture.Id).Text,
            SessionName = "shift",
            SessionId = "1",
            Issued = now,
            Expires = now.AddHours(1),
        });
    }

    /// <summary>The account as a process would read it that starts now.</summary>
    internal static Account Reload(this AccountFixture account) => Account.Read(AccountFixture.Id, account.Stored());

    /// <summary>What the store holds of the account.</summary>
    internal static Stored Stored(this AccountFixture account) =>
        account.Store.LoadAsync(Account.StreamOf(AccountFixture.Id), CancellationToken.None).AsTask().GetAwaiter().GetResult();

    /// <summary>Claims an alias for an account.</summary>
    internal static void Claim(this AccountFixture account, string alias, string owner) =>
        Assert.True(account.Installation.Names.ClaimAsync("alias", alias, owner, CancellationToken.None).AsTask().GetAwaiter().GetResult());
}
