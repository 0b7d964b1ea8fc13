using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;

namespace Gatehouse.Sts.Tests.Federation;

public sealed class AssumeRoleWithWebIdentityTests
{
    private readonly FederationFixture federation = new();

    [Fact]
    public void Gives_a_session_to_whom_the_issuer_vouches_for()
    {
        // [AU-425, AU-420, AU-421]
        federation.Trust($$"""{"StringEquals":{"{{federation.Name}}:aud":"sts.amazonaws.com"},"StringLike":{"{{federation.Name}}:sub":"repo:octo/app:*"} }""");

        var answer = federation.Assume(federation.Issuer.Token(federation.Now));

        Assert.Equal("repo:octo/app:ref:refs/heads/main", answer.SubjectFromWebIdentityToken);
        Assert.Equal("sts.amazonaws.com", answer.Audience);
        Assert.Equal("arn:aws:iam::111122223333:oidc-provider/login.example.com/tenant", answer.Provider);
        Assert.Equal("arn:aws:sts::111122223333:assumed-role/app/job", answer.AssumedRoleUser!.Arn);
        Assert.Null(answer.PackedPolicySize);
        var session = federation.Open(answer.Credentials!);
        Assert.Equal(federation.Now.AddHours(1), session.Expires);
        Assert.False(session.Chained);
        Assert.Equal("arn:aws:iam::111122223333:oidc-provider/login.example.com/tenant", session.Provider);
        Assert.Equal(
            ["login.example.com/tenant:aud=sts.amazonaws.com", "login.example.com/tenant:sub=repo:octo/app:ref:refs/heads/main"],
            session.FederationKeys.Select(key => $"{key.Name}={key.Values[0]}"));
    }

