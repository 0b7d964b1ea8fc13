using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class GetApplicationAuthenticationMethodTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void The_policy_is_shown_and_without_one_there_is_nothing()
    {
        var arn = center.CreateApplication();
        Assert.Throws<ResourceNotFoundException>(() => Call(Iam(arn)));

        center.PutPolicy(arn);

        Assert.Equal(ApplicationGivens.Policy, Call(Iam(arn)).AuthenticationMethod!.Iam!.ActorPolicy!.Value.GetRawText());
    }

    private static GetApplicationAuthenticationMethodRequest Iam(string arn) => new() { ApplicationArn = arn, AuthenticationMethodType = AuthenticationMethodType.IAM };

    private GetApplicationAuthenticationMethodResponse Call(GetApplicationAuthenticationMethodRequest request) => center.Account.Read<GetApplicationAuthenticationMethod, GetApplicationAuthenticationMethodRequest, GetApplicationAuthenticationMethodResponse>(request);
}
