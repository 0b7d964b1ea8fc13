using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccessKeys;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.AccessKeys;

public sealed class DeleteAccessKeyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Deletes_a_key_even_an_active_one()
    {
        account.AddUser("Alice");
        var (first, second, root) = (AddKey("Alice"), AddKey("Alice"), AddKey());

        Call(new() { UserName = "Alice", AccessKeyId = first });
        Call(new() { AccessKeyId = root });

        Assert.Equal([second], account.Account.AccessKeys.Select(key => key.Id));
        account.RefusesMissing($"The Access Key with id {first} cannot be found.", () => Call(new() { UserName = "Alice", AccessKeyId = first }));
    }

    [Fact]
    public void Deletes_none_of_anothers()
    {
        account.AddUser("Alice");
        account.AddUser("Bob");
        var key = AddKey("Bob");
        account.ActAs("Alice");

        account.RefusesMissing($"The Access Key with id {key} cannot be found.", () => Call(new() { AccessKeyId = key }));
    }

    [Fact]
    public void Wants_a_name_from_a_role()
    {
        account.ActAsRole();

        account.RefusesValue(
            "Must specify userName when calling with non-User credentials",
            () => Call(new() { AccessKeyId = "AKIAAAAAAAAAAAAAAAAA" }));
    }

    [Fact]
    public void Is_checked_on_the_user_whose_keys_they_are()
    {
        account.AddUser("Alice", "/staff/");

        var needs = account.Needs<DeleteAccessKey, DeleteAccessKeyRequest>(
            "iam:DeleteAccessKey", new() { UserName = "alice", AccessKeyId = "AKIAAAAAAAAAAAAAAAAA" });
        account.ActAs("Alice");
        var own = account.Needs<DeleteAccessKey, DeleteAccessKeyRequest>("iam:DeleteAccessKey", new() { AccessKeyId = "AKIAAAAAAAAAAAAAAAAA" });

        Assert.Equal(["iam:DeleteAccessKey arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal(needs.Lines(), own.Lines());
        Assert.Equal(("user Alice", "user Alice"), (needs.Printed, own.Printed));
    }

    private string AddKey(string? user = null)
    {
        account.Clock.Advance(TimeSpan.FromSeconds(1));
        return account.Write<CreateAccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse>(new() { UserName = user }).AccessKey.AccessKeyId;
    }

    private DeleteAccessKeyResponse Call(DeleteAccessKeyRequest request) =>
        account.Write<DeleteAccessKey, DeleteAccessKeyRequest, DeleteAccessKeyResponse>(request);
}
