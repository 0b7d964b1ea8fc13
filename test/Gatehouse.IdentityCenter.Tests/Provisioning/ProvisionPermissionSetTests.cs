using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Provisioning;
using Gatehouse.IdentityCenter.Tests.Provisioning;
using static Gatehouse.IdentityCenter.Tests.Provisioning.ProvisioningGivens;

namespace Gatehouse.IdentityCenter.Tests.Provisioning;

public sealed class ProvisionPermissionSetTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Brings_all_roles_of_the_set_up_to_date()
    {
        center.Organize();
        center.Assign();
        center.Assign(Member);
        center.Account.Change(draft => draft.Put(center.Set with { InlinePolicy = SetFixture.Policy("s3:*"), Outdated = center.Set.Provisioned }));

        var ended = center.Provision();

        Assert.Equal(("SUCCEEDED", null, SetFixture.SetArn), (ended.Status, ended.AccountId, ended.PermissionSetArn));
        Assert.All([Own, Member], account => Assert.Single(center.RoleIn(account)!.InlinePolicies));
        Assert.Empty(center.Set.Outdated);
    }

    [Fact]
    public void Brings_those_up_to_date_that_it_can()
    {
        center.Organize();
        center.Assign();
        center.Assign(Member);
        center.Account.Change(draft =>
        {
            draft.Put(new Gatehouse.Accounts.Entities.ManagedPolicy { Id = "ANPAOWN", Name = "own", Path = "/", Created = draft.Now, Updated = draft.Now, DefaultVersion = 1, NextVersion = 2, Versions = [new(1, "{}", draft.Now)] });
            draft.Put(center.Set with { CustomerPolicies = [new("own", "/")], Outdated = center.Set.Provisioned });
        });

        var ended = center.Provision();

        Assert.Equal(("FAILED", "Received a 404 status error: Not supported policy arn:aws:iam::444455556666:policy/own."), (ended.Status, ended.FailureReason));
        Assert.Equal([Member], center.Set.Outdated);
        Assert.Single(center.RoleIn(Own)!.AttachedPolicies);
    }

    [Fact]
    public void Makes_a_role_that_nobody_has_yet()
    {
        var ended = center.Provision(Own);

        Assert.Equal(("SUCCEEDED", Own), (ended.Status, ended.AccountId));
        Assert.NotNull(center.RoleIn(Own));
        Assert.Equal([Own], center.Set.Provisioned);
    }

    [Theory]
    [InlineData("AWS_ACCOUNT", null)]
    [InlineData("ALL_PROVISIONED_ACCOUNTS", Own)]
    public void Refuses_a_target_that_its_type_does_not_have(string type, string? target)
    {
        Assert.Throws<ValidationException>(() => center.Reach<ProvisionPermissionSet, ProvisionPermissionSetRequest, ProvisionPermissionSetResponse>(
            new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn, TargetType = type, TargetId = target }));
    }
}
