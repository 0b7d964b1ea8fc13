using Gatehouse.Accounts.Entities;
using Gatehouse.Testing;

namespace Gatehouse.Accounts.Tests;

public sealed class AccountDirectoryTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public async Task A_change_that_throws_leaves_nothing()
    {
        var before = account.Account;

        await Assert.ThrowsAsync<InvalidOperationException>(async () => await account.CommitAsync<int>(
            account.Call,
            draft =>
            {
                draft.Put(NewUser("alice"));
                throw new InvalidOperationException();
            },
            CancellationToken.None));

        Assert.Same(before, account.Account);
        Assert.Empty((await Reload()).Users);
    }

    [Fact]
    public async Task Concurrent_changes_all_happen_each_on_top_of_the_other()
    {
        await Task.WhenAll(Enumerable.Range(0, 50).Select(number => Task.Run(async () => await account.CommitAsync(
            account.Call,
            draft =>
            {
                draft.Put(NewUser($"user{draft.Account.Users.Count:D2}"));
                return number;
            },
            CancellationToken.None))));

        Assert.Equal(Enumerable.Range(0, 50).Select(number => $"user{number:D2}"), account.Account.Users.Select(user => user.Name));
    }

    [Fact]
    public async Task What_is_read_again_equals_what_was_written()
    {
        await account.CommitAsync(
            account.Call,
            draft =>
            {
                draft.Put(NewUser("alice") with
                {
                    Tags = [new("team", "red")],
                    InlinePolicies = [new("p", "{}")],
                    AttachedPolicies = ["arn:aws:iam::aws:policy/ReadOnlyAccess"],
                    Groups = ["AGPA1"],
                    PermissionsBoundary = "arn:aws:iam::aws:policy/PowerUserAccess",
                });
                draft.Put(new Group { Id = "AGPA1", Name = "g", Path = "/", Created = draft.Now });
                return 0;
            },
            CancellationToken.None);

        var again = await Reload();

        var (written, read) = (account.Account.Users[0], again.Users[0]);
        Assert.Equal(written.Tags, read.Tags);
        Assert.Equal(written.InlinePolicies, read.InlinePolicies);
        Assert.Equal(written.AttachedPolicies, read.AttachedPolicies);
        Assert.Equal(written.Groups, read.Groups);
        Assert.Equal((written.Id, written.Path, written.Created, written.PermissionsBoundary), (read.Id, read.Path, read.Created, read.PermissionsBoundary));
        Assert.Equal(account.Account.Version, again.Version);
        Assert.Equal(account.Account.Groups[0].Id, again.Groups[0].Id);
    }

    [Fact]
    public async Task A_change_of_case_in_a_name_leaves_one_row()
    {
        await account.CommitAsync(account.Call, draft => Put(draft, "alice"), CancellationToken.None);
        await account.CommitAsync(account.Call, draft => Put(draft, "Alice"), CancellationToken.None);

        Assert.Equal("Alice", Assert.Single((await Reload()).Users).Name);
    }

    [Theory]
    [InlineData("")]
    [InlineData("12345678901")]
    [InlineData("12345678901x")]
    [InlineData("999999999999")]
    public async Task What_is_no_account_is_not_found(string id) =>
        Assert.Null(await account.Installation.Accounts.FindAsync(id, CancellationToken.None));

    [Fact]
    public async Task Two_accounts_cannot_be_made_under_one_number()
    {
        var made = await account.Installation.Accounts.CreateAsync(AccountFixture.Id, account.Call, draft => Put(draft, "x"), CancellationToken.None);

        Assert.False(made);
        Assert.Empty((await Reload()).Users);
    }

    private static int Put(Draft draft, string name)
    {
        draft.Put(NewUser(name));
        return 0;
    }

    private static User NewUser(string name) => new() { Id = "AIDA" + name, Name = name, Path = "/", Created = DateTimeOffset.UnixEpoch };

    private async Task<Account> Reload() =>
        Account.Read(AccountFixture.Id, await account.Store.LoadAsync(Account.StreamOf(AccountFixture.Id), CancellationToken.None));
}
