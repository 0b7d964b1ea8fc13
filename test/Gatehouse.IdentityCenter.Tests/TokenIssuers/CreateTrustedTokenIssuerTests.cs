using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Tests.Applications;
using Gatehouse.IdentityCenter.TokenIssuers;

namespace Gatehouse.IdentityCenter.Tests.TokenIssuers;

public sealed class CreateTrustedTokenIssuerTests
{
    private readonly CenterFixture center = new();

    [Fact]
    public void An_issuer_is_there_once_it_is_made()
    {
        Assert.Matches(
            "^arn:aws:sso::111122223333:trustedTokenIssuer/ssoins-0123456789abcdef/tti-[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$",
            center.CreateIssuer());
        Assert.Single(center.Account.Account.TrustedTokenIssuers);
    }

    [Fact]
    public void An_issuer_is_trusted_once_and_the_same_request_again_makes_no_second()
    {
        var first = center.CreateIssuer(token: "once");

        Assert.Equal(first, center.CreateIssuer(token: "once"));
        Assert.Throws<ConflictException>(() => center.CreateIssuer());
        Assert.Throws<ConflictException>(() => center.CreateIssuer("https://idp.example.com/people/"));
        Assert.Throws<ConflictException>(() => center.CreateIssuer("https://other.example.com", token: "once"));
    }

    [Theory]
    [InlineData("http://idp.example.com")]
    [InlineData("https://127.0.0.1/")]
    [InlineData("https://idp.example.com:8443/")]
    [InlineData("https://idp.example.com/a/../b")]
    public void Keys_are_fetched_from_public_https_addresses_alone(string url) => Assert.Throws<ValidationException>(() => center.CreateIssuer(url));

    [Theory]
    [InlineData("userName", true)]
    [InlineData("emails.value", true)]
    [InlineData("externalIds.id", true)]
    [InlineData("nickName", false)]
    [InlineData("name.familyName", false)]
    public void People_are_found_by_what_tells_them_apart(string attribute, bool taken)
    {
        if (taken)
        {
            center.CreateIssuer(attribute: attribute);
        }
        else
        {
            Assert.Throws<ValidationException>(() => center.CreateIssuer(attribute: attribute));
        }
    }

    [Fact]
    public void There_are_ten_at_most()
    {
        for (var i = 0; i < 10; i++)
        {
            center.CreateIssuer($"https://idp{i}.example.com");
        }

        Assert.Throws<ServiceQuotaExceededException>(() => center.CreateIssuer("https://idp10.example.com"));
    }
}
