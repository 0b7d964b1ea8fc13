using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class DeletePermissionSetTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Removes_a_set()
    {
        Delete();

        Assert.Empty(center.Account.Account.PermissionSets);
        Assert.Throws<ResourceNotFoundException>(Delete);
    }

    [Fact]
    public void Refuses_while_it_is_a_role_somewhere()
    {
        center.Account.Change(draft => draft.Put(center.Set with { Provisioned = ["111122223333"] }));

        Assert.Throws<ConflictException>(Delete);
    }

    private void Delete() => center.Write<DeletePermissionSet, DeletePermissionSetRequest, DeletePermissionSetResponse>(new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn });
}
