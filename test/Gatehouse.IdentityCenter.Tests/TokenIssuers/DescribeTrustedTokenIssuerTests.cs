using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Tests.Applications;
using Gatehouse.IdentityCenter.TokenIssuers;

namespace Gatehouse.IdentityCenter.Tests.TokenIssuers;

public sealed class DescribeTrustedTokenIssuerTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void It_is_shown_as_it_was_made()
    {
        var shown = Call(new() { TrustedTokenIssuerArn = center.CreateIssuer() });
        var jwt = shown.TrustedTokenIssuerConfiguration!.OidcJwtConfiguration!;

        Assert.Equal(("idp", "OIDC_JWT", "OPEN_ID_DISCOVERY"), (shown.Name, shown.TrustedTokenIssuerType, jwt.JwksRetrievalOption));
        Assert.Equal(("https://idp.example.com/people", "email", "emails.value"), (jwt.IssuerUrl, jwt.ClaimAttributePath, jwt.IdentityStoreAttributePath));
    }

    [Fact]
    public void What_is_not_there_is_not_shown() => Assert.Throws<ResourceNotFoundException>(() => Call(
        new() { TrustedTokenIssuerArn = "arn:aws:sso::111122223333:trustedTokenIssuer/ssoins-0123456789abcdef/tti-00000000-0000-4000-8000-000000000000" }));

    private DescribeTrustedTokenIssuerResponse Call(DescribeTrustedTokenIssuerRequest request) => center.Account.Read<DescribeTrustedTokenIssuer, DescribeTrustedTokenIssuerRequest, DescribeTrustedTokenIssuerResponse>(request);
}
