using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Gatehouse;
using Gatehouse.Contracts.Gatehouse.Shapes;
using Gatehouse.Own.IssuerKeys;

namespace Gatehouse.Own.Tests.IssuerKeys;

/// <summary>An administrator pins the keys of an issuer [AU-408].</summary>
public sealed class PutIssuerKeysTests
{
    private readonly IssuerGivens given = new();

    [Theory]
    [InlineData(IssuerGivens.ProviderArn)]
    [InlineData(IssuerGivens.TokenIssuerArn)]
    public void Keeps_the_set_as_it_was_given_and_tells_which_keys_will_verify_tokens(string arn)
    {
        var set = IssuerGivens.Set(IssuerGivens.PublicRsa(), new JsonObject { ["kty"] = "RSA", ["use"] = "enc" }, IssuerGivens.PublicCurve());

        var answer = given.Put(set, arn);

        var kept = arn == IssuerGivens.ProviderArn ? given.Provider.PinnedKeys : given.TokenIssuer.PinnedKeys;
        Assert.Equal(new PinnedKeySet(set, given.Account.Clock.GetUtcNow()), kept);
        Assert.Equal((arn, given.Account.Clock.GetUtcNow()), (answer.IssuerArn, answer.UpdateTime));
        Assert.Equal([("rs", KeyType.RSA, 2048), (null, KeyType.EC, 384)], answer.SigningKeys.Select(key => ((string?)key.KeyId, key.KeyType!, key.KeySize!.Value)));
        var (rsa, curve) = (IssuerGivens.PublicRsa(), IssuerGivens.PublicCurve());
        Assert.Equal(
            [Hash($$"""{"e":"{{rsa["e"]}}","kty":"RSA","n":"{{rsa["n"]}}"}"""), Hash($$"""{"crv":"P-384","kty":"EC","x":"{{curve["x"]}}","y":"{{curve["y"]}}"}""")],
            answer.SigningKeys.Select(key => key.Thumbprint));

        static string Hash(string text) => IssuerGivens.Text(SHA256.HashData(Encoding.UTF8.GetBytes(text)));
    }

    [Fact]
    public void The_thumbprint_is_that_of_RFC_7638()
    {
        // Its chapter 3.1, as it stands there.
        const string Modulus =
            "0vx7agoebGcQSuuPiLJXZptN9nndrQmbXEps2aiAFbWhM78LhWx4cbbfAAtVT86zwu1RK7aPFFxuhDR1L6tSoc_BJECPebWKRXjBZCiFV4n3oknjhMstn64tZ_2W-5JsGY4Hc5n9yBXArwl93lqt7_RN5w6Cf0h4QyQ5v-65YGjQR0_FDW2Qvz"
            + "qY368QQMicAtaSqzs8KJZgnYb9c7d0zgdAZHzu6qMQvRL5hajrn1n91CbOpbISD08qNLyrdkt-bFTWhAI4vMQFh6WeZu0fM4lFd2NcRwr3XPksINHaQ-G_xBniIqbw0Ls1jF44-csFCur-kEgU8awapJzKnqDKgw";

        var answer = given.Put($$"""{"keys":[{"kty":"RSA","n":"{{Modulus}}","e":"AQAB","alg":"RS256","kid":"2011-04-29"}]}""");

        Assert.Equal("NzbLsXh8uDCcd-6MNwXF4W_7noWXFZAfHkxZsRGC9Xs", Assert.Single(answer.SigningKeys).Thumbprint);
    }

    [Fact]
    public void Others_take_the_place_of_those_that_were_there_and_nothing_else_of_the_issuer_changes()
    {
        var before = given.Provider;
        given.Put(IssuerGivens.Set(IssuerGivens.PublicRsa()));
        given.Account.Clock.Advance(TimeSpan.FromDays(1));

        given.Put(IssuerGivens.Set(IssuerGivens.PublicCurve()));

        Assert.Equal(IssuerGivens.Set(IssuerGivens.PublicCurve()), given.Provider.PinnedKeys!.KeySet);
        Assert.Equal(before, given.Provider with { PinnedKeys = null });
    }

    [Fact]
    public async Task They_reach_the_store_and_rows_from_before_have_none()
    {
        var set = IssuerGivens.Set(IssuerGivens.PublicRsa());
        given.Put(set);
        given.Put(set, IssuerGivens.TokenIssuerArn);

        var again = (await new AccountDirectory(given.Account.Store, given.Account.Installation.Secrets).FindAsync("111122223333", TestContext.Current.CancellationToken))!.Current;

        Assert.Equal(set, again.OpenIdProviders.Single().PinnedKeys!.KeySet);
        Assert.Equal(set, again.TrustedTokenIssuers.Single().PinnedKeys!.KeySet);
        Assert.Null(JsonSerializer.Deserialize("""{"url":"https://a.example.com","created":"2026-01-01T00:00:00Z"}""", OpenIdProvider.Json)!.PinnedKeys);
    }