    [Fact]
    public void Outlives_the_token_and_not_the_roles_maximum_BI_172()
    {
        // [AU-425, AU-306]
        Assert.Equal(federation.Now.AddHours(2), federation.Open(federation.Assume(federation.Issuer.Token(federation.Now), seconds: 7200).Credentials!).Expires);
        Assert.Equal(
            "ValidationError The requested DurationSeconds exceeds the MaxSessionDuration set for this role.",
            FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now), seconds: 7201)));
    }

    [Theory]
    [InlineData("""{"StringEquals":{"NAME:sub":"repo:octo/other:ref:refs/heads/main"}}""")]
    [InlineData("""{"StringEquals":{"NAME:aud":"other"}}""")]
    [InlineData("""{"StringEquals":{"NAME:actor":"octocat"}}""")]
    [InlineData("""{"StringEquals":{"sts:RoleSessionName":"someone"}}""")]
    public void Is_refused_where_the_trust_policy_asks_for_something_else(string conditions)
    {
        // [AU-424] BI-167
        federation.Trust(conditions.Replace("NAME", federation.Name, StringComparison.Ordinal));

        Assert.Equal("AccessDenied Not authorized to perform sts:AssumeRoleWithWebIdentity", FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now))));
    }

    [Theory]
    [InlineData("""{"AWS":"*"}""")]
    [InlineData("""{"AWS":"111122223333"}""")]
    [InlineData("""{"Federated":"arn:aws:iam::111122223333:oidc-provider/other.example.com"}""")]
    public void Is_refused_by_a_role_that_trusts_someone_else(string principal)
    {
        federation.Account.Change(draft => draft.Put(StsFixture.RoleOf(
            "app", $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{{principal}},"Action":"sts:AssumeRole"} }""") with { Path = "/team/" }));

        Assert.Equal("AccessDenied Not authorized to perform sts:AssumeRoleWithWebIdentity", FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now))));
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:role/none", "AccessDenied Not authorized to perform sts:AssumeRoleWithWebIdentity")]
    [InlineData("arn:aws:iam::111122223333:role/app", "AccessDenied Not authorized to perform sts:AssumeRoleWithWebIdentity")]
    [InlineData("not an ARN of anything", "ValidationError not an ARN of anything is invalid")]
    public void Tells_nothing_of_roles_that_are_not_there(string role, string refusal) =>
        // BI-168
        Assert.Equal(refusal, FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now), role: role)));

    [Fact]
    public void Takes_session_tags_and_a_source_identity_from_the_token()
    {
        // [AU-422, AU-423, PL-126]
        var token = federation.Issuer.Token(federation.Now, claims =>
        {
            claims["https://aws.amazon.com/tags"] = JsonNode.Parse("""{"principal_tags":{"Project":["red"]},"transitive_tag_keys":["Project"]}""");
            claims["https://aws.amazon.com/source_identity"] = "octocat";
        });

        var answer = federation.Assume(token);

        var session = federation.Open(answer.Credentials!);
        Assert.Equal(("Project", "red", true), (session.Tags[0].Key, session.Tags[0].Value, session.Tags[0].Transitive));
        Assert.Equal(("octocat", "octocat"), (session.SourceIdentity, answer.SourceIdentity));
        Assert.NotNull(answer.PackedPolicySize);
        foreach (var missing in (string[])["""["sts:AssumeRoleWithWebIdentity","sts:TagSession"]""", """["sts:AssumeRoleWithWebIdentity","sts:SetSourceIdentity"]"""])
        {
            federation.Trust(actions: missing);
            Assert.Equal("AccessDenied Not authorized to perform sts:AssumeRoleWithWebIdentity", FederationFixture.Refusal(() => federation.Assume(token)));
        }
    }

    [Fact]
    public void Takes_flat_session_tags_too()
    {
        var answer = federation.Assume(federation.Issuer.Token(federation.Now, claims => claims["https://aws.amazon.com/tags/principal_tags/Project"] = "red"));

        Assert.Equal("red", federation.Open(answer.Credentials!).Tags[0].Value);
    }

    [Theory]
    [InlineData("rs", "RS256")]
    [InlineData("es384", "ES384")]
    [InlineData("es512", "ES512")]
    [InlineData("", "ES256")]
    public void Takes_every_algorithm_of_the_list(string key, string algorithm)
    {
        // [AU-413, AU-407]
        var token = federation.Issuer.Token(
            federation.Now,
            header: header =>
            {
                header["alg"] = algorithm;
                header["kid"] = key;
                if (key.Length == 0)
                {
                    header.Remove("kid");
                }
            },
            sign: algorithm switch
            {
                "RS256" => TestIssuer.ByRsa,
                "ES384" => bytes => TestIssuer.Curve384.SignData(bytes, System.Security.Cryptography.HashAlgorithmName.SHA384),
                "ES512" => bytes => TestIssuer.Curve521.SignData(bytes, System.Security.Cryptography.HashAlgorithmName.SHA512),
                _ => TestIssuer.ByCurve,
            });

        Assert.NotNull(federation.Assume(token).Credentials);
    }

    [Fact]
    public void Takes_a_token_more_than_once_while_it_holds()
    {
        // [AU-429]
        var token = federation.Issuer.Token(federation.Now);

        Assert.NotEqual(federation.Assume(token).Credentials!.AccessKeyId, federation.Assume(token).Credentials!.AccessKeyId);
    }

    [Fact]
    public void Takes_the_authorized_party_for_the_audience()
    {
        // [AU-416]
        federation.Trust($$"""{"StringEquals":{"{{federation.Name}}:aud":"other","{{federation.Name}}:oaud":"api"} }""");

        Assert.Equal("other", federation.Assume(federation.Issuer.Token(federation.Now, claims => (claims["azp"], claims["aud"]) = ("other", "api"))).Audience);
    }

    [Fact]
    public void Does_not_look_into_other_accounts()
    {
        // [AU-404] BI-158
        federation.Account.Found("444455556666");
        var call = federation.Account.Call with { Owner = federation.Account.Find("444455556666") };

        var refusal = Assert.Throws<Contracts.Sts.InvalidIdentityTokenException>(() => Sts.Federation.AssumeRoleWithWebIdentity.HandleAsync(
            new() { RoleArn = "arn:aws:iam::444455556666:role/app", RoleSessionName = "job", WebIdentityToken = federation.Issuer.Token(federation.Now) },
            new(call, federation.Account, federation.Account.Store),
            TestContext.Current.CancellationToken).AsTask().GetAwaiter().GetResult());

        Assert.Equal("No OpenIDConnect provider found in your account for https://login.example.com/tenant", refusal.Message);
    }

    [Theory]
    [InlineData("""{"StringEquals":{"NAME:amr":"1"}}""", "[1,[2],{}]", true)]
    [InlineData("""{"StringEquals":{"NAME:amr":"true"}}""", "true", true)]
    [InlineData("""{"Null":{"NAME:amr":"true"}}""", "{\"a\":\"b\"}", true)]
    [InlineData("""{"Null":{"NAME:amr":"false"}}""", "{\"a\":\"b\"}", false)]
    [InlineData("""{"Null":{"NAME:amr":"true"}}""", "LONG", true)]
    [InlineData("""{"Null":{"NAME:amr":"true"}}""", "MANY", true)]
    public void A_claim_is_a_key_only_as_text_number_boolean_or_list_and_not_past_its_limits_AU_419(string conditions, string claim, bool allowed)
    {
        federation.Trust(conditions.Replace("NAME", federation.Name, StringComparison.Ordinal));
        var value = claim switch
        {
            "LONG" => $"\"{new string('a', 1025)}\"",
            "MANY" => $"[{string.Join(',', Enumerable.Repeat("1", 101))}]",
            _ => claim,
        };
        var token = federation.Issuer.Token(federation.Now, claims => claims["amr"] = JsonNode.Parse(value));

        Assert.Equal(allowed, Record.Exception(() => federation.Assume(token)) is null);
    }

    [Fact]
    public void Refuses_a_provider_id_AU_403() => Assert.StartsWith("InvalidIdentityToken ", FederationFixture.Refusal(() =>
        federation.Account.Reach<Sts.Federation.AssumeRoleWithWebIdentity, Contracts.Sts.AssumeRoleWithWebIdentityRequest, Contracts.Sts.AssumeRoleWithWebIdentityResponse>(
            new() { RoleArn = FederationFixture.RoleArn, RoleSessionName = "job", WebIdentityToken = "Atza|x", ProviderId = "www.amazon.com" })), StringComparison.Ordinal);

    [Fact]
    public void Is_refused_once_the_provider_is_gone()
    {
        federation.Account.Change(draft => draft.Remove<OpenIdProvider>(draft.Account.OpenIdProviders[0]));

        Assert.StartsWith("InvalidIdentityToken No OpenIDConnect provider", FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now))), StringComparison.Ordinal);
    }
}
