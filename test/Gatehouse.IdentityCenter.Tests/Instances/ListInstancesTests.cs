using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.Testing;

namespace Gatehouse.IdentityCenter.Tests.Instances;

public sealed class ListInstancesTests
{
    [Fact]
    public void An_account_without_an_instance_has_none()
    {
        Assert.Empty(new AccountFixture().Read<ListInstances, ListInstancesRequest, ListInstancesResponse>(new()).Instances!);
    }

    [Fact]
    public void The_account_s_own_instance_is_listed()
    {
        var account = new AccountFixture();
        account.Change(draft => draft.Put(new IdentityCenterInstance { Id = "ssoins-0123456789abcdef", IdentityStoreId = "d-0123456789", Region = "us-east-1", Created = draft.Now }));

        var only = Assert.Single(account.Read<ListInstances, ListInstancesRequest, ListInstancesResponse>(new()).Instances!);

        Assert.Equal(("arn:aws:sso:::instance/ssoins-0123456789abcdef", "d-0123456789", AccountFixture.Id), (only.InstanceArn, only.IdentityStoreId, only.OwnerAccountId));
    }
}
