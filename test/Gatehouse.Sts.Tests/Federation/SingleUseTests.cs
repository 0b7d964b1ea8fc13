using System.Text.Json.Nodes;
using Gatehouse.Accounts.Federation;
using Gatehouse.Contracts.Sts;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>Tokens of issuers whose tokens are good once, as the operator says [AU-429].</summary>
public sealed class SingleUseTests
{
    private const string Used = "InvalidIdentityToken Proofs of this issuer are taken once: this one was used before, was issued before the server started, or cannot be remembered";

    private readonly FederationFixture federation = new(rules: new() { SingleUseIssuers = [TestIssuer.DefaultUrl] });

    [Fact]
    public void A_token_is_taken_once_whatever_its_signature()
    {
        // An elliptic signature can be made anew, over the same words, by whoever holds the key: the words count.
        var (first, second) = (Token("a"), Token("a"));
        Assert.NotEqual(first, second);

        federation.Assume(first);

        Assert.Equal(Used, FederationFixture.Refusal(() => federation.Assume(first)));
        Assert.Equal(Used, FederationFixture.Refusal(() => federation.Assume(second)));
        federation.Assume(Token("b"));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("7")]
    public void A_token_without_an_id_is_known_by_what_it_says(string? id)
    {
        string Make(int seconds) => federation.Issuer.Token(federation.Now, claims =>
        {
            (claims["iat"], claims["exp"]) = (federation.Now.ToUnixTimeSeconds(), federation.Now.ToUnixTimeSeconds() + seconds);
            claims["jti"] = id is null ? null : id.Length == 0 ? JsonValue.Create(id) : JsonNode.Parse(id);
        });

        federation.Assume(Make(600));

        Assert.Equal(Used, FederationFixture.Refusal(() => federation.Assume(Make(600))));
        federation.Assume(Make(601));
    }

    [Fact]
    public void What_is_refused_for_another_reason_does_not_use_a_token_up()
    {
        var token = Token("a");
        federation.Trust(actions: "\"sts:TagSession\"");
        Assert.StartsWith("AccessDenied ", FederationFixture.Refusal(() => federation.Assume(token)), StringComparison.Ordinal);
        federation.Trust();
        Assert.StartsWith("ValidationError ", FederationFixture.Refusal(() => federation.Assume(token, seconds: 7201)), StringComparison.Ordinal);
        Assert.StartsWith("MalformedPolicyDocument ", FederationFixture.Refusal(() => federation.Assume(token, policy: "{}")), StringComparison.Ordinal);
        Assert.Equal("InvalidIdentityToken Provided Token's Signature is not valid", FederationFixture.Refusal(() => federation.Assume(token[..token.LastIndexOf('.')] + "." + new string('A', 86))));

        federation.Assume(token);

        Assert.Equal(Used, FederationFixture.Refusal(() => federation.Assume(token)));
    }

    [Fact]
    public void Of_all_who_use_a_token_at_the_same_time_one_does()
    {
        var token = Token("a");
        var taken = 0;

        Parallel.For(0, 16, _ =>
        {
            try
            {
                federation.Assume(token);
                Interlocked.Increment(ref taken);
            }
            catch (InvalidIdentityTokenException)
            {
                // One of the others was first.
            }
        });

        Assert.Equal(1, taken);
    }

    [Fact]
    public void What_was_issued_before_the_server_started_may_have_been_used_and_is_not_taken()
    {
        Assert.Equal(Used, FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now))));
        federation.Assume(federation.Issuer.Token(federation.Now, claims => claims["iat"] = federation.Now.ToUnixTimeSeconds()));
    }

    [Fact]
    public void It_is_so_for_the_issuers_that_are_named_alone()
    {
        var other = new FederationFixture(rules: new() { SingleUseIssuers = ["https://login.example.com"] });
        var token = other.Issuer.Token(other.Now);

        other.Assume(token);

        Assert.NotNull(other.Assume(token).Credentials);
    }

    private string Token(string id) => federation.Issuer.Token(federation.Now, claims => (claims["jti"], claims["iat"]) = (id, federation.Now.ToUnixTimeSeconds()));
}
