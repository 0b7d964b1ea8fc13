using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class PutApplicationAuthenticationMethodTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void The_policy_is_kept_as_it_was_given()
    {
        var arn = center.CreateApplication();
        center.PutPolicy(arn);

        Assert.Equal(ApplicationGivens.Policy, center.Account.Account.IdentityApplications[0].ActorPolicy);
    }

    [Theory]
    [InlineData("{}")]
    [InlineData("[]")]
    [InlineData("\"text\"")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"sso-oauth:CreateTokenWithIAM","Resource":"*"}]}""")]
    [InlineData("""{"Version":"2012-10-17","Statement":[{"Effect":"Permit","Principal":"*","Action":"sso-oauth:CreateTokenWithIAM","Resource":"*"}]}""")]
    public void What_is_no_policy_of_a_resource_is_refused(string policy) => Assert.Throws<ValidationException>(() => center.PutPolicy(center.CreateApplication(), policy));
}
