using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Services;

namespace Gatehouse.Organizations.Tests.Services;

public sealed class EnableAWSServiceAccessTests
{
    private const string Iam = "iam.amazonaws.com";
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Lets_a_service_in_once_however_often_it_is_said()
    {
        org.Trust(Iam);
        org.Account.Clock.Advance(TimeSpan.FromDays(1));
        org.Trust(Iam);

        Assert.Equal([Iam], org.Trusted());
        Assert.Equal(org.Account.Clock.GetUtcNow().AddDays(-1), org.Organization.TrustedServices[0].Since);
    }

    [Fact]
    public void Refuses_what_is_no_service_of_AWS()
    {
        var refusal = Assert.Throws<InvalidInputException>(() => org.Trust("iam.example.com"));

        Assert.Equal((400, "You specified an unrecognized service principal.", "UNRECOGNIZED_SERVICE_PRINCIPAL"), (refusal.Status, refusal.Message, refusal.Reason));
    }

    [Fact]
    public void Refuses_an_organization_that_has_only_its_bills_in_common()
    {
        org.Account.Change(draft => draft.Put(org.Organization with { FeatureSet = "CONSOLIDATED_BILLING" }));

        Assert.Equal("ORGANIZATION_NOT_IN_ALL_FEATURES_MODE", Assert.Throws<ConstraintViolationException>(() => org.Trust(Iam)).Reason);
    }

    [Fact]
    public void Is_checked_with_the_service()
    {
        var needs = org.Needs<EnableAWSServiceAccess, EnableAWSServiceAccessRequest>("EnableAWSServiceAccess", new() { ServicePrincipal = Iam });

        Assert.Equal(("*", "organizations:ServicePrincipal", Iam), (needs.Checks[0].Resource.Text, needs.Keys[0].Key, needs.Keys[0].Value[0]));
    }
}
