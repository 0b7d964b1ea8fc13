using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Gatehouse.IdentityCenter.Tests.Applications;
using Gatehouse.Sts.Tests.Federation;

namespace Gatehouse.IdentityCenter.Tests.Tokens;

/// <summary>Tokens of trusted issuers that are not taken.</summary>
public sealed class BadAssertionTests
{
    private static readonly Dictionary<string, Func<ApplicationTokenGivens, string>> Bad = new(StringComparer.Ordinal)
    {
        ["another key signed it"] = given => given.Assertion(sign: bytes => TestIssuer.Stranger.SignData(bytes, HashAlgorithmName.SHA256)),
        ["it is expired"] = given => given.Assertion(claims => claims["exp"] = given.Now.ToUnixTimeSeconds()),
        ["it is not issued yet"] = given => given.Assertion(claims => claims["iat"] = given.Now.ToUnixTimeSeconds() + 3600),
        ["it never expires"] = given => given.Assertion(claims => claims.Remove("exp")),
        ["another issuer's"] = given => given.Assertion(claims => claims["iss"] = "https://elsewhere.example.com"),
        ["an issuer's whose name only begins like it"] = given => given.Assertion(claims => claims["iss"] = TestIssuer.DefaultUrl + "2"),
        ["for somebody else"] = given => given.Assertion(claims => claims["aud"] = "other"),
        ["for nobody"] = given => given.Assertion(claims => claims.Remove("aud")),
        ["its authorized party stands in for its audience"] = given => given.Assertion(claims =>
        {
            claims["aud"] = "other";
            claims["azp"] = "notebooks";
        }),
        ["alg none"] = given => given.Assertion(header: head => head["alg"] = "none", sign: _ => []),
        ["alg HS256"] = given => given.Assertion(header: head => (head["alg"], head["kid"]) = ("HS256", "hs")),
        ["an access token"] = given => given.Assertion(header: head => head["typ"] = "at+jwt"),
        ["a key that the issuer has not"] = given => given.Assertion(header: head => head["kid"] = "other"),
        ["no subject"] = given => given.Assertion(claims => claims.Remove("sub")),
        ["no claim that says who"] = given => given.Assertion(claims => claims.Remove("email")),
        ["a claim that is no text"] = given => given.Assertion(claims => claims["email"] = new JsonArray("ana@example.com")),
        ["somebody we do not know"] = given => given.Assertion(claims => claims["email"] = "eve@example.com"),
        ["the context of ours"] = given => given.Exchange().AwsAdditionalDetails!.IdentityContext!,
        ["the ID token of ours"] = given => given.Exchange().IdToken!,
        ["cut"] = given => given.Assertion()[..^4],
        ["no token"] = _ => "x.y.z",
        ["empty"] = _ => "",
    };

    public static TheoryData<string> Cases => [.. Bad.Keys];

    [Theory]
    [MemberData(nameof(Cases))]
    public void Is_refused(string what)
    {
        var given = new ApplicationTokenGivens();

        Assert.Equal("400 invalid_grant", ApplicationTokenGivens.Refusal(() => given.Exchange(Bad[what](given))));
    }

    [Fact]
    public void Two_who_have_the_same_address_are_nobody()
    {
        var given = new ApplicationTokenGivens();
        given.Center.AddUser("ana2", """{"Emails":[{"Value":"ANA@example.com"}]}""");

        Assert.Equal("400 invalid_grant", ApplicationTokenGivens.Refusal(() => given.Exchange()));
    }

    [Fact]
    public void Somebody_who_is_disabled_is_nobody()
    {
        var given = new ApplicationTokenGivens();
        given.Center.Account.Change(draft => draft.Put(given.User with { Disabled = true }));

        Assert.Equal("400 invalid_grant", ApplicationTokenGivens.Refusal(() => given.Exchange()));
    }

    [Fact]
    public void An_issuer_that_is_trusted_by_the_instance_and_not_by_the_application_is_not_taken()
    {
        var given = new ApplicationTokenGivens();
        given.Center.PutGrant(given.Application, ApplicationTokenGivens.Bearer, new() { JwtBearer = new() });

        Assert.Equal("400 invalid_grant", ApplicationTokenGivens.Refusal(() => given.Exchange()));
    }

    [Fact]
    public void An_issuer_that_was_taken_away_is_not_taken()
    {
        var given = new ApplicationTokenGivens();
        given.Center.Account.Change(draft => draft.Remove(draft.Account.TrustedTokenIssuers[0]));

        Assert.Equal("400 invalid_grant", ApplicationTokenGivens.Refusal(() => given.Exchange()));
    }

    [Theory]
    [InlineData("userName", "preferred_username", "ana")]
    [InlineData("externalIds.id", "user.id", "x-1")]
    public void People_are_found_by_other_attributes_too(string attribute, string claim, string value)
    {
        var given = new ApplicationTokenGivens();
        given.Center.Account.Change(draft =>
        {
            draft.Put(draft.Account.TrustedTokenIssuers[0] with { AttributePath = attribute, ClaimPath = claim });
            draft.Put(given.User with { ExternalIds = [new("idp", "x-1")] });
        });

        given.Exchange(given.Assertion(claims => (claims[claim.Split('.')[0]], claims["email"]) = (claim.Contains('.', StringComparison.Ordinal) ? new JsonObject { ["id"] = value } : value, "eve@example.com")));
    }
}