    /// <summary>What is refused, and a word of the reason.</summary>
    public static TheoryData<string, string> Refused()
    {
        using var weak = RSA.Create(1024);
        var secrets = IssuerGivens.Rsa.ExportParameters(true);
        var (p, all) = (IssuerGivens.PublicRsa(), IssuerGivens.PublicRsa());
        p["p"] = IssuerGivens.Text(secrets.P);
        all["d"] = IssuerGivens.Text(secrets.D);
        var curve = IssuerGivens.PublicCurve();
        curve["d"] = IssuerGivens.Text(IssuerGivens.Curve.ExportParameters(true).D);
        var nested = IssuerGivens.PublicRsa();
        nested["more"] = new JsonObject { ["d"] = "c2VjcmV0LXNlY3JldA" };
        var pem = IssuerGivens.PublicRsa();
        pem["pem"] = IssuerGivens.Rsa.ExportPkcs8PrivateKeyPem();
        var twice = IssuerGivens.PublicRsa().ToJsonString();
        return new()
        {
            { "", "not a JSON Web Key Set" },
            { "no json", "not a JSON Web Key Set" },
            { "[]", "not a JSON Web Key Set" },
            { "{}", "not a JSON Web Key Set" },
            { """{"keys":{}}""", "not a JSON Web Key Set" },
            { $$"""{"keys":[{{twice}}],"keys":[]}""", "not a JSON Web Key Set" },
            { new string('[', 10_000), "not a JSON Web Key Set" },
            { IssuerGivens.PublicRsa().ToJsonString(), "not a JSON Web Key Set" },
            { IssuerGivens.Set(), "no key that signs" },
            { IssuerGivens.Set(IssuerGivens.PublicRsa(weak)), "no key that signs" },
            { """{"keys":[{"kty":"RSA","use":"enc"},{"kty":"OKP","crv":"Ed25519","x":"AA"},7]}""", "no key that signs" },
            { IssuerGivens.Set(p), "private or symmetric key" },
            { IssuerGivens.Set(IssuerGivens.PublicCurve(), all), "private or symmetric key" },
            { IssuerGivens.Set(curve), "private or symmetric key" },
            { IssuerGivens.Set(nested), "private or symmetric key" },
            { IssuerGivens.Set(pem), "private or symmetric key" },
            { IssuerGivens.Set(IssuerGivens.PublicRsa(), new JsonObject { ["kty"] = "oct", ["k"] = "c2VjcmV0LXNlY3JldA" }), "private or symmetric key" },
            { IssuerGivens.Set(IssuerGivens.PublicRsa(), new JsonObject { ["kty"] = "oct" }), "private or symmetric key" },
            { IssuerGivens.Set([.. Enumerable.Range(0, 101).Select(_ => (JsonNode)IssuerGivens.PublicCurve())]), "more than 100 keys" },
        };
    }

    [Theory]
    [MemberData(nameof(Refused))]
    public void What_is_no_set_of_public_keys_is_refused_and_nothing_of_it_is_told_or_kept(string set, string because)
    {
        var before = given.Account.Account;

        var refusal = Assert.Throws<InvalidInputException>(() => given.Put(set));

        Assert.StartsWith("The KeySet cannot be pinned. It ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(because, refusal.Message, StringComparison.Ordinal);
        Assert.True(refusal.Message.Length < 200);
        Assert.Same(before, given.Account.Account);
    }

    [Theory]
    [InlineData("arn:aws:iam::444455556666:oidc-provider/cluster.example.com/one")]
    [InlineData("arn:aws:iam::111122223333:saml-provider/cluster")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/")]
    [InlineData("https://cluster.example.com/one")]
    [InlineData("arn:aws:sso::444455556666:trustedTokenIssuer/ssoins-0123456789abcdef/tti-1")]
    public void What_is_no_issuer_of_the_account_is_refused(string arn)
    {
        Assert.Equal(
            $"{arn} is not the ARN of an OpenID Connect provider or trusted token issuer of account 111122223333.",
            Assert.Throws<InvalidInputException>(() => given.Put(IssuerGivens.Set(IssuerGivens.PublicRsa()), arn)).Message);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/cluster.example.com/two")]
    [InlineData("arn:aws:sso::111122223333:trustedTokenIssuer/ssoins-0123456789abcdee/tti-1")]
    public void An_issuer_that_is_not_there_is_refused(string arn) =>
        Assert.Throws<ResourceNotFoundException>(() => given.Put(IssuerGivens.Set(IssuerGivens.PublicRsa()), arn));

    [Fact]
    public void Where_the_operator_has_pinned_the_issuer_s_keys_others_are_refused_rather_than_kept_and_not_used()
    {
        var pinned = new IssuerGivens(pinnedByOperator: true);

        Assert.Contains("FederationPinnedKeys", Assert.Throws<InvalidInputException>(() => pinned.Put(IssuerGivens.Set(IssuerGivens.PublicCurve()))).Message, StringComparison.Ordinal);
        Assert.Null(pinned.Provider.PinnedKeys);
        pinned.Put(IssuerGivens.Set(IssuerGivens.PublicCurve()), IssuerGivens.TokenIssuerArn);
    }

    [Theory]
    [InlineData(IssuerGivens.ProviderArn, "cluster")]
    [InlineData(IssuerGivens.TokenIssuerArn, "people")]
    [InlineData("arn:aws:iam::111122223333:oidc-provider/none.example.com", null)]
    public void Is_asked_on_the_issuer_with_its_tags(string arn, string? tag)
    {
        var needs = given.Account.Needs<PutIssuerKeys, PutIssuerKeysRequest>("gatehouse:PutIssuerKeys", new() { IssuerArn = arn, KeySet = "{}" });

        Assert.Equal(arn, needs.Checks[0].Resource.Text);
        Assert.Equal(tag is null ? "" : $"aws:ResourceTag/kind={tag}", string.Join(' ', needs.Keys.Select(key => $"{key.Key}={key.Value.Single()}")));
    }

    [Fact]
    public void The_set_is_in_no_printed_form_of_the_request() =>
        Assert.DoesNotContain("secret", new PutIssuerKeysRequest { IssuerArn = IssuerGivens.ProviderArn, KeySet = "secret" }.ToString(), StringComparison.Ordinal);
}
