using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class GetUserIdTests
{
    private readonly CenterFixture center = new();

    [Theory]
    [InlineData("userName", "ALICE")]
    [InlineData("UserName", "alice")]
    [InlineData("emails.value", "alice@EXAMPLE.com")]
    public void A_person_is_found_by_what_only_they_have(string path, string value)
    {
        var id = center.CreateUser("alice", "alice@example.com");
        center.CreateUser("bob", "bob@example.com");

        Assert.Equal(id, Find(StoreGivens.By(path, $"\"{value}\"")));
    }

    [Fact]
    public void A_person_is_found_by_what_another_directory_calls_them()
    {
        var id = center.CreateUser();
        center.UpdateUser(id, ("externalIds", """[{"issuer":"okta","id":"A1"}]"""));

        Assert.Equal(id, Find(new() { ExternalId = new() { Issuer = "okta", Id = "A1" } }));
        center.Misses(ResourceType.USER, () => Find(new() { ExternalId = new() { Issuer = "okta", Id = "a1" } }));
    }

    [Theory]
    [InlineData("displayName", "\"Alice Doe\"")]
    [InlineData("emails", "\"alice@example.com\"")]
    [InlineData("userName", "42")]
    [InlineData("userName", "\"\\ud800\"")]
    public void What_more_than_one_may_have_finds_nobody(string path, string value)
    {
        center.CreateUser("alice", "alice@example.com");

        center.Refuses<ValidationException>(() => Find(StoreGivens.By(path, value)));
    }

    [Fact]
    public void Somebody_who_is_not_there_is_not_found()
    {
        center.CreateGroup("alice");

        center.Misses(ResourceType.USER, () => Find(StoreGivens.By("userName", "\"alice\"")));
    }

    [Fact]
    public void It_is_asked_on_the_store_and_the_user_if_there_is_one()
    {
        var id = center.CreateUser();

        Assert.Equal(["arn:aws:identitystore::111122223333:identitystore/d-0123456789", $"arn:aws:identitystore:::user/{id}"], Asked("\"alice\""));
        Assert.Equal(["arn:aws:identitystore::111122223333:identitystore/d-0123456789", "arn:aws:identitystore:::user/*"], Asked("\"bob\""));
        Assert.Equal(["arn:aws:identitystore::111122223333:identitystore/d-0123456789", "arn:aws:identitystore:::user/*"], Asked("42"));

        IEnumerable<string> Asked(string name) => center.Asked<GetUserId, GetUserIdRequest>(new() { IdentityStoreId = CenterFixture.StoreId, AlternateIdentifier = StoreGivens.By("userName", name) });
    }

    private string Find(AlternateIdentifier by) =>
        center.Account.Read<GetUserId, GetUserIdRequest, GetUserIdResponse>(new() { IdentityStoreId = CenterFixture.StoreId, AlternateIdentifier = by }).UserId;
}
