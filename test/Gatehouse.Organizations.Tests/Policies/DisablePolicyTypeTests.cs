using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Policies;

namespace Gatehouse.Organizations.Tests.Policies;

public sealed class DisablePolicyTypeTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Takes_every_policy_of_the_type_off_everything_for_good()
    {
        org.Enable();
        org.Enable(OrganizationFixture.ResourceControl);
        org.Attach(org.Policy(), org.RootId);

        var root = Disable(OrganizationFixture.ServiceControl);

        Assert.Equal([OrganizationFixture.ResourceControl], root.PolicyTypes!.Select(type => type.Type));
        Assert.Empty(org.On(org.RootId));
        Assert.Equal(["RCPFullAWSAccess"], org.On(org.RootId, OrganizationFixture.ResourceControl));
        org.Enable();
        Assert.Equal(["FullAWSAccess"], org.On(org.RootId));
    }

    [Fact]
    public void Refuses_a_type_that_is_off()
    {
        var refusal = Assert.Throws<PolicyTypeNotEnabledException>(() => Disable(OrganizationFixture.ServiceControl));

        Assert.Equal((400, "PolicyTypeNotEnabledException", "This operation can be performed only for enabled policy types."), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Fact]
    public void Refuses_a_root_that_is_not_there() => Assert.Throws<RootNotFoundException>(() =>
        org.Write<DisablePolicyType, DisablePolicyTypeRequest, DisablePolicyTypeResponse>(new() { RootId = "r-none", PolicyType = OrganizationFixture.ServiceControl }));

    private Contracts.Organizations.Shapes.Root Disable(string type) =>
        org.Write<DisablePolicyType, DisablePolicyTypeRequest, DisablePolicyTypeResponse>(new() { RootId = org.RootId, PolicyType = type }).Root!;
}
