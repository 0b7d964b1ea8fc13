using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class PutApplicationGrantTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void A_grant_takes_the_place_of_the_one_of_its_type()
    {
        var arn = center.CreateApplication();
        center.PutGrant(arn, GrantType.Refresh_token, new() { RefreshToken = new() });
        center.PutGrant(arn, GrantType.Authorization_code, Code("https://a.example.com/"));
        center.PutGrant(arn, GrantType.Authorization_code, Code("https://b.example.com/", "http://127.0.0.1:8400/cb"));

        var grants = center.Account.Account.IdentityApplications[0].Grants;
        Assert.Equal(2, grants.Length);
        Assert.Equal(["https://b.example.com/", "http://127.0.0.1:8400/cb"], grants[1].RedirectUris);
    }

    [Fact]
    public void The_type_and_the_grant_belong_together() =>
        Assert.Throws<ValidationException>(() => center.PutGrant(center.CreateApplication(), GrantType.Authorization_code, new() { RefreshToken = new() }));

    [Theory]
    [InlineData]
    [InlineData("http://notebooks.example.com/")]
    [InlineData("/callback")]
    [InlineData("https://a.example.com/#part")]
    [InlineData("https://me@a.example.com/")]
    [InlineData("javascript:alert(1)")]
    public void Browsers_are_sent_nowhere_else(params string[] uris) =>
        Assert.Throws<ValidationException>(() => center.PutGrant(center.CreateApplication(), GrantType.Authorization_code, Code(uris)));

    [Fact]
    public void Issuers_whose_tokens_are_exchanged_must_be_there_and_stand_once()
    {
        var (arn, issuer) = (center.CreateApplication(), center.CreateIssuer());
        center.PutGrant(arn, GrantType.Urn_ietf_params_oauth_grant_type_jwt_bearer, Bearer(issuer));

        Assert.Throws<ValidationException>(() => center.PutGrant(arn, GrantType.Urn_ietf_params_oauth_grant_type_jwt_bearer, Bearer(issuer, issuer)));
        Assert.Throws<ResourceNotFoundException>(() => center.PutGrant(
            arn, GrantType.Urn_ietf_params_oauth_grant_type_jwt_bearer, Bearer(issuer[..^1] + (issuer[^1] == '0' ? '1' : '0'))));
    }

    private static Grant Code(params string[] uris) => new() { AuthorizationCode = new() { RedirectUris = uris.Length == 0 ? null : uris } };

    private static Grant Bearer(params string[] issuers) => new()
    {
        JwtBearer = new() { AuthorizedTokenIssuers = [.. issuers.Select(arn => new AuthorizedTokenIssuer { TrustedTokenIssuerArn = arn, AuthorizedAudiences = ["notebooks"] })] },
    };
}
