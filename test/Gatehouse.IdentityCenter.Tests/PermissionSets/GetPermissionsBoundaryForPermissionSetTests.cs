using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class GetPermissionsBoundaryForPermissionSetTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Shows_the_boundary_and_refuses_when_there_is_none()
    {
        Assert.Throws<ResourceNotFoundException>(() => Get());

        center.Account.Change(draft => draft.Put(center.Set with { BoundaryReference = new PolicyReference("edge", "/team/") }));

        Assert.Equal(("edge", "/team/", null), (Get().CustomerManagedPolicyReference!.Name, Get().CustomerManagedPolicyReference!.Path, Get().ManagedPolicyArn));
    }

    private Contracts.SsoAdmin.Shapes.PermissionsBoundary Get() =>
        center.Read<GetPermissionsBoundaryForPermissionSet, GetPermissionsBoundaryForPermissionSetRequest, GetPermissionsBoundaryForPermissionSetResponse>(new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn }).PermissionsBoundary!;
}
