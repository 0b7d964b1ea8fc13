using Gatehouse.Contracts.Identitystore;
using Gatehouse.Contracts.Identitystore.Shapes;
using Gatehouse.IdentityCenter.Store;

namespace Gatehouse.IdentityCenter.Tests.Store;

public sealed class CreateGroupTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void A_group_is_there_once_it_is_made()
    {
        var id = center.Account.Write<CreateGroup, CreateGroupRequest, CreateGroupResponse>(
            new() { IdentityStoreId = CenterFixture.StoreId, DisplayName = "The admins", Description = "Those who may" }).GroupId;

        var shown = center.DescribeGroup(id);

        Assert.Equal((id, "The admins", "Those who may", CenterFixture.StoreId), (shown.GroupId, shown.DisplayName, shown.Description, shown.IdentityStoreId));
        Assert.Equal((center.Account.Clock.GetUtcNow(), "arn:aws:iam::111122223333:root"), (shown.CreatedAt, shown.CreatedBy));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("administrator")]
    [InlineData("AWSAdministrators")]
    [InlineData("a\u0000b")]
    [InlineData("")]
    public void A_name_that_is_none_is_refused(string? name)
    {
        center.Refuses<ValidationException>(() => center.CreateGroup(name!));
    }

    [Fact]
    public void A_name_is_one_group_s_alone_in_any_case()
    {
        center.CreateGroup("admins");

        var refusal = center.Refuses<ConflictException>(() => center.CreateGroup("ADMINS"));

        Assert.Equal(("Duplicate GroupDisplayName", ConflictExceptionReason.UNIQUENESS_CONSTRAINT_VIOLATION), (refusal.Message, refusal.Reason));
        center.CreateUser("admins");
    }

    [Fact]
    public void The_store_is_the_account_s_own()
    {
        center.Misses(ResourceType.IDENTITY_STORE, () => center.Account.Write<CreateGroup, CreateGroupRequest, CreateGroupResponse>(new() { IdentityStoreId = StoreGivens.OtherStore, DisplayName = "x" }));
    }

    [Fact]
    public void It_is_asked_on_the_store()
    {
        Assert.Equal(["arn:aws:identitystore::111122223333:identitystore/d-0123456789"], center.Asked<CreateGroup, CreateGroupRequest>(new() { IdentityStoreId = CenterFixture.StoreId, DisplayName = "x" }));
    }
}
