using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.RootAccess;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.RootAccess;

public sealed class ListOrganizationsFeaturesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_an_organization_without_any()
    {
        account.Organize();

        var answer = Call();

        Assert.Equal("o-aaaaaaaaaa", answer.OrganizationId);
        Assert.Empty(answer.EnabledFeatures!);
    }

    [Fact]
    public void Shows_what_is_on_to_the_account_that_administers_IAM()
    {
        account.Join(administers: true, "RootSessions");

        Assert.Equal(["RootSessions"], Call().EnabledFeatures!);
    }

    [Fact]
    public void A_plain_member_may_not_ask()
    {
        account.Join(administers: false, "RootSessions");

        Assert.Throws<AccountNotManagementOrDelegatedAdministratorException>(() => { Call(); });
    }

    [Fact]
    public void Is_checked_on_no_resource_in_particular()
    {
        var needs = account.Needs<ListOrganizationsFeatures, ListOrganizationsFeaturesRequest>("iam:ListOrganizationsFeatures", new());

        Assert.Equal(["iam:ListOrganizationsFeatures *"], needs.Lines());
    }

    private ListOrganizationsFeaturesResponse Call() =>
        account.Read<ListOrganizationsFeatures, ListOrganizationsFeaturesRequest, ListOrganizationsFeaturesResponse>(new());
}
