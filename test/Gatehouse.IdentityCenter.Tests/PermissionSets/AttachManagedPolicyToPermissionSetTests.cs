using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.PermissionSets;

namespace Gatehouse.IdentityCenter.Tests.PermissionSets;

public sealed class AttachManagedPolicyToPermissionSetTests
{
    private readonly SetFixture center = new();

    private const string ReadOnly = "arn:aws:iam::aws:policy/ReadOnlyAccess";

    [Fact]
    public void Gives_the_set_a_policy_of_AWS_s_and_leaves_its_roles_behind()
    {
        center.Account.Change(draft => draft.Put(center.Set with { Provisioned = ["111122223333"] }));

        Attach(ReadOnly);

        Assert.Equal([ReadOnly], center.Set.ManagedPolicies);
        Assert.Equal(["111122223333"], center.Set.Outdated);
    }

    [Fact]
    public void Refuses_one_that_it_has()
    {
        Attach(ReadOnly);

        Assert.Equal(
            "Permission set with id ps-fedcba9876543210 already has a typed link attachment to a manged policy with arn:aws:iam::aws:policy/ReadOnlyAccess",
            Assert.Throws<ConflictException>(() => Attach(ReadOnly)).Message);
    }

    [Theory]
    [InlineData("arn:aws:iam::aws:policy/NoSuchPolicy")]
    [InlineData("arn:aws:iam::aws:policy/aws-service-role/AWSOrganizationsServiceTrustPolicy")]
    public void Refuses_what_no_role_of_customers_can_have(string arn)
    {
        Assert.Throws<ResourceNotFoundException>(() => Attach(arn));
    }

    [Fact]
    public void Refuses_more_than_twenty_managed_policies_of_both_kinds()
    {
        center.Account.Change(draft => draft.Put(center.Set with { CustomerPolicies = [.. Enumerable.Range(0, 19).Select(number => new Gatehouse.Accounts.Entities.PolicyReference($"p{number}", "/"))] }));
        Attach(ReadOnly);

        Assert.Throws<ServiceQuotaExceededException>(() => Attach("arn:aws:iam::aws:policy/AdministratorAccess"));
    }

    private void Attach(string arn) => center.Write<AttachManagedPolicyToPermissionSet, AttachManagedPolicyToPermissionSetRequest, AttachManagedPolicyToPermissionSetResponse>(
        new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn, ManagedPolicyArn = arn });
}
