using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Services;

namespace Gatehouse.Organizations.Tests.Services;

public sealed class DeregisterDelegatedAdministratorTests
{
    private const string Iam = "iam.amazonaws.com";
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Ends_what_was_registered_and_refuses_what_was_not()
    {
        org.Trust(Iam);
        var dev = org.Make("dev");
        org.Delegate(dev, Iam);

        Deregister(dev);

        Assert.Empty(org.Account.Account.Members.Find(dev)!.Administers);
        Assert.Equal(
            "The provided account is not a registered delegated administrator for your organization.",
            Assert.Throws<AccountNotRegisteredException>(() => Deregister(dev)).Message);
        Assert.Throws<AccountNotFoundException>(() => Deregister("999999999999"));
    }

    private void Deregister(string account) =>
        org.Write<DeregisterDelegatedAdministrator, DeregisterDelegatedAdministratorRequest, DeregisterDelegatedAdministratorResponse>(
            new() { AccountId = account, ServicePrincipal = Iam });
}
