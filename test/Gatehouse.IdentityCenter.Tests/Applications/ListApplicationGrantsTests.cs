using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.Contracts.SsoAdmin.Shapes;
using Gatehouse.IdentityCenter.Applications;

namespace Gatehouse.IdentityCenter.Tests.Applications;

public sealed class ListApplicationGrantsTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void All_of_them_are_listed_each_of_its_kind()
    {
        var arn = center.CreateApplication();
        center.PutGrant(arn, GrantType.Urn_ietf_params_oauth_grant_type_token_exchange, new() { TokenExchange = new() });
        center.PutGrant(arn, GrantType.Authorization_code, new() { AuthorizationCode = new() { RedirectUris = ["https://a.example.com/"] } });

        var grants = Call(new() { ApplicationArn = arn }).Grants;

        Assert.Equal([GrantType.Authorization_code, GrantType.Urn_ietf_params_oauth_grant_type_token_exchange], grants.Select(grant => grant.GrantType));
        Assert.NotNull(grants[1].Grant.TokenExchange);
    }

    private ListApplicationGrantsResponse Call(ListApplicationGrantsRequest request) => center.Account.Read<ListApplicationGrants, ListApplicationGrantsRequest, ListApplicationGrantsResponse>(request);
}
