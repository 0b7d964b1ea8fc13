using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Lifecycle;
using Gatehouse.Organizations.Policies;

namespace Gatehouse.Organizations.Tests.Policies;

public sealed class EnablePolicyTypeTests
{
    [Theory]
    [InlineData(OrganizationFixture.ServiceControl, "FullAWSAccess")]
    [InlineData(OrganizationFixture.ResourceControl, "RCPFullAWSAccess")]
    public void Puts_a_type_in_force_with_the_default_policy_everywhere(string type, string name)
    {
        var org = new OrganizationFixture();
        var (unit, dev) = (org.Unit("prod"), org.Make("dev"));

        var root = org.Enable(type);

        Assert.Equal([(type, "ENABLED")], root.PolicyTypes!.Select(on => (on.Type, on.Status)));
        Assert.All([org.RootId, unit, dev, OrganizationFixture.Management], target => Assert.Equal([name], org.On(target, type)));
    }

    [Fact]
    public void The_policies_then_govern_members_and_not_the_management_account_PE_36_PE_40()
    {
        var org = new OrganizationFixture();
        var dev = org.Account.Find(org.Make("dev"))!;
        Assert.Null(org.Account.Installation.Effective.Controls(dev, org.Account.Account, OrganizationFixture.ServiceControl));

        org.Enable();

        var levels = org.Account.Installation.Effective.Controls(dev, org.Account.Account, OrganizationFixture.ServiceControl);
        Assert.Equal([org.RootId, dev.Id], levels!.Select(level => level.Target));
        Assert.Null(org.Account.Installation.Effective.Controls(org.Account.Account, org.Account.Account, OrganizationFixture.ServiceControl));
    }

    [Fact]
    public void Refuses_a_type_that_is_on()
    {
        var org = new OrganizationFixture();
        org.Enable();

        var refusal = Assert.Throws<PolicyTypeAlreadyEnabledException>(() => org.Enable());

        Assert.Equal((400, "PolicyTypeAlreadyEnabledException", "The specified policy type is already enabled."), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Theory]
    [InlineData("TAG_POLICY")]
    [InlineData("BACKUP_POLICY")]
    public void Refuses_types_that_are_not_on_offer(string type) =>
        Assert.Throws<PolicyTypeNotAvailableForOrganizationException>(() => new OrganizationFixture().Enable(type));

    [Fact]
    public void Refuses_an_organization_with_bills_alone()
    {
        var org = new OrganizationFixture(organized: false);
        org.Write<CreateOrganization, CreateOrganizationRequest, CreateOrganizationResponse>(new() { FeatureSet = "CONSOLIDATED_BILLING" });

        Assert.Throws<PolicyTypeNotAvailableForOrganizationException>(() => org.Enable());
    }

    [Fact]
    public void Refuses_a_root_that_is_not_there()
    {
        var refusal = Assert.Throws<RootNotFoundException>(() => new OrganizationFixture()
            .Write<EnablePolicyType, EnablePolicyTypeRequest, EnablePolicyTypeResponse>(new() { RootId = "r-none", PolicyType = OrganizationFixture.ServiceControl }));

        Assert.Equal("You specified a root that doesn't exist.", refusal.Message);
    }

    [Fact]
    public void Is_checked_on_the_root_with_the_type()
    {
        var org = new OrganizationFixture();

        var needs = org.Needs<EnablePolicyType, EnablePolicyTypeRequest>("EnablePolicyType", new() { RootId = org.RootId, PolicyType = OrganizationFixture.ServiceControl });

        Assert.Equal([org.ArnOf("root", org.RootId)], needs.Checks.Select(check => check.Resource.Text));
        Assert.Contains(needs.Keys, key => key.Key == "organizations:PolicyType" && key.Value[0] == OrganizationFixture.ServiceControl);
    }
}
