using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Policies;

namespace Gatehouse.Organizations.Tests.Policies;

public sealed class ListPoliciesForTargetTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Lists_what_is_attached_itself_not_what_comes_from_above()
    {
        org.Enable();
        var unit = org.Unit("prod");
        org.Attach(org.Policy(), org.RootId);

        Assert.Equal(["FullAWSAccess"], org.On(unit));
        Assert.Empty(org.On(unit, OrganizationFixture.ResourceControl));
    }

    [Fact]
    public void Refuses_a_target_that_is_not_there() => Assert.Throws<TargetNotFoundException>(() => org.On("ou-abcd-12345678").ToList());

    [Fact]
    public void Is_checked_on_the_target() => Assert.Equal(
        org.ArnOf("root", org.RootId),
        ListPoliciesForTarget.Target(new() { TargetId = org.RootId, Filter = OrganizationFixture.ServiceControl }, org.Account.Call).Text);
}
