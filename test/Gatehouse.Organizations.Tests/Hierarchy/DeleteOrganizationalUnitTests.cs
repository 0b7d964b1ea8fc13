using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Hierarchy;
using Gatehouse.Organizations.Members;

namespace Gatehouse.Organizations.Tests.Hierarchy;

public sealed class DeleteOrganizationalUnitTests
{
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Takes_an_empty_unit_away_and_every_policy_off_it()
    {
        org.Enable();
        var id = org.Unit("prod");

        Delete(id);

        Assert.Empty(org.Account.Account.Units);
        Assert.DoesNotContain(org.Account.Account.OrganizationPolicies, policy => policy.Targets.Contains(id));
    }

    [Fact]
    public void Refuses_a_unit_that_holds_units_or_accounts()
    {
        var (outer, dev) = (org.Unit("outer"), org.Make("dev"));
        var inner = org.Unit("inner", outer);
        org.Write<MoveAccount, MoveAccountRequest, MoveAccountResponse>(new() { AccountId = dev, SourceParentId = org.RootId, DestinationParentId = inner });

        Assert.Throws<OrganizationalUnitNotEmptyException>(() => Delete(outer));
        Assert.Throws<OrganizationalUnitNotEmptyException>(() => Delete(inner));
    }

    [Fact]
    public void Refuses_one_that_is_not_there() => Assert.Throws<OrganizationalUnitNotFoundException>(() => Delete("ou-abcd-12345678"));

    private void Delete(string id) =>
        org.Write<DeleteOrganizationalUnit, DeleteOrganizationalUnitRequest, DeleteOrganizationalUnitResponse>(new() { OrganizationalUnitId = id });
}
