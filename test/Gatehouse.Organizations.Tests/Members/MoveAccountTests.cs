using Gatehouse.Accounts;
using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Members;

namespace Gatehouse.Organizations.Tests.Members;

public sealed class MoveAccountTests
{
    private const string Nowhere = "ou-abcd-12345678";
    private readonly OrganizationFixture org = new();
    private readonly string unit;
    private readonly string dev;

    public MoveAccountTests() => (unit, dev) = (org.Unit("prod"), org.Make("dev"));

    [Fact]
    public void Moves_an_account_and_keeps_what_is_attached_to_it()
    {
        org.Enable();

        Move(dev, org.RootId, unit);

        Assert.Equal($"{org.Organization.Id}/{org.RootId}/{unit}/", OrganizationPaths.Of(org.Account.Account, dev));
        Assert.Equal(["FullAWSAccess"], org.On(dev));
        Move(dev, unit, org.RootId);
        Assert.Equal(org.RootId, org.Account.Account.Members.Find(dev)!.ParentId);
    }

    [Fact]
    public void Refuses_an_account_that_is_not_there() => Assert.Throws<AccountNotFoundException>(() => Move("999988887777", org.RootId, unit));

    [Fact]
    public void Refuses_a_source_that_is_not_its_parent()
    {
        Assert.Throws<SourceParentNotFoundException>(() => Move(dev, unit, org.RootId));
        Assert.Throws<SourceParentNotFoundException>(() => Move(dev, Nowhere, org.RootId));
    }

    [Fact]
    public void Refuses_a_destination_that_is_not_there() => Assert.Throws<DestinationParentNotFoundException>(() => Move(dev, org.RootId, Nowhere));

    [Fact]
    public void Refuses_a_destination_where_it_is_already() => Assert.Throws<DuplicateAccountException>(() => Move(dev, org.RootId, org.RootId));

    [Fact]
    public void Needs_the_right_on_the_account_and_on_both_parents_PE_7()
    {
        var needs = org.Needs<MoveAccount, MoveAccountRequest>(
            "MoveAccount", new() { AccountId = dev, SourceParentId = org.RootId, DestinationParentId = unit });

        Assert.Equal([org.ArnOf("account", dev), org.ArnOf("root", org.RootId), org.ArnOf("ou", unit)], needs.Checks.Select(check => check.Resource.Text));
        Assert.All(needs.Checks, check => Assert.Equal("organizations:MoveAccount", check.Action));
    }

    private void Move(string account, string from, string to) =>
        org.Write<MoveAccount, MoveAccountRequest, MoveAccountResponse>(new() { AccountId = account, SourceParentId = from, DestinationParentId = to });
}
