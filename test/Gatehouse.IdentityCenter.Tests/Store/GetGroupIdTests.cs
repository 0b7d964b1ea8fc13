using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class GetGroupIdTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void A_group_is_found_by_its_name_and_by_what_another_directory_calls_it()
    {
        var id = center.CreateGroup();
        center.UpdateGroup(id, ("externalIds", """[{"issuer":"okta","id":"1"}]"""));

        Assert.Equal(id, Find(StoreGivens.By("displayName", "\"ADMINS\"")));
        Assert.Equal(id, Find(new() { ExternalId = new() { Issuer = "okta", Id = "1" } }));
        center.Misses(ResourceType.GROUP, () => Find(StoreGivens.By("displayName", "\"devs\"")));
        center.Misses(ResourceType.GROUP, () => Find(new() { ExternalId = new() { Issuer = "okta", Id = "2" } }));
    }

    [Theory]
    [InlineData("userName", "\"admins\"")]
    [InlineData("displayName", "[]")]
    public void What_more_than_one_may_have_finds_none(string path, string value)
    {
        center.CreateGroup();

        center.Refuses<ValidationException>(() => Find(StoreGivens.By(path, value)));
    }

    [Fact]
    public void It_is_asked_on_the_store_and_the_group_if_there_is_one()
    {
        var id = center.CreateGroup();

        Assert.Equal(
            ["arn:aws:identitystore::111122223333:identitystore/d-0123456789", $"arn:aws:identitystore:::group/{id}"],
            center.Asked<GetGroupId, GetGroupIdRequest>(new() { IdentityStoreId = CenterFixture.StoreId, AlternateIdentifier = StoreGivens.By("displayName", "\"admins\"") }));
    }

    private string Find(AlternateIdentifier by) =>
        center.Account.Read<GetGroupId, GetGroupIdRequest, GetGroupIdResponse>(new() { IdentityStoreId = CenterFixture.StoreId, AlternateIdentifier = by }).GroupId;
}
