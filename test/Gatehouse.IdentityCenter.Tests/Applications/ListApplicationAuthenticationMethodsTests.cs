using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class ListApplicationAuthenticationMethodsTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void There_is_one_or_none()
    {
        var arn = center.CreateApplication();
        Assert.Empty(Call(new() { ApplicationArn = arn }).AuthenticationMethods!);

        center.PutPolicy(arn);

        Assert.Equal(AuthenticationMethodType.IAM, Assert.Single(Call(new() { ApplicationArn = arn }).AuthenticationMethods!).AuthenticationMethodType);
    }

    private ListApplicationAuthenticationMethodsResponse Call(ListApplicationAuthenticationMethodsRequest request) => center.Account.Read<ListApplicationAuthenticationMethods, ListApplicationAuthenticationMethodsRequest, ListApplicationAuthenticationMethodsResponse>(request);
}
