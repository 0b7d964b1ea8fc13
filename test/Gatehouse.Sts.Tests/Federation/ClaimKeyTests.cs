using System.Text.Json.Nodes;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>Which claims a trust policy may test: those that AWS lists for the issuer, or all where the operator says so [AU-421].</summary>
public sealed class ClaimKeyTests
{
    [Theory]
    [InlineData("https://token.actions.githubusercontent.com", "runner_environment", "\"self-hosted\"", true)]
    [InlineData("https://token.actions.githubusercontent.com/acme", "repository_id", "7", true)]
    [InlineData("https://token.actions.githubusercontent.com", "run_id", "7", false)]
    [InlineData("https://token.actions.githubusercontent.com.example.com", "repository_id", "7", false)]
    [InlineData("https://gitlab.com", "project_id", "\"20\"", true)]
    [InlineData("https://gitlab.com", "ref_protected", "true", true)]
    [InlineData("https://gitlab.com", "iss", "\"https://gitlab.com\"", false)]
    [InlineData("https://agent.buildkite.com", "pipeline_slug", "\"deploy\"", true)]
    [InlineData("https://oidc.circleci.com/org/1a2b", "oidc.circleci.com/project-id", "\"3c4d\"", true)]
    [InlineData("https://idcs-1.identity.oraclecloud.com", "rpst_id", "\"o1\"", true)]
    [InlineData("https://login.example.com/tenant", "email", "\"ada@example.com\"", true)]
    [InlineData("https://login.example.com/tenant", "department", "\"research\"", false)]
    public void Are_those_of_the_issuer(string issuer, string claim, string value, bool tested) => Assert.Equal(tested, Tests(new(issuer), claim, value));

    [Theory]
    [InlineData("department", "\"research\"", true)]
    [InlineData("level", "7", true)]
    [InlineData("admin", "true", true)]
    [InlineData("groups", "[\"a\",\"b\"]", true)]
    [InlineData("address", "{\"city\":\"x\"}", false)]
    [InlineData("aud2", "\"x\"", true)]
    public void Are_all_plain_ones_of_an_issuer_whose_claims_the_operator_opens(string claim, string value, bool tested) =>
        Assert.Equal(tested, Tests(new(rules: new() { OpenClaimIssuers = [TestIssuer.DefaultUrl] }), claim, value));

    [Fact]
    public void Never_pass_for_what_is_settled_otherwise()
    {
        var federation = new FederationFixture(rules: new() { OpenClaimIssuers = [TestIssuer.DefaultUrl] });
        federation.Trust($$"""{"Null":{"{{federation.Name}}:oaud":"false"} }""");

        Assert.StartsWith("AccessDenied ", FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now, claims => claims["oaud"] = "x"))), StringComparison.Ordinal);
        federation.Trust();
        Assert.Equal(
            ["aud", "sub"],
            federation.Open(federation.Assume(federation.Issuer.Token(federation.Now, claims => claims["department"] = "x")).Credentials!).FederationKeys.Select(key => key.Name[(federation.Name.Length + 1)..]));
    }

    private static bool Tests(FederationFixture federation, string claim, string value)
    {
        federation.Trust($$"""{"Null":{"{{federation.Name}}:{{claim}}":"false"} }""");
        return Record.Exception(() => federation.Assume(federation.Issuer.Token(federation.Now, claims => claims[claim] = JsonNode.Parse(value)))) is null;
    }
}
