using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccessKeys;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.AccessKeys;

public sealed class UpdateAccessKeyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Turns_a_key_off_and_on()
    {
        // AU-205
        account.AddUser("Alice");
        var key = AddKey("Alice");

        Call(new() { UserName = "Alice", AccessKeyId = key, Status = "Inactive" });
        Assert.Equal(KeyStatus.Inactive, account.Account.AccessKeys.Find(key)!.Status);
        account.ActAs("Alice");
        Call(new() { AccessKeyId = key, Status = "Active" });
        Assert.Equal(KeyStatus.Active, account.Account.AccessKeys.Find(key)!.Status);
    }

    [Fact]
    public void Refuses_to_let_a_key_expire_BI_206()
    {
        account.AddUser("Alice");
        var key = AddKey("Alice");

        account.RefusesValue(
            "1 validation error detected: Value 'Expired' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]",
            () => Call(new() { UserName = "Alice", AccessKeyId = key, Status = "Expired" }));
    }

    [Fact]
    public void Finds_only_keys_of_the_user_it_is_about()
    {
        account.AddUser("Alice");
        account.AddUser("Bob");
        var (key, root) = (AddKey("Bob"), AddKey());

        account.RefusesMissing(
            $"The Access Key with id {key} cannot be found.",
            () => Call(new() { UserName = "Alice", AccessKeyId = key, Status = "Inactive" }));
        account.RefusesMissing(
            $"The Access Key with id {root} cannot be found.",
            () => Call(new() { UserName = "Alice", AccessKeyId = root, Status = "Inactive" }));
        account.RefusesMissing($"The Access Key with id {key} cannot be found.", () => Call(new() { AccessKeyId = key, Status = "Inactive" }));
        account.RefusesMissing(
            "The user with name Nobody cannot be found.",
            () => Call(new() { UserName = "Nobody", AccessKeyId = key, Status = "Inactive" }));
    }

    [Fact]
    public void Wants_a_name_from_a_role()
    {
        account.ActAsRole();

        account.RefusesValue(
            "Must specify userName when calling with non-User credentials",
            () => Call(new() { AccessKeyId = "AKIAAAAAAAAAAAAAAAAA", Status = "Inactive" }));
    }

    [Fact]
    public void Is_checked_on_the_user_whose_keys_they_are()
    {
        account.AddUser("Alice", "/staff/");

        var needs = account.Needs<UpdateAccessKey, UpdateAccessKeyRequest>(
            "iam:UpdateAccessKey", new() { UserName = "alice", AccessKeyId = "AKIAAAAAAAAAAAAAAAAA", Status = "Inactive" });
        account.ActAs("Alice");
        var own = account.Needs<UpdateAccessKey, UpdateAccessKeyRequest>("iam:UpdateAccessKey", new() { AccessKeyId = "AKIAAAAAAAAAAAAAAAAA", Status = "Inactive" });

        Assert.Equal(["iam:UpdateAccessKey arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal(needs.Lines(), own.Lines());
        Assert.Equal(("user Alice", "user Alice"), (needs.Printed, own.Printed));
    }

    private string AddKey(string? user = null)
    {
        account.Clock.Advance(TimeSpan.FromSeconds(1));
        return account.Write<CreateAccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse>(new() { UserName = user }).AccessKey.AccessKeyId;
    }

    private UpdateAccessKeyResponse Call(UpdateAccessKeyRequest request) =>
        account.Write<UpdateAccessKey, UpdateAccessKeyRequest, UpdateAccessKeyResponse>(request);
}
