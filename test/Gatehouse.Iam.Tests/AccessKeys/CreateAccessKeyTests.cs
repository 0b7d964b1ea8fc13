using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccessKeys;
using Gatehouse.Testing;
using System.Text;

namespace Gatehouse.Iam.Tests.AccessKeys;

public sealed class CreateAccessKeyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Makes_a_key_that_carries_the_account_and_shows_its_secret()
    {
        account.AddUser("Alice");

        var key = Call(new() { UserName = "ALICE" }).AccessKey;

        // AU-202, AU-204
        Assert.Matches("^AKIA[A-Z2-7]{16}$", key.AccessKeyId);
        Assert.True(AccessKeyIds.TryReadAccount(key.AccessKeyId, out var number));
        Assert.Equal(AccountFixture.Id, number);
        Assert.Matches("^[A-Za-z0-9+/]{40}$", key.SecretAccessKey);
        Assert.Equal(("Alice", "Active", account.Clock.GetUtcNow()), (key.UserName, key.Status, key.CreateDate));
    }

    [Fact]
    public void Keeps_the_secret_sealed_for_this_key_alone()
    {
        // AU-211
        account.AddUser("Alice");

        var key = Call(new() { UserName = "Alice" }).AccessKey;

        var stored = account.Account.AccessKeys.Find(key.AccessKeyId)!;
        Assert.True(account.Installation.Secrets.TryOpen(stored.Secret, SecretKind.AccessKey, AccountFixture.Id, key.AccessKeyId, 1, out var secret));
        Assert.Equal(key.SecretAccessKey, Encoding.UTF8.GetString(secret.Bytes));
        Assert.False(account.Installation.Secrets.TryOpen(stored.Secret, SecretKind.AccessKey, AccountFixture.Id, "AKIAOTHEROTHEROTHERO", 1, out _));
    }

    [Fact]
    public void Nothing_on_disk_holds_the_secret()
    {
        // AU-215
        account.AddUser("Alice");

        var secret = Call(new() { UserName = "Alice" }).AccessKey.SecretAccessKey;

        var rows = account.Stored().Rows;
        var text = string.Concat(rows.Select(row => Encoding.UTF8.GetString(row.Value.Span)));
        Assert.Contains("accesskey", rows.Select(row => row.Table));
        Assert.DoesNotContain(secret, text, StringComparison.Ordinal);
        Assert.DoesNotContain(Convert.ToBase64String(Encoding.UTF8.GetBytes(secret)), text, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_the_third_key_inactive_ones_counted_BI_205()
    {
        // AU-206
        account.AddUser("Alice");
        Call(new() { UserName = "Alice" });
        var second = Call(new() { UserName = "Alice" }).AccessKey.AccessKeyId;
        account.Change(draft => draft.Put(draft.Account.AccessKeys.Find(second)! with { Status = KeyStatus.Inactive }));

        account.RefusesMore("Cannot exceed quota for AccessKeysPerUser: 2", () => Call(new() { UserName = "Alice" }));
    }

    [Fact]
    public void Acts_for_the_caller_when_no_name_is_given()
    {
        // AU-207
        var user = account.AddUser("Alice");
        Call(new());
        account.ActAs("Alice");
        var own = Call(new()).AccessKey;

        Assert.Equal("Alice", own.UserName);
        Assert.Equal([null, user.Id], account.Account.AccessKeys.Select(key => key.UserId).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Gives_root_two_keys_of_its_own()
    {
        account.AddUser("Alice");
        Call(new() { UserName = "Alice" });
        Call(new());
        Call(new());

        account.RefusesMore("Cannot exceed quota for AccessKeysPerUser: 2", () => Call(new()));
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody" }));

    [Fact]
    public void Wants_a_name_from_a_role()
    {
        account.ActAsRole();

        account.RefusesValue("Must specify userName when calling with non-User credentials", () => Call(new() {  }));
    }

    [Fact]
    public void Is_checked_on_the_user_whose_keys_they_are()
    {
        account.AddUser("Alice", "/staff/");

        var needs = account.Needs<CreateAccessKey, CreateAccessKeyRequest>("iam:CreateAccessKey", new() { UserName = "alice" });
        account.ActAs("Alice");
        var own = account.Needs<CreateAccessKey, CreateAccessKeyRequest>("iam:CreateAccessKey", new() {  });

        Assert.Equal(["iam:CreateAccessKey arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal(needs.Lines(), own.Lines());
        Assert.Equal(("user Alice", "user Alice"), (needs.Printed, own.Printed));
    }

    private CreateAccessKeyResponse Call(CreateAccessKeyRequest request) =>
        account.Write<CreateAccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse>(request);
}
