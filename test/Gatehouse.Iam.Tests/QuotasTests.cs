using Gatehouse.Accounts;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.AccountSettings;
using Gatehouse.Iam.Groups;
using Gatehouse.Iam.Roles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests;

public sealed class QuotasTests
{
    [Fact]
    public void What_an_operator_says_holds_in_place_of_the_default_of_AWS()
    {
        var account = new AccountFixture(quotas: new IamQuotas().With("GroupsPerAccount", 1).With("GroupPolicySize", 60));
        account.AddGroup("one");

        account.RefusesMore(
            "Cannot exceed quota for GroupsPerAccount: 1",
            () => account.Write<CreateGroup, CreateGroupRequest, CreateGroupResponse>(new() { GroupName = "two" }));
        account.RefusesMore(
            "Maximum policy size of 60 bytes exceeded for group one",
            () => account.Write<PutGroupPolicy, PutGroupPolicyRequest, PutGroupPolicyResponse>(
                new() { GroupName = "one", PolicyName = "p", PolicyDocument = Givens.Document }));
        var summary = account.Read<GetAccountSummary, GetAccountSummaryRequest, GetAccountSummaryResponse>(new()).SummaryMap!;
        Assert.Equal((1, 1, 60, 5000), (summary["Groups"], summary["GroupsQuota"], summary["GroupPolicySizeQuota"], summary["UsersQuota"]));
    }

    [Fact]
    public void Roles_that_services_own_do_not_count()
    {
        var account = new AccountFixture(quotas: new IamQuotas().With("RolesPerAccount", 1));
        account.AddRole("AWSServiceRoleForECS", "/aws-service-role/ecs.amazonaws.com/");

        Create("first");

        account.RefusesMore("Cannot exceed quota for RolesPerAccount: 1", () => Create("second"));

        CreateRoleResponse Create(string name) => account.Reach<CreateRole, CreateRoleRequest, CreateRoleResponse>(
            new() { RoleName = name, AssumeRolePolicyDocument = RoleGivens.Trust });
    }

    [Fact]
    public void A_name_that_is_no_quota_is_refused() => Assert.Throws<ArgumentException>(() => new IamQuotas().With("usersperaccount", 1));
}
