using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class GetApplicationGrantTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void What_was_put_is_shown()
    {
        var (arn, issuer) = (center.CreateApplication(), center.CreateIssuer());
        center.PutGrant(arn, GrantType.Urn_ietf_params_oauth_grant_type_jwt_bearer, new()
        {
            JwtBearer = new() { AuthorizedTokenIssuers = [new() { TrustedTokenIssuerArn = issuer, AuthorizedAudiences = ["notebooks"] }] },
        });

        var shown = Assert.Single(Call(new() { ApplicationArn = arn, GrantType = GrantType.Urn_ietf_params_oauth_grant_type_jwt_bearer }).Grant.JwtBearer!.AuthorizedTokenIssuers!);

        Assert.Equal(issuer, shown.TrustedTokenIssuerArn);
        Assert.Equal(["notebooks"], shown.AuthorizedAudiences!);
        Assert.Throws<ResourceNotFoundException>(() => Call(new() { ApplicationArn = arn, GrantType = GrantType.Refresh_token }));
    }

    private GetApplicationGrantResponse Call(GetApplicationGrantRequest request) => center.Account.Read<GetApplicationGrant, GetApplicationGrantRequest, GetApplicationGrantResponse>(request);
}
