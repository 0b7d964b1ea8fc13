using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class DeleteApplicationAuthenticationMethodTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void It_goes_once()
    {
        var arn = center.CreateApplication();
        center.PutPolicy(arn);

        Call(new() { ApplicationArn = arn, AuthenticationMethodType = AuthenticationMethodType.IAM });

        Assert.Null(center.Account.Account.IdentityApplications[0].ActorPolicy);
        Assert.Throws<ResourceNotFoundException>(() => Call(new() { ApplicationArn = arn, AuthenticationMethodType = AuthenticationMethodType.IAM }));
    }

    private DeleteApplicationAuthenticationMethodResponse Call(DeleteApplicationAuthenticationMethodRequest request) => center.Account.Write<DeleteApplicationAuthenticationMethod, DeleteApplicationAuthenticationMethodRequest, DeleteApplicationAuthenticationMethodResponse>(request);
}
