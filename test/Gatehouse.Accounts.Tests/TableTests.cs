using System.Text.Json;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts.Tests;

public sealed class TableTests
{
    [Fact]
    public void Finds_by_key_without_regard_to_case_and_by_id()
    {
        var table = Table<User>.Empty.With(NewUser("Alice", "AIDA1")).With(NewUser("bob", "AIDA2"));

        Assert.Equal("Alice", table.Find("ALICE")!.Name);
        Assert.Equal("bob", table.FindById("AIDA2")!.Name);
        Assert.Null(table.Find("carol"));
        Assert.Null(table.FindById("AIDA3"));
    }

    [Fact]
    public void Forgets_the_id_of_what_was_replaced()
    {
        var table = Table<User>.Empty.With(NewUser("alice", "AIDA1")).With(NewUser("ALICE", "AIDA2"));

        Assert.Null(table.FindById("AIDA1"));
        Assert.Equal("ALICE", Assert.Single(table).Name);
    }

    [Fact]
    public void Keeps_the_order_of_keys_whatever_the_order_of_changes()
    {
        var names = Enumerable.Range(0, 500).Select(number => $"u{number * 7919 % 500:D3}").ToList();
        var table = names.Aggregate(Table<User>.Empty, (table, name) => table.With(NewUser(name, "AIDA" + name)));
        foreach (var name in names.Where((_, index) => index % 3 == 0))
        {
            table = table.Without(name);
        }

        var expected = names.Where((_, index) => index % 3 != 0).Order(StringComparer.OrdinalIgnoreCase);
        Assert.Equal(expected, table.Select(user => user.Name));
        Assert.All(table, user => Assert.Same(user, table.FindById(user.Id)));
    }

    [Fact]
    public void Tells_where_a_page_goes_on_even_when_its_last_item_is_gone()
    {
        var table = Table<User>.Empty.With(NewUser("a", "1")).With(NewUser("c", "3"));

        Assert.Equal(1, table.CountUpTo("a"));
        Assert.Equal(1, table.CountUpTo("b"));
        Assert.Equal(2, table.CountUpTo("c"));
        Assert.Equal(0, table.CountUpTo(""));
    }

    [Fact]
    public void Counts_who_holds_a_policy_as_a_plain_count_does_whatever_changed()
    {
        string[] policies = ["arn:aws:iam::aws:policy/A", "arn:aws:iam::aws:policy/B", "arn:aws:iam::111122223333:policy/C"];
        var random = new Random(20261128);
        var table = Table<User>.Empty;
        for (var step = 0; step < 3000; step++)
        {
            var name = (random.Next(2) == 0 ? "u" : "U") + random.Next(30);
            table = random.Next(5) == 0
                ? table.Without(name)
                : table.With(NewUser(name, "AIDA" + name) with
                {
                    AttachedPolicies = [.. policies.Where(_ => random.Next(3) == 0)],
                    PermissionsBoundary = random.Next(3) == 0 ? policies[random.Next(3)] : null,
                    Groups = random.Next(3) == 0 ? ["AGPA1"] : [],
                });
            if (step % 50 == 0)
            {
                var read = (Table<User>)((ITable)Table<User>.Empty).Read(table.Select(user => Row.Put(User.TableName, user.Key, JsonSerializer.SerializeToUtf8Bytes(user, User.Json))));
                foreach (var version in (Table<User>[])[table, read])
                {
                    Assert.All(policies, policy => Assert.Equal(version.Count(user => user.AttachedPolicies.Contains(policy)), version.CountMentioning(policy)));
                    Assert.Equal(version.Count(user => user.PermissionsBoundary == policies[0]), version.CountMentioning("boundary " + policies[0]));
                    Assert.Equal(version.Where(user => user.Groups.Contains("AGPA1")).Select(user => user.Name), version.Mentioning("AGPA1").Select(user => user.Name));
                }
            }
        }
    }

    [Fact]
    public void Finds_what_a_user_or_root_owns_after_every_change_and_after_a_restart()
    {
        var table = Table<AccessKey>.Empty.With(NewKey("K2", "AIDA1")).With(NewKey("K3", "AIDA2")).With(NewKey("K1", "AIDA1")).With(NewKey("K4", null));
        Assert.Equal(["K1", "K2"], table.OwnedBy("AIDA1").Select(key => key.Id));
        Assert.Equal("K4", Assert.Single(table.OwnedBy(Account.RootOwner)).Id);
        Assert.Empty(table.OwnedBy("AIDA3"));

        var moved = table.With(NewKey("K2", "AIDA2")).Without("K4");
        Assert.Equal(["K1"], moved.OwnedBy("AIDA1").Select(key => key.Id));
        Assert.Equal(["K2", "K3"], moved.OwnedBy("AIDA2").Select(key => key.Id));
        Assert.Empty(moved.OwnedBy(Account.RootOwner));
        Assert.Equal(["K1", "K2"], table.OwnedBy("AIDA1").Select(key => key.Id));

        var rows = table.Select(key => Row.Put(AccessKey.TableName, key.Key, JsonSerializer.SerializeToUtf8Bytes(key, AccessKey.Json))).ToList();
        var read = Account.Read("111122223333", new Stored(1, rows)).AccessKeys;
        Assert.Equal(["K1", "K2"], read.OwnedBy("AIDA1").Select(key => key.Id));
        Assert.Equal("K4", Assert.Single(read.OwnedBy(Account.RootOwner)).Id);
    }

    private static AccessKey NewKey(string id, string? user) => new()
    {
        Id = id,
        UserId = user,
        Status = KeyStatus.Active,
        Created = DateTimeOffset.UnixEpoch,
        Secret = new("d", "", "", ""),
    };

    private static User NewUser(string name, string id) => new() { Id = id, Name = name, Path = "/", Created = DateTimeOffset.UnixEpoch };
}
