using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.RootAccess;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.RootAccess;

public sealed class EnableOrganizationsRootSessionsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Switches_it_on_for_the_organization_once_however_often_it_is_said()
    {
        account.Organize();

        var answer = Call();
        Call();

        Assert.Equal("o-aaaaaaaaaa", answer.OrganizationId);
        Assert.Equal(["RootSessions"], answer.EnabledFeatures!);
        Assert.Equal(["RootSessions"], account.Reload().Organization!.RootFeatures);
    }

    [Fact]
    public void Needs_an_organization() => account.Refuses<OrganizationNotFoundException>(
        400, "OrganizationNotFoundException", "No organization is associated with your account.", Call);

    [Fact]
    public void Needs_IAM_let_into_the_organization()
    {
        account.Organize(trusted: false);

        account.Refuses<ServiceAccessNotEnabledException>(
            400, "ServiceAccessNotEnabledException", "Trusted access is not enabled for IAM in AWS Organizations.", Call);
    }

    [Fact]
    public void Needs_all_features()
    {
        account.Organize(features: "CONSOLIDATED_BILLING");

        account.Refuses<OrganizationNotInAllFeaturesModeException>(
            400, "OrganizationNotInAllFeaturesModeException", "Your organization does not have All features enabled.", Call);
    }

    [Fact]
    public void Is_for_the_management_account_alone()
    {
        account.Join(administers: true);

        account.Refuses<CallerIsNotManagementAccountException>(
            400, "CallerIsNotManagementAccountException", "The account making the request is not the management account for the organization.", Call);
    }

    [Fact]
    public void Is_not_for_plain_members()
    {
        account.Join(administers: false);

        Assert.Throws<AccountNotManagementOrDelegatedAdministratorException>(() => { Call(); });
    }

    private EnableOrganizationsRootSessionsResponse Call() => account.Write<EnableOrganizationsRootSessions, EnableOrganizationsRootSessionsRequest, EnableOrganizationsRootSessionsResponse>(new());
}
