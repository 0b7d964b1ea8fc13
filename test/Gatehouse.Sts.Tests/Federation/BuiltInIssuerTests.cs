using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>Google, whom trust policies may name without a provider in the account where the operator says so [AU-403, AU-420].</summary>
public sealed class BuiltInIssuerTests
{
    private const string Google = "https://accounts.google.com";
    private const string NoProvider = "InvalidIdentityToken No OpenIDConnect provider found in your account for https://accounts.google.com";
    private const string Denied = "AccessDenied Not authorized to perform sts:AssumeRoleWithWebIdentity";

    private readonly FederationFixture federation = Make("accounts.google.com");

    [Theory]
    [InlineData(Google)]
    [InlineData("accounts.google.com")]
    public void Is_taken_by_roles_that_trust_its_name(string issuer)
    {
        var answer = federation.Assume(Token(claims => (claims["iss"], claims["azp"]) = (issuer, "1234.apps")));

        Assert.Equal(("accounts.google.com", "1234.apps", "117600000000000000000"), (answer.Provider, answer.Audience, answer.SubjectFromWebIdentityToken));
        var session = federation.Open(answer.Credentials!);
        Assert.Equal("accounts.google.com", session.Provider);
        Assert.Equal(["accounts.google.com:aud=1234.apps", "accounts.google.com:sub=117600000000000000000"], session.FederationKeys.Select(key => $"{key.Name}={key.Values[0]}"));
    }

    [Theory]
    [InlineData("""{"StringEquals":{"accounts.google.com:aud":"1234.apps","accounts.google.com:oaud":"sts.amazonaws.com","accounts.google.com:sub":"117600000000000000000"}}""", true)]
    [InlineData("""{"StringEquals":{"aws:FederatedProvider":"accounts.google.com"}}""", true)]
    [InlineData("""{"StringEquals":{"accounts.google.com:email":"job@project.iam.gserviceaccount.com"}}""", true)]
    [InlineData("""{"NumericEquals":{"accounts.google.com:google/organization_number":"77"}}""", true)]
    [InlineData("""{"StringEquals":{"accounts.google.com:aud":"sts.amazonaws.com"}}""", false)]
    [InlineData("""{"StringEquals":{"accounts.google.com:oaud":"1234.apps"}}""", false)]
    [InlineData("""{"StringEquals":{"accounts.google.com:sub":"1"}}""", false)]
    public void Its_claims_are_tested_as_AWS_has_it(string conditions, bool allowed)
    {
        Trust(conditions);

        var asked = () => federation.Assume(Token(claims => (claims["azp"], claims["google"]) = ("1234.apps", new JsonObject { ["organization_number"] = 77 })));

        if (allowed)
        {
            Assert.NotNull(asked().Credentials);
        }
        else
        {
            Assert.Equal(Denied, FederationFixture.Refusal(() => asked()));
        }
    }

    [Fact]
    public void Without_an_authorized_party_the_audience_is_the_tokens_own()
    {
        Trust("""{"StringEquals":{"accounts.google.com:aud":"sts.amazonaws.com"},"Null":{"accounts.google.com:oaud":"true"}}""");

        Assert.Equal("sts.amazonaws.com", federation.Assume(Token()).Audience);
        Assert.Equal("InvalidIdentityToken Incorrect token audience", FederationFixture.Refusal(() => federation.Assume(Token(claims => claims.Remove("aud")))));
        Assert.Equal("InvalidIdentityToken Incorrect token audience", FederationFixture.Refusal(() => federation.Assume(Token(claims => claims["azp"] = 1))));
    }

    [Fact]
    public void Is_refused_where_the_operator_does_not_name_it()
    {
        var closed = Make();

        Assert.Equal(NoProvider, FederationFixture.Refusal(() => closed.Assume(closed.Issuer.Token(closed.Now))));
        Assert.Empty(closed.Issuer.Asked);
    }

    [Fact]
    public void Is_checked_as_any_other_issuer()
    {
        Assert.Equal("InvalidIdentityToken Provided Token's Signature is not valid", FederationFixture.Refusal(() => federation.Assume(
            federation.Issuer.Token(federation.Now, sign: bytes => TestIssuer.Stranger.SignData(bytes, System.Security.Cryptography.HashAlgorithmName.SHA256)))));
        Assert.StartsWith("ExpiredTokenException ", FederationFixture.Refusal(() => federation.Assume(Token(claims => claims["exp"] = 1))), StringComparison.Ordinal);
    }

    [Fact]
    public void Is_not_enough_for_roles_that_trust_a_provider_or_nobody_of_the_kind()
    {
        federation.Account.Change(draft => draft.Put(StsFixture.RoleOf(
            "app", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:oidc-provider/accounts.google.com"},"Action":"sts:AssumeRoleWithWebIdentity"}}""") with { Path = "/team/" }));

        Assert.Equal(Denied, FederationFixture.Refusal(() => federation.Assume(Token())));
        Assert.Equal(Denied, FederationFixture.Refusal(() => federation.Assume(Token(), role: "arn:aws:iam::111122223333:role/none")));
    }

    [Fact]
    public void Gives_way_to_a_provider_of_the_account()
    {
        federation.Account.Change(draft => draft.Put(new OpenIdProvider { Url = Google, Created = draft.Now, ClientIds = ["other"] }));

        Assert.Equal("InvalidIdentityToken Incorrect token audience", FederationFixture.Refusal(() => federation.Assume(Token())));
        Assert.Equal(Denied, FederationFixture.Refusal(() => federation.Assume(Token(claims => claims["aud"] = "other"))));
    }

    private static FederationFixture Make(params string[] builtIn)
    {
        var made = new FederationFixture(Google, new() { BuiltInIssuers = [.. builtIn] });
        made.Account.Change(draft => draft.Remove<OpenIdProvider>(draft.Account.OpenIdProviders[0]));
        Trust(made, "{}");
        return made;
    }

    private static void Trust(FederationFixture federation, string conditions) => federation.Account.Change(draft => draft.Put(StsFixture.RoleOf(
        "app", $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"accounts.google.com"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{{conditions}} } }""") with { Path = "/team/" }));

    private void Trust(string conditions) => Trust(federation, conditions);

    private string Token(Action<JsonObject>? claims = null) => federation.Issuer.Token(federation.Now, body =>
    {
        (body["sub"], body["email"]) = ("117600000000000000000", "job@project.iam.gserviceaccount.com");
        claims?.Invoke(body);
    });
}
