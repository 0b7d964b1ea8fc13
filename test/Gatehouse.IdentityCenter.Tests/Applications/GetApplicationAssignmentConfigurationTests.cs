using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class GetApplicationAssignmentConfigurationTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void An_application_is_for_those_who_are_assigned_unless_it_says_otherwise() =>
        Assert.True(Call(new() { ApplicationArn = center.CreateApplication() }).AssignmentRequired);

    private GetApplicationAssignmentConfigurationResponse Call(GetApplicationAssignmentConfigurationRequest request) => center.Account.Read<GetApplicationAssignmentConfiguration, GetApplicationAssignmentConfigurationRequest, GetApplicationAssignmentConfigurationResponse>(request);
}
