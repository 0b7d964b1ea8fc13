using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.RootAccess;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.RootAccess;

public sealed class DisableOrganizationsRootSessionsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Switches_it_off_and_nothing_else()
    {
        account.Organize();
        account.Change(draft => draft.Put(draft.Account.Organization! with { RootFeatures = ["RootCredentialsManagement", "RootSessions"] }));

        Assert.Equal(["RootCredentialsManagement"], Call().EnabledFeatures!);
        Assert.Equal(["RootCredentialsManagement"], Call().EnabledFeatures!);
        Assert.Equal(["RootCredentialsManagement"], account.Reload().Organization!.RootFeatures);
    }

    [Fact]
    public void The_account_that_administers_IAM_may_do_it_too()
    {
        account.Join(administers: true, "RootSessions");

        Assert.Empty(Call().EnabledFeatures!);
        Assert.Empty(account.Find(RoleGivens.Other)!.Organization!.RootFeatures);
    }

    [Fact]
    public void A_plain_member_may_not()
    {
        account.Join(administers: false, "RootSessions");

        Assert.Equal(
            "The account making the request is not the management account or delegated administrator account for centralized root access.",
            Assert.Throws<AccountNotManagementOrDelegatedAdministratorException>(() => { Call(); }).Message);
    }

    private DisableOrganizationsRootSessionsResponse Call() => account.Reach<DisableOrganizationsRootSessions, DisableOrganizationsRootSessionsRequest, DisableOrganizationsRootSessionsResponse>(new());
}
