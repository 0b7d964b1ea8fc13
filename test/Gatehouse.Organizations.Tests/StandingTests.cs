using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Hierarchy;
using Gatehouse.Organizations.Members;
using Gatehouse.Organizations.Policies;

namespace Gatehouse.Organizations.Tests;

/// <summary>Who may ask at all: the management account, whatever policies say.</summary>
public sealed class StandingTests
{
    private const string Unit = "ou-abcd-12345678";

    public static TheoryData<string> Reads => ["ListAccounts", "DescribeAccount", "ListRoots", "ListPolicies", "ListChildren", "DescribePolicy", "ListCreateAccountStatus"];

    [Theory]
    [MemberData(nameof(Reads))]
    public void A_member_is_refused(string operation)
    {
        var org = new OrganizationFixture();
        var call = org.CallOf(org.Make());

        var refusal = Assert.Throws<AccessDeniedException>(() => Ask(operation, call));

        Assert.Equal((400, "AccessDeniedException", "You don't have permissions to access this resource."), (refusal.Status, refusal.Code, refusal.Message));
    }

    [Theory]
    [MemberData(nameof(Reads))]
    public void An_account_without_an_organization_is_told_so(string operation) =>
        Assert.Throws<AWSOrganizationsNotInUseException>(() => Ask(operation, new OrganizationFixture(organized: false).Account.Call));

    [Fact]
    public void A_member_is_asked_about_something_of_its_own_so_that_it_learns_nothing()
    {
        var org = new OrganizationFixture();
        var member = org.Make();

        Assert.Equal(
            $"arn:aws:organizations::{member}:account/{org.Organization.Id}/111122223333",
            DescribeAccount.Target(new() { AccountId = "111122223333" }, org.CallOf(member)).Text);
    }

    [Fact]
    public void A_member_cannot_change_anything()
    {
        var org = new OrganizationFixture();
        var draft = new Accounts.Draft(org.CallOf(org.Make()), org.Account.Find(org.Make("other"))!);

        Assert.Throws<AccessDeniedException>(() => CreateOrganizationalUnit.Handle(new() { Name = "x", ParentId = org.RootId }, draft));
        Assert.Throws<AccessDeniedException>(() => CreatePolicy.Handle(new() { Name = "x", Description = "", Type = OrganizationFixture.ServiceControl, Content = OrganizationFixture.DenyLeave }, draft));
        Assert.Throws<AccessDeniedException>(() => MoveAccount.Handle(new() { AccountId = "111122223333", SourceParentId = org.RootId, DestinationParentId = Unit }, draft));
        Assert.Empty(draft.Rows);
    }

    private static object Ask(string operation, Accounts.Call call) => operation switch
    {
        "ListAccounts" => ListAccounts.Handle(new(), call),
        "DescribeAccount" => DescribeAccount.Handle(new() { AccountId = "111122223333" }, call),
        "ListRoots" => ListRoots.Handle(new(), call),
        "ListPolicies" => ListPolicies.Handle(new() { Filter = OrganizationFixture.ServiceControl }, call),
        "ListChildren" => ListChildren.Handle(new() { ParentId = Unit, ChildType = "ACCOUNT" }, call),
        "DescribePolicy" => DescribePolicy.Handle(new() { PolicyId = "p-FullAWSAccess" }, call),
        "ListCreateAccountStatus" => ListCreateAccountStatus.Handle(new(), call),
        _ => throw new ArgumentOutOfRangeException(nameof(operation)),
    };
}
