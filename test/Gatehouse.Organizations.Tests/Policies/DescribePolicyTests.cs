using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Policies;

namespace Gatehouse.Organizations.Tests.Policies;

public sealed class DescribePolicyTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Shows_AWS_s_own_under_AWS_s_name()
    {
        var policy = Describe("p-FullAWSAccess");

        Assert.Equal("arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess", policy.PolicySummary!.Arn);
        Assert.Equal(("FullAWSAccess", true), (policy.PolicySummary.Name, policy.PolicySummary.AwsManaged));
        Assert.Equal("arn:aws:organizations::aws:policy/resource_control_policy/p-RCPFullAWSAccess", Describe("p-RCPFullAWSAccess").PolicySummary!.Arn);
    }

    [Theory]
    [InlineData("p-12345678")]
    [InlineData("p-fullawsaccess")]
    public void Refuses_one_that_is_not_there(string id) => Assert.Throws<PolicyNotFoundException>(() => Describe(id));

    [Fact]
    public void Is_checked_on_the_policy_under_its_own_name()
    {
        var id = org.Policy();

        Assert.Equal(org.ArnOf("policy", $"service_control_policy/{id}"), DescribePolicy.Target(new() { PolicyId = id }, org.Account.Call).Text);
        Assert.Equal(
            "arn:aws:organizations::aws:policy/service_control_policy/p-FullAWSAccess",
            DescribePolicy.Target(new() { PolicyId = "p-FullAWSAccess" }, org.Account.Call).Text);
        Assert.Equal(org.ArnOf("policy", "service_control_policy/p-12345678"), DescribePolicy.Target(new() { PolicyId = "p-12345678" }, org.Account.Call).Text);
        var needs = org.Needs<DescribePolicy, DescribePolicyRequest>("DescribePolicy", new() { PolicyId = id });
        Assert.Equal([("organizations:PolicyType", OrganizationFixture.ServiceControl)], needs.Keys.Select(key => (key.Key, key.Value[0])));
    }

    private Contracts.Organizations.Shapes.Policy Describe(string id) =>
        org.Read<DescribePolicy, DescribePolicyRequest, DescribePolicyResponse>(new() { PolicyId = id }).Policy!;
}
