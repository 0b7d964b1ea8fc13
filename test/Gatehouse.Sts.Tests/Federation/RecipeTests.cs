using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Gatehouse.Accounts.Entities;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>The recipes of docs/federation.md, run with tokens shaped as the providers issue them [AU-427].</summary>
public sealed partial class RecipeTests
{
    [Theory]
    [InlineData(
        "GitHub Actions",
        "https://token.actions.githubusercontent.com",
        "sts.amazonaws.com",
        """{"jti":"1","sub":"repo:octo-org/app:ref:refs/heads/main","aud":"sts.amazonaws.com","ref":"refs/heads/main","sha":"ab","repository":"octo-org/app","repository_owner":"octo-org","run_id":"1","actor":"octocat","workflow":"ci","ref_type":"branch","job_workflow_ref":"octo-org/app/.github/workflows/ci.yml@refs/heads/main"}""",
        "sub",
        "repo:octo-org/app:pull_request")]
    [InlineData(
        "GitLab",
        "https://gitlab.com",
        "https://gitlab.com",
        """{"namespace_id":"72","namespace_path":"octo-group","project_id":"20","project_path":"octo-group/app","user_login":"ada","pipeline_source":"push","ref":"main","ref_type":"branch","ref_protected":"true","sub":"project_path:octo-group/app:ref_type:branch:ref:main","aud":"https://gitlab.com"}""",
        "sub",
        "project_path:evil/app:ref_type:branch:ref:main")]
    [InlineData(
        "Kubernetes service accounts",
        "https://oidc.cluster.example.com/id/1a2b",
        "sts.amazonaws.com",
        """{"aud":["sts.amazonaws.com"],"sub":"system:serviceaccount:shop:checkout","kubernetes.io":{"namespace":"shop","pod":{"name":"checkout-1","uid":"u"},"serviceaccount":{"name":"checkout","uid":"v"}}}""",
        "sub",
        "system:serviceaccount:shop:default")]
    [InlineData(
        "Google",
        "https://accounts.google.com",
        "111111111111111111111",
        """{"azp":"111111111111111111111","aud":"sts.amazonaws.com","sub":"111111111111111111111","email":"job@project.iam.gserviceaccount.com","email_verified":true}""",
        "aud",
        "another.service")]
    [InlineData(
        "Entra ID",
        "https://login.microsoftonline.com/5e4f3a2b-0000-4000-8000-000000000001/v2.0",
        "0a1b2c3d-0000-4000-8000-00000000000a",
        """{"aud":"0a1b2c3d-0000-4000-8000-00000000000a","azpacr":"1","oid":"9f8e7d6c-0000-4000-8000-00000000000b","rh":"0.A","sub":"9f8e7d6c-0000-4000-8000-00000000000b","tid":"5e4f3a2b-0000-4000-8000-000000000001","uti":"u","ver":"2.0"}""",
        "sub",
        "9f8e7d6c-0000-4000-8000-00000000000c")]
    [InlineData(
        "Keycloak",
        "https://keycloak.example.com/realms/staff",
        "gatehouse",
        """{"jti":"onrtac:1","aud":"gatehouse","sub":"f47ac10b-58cc-4372-a567-0e02b2c3d479","typ":"ID","azp":"gatehouse","sid":"s","acr":"1","email_verified":true,"name":"Ada","preferred_username":"ada"}""",
        "sub",
        "f47ac10b-58cc-4372-a567-0e02b2c3d470")]
    public void Is_taken_as_written_and_takes_no_neighbour(string recipe, string issuer, string client, string claims, string claim, string neighbour)
    {
        var policy = PolicyOf(recipe);
        Assert.True(PolicyValidator.Validate(policy, PolicyKind.Trust).Valid);
        var federation = new FederationFixture(issuer);
        federation.Account.Change(draft =>
        {
            draft.Put(draft.Account.OpenIdProviders[0] with { ClientIds = [client] });
            draft.Put(StsFixture.RoleOf("app", policy) with { Path = "/team/" });
        });

        // [AU-404]: Google alone may leave out the scheme.
        Assert.NotNull(federation.Assume(Token(federation, claims, null)).Credentials);
        if (recipe == "Google")
        {
            Assert.Equal("accounts.google.com", federation.Assume(Token(federation, claims, body => body["iss"] = "accounts.google.com")).Provider);
        }

        Assert.Equal(
            "AccessDenied Not authorized to perform sts:AssumeRoleWithWebIdentity",
            FederationFixture.Refusal(() => federation.Assume(Token(federation, claims, body => body[claim] = neighbour))));
    }

    // RS256, as all of these providers sign.
    private static string Token(FederationFixture federation, string claims, Action<JsonObject>? change) => federation.Issuer.Token(
        federation.Now,
        body =>
        {
            body.Remove("nbf");
            foreach (var (name, value) in JsonNode.Parse(claims)!.AsObject())
            {
                body[name] = value?.DeepClone();
            }

            change?.Invoke(body);
        },
        header => (header["alg"], header["kid"]) = ("RS256", "rs"),
        TestIssuer.ByRsa);

    private static string PolicyOf(string recipe)
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "ARCHITECTURE.md")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The repository is not above the tests.");
        }

        var page = File.ReadAllText(Path.Combine(folder.FullName, "docs", "federation.md"));
        var section = page[page.IndexOf($"### {recipe}\n", StringComparison.Ordinal)..];
        return Block().Match(section).Groups[1].Value;
    }

    [GeneratedRegex("```json\n(.*?)```", RegexOptions.Singleline, matchTimeoutMilliseconds: 1000)]
    private static partial Regex Block();
}
