using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Lifecycle;

namespace Gatehouse.Organizations.Tests.Lifecycle;

public sealed class DescribeOrganizationTests
{
    [Fact]
    public void Shows_the_same_to_the_management_account_and_to_members()
    {
        var org = new OrganizationFixture();
        var member = org.Make();

        var mine = DescribeOrganization.Handle(new(), org.Account.Call).Organization!;
        var theirs = DescribeOrganization.Handle(new(), org.CallOf(member)).Organization!;

        Assert.Equal(org.Organization.Id, mine.Id);
        Assert.Equal((mine.Id, mine.Arn, mine.MasterAccountId), (theirs.Id, theirs.Arn, theirs.MasterAccountId));
    }

    [Fact]
    public void Refuses_an_account_that_stands_alone()
    {
        var org = new OrganizationFixture(organized: false);

        var refusal = Assert.Throws<AWSOrganizationsNotInUseException>(() => DescribeOrganization.Handle(new(), org.Account.Call));

        Assert.Equal((400, "AWSOrganizationsNotInUseException", "Your account is not a member of an organization."), (refusal.Status, refusal.Code, refusal.Message));
    }
}
