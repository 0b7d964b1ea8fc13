using System.Collections.Immutable;
using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Pods;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>Issuers whose keys come from a file of the operator's, and from nowhere else [AU-408].</summary>
public sealed class PinnedKeysTests
{
    private const string NoKey = "InvalidIdentityToken Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements";

    [Theory]
    [InlineData(TestIssuer.DefaultUrl)]
    [InlineData("https://sts.windows.net/tenant/")]
    public void Nobody_is_asked_for_them(string url)
    {
        var federation = Pinned(url);
        federation.Issuer.Down = true;

        Assert.NotNull(federation.Assume(federation.Issuer.Token(federation.Now)).Credentials);
        federation.Account.Clock.Advance(TimeSpan.FromDays(30));
        Assert.NotNull(federation.Assume(federation.Issuer.Token(federation.Now)).Credentials);

        // Not even for one that is not there.
        Assert.Equal(NoKey, FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now, header: header => header["kid"] = "new"))));
        Assert.Empty(federation.Issuer.Asked);
    }

    [Fact]
    public void What_the_issuer_publishes_does_not_count()
    {
        var federation = Pinned(TestIssuer.DefaultUrl);
        federation.Issuer.Keys = new(TestIssuer.Key("es", TestIssuer.Stranger));

        Assert.Equal(
            "InvalidIdentityToken Provided Token's Signature is not valid",
            FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now, sign: bytes => TestIssuer.Stranger.SignData(bytes, System.Security.Cryptography.HashAlgorithmName.SHA256)))));
    }

    [Fact]
    public void Other_issuers_are_asked()
    {
        var federation = new FederationFixture(rules: Rules("https://login.example.com"));

        federation.Assume(federation.Issuer.Token(federation.Now));

        Assert.Contains("/keys", federation.Issuer.Asked);
    }

    [Fact]
    public async Task The_issuers_server_is_not_asked_for_its_certificate_either()
    {
        var federation = Pinned(TestIssuer.DefaultUrl);
        var cancel = TestContext.Current.CancellationToken;

        Assert.Null(await federation.Account.Installation.Proofs!.FindThumbprintAsync(TestIssuer.DefaultUrl, cancel));
        Assert.NotNull(await federation.Account.Installation.Proofs!.FindThumbprintAsync("https://login.example.com/other", cancel));
    }

    [Fact]
    public async Task They_are_those_of_trusted_token_issuers_and_of_clusters_too()
    {
        var federation = Pinned(TestIssuer.DefaultUrl);
        var (proofs, cancel) = (federation.Account.Installation.Proofs!, TestContext.Current.CancellationToken);
        var issuer = new TrustedTokenIssuer { Id = "tti-1", Name = "login", IssuerUrl = TestIssuer.DefaultUrl, ClaimPath = "sub", AttributePath = "userName" };
        var cluster = new PodCluster { Name = "prod", Account = "111122223333", Region = "us-east-1", Issuer = TestIssuer.DefaultUrl };
        var ofPod = federation.Issuer.Token(federation.Now, claims =>
        {
            (claims["aud"], claims["sub"]) = (ProvenPod.Audience, "system:serviceaccount:shop:checkout");
            claims["kubernetes.io"] = JsonNode.Parse("""{"namespace":"shop","serviceaccount":{"name":"checkout"},"pod":{"name":"p-1","uid":"b7a1d6c0-7c1b-4f0e-9a55-0d8a5c5f3b11"}}""");
        });

        Assert.Equal("repo:octo/app:ref:refs/heads/main", (await proofs.CheckIssuedAsync(issuer, ["sts.amazonaws.com"], federation.Issuer.Token(federation.Now), cancel)).Subject);
        Assert.Equal("checkout", (await proofs.CheckPodAsync(cluster, ofPod, cancel)).ServiceAccount);
        Assert.Empty(federation.Issuer.Asked);
    }

    private static FederationFixture Pinned(string url) => new(url, Rules(url));

    private static FederationRules Rules(string url) => new()
    {
        PinnedKeys = ImmutableDictionary<string, string>.Empty.Add(url.TrimEnd('/'), new JsonObject { ["keys"] = new JsonArray(TestIssuer.Key("es", TestIssuer.Curve)) }.ToJsonString()),
    };
}
