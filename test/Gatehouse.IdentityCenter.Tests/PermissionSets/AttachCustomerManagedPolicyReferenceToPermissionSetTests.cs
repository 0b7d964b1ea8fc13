using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class AttachCustomerManagedPolicyReferenceToPermissionSetTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Gives_the_set_a_policy_that_need_not_exist_here()
    {
        Attach("own", null);
        Attach("own", "/team/");

        Assert.Equal([new PolicyReference("own", "/"), new PolicyReference("own", "/team/")], center.Set.CustomerPolicies);
        Assert.Throws<ConflictException>(() => Attach("own", "/"));
    }

    [Fact]
    public void Refuses_more_than_twenty()
    {
        foreach (var number in Enumerable.Range(0, 20))
        {
            Attach($"p{number}", null);
        }

        Assert.Throws<ServiceQuotaExceededException>(() => Attach("last", null));
    }

    private void Attach(string name, string? path) =>
        center.Write<AttachCustomerManagedPolicyReferenceToPermissionSet, AttachCustomerManagedPolicyReferenceToPermissionSetRequest, AttachCustomerManagedPolicyReferenceToPermissionSetResponse>(
            new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn, CustomerManagedPolicyReference = new() { Name = name, Path = path } });
}
