using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Services;

namespace Gatehouse.Organizations.Tests.Services;

public sealed class ListDelegatedServicesForAccountTests
{
    private const string Iam = "iam.amazonaws.com";
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Lists_what_a_member_administers()
    {
        org.Trust(Iam);
        var dev = org.Make("dev");
        Assert.Throws<AccountNotRegisteredException>(() => List(dev));

        org.Delegate(dev, Iam);

        Assert.Equal([Iam], List(dev));
        Assert.Throws<AccountNotFoundException>(() => List("999999999999"));
    }

    private IEnumerable<string?> List(string account) =>
        org.Read<ListDelegatedServicesForAccount, ListDelegatedServicesForAccountRequest, ListDelegatedServicesForAccountResponse>(
            new() { AccountId = account }).DelegatedServices!.Select(service => service.ServicePrincipal);
}
