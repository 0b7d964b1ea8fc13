using Gatehouse.Contracts.Organizations;
using Gatehouse.Organizations.Services;

namespace Gatehouse.Organizations.Tests.Services;

public sealed class DisableAWSServiceAccessTests
{
    private const string Iam = "iam.amazonaws.com";
    private readonly OrganizationFixture org = new();

    [Fact]
    public void Shuts_a_service_out_and_does_not_mind_one_that_is_out()
    {
        org.Trust(Iam);
        org.Trust("sso.amazonaws.com");

        Disable(Iam);
        Disable(Iam);

        Assert.Equal(["sso.amazonaws.com"], org.Trusted());
    }

    [Fact]
    public void Refuses_what_is_no_service_of_AWS() =>
        Assert.Equal("UNRECOGNIZED_SERVICE_PRINCIPAL", Assert.Throws<InvalidInputException>(() => Disable("iam")).Reason);

    private void Disable(string service) =>
        org.Write<DisableAWSServiceAccess, DisableAWSServiceAccessRequest, DisableAWSServiceAccessResponse>(new() { ServicePrincipal = service });
}
