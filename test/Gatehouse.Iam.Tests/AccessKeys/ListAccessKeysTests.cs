using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccessKeys;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.AccessKeys;

public sealed class ListAccessKeysTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_the_keys_of_one_user_oldest_first()
    {
        account.AddUser("Alice");
        account.AddUser("Bob");
        AddKey("Bob");
        var (first, second) = (AddKey("Alice"), AddKey("Alice"));
        AddKey();

        var page = Call(new() { UserName = "ALICE", MaxItems = 1 });
        var rest = Call(new() { UserName = "Alice", MaxItems = 1, Marker = page.Marker });

        Assert.Equal((true, first, "Active", "Alice"), (page.IsTruncated, page.AccessKeyMetadata[0].AccessKeyId, page.AccessKeyMetadata[0].Status, page.AccessKeyMetadata[0].UserName));
        Assert.Equal((false, second, null), (rest.IsTruncated, rest.AccessKeyMetadata[0].AccessKeyId, rest.Marker));
    }

    [Fact]
    public void Lists_the_callers_own_when_no_name_is_given()
    {
        account.AddUser("Alice");
        var (root, own) = (AddKey(), AddKey("Alice"));

        Assert.Equal([root], Call(new()).AccessKeyMetadata.Select(key => key.AccessKeyId));
        account.ActAs("Alice");
        Assert.Equal([own], Call(new()).AccessKeyMetadata.Select(key => key.AccessKeyId));
    }

    [Theory]
    [InlineData(null, "Active")]
    [InlineData(90, "Expired")]
    [InlineData(91, "Active")]
    public void A_key_that_is_older_than_the_operator_allows_is_shown_as_expired(int? days, string status) // [AU-208]
    {
        var old = new AccountFixture(keys: new() { MaxAge = days is { } most ? TimeSpan.FromDays(most) : null });
        string Status() => old.Read<ListAccessKeys, ListAccessKeysRequest, ListAccessKeysResponse>(new()).AccessKeyMetadata.Single().Status!;
        var key = old.Write<CreateAccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse>(new()).AccessKey!.AccessKeyId;
        old.Clock.Advance(TimeSpan.FromDays(90));
        Assert.Equal("Active", Status());

        old.Clock.Advance(TimeSpan.FromSeconds(1));

        Assert.Equal(status, Status());

        // What its owner says of it is kept, and is what counts when the rule goes.
        old.Write<UpdateAccessKey, UpdateAccessKeyRequest, UpdateAccessKeyResponse>(new() { AccessKeyId = key, Status = "Inactive" });
        Assert.Equal("Inactive", Status());
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

        var needs = account.Needs<ListAccessKeys, ListAccessKeysRequest>("iam:ListAccessKeys", new() { UserName = "alice" });
        account.ActAs("Alice");
        var own = account.Needs<ListAccessKeys, ListAccessKeysRequest>("iam:ListAccessKeys", new() {  });

        Assert.Equal(["iam:ListAccessKeys arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal(needs.Lines(), own.Lines());
        Assert.Equal(("user Alice", "user Alice"), (needs.Printed, own.Printed));
    }

    private string AddKey(string? user = null)
    {
        account.Clock.Advance(TimeSpan.FromSeconds(1));
        return account.Write<CreateAccessKey, CreateAccessKeyRequest, CreateAccessKeyResponse>(new() { UserName = user }).AccessKey.AccessKeyId;
    }

    private ListAccessKeysResponse Call(ListAccessKeysRequest request) =>
        account.Read<ListAccessKeys, ListAccessKeysRequest, ListAccessKeysResponse>(request);
}
