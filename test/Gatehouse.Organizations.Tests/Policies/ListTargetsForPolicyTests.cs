using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Policies;

namespace Gatehouse.Organizations.Tests.Policies;

public sealed class ListTargetsForPolicyTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Lists_root_units_and_accounts_with_their_names()
    {
        org.Enable();
        var unit = org.Unit("prod");

        Assert.Equal(
            new[]
            {
                (org.RootId, org.ArnOf("root", org.RootId), "Root", "ROOT"),
                (unit, org.ArnOf("ou", unit), "prod", "ORGANIZATIONAL_UNIT"),
                (OrganizationFixture.Management, org.ArnOf("account", OrganizationFixture.Management), "test", "ACCOUNT"),
            }.Order(),
            List(new() { PolicyId = "p-FullAWSAccess" }).Targets!.Select(target => (target.TargetId!, target.Arn!, target.Name!, target.Type!)).Order());
    }

    [Fact]
    public void Pages()
    {
        org.Enable();
        org.Unit("prod");

        var first = List(new() { PolicyId = "p-FullAWSAccess", MaxResults = 2 });
        var second = List(new() { PolicyId = "p-FullAWSAccess", MaxResults = 2, NextToken = first.NextToken });

        Assert.Equal((2, 1, null), (first.Targets!.Count, second.Targets!.Count, second.NextToken));
    }

    [Fact]
    public void Refuses_one_that_is_not_there() => Assert.Throws<PolicyNotFoundException>(() => List(new() { PolicyId = "p-12345678" }));

    private ListTargetsForPolicyResponse List(ListTargetsForPolicyRequest request) =>
        org.Read<ListTargetsForPolicy, ListTargetsForPolicyRequest, ListTargetsForPolicyResponse>(request);
}
