using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Services;

namespace Gatehouse.Organizations.Tests.Services;

public sealed class ListAWSServiceAccessForOrganizationTests
{
    private const string Iam = "iam.amazonaws.com";
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Lists_in_the_order_of_names_page_by_page()
    {
        org.Trust("sso.amazonaws.com");
        org.Trust(Iam);

        var first = List(new() { MaxResults = 1 });
        var second = List(new() { MaxResults = 1, NextToken = first.NextToken });

        Assert.Equal([Iam, "sso.amazonaws.com"], first.EnabledServicePrincipals!.Concat(second.EnabledServicePrincipals!).Select(one => one.ServicePrincipal));
        Assert.Equal(org.Account.Clock.GetUtcNow(), first.EnabledServicePrincipals![0].DateEnabled);
        Assert.Null(second.NextToken);
    }

    [Fact]
    public void A_plain_member_may_not_ask_and_one_that_administers_a_service_may()
    {
        org.Trust(Iam);
        var dev = org.Make("dev");
        Assert.Throws<AccessDeniedException>(() => ListAWSServiceAccessForOrganization.Handle(new(), org.CallOf(dev)));

        org.Delegate(dev, Iam);

        Assert.Single(ListAWSServiceAccessForOrganization.Handle(new(), org.CallOf(dev)).EnabledServicePrincipals!);
    }

    private ListAWSServiceAccessForOrganizationResponse List(ListAWSServiceAccessForOrganizationRequest request) =>
        org.Read<ListAWSServiceAccessForOrganization, ListAWSServiceAccessForOrganizationRequest, ListAWSServiceAccessForOrganizationResponse>(request);
}
