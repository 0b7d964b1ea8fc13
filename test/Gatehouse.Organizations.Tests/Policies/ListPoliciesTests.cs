using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Policies;

namespace Gatehouse.Organizations.Tests.Policies;

public sealed class ListPoliciesTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Lists_those_of_a_type_AWS_s_own_among_them()
    {
        org.Policy("a");

        Assert.Equal(["FullAWSAccess", "a"], List(new() { Filter = OrganizationFixture.ServiceControl }).Policies!.Select(policy => policy.Name).OrderDescending(StringComparer.OrdinalIgnoreCase));
        Assert.Equal(["RCPFullAWSAccess"], List(new() { Filter = OrganizationFixture.ResourceControl }).Policies!.Select(policy => policy.Name));
        Assert.Empty(List(new() { Filter = "TAG_POLICY" }).Policies!);
    }

    [Fact]
    public void Pages()
    {
        for (var number = 0; number < 4; number++)
        {
            org.Policy($"p{number}");
        }

        var first = List(new() { Filter = OrganizationFixture.ServiceControl, MaxResults = 3 });
        var second = List(new() { Filter = OrganizationFixture.ServiceControl, MaxResults = 3, NextToken = first.NextToken });

        Assert.Equal((3, 2, null), (first.Policies!.Count, second.Policies!.Count, second.NextToken));
        Assert.Equal(5, first.Policies.Concat(second.Policies).Select(policy => policy.Id).Distinct().Count());
    }

    private ListPoliciesResponse List(ListPoliciesRequest request) => org.Read<ListPolicies, ListPoliciesRequest, ListPoliciesResponse>(request);
}
