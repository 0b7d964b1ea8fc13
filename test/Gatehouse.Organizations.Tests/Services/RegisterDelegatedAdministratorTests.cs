using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Services;

namespace Gatehouse.Organizations.Tests.Services;

public sealed class RegisterDelegatedAdministratorTests
{
    private const string Iam = "iam.amazonaws.com";
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Lets_a_member_administer_a_service_and_refuses_it_twice()
    {
        org.Trust(Iam);
        var dev = org.Make("dev");

        org.Delegate(dev, Iam);

        Assert.Equal([Iam], org.Account.Account.Members.Find(dev)!.Administers.Select(trust => trust.Service));
        Assert.Equal(
            "The provided account is already a delegated administrator for your organization.",
            Assert.Throws<AccountAlreadyRegisteredException>(() => org.Delegate(dev, Iam)).Message);
    }

    [Fact]
    public void Needs_the_service_let_in_first() =>
        Assert.Equal("SERVICE_ACCESS_NOT_ENABLED", Assert.Throws<ConstraintViolationException>(() => org.Delegate(org.Make("dev"), Iam)).Reason);

    [Fact]
    public void Refuses_the_management_account()
    {
        org.Trust(Iam);

        var refusal = Assert.Throws<ConstraintViolationException>(() => org.Delegate(OrganizationFixture.Management, Iam));

        Assert.Equal("CANNOT_REGISTER_MASTER_AS_DELEGATED_ADMINISTRATOR", refusal.Reason);
    }

    [Fact]
    public void Refuses_strangers_and_services_that_nobody_can_administer()
    {
        org.Trust(Iam);

        Assert.Throws<AccountNotFoundException>(() => org.Delegate("999999999999", Iam));
        Assert.Throws<InvalidInputException>(() => org.Delegate(org.Make("dev"), "ram.amazonaws.com"));
    }

    [Fact]
    public void Is_checked_on_the_account()
    {
        var needs = org.Needs<RegisterDelegatedAdministrator, RegisterDelegatedAdministratorRequest>(
            "RegisterDelegatedAdministrator", new() { AccountId = "999999999999", ServicePrincipal = Iam });

        Assert.Equal(org.ArnOf("account", "999999999999"), needs.Checks[0].Resource.Text);
    }
}
