using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class DeleteUserTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void A_person_goes_and_their_memberships_with_them()
    {
        var (alice, bob, group) = (center.CreateUser(), center.CreateUser("bob"), center.CreateGroup());
        center.Join(group, alice);
        center.Join(group, bob);

        Delete(alice);

        Assert.Equal(bob, Assert.Single(center.Account.Account.IdentityUsers).Id);
        Assert.Equal(bob, Assert.Single(center.Account.Account.IdentityMemberships).UserId);
        Assert.NotEqual(alice, center.CreateUser());
    }

    [Fact]
    public void Nobody_goes_who_is_not_there()
    {
        center.Misses(ResourceType.USER, () => Delete(StoreGivens.Nobody));
        center.Misses(ResourceType.IDENTITY_STORE, () => Delete(StoreGivens.Nobody, StoreGivens.OtherStore));
    }

    [Fact]
    public void It_is_asked_on_the_store_and_the_user()
    {
        Assert.Equal(
            ["arn:aws:identitystore::111122223333:identitystore/d-0123456789", $"arn:aws:identitystore:::user/{StoreGivens.Nobody}"],
            center.Asked<DeleteUser, DeleteUserRequest>(new() { IdentityStoreId = CenterFixture.StoreId, UserId = StoreGivens.Nobody }));
    }

    private void Delete(string user, string store = CenterFixture.StoreId) =>
        center.Account.Write<DeleteUser, DeleteUserRequest, DeleteUserResponse>(new() { IdentityStoreId = store, UserId = user });
}
