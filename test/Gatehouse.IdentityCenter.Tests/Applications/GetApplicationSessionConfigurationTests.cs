using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class GetApplicationSessionConfigurationTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void Sessions_may_outlive_their_users_unless_it_says_otherwise() =>
        Assert.Equal(UserBackgroundSessionApplicationStatus.ENABLED, Call(new() { ApplicationArn = center.CreateApplication() }).UserBackgroundSessionApplicationStatus);

    private GetApplicationSessionConfigurationResponse Call(GetApplicationSessionConfigurationRequest request) => center.Account.Read<GetApplicationSessionConfiguration, GetApplicationSessionConfigurationRequest, GetApplicationSessionConfigurationResponse>(request);
}
