using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class DeleteApplicationGrantTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void It_goes_once()
    {
        var arn = center.CreateApplication();
        center.PutGrant(arn, GrantType.Refresh_token, new() { RefreshToken = new() });

        Call(new() { ApplicationArn = arn, GrantType = GrantType.Refresh_token });

        Assert.Empty(center.Account.Account.IdentityApplications[0].Grants);
        Assert.Throws<ResourceNotFoundException>(() => Call(new() { ApplicationArn = arn, GrantType = GrantType.Refresh_token }));
    }

    private DeleteApplicationGrantResponse Call(DeleteApplicationGrantRequest request) => center.Account.Write<DeleteApplicationGrant, DeleteApplicationGrantRequest, DeleteApplicationGrantResponse>(request);
}
