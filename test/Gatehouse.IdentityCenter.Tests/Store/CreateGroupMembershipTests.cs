using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class CreateGroupMembershipTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void A_person_is_in_a_group_once()
    {
        var (group, alice) = (center.CreateGroup(), center.CreateUser());
        center.Join(group, alice);

        var refusal = center.Refuses<ConflictException>(() => center.Join(group, alice));

        Assert.Equal(("Member and Group relationship already exists.", ConflictExceptionReason.UNIQUENESS_CONSTRAINT_VIOLATION), (refusal.Message, refusal.Reason));
    }

    [Fact]
    public void Both_must_be_there()
    {
        var (group, alice) = (center.CreateGroup(), center.CreateUser());

        center.Misses(ResourceType.GROUP, () => center.Join(StoreGivens.Nobody, alice));
        center.Misses(ResourceType.USER, () => center.Join(group, StoreGivens.Nobody));
        center.Misses(ResourceType.USER, () => center.Join(group, group));
    }

    [Fact]
    public void A_person_is_in_a_thousand_groups_at_most()
    {
        var alice = center.CreateUser();
        var group = center.CreateGroup();
        center.Account.Change(draft =>
        {
            for (var count = 0; count < 1_000; count++)
            {
                draft.Put(new Accounts.Entities.IdentityMembership { Id = $"m{count}", GroupId = $"g{count}", UserId = alice, Created = draft.Now, CreatedBy = "" });
            }
        });

        center.Refuses<ServiceQuotaExceededException>(() => center.Join(group, alice));
        center.Join(group, center.CreateUser("bob"));
    }

    [Fact]
    public void It_is_asked_on_the_store_the_group_and_the_user()
    {
        Assert.Equal(
            ["arn:aws:identitystore::111122223333:identitystore/d-0123456789", "arn:aws:identitystore:::group/g", "arn:aws:identitystore:::user/u"],
            center.Asked<CreateGroupMembership, CreateGroupMembershipRequest>(new() { IdentityStoreId = CenterFixture.StoreId, GroupId = "g", MemberId = new() { UserId = "u" } }));
    }
}
