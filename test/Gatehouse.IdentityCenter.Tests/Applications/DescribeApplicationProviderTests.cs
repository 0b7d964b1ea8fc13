using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class DescribeApplicationProviderTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void The_custom_one_speaks_oauth() => Assert.Equal(FederationProtocol.OAUTH, Call(new() { ApplicationProviderArn = ApplicationGivens.Custom }).FederationProtocol);

    [Fact]
    public void What_is_not_made_here_says_so() => Assert.Throws<ValidationException>(() => Call(new() { ApplicationProviderArn = "arn:aws:sso::aws:applicationProvider/custom-saml" }));

    private DescribeApplicationProviderResponse Call(DescribeApplicationProviderRequest request) => center.Account.Read<DescribeApplicationProvider, DescribeApplicationProviderRequest, DescribeApplicationProviderResponse>(request);
}
