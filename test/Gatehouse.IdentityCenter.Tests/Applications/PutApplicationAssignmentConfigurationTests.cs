using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class PutApplicationAssignmentConfigurationTests
{
    private readonly CenterFixture center = new();

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_put_is_got(bool required)
    {
        var arn = center.CreateApplication();

        Call(new() { ApplicationArn = arn, AssignmentRequired = required });

        Assert.Equal(required, center.Account
            .Read<GetApplicationAssignmentConfiguration, GetApplicationAssignmentConfigurationRequest, GetApplicationAssignmentConfigurationResponse>(new() { ApplicationArn = arn }).AssignmentRequired);
    }

    private PutApplicationAssignmentConfigurationResponse Call(PutApplicationAssignmentConfigurationRequest request) => center.Account.Write<PutApplicationAssignmentConfiguration, PutApplicationAssignmentConfigurationRequest, PutApplicationAssignmentConfigurationResponse>(request);
}
