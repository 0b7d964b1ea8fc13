using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.AccountAssignments;
using Gatehouse.IdentityCenter.Tests.Provisioning;
using static Gatehouse.IdentityCenter.Tests.Provisioning.ProvisioningGivens;

namespace Gatehouse.IdentityCenter.Tests.AccountAssignments;

public sealed class ListAccountAssignmentsForPrincipalTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Lists_what_a_user_has_directly_and_through_groups()
    {
        center.Organize();
        center.Assign();
        center.Assign(Member, SetFixture.GroupId, "GROUP");
        Assert.Equal([(Own, "USER")], List(SetFixture.UserId, "USER"));

        center.Account.Change(draft => draft.Put(new IdentityMembership { Id = "m", GroupId = SetFixture.GroupId, UserId = SetFixture.UserId, Created = draft.Now, CreatedBy = "x" }));

        Assert.Equal([(Own, "USER"), (Member, "GROUP")], List(SetFixture.UserId, "USER"));
        Assert.Equal([(Member, "GROUP")], List(SetFixture.UserId, "USER", Member));
        Assert.Equal([(Member, "GROUP")], List(SetFixture.GroupId, "GROUP"));
    }

    private IEnumerable<(string, string)> List(string principal, string type, string? account = null) =>
        center.Read<ListAccountAssignmentsForPrincipal, ListAccountAssignmentsForPrincipalRequest, ListAccountAssignmentsForPrincipalResponse>(new()
        {
            InstanceArn = SetFixture.InstanceArn,
            PrincipalId = principal,
            PrincipalType = type,
            Filter = account is null ? null : new() { AccountId = account },
        }).AccountAssignments!.Select(one => (one.AccountId!, one.PrincipalType!));
}
