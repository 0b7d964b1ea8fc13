using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Tests.Applications;
using Gatehouse.IdentityCenter.TokenIssuers;

namespace Gatehouse.IdentityCenter.Tests.TokenIssuers;

public sealed class UpdateTrustedTokenIssuerTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void What_is_given_changes_and_the_rest_stays()
    {
        var arn = center.CreateIssuer();
        Call(new() { TrustedTokenIssuerArn = arn, Name = "people" });
        Call(new() { TrustedTokenIssuerArn = arn, TrustedTokenIssuerConfiguration = new() { OidcJwtConfiguration = new() { ClaimAttributePath = "sub", IdentityStoreAttributePath = "userName" } } });

        var issuer = Assert.Single(center.Account.Account.TrustedTokenIssuers);
        Assert.Equal(("people", "https://idp.example.com/people", "sub", "userName"), (issuer.Name, issuer.IssuerUrl, issuer.ClaimPath, issuer.AttributePath));
    }

    [Fact]
    public void An_attribute_that_does_not_tell_people_apart_is_refused() => Assert.Throws<ValidationException>(() => Call(
        new() { TrustedTokenIssuerArn = center.CreateIssuer(), TrustedTokenIssuerConfiguration = new() { OidcJwtConfiguration = new() { IdentityStoreAttributePath = "title" } } }));

    private UpdateTrustedTokenIssuerResponse Call(UpdateTrustedTokenIssuerRequest request) => center.Account.Write<UpdateTrustedTokenIssuer, UpdateTrustedTokenIssuerRequest, UpdateTrustedTokenIssuerResponse>(request);
}
