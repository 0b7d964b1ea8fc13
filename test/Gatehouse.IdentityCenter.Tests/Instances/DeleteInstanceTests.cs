using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Instances;
using Gatehouse.IdentityCenter.Tests.Provisioning;
using static Gatehouse.IdentityCenter.Tests.Provisioning.ProvisioningGivens;

namespace Gatehouse.IdentityCenter.Tests.Instances;

public sealed class DeleteInstanceTests
{
    private readonly SetFixture center = new();

    [Fact]
    public async Task Takes_everything_with_it_the_roles_in_other_accounts_too()
    {
        center.Organize();
        center.Assign();
        center.Assign(Member);
        await center.Account.Installation.Names.ClaimAsync("identitystore", SetFixture.StoreId, Own, TestContext.Current.CancellationToken);

        Delete(SetFixture.InstanceArn);

        Assert.Null(center.Account.Account.IdentityCenter);
        Assert.Null(center.Account.Installation.Names.OwnerOf("identitystore", SetFixture.StoreId));
        center.Work();
        Assert.All([Own, Member], account => Assert.Null(center.RoleIn(account)));
        Assert.Empty(center.Account.Installation.Names.Of("provisioning"));
    }

    [Fact]
    public void Leaves_nothing_of_any_kind_that_belongs_to_an_instance()
    {
        center.Assign();

        Delete(SetFixture.InstanceArn);
        center.Work();

        var account = center.Account.Account;
        Assert.Equal(0, account.Assignments.Count + account.PermissionSets.Count + account.IdentityUsers.Count + account.IdentityGroups.Count + account.IdentityMemberships.Count
            + account.IdentityApplications.Count + account.ApplicationAssignments.Count + account.TrustedTokenIssuers.Count + account.Provisionings.Count);
    }

    [Fact]
    public void Somebody_who_was_about_to_get_a_role_does_not()
    {
        center.Ask();

        Delete(SetFixture.InstanceArn);
        center.Work();

        Assert.Empty(center.Account.Account.Roles);
        Assert.Empty(center.Account.Account.Provisionings);
    }

    [Fact]
    public void Refuses_an_instance_that_is_not_the_account_s()
    {
        Assert.Throws<AccessDeniedException>(() => Delete("arn:aws:sso:::instance/ssoins-ffffffffffffffff"));
    }

    private void Delete(string arn) => center.Reach<DeleteInstance, DeleteInstanceRequest, DeleteInstanceResponse>(new() { InstanceArn = arn });
}
