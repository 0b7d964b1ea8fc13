using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Tests.Applications;
using Gatehouse.IdentityCenter.TokenIssuers;

namespace Gatehouse.IdentityCenter.Tests.TokenIssuers;

public sealed class DeleteTrustedTokenIssuerTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void It_goes_once_though_applications_use_it()
    {
        var arn = center.CreateIssuer();
        Call(new() { TrustedTokenIssuerArn = arn });

        Assert.Empty(center.Account.Account.TrustedTokenIssuers);
        Assert.Throws<ResourceNotFoundException>(() => Call(new() { TrustedTokenIssuerArn = arn }));
    }

    private DeleteTrustedTokenIssuerResponse Call(DeleteTrustedTokenIssuerRequest request) => center.Account.Write<DeleteTrustedTokenIssuer, DeleteTrustedTokenIssuerRequest, DeleteTrustedTokenIssuerResponse>(request);
}
