using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.AccountAssignments;
using Gatehouse.IdentityCenter.Tests.Provisioning;
using static Gatehouse.IdentityCenter.Tests.Provisioning.ProvisioningGivens;

namespace Gatehouse.IdentityCenter.Tests.AccountAssignments;

public sealed class ListAccountAssignmentsTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Lists_who_has_the_set_in_the_account_in_pages()
    {
        center.Organize();
        center.Assign();
        center.Assign(principal: SetFixture.GroupId, type: "GROUP");
        center.Assign(Member);

        var first = List(Own, null);
        var second = List(Own, first.NextToken);

        Assert.Equal([("GROUP", SetFixture.GroupId), ("USER", SetFixture.UserId)], first.AccountAssignments!.Concat(second.AccountAssignments!).Select(one => (one.PrincipalType!, one.PrincipalId!)));
        Assert.Null(second.NextToken);
        Assert.Equal(Member, Assert.Single(List(Member, null).AccountAssignments!).AccountId);
        Assert.Empty(List("999999999999", null).AccountAssignments!);
    }

    private ListAccountAssignmentsResponse List(string account, string? token) => center.Read<ListAccountAssignments, ListAccountAssignmentsRequest, ListAccountAssignmentsResponse>(
        new() { InstanceArn = SetFixture.InstanceArn, PermissionSetArn = SetFixture.SetArn, AccountId = account, MaxResults = 1, NextToken = token });
}
