using System.Collections.Immutable;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Pods;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>Issuers whose keys come from a file of the operator's, or from an account's administrator, and from nowhere else [AU-408].</summary>
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
            FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now, sign: ByStranger))));
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

    [Fact]
    public void Those_that_an_account_pins_to_its_provider_count_alone_and_nobody_is_asked()
    {
        var federation = new FederationFixture();
        Pin(federation, Set("es", TestIssuer.Stranger));

        Assert.NotNull(federation.Assume(federation.Issuer.Token(federation.Now, sign: ByStranger)).Credentials);

        // What the issuer publishes is signed with by the issuer itself.
        Assert.Equal("InvalidIdentityToken Provided Token's Signature is not valid", FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now))));
        Assert.Equal(NoKey, FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now, header: header => header["kid"] = "new", sign: ByStranger))));
        Assert.Empty(federation.Issuer.Asked);
    }

    [Fact]
    public void Others_count_at_once_and_when_none_are_pinned_any_more_the_issuer_is_asked()
    {
        var federation = new FederationFixture();
        var token = federation.Issuer.Token(federation.Now);
        Pin(federation, Set("es", TestIssuer.Curve));
        federation.Assume(token);

        Pin(federation, Set("es", TestIssuer.Stranger));
        Assert.Equal("InvalidIdentityToken Provided Token's Signature is not valid", FederationFixture.Refusal(() => federation.Assume(token)));
        Assert.Empty(federation.Issuer.Asked);

        Pin(federation, null);
        federation.Assume(token);
        Assert.Contains("/keys", federation.Issuer.Asked);

        // What was got from the issuer does not stand beside what is pinned.
        Pin(federation, Set("es", TestIssuer.Stranger));
        Assert.Equal("InvalidIdentityToken Provided Token's Signature is not valid", FederationFixture.Refusal(() => federation.Assume(token)));
    }

    [Fact]
    public void An_account_s_own_do_not_stand_against_the_operator_s()
    {
        var federation = Pinned(TestIssuer.DefaultUrl);
        Pin(federation, Set("es", TestIssuer.Stranger));

        federation.Assume(federation.Issuer.Token(federation.Now));
        Assert.Equal("InvalidIdentityToken Provided Token's Signature is not valid", FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now, sign: ByStranger))));
        Assert.Empty(federation.Issuer.Asked);
    }

    [Fact]
    public void Everything_else_about_a_token_is_asked_as_ever()
    {
        var federation = new FederationFixture();
        Pin(federation, Set("es", TestIssuer.Curve));

        Assert.Equal("InvalidIdentityToken Incorrect token audience", FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now, claims => claims["aud"] = "elsewhere"))));
        Assert.StartsWith("ExpiredToken", FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now.AddHours(-1)))), StringComparison.Ordinal);
        Assert.StartsWith("InvalidIdentityToken No OpenIDConnect provider", FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now, claims => claims["iss"] = "https://login.example.com"))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_trusted_token_issuer_has_its_own_and_none_of_the_provider_of_the_same_url()
    {
        var federation = new FederationFixture();
        Pin(federation, Set("es", TestIssuer.Stranger));
        var (proofs, cancel) = (federation.Account.Installation.Proofs!, TestContext.Current.CancellationToken);
        var issuer = new TrustedTokenIssuer { Id = "tti-1", Name = "login", IssuerUrl = TestIssuer.DefaultUrl, ClaimPath = "sub", AttributePath = "userName", PinnedKeys = new(Set("es", TestIssuer.Curve), default) };

        Assert.NotNull(await proofs.CheckIssuedAsync(issuer, ["sts.amazonaws.com"], federation.Issuer.Token(federation.Now), cancel));
        await Assert.ThrowsAsync<ProofException>(async () => await proofs.CheckIssuedAsync(issuer, ["sts.amazonaws.com"], federation.Issuer.Token(federation.Now, sign: ByStranger), cancel));
        Assert.Empty(federation.Issuer.Asked);

        Assert.NotNull(await proofs.CheckIssuedAsync(issuer with { PinnedKeys = null }, ["sts.amazonaws.com"], federation.Issuer.Token(federation.Now), cancel));
        Assert.Contains("/keys", federation.Issuer.Asked);
    }

    private static void Pin(FederationFixture federation, string? keySet) => federation.Account.Change(draft =>
        draft.Put(draft.Account.OpenIdProviders[0] with { PinnedKeys = keySet is null ? null : new(keySet, draft.Now) }));

    private static string Set(string id, ECDsa key) => new JsonObject { ["keys"] = new JsonArray(TestIssuer.Key(id, key)) }.ToJsonString();

    private static byte[] ByStranger(byte[] bytes) => TestIssuer.Stranger.SignData(bytes, HashAlgorithmName.SHA256);

    private static FederationFixture Pinned(string url) => new(url, Rules(url));

    private static FederationRules Rules(string url) => new()
    {
        PinnedKeys = ImmutableDictionary<string, string>.Empty.Add(url.TrimEnd('/'), Set("es", TestIssuer.Curve)),
    };
}
