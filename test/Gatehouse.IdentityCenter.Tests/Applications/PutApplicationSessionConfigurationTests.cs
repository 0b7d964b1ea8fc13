using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class PutApplicationSessionConfigurationTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void What_is_put_is_got_and_nothing_given_changes_nothing()
    {
        var arn = center.CreateApplication();

        Call(new() { ApplicationArn = arn, UserBackgroundSessionApplicationStatus = UserBackgroundSessionApplicationStatus.DISABLED });
        Call(new() { ApplicationArn = arn });

        Assert.Equal(UserBackgroundSessionApplicationStatus.DISABLED, center.Account
            .Read<GetApplicationSessionConfiguration, GetApplicationSessionConfigurationRequest, GetApplicationSessionConfigurationResponse>(new() { ApplicationArn = arn })
            .UserBackgroundSessionApplicationStatus);
    }

    private PutApplicationSessionConfigurationResponse Call(PutApplicationSessionConfigurationRequest request) => center.Account.Write<PutApplicationSessionConfiguration, PutApplicationSessionConfigurationRequest, PutApplicationSessionConfigurationResponse>(request);
}
