using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class DeletePermissionsBoundaryFromPermissionSetTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Takes_the_boundary_away_and_refuses_when_there_is_none()
    {
        center.Account.Change(draft => draft.Put(center.Set with { BoundaryPolicy = "arn:aws:iam::aws:policy/ReadOnlyAccess" }));

        Delete();

        Assert.Null(center.Set.BoundaryPolicy);
        Assert.Throws<ResourceNotFoundException>(Delete);
    }

    private void Delete() =>
        center.Write<DeletePermissionsBoundaryFromPermissionSet, DeletePermissionsBoundaryFromPermissionSetRequest, DeletePermissionsBoundaryFromPermissionSetResponse>(new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn });
}
