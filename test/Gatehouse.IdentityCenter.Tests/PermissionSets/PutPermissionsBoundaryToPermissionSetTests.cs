using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class PutPermissionsBoundaryToPermissionSetTests
{
    private readonly SetFixture center = new();

    private const string ReadOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    [Fact]
    public void Sets_one_of_the_two_kinds_in_place_of_the_other()
    {
        Put(new() { ManagedPolicyArn = ReadOnly });
        Assert.Equal((ReadOnly, null), (center.Set.BoundaryPolicy, center.Set.BoundaryReference));

        Put(new() { CustomerManagedPolicyReference = new() { Name = "edge" } });
        Assert.Equal((null, new PolicyReference("edge", "/")), (center.Set.BoundaryPolicy, center.Set.BoundaryReference));
    }

    [Fact]
    public void Refuses_none_both_and_what_is_not_there()
    {
        Assert.Throws<ValidationException>(() => Put(new()));
        Assert.Throws<ValidationException>(() => Put(new() { ManagedPolicyArn = ReadOnly, CustomerManagedPolicyReference = new() { Name = "edge" } }));
        Assert.Throws<ResourceNotFoundException>(() => Put(new() { ManagedPolicyArn = "arn:aws:iam::aws:policy/NoSuchPolicy" }));
        Assert.Equal((null, null), (center.Set.BoundaryPolicy, center.Set.BoundaryReference));
    }

    private void Put(Contracts.SsoAdmin.Shapes.PermissionsBoundary boundary) =>
        center.Write<PutPermissionsBoundaryToPermissionSet, PutPermissionsBoundaryToPermissionSetRequest, PutPermissionsBoundaryToPermissionSetResponse>(
            new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn, PermissionsBoundary = boundary });
}
