using System.Text.Json.Nodes;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>How an issuer's keys are got and kept [AU-405, AU-406, AU-407].</summary>
public sealed class IssuerKeysTests
{
    private const string Unreachable = "IDPCommunicationError The identity provider could not be reached.";

    private readonly FederationFixture federation = new();

    [Fact]
    public void Are_asked_for_once()
    {
        Assume();
        Assume();

        Assert.Equal(["/tenant/.well-known/openid-configuration", "/keys"], federation.Issuer.Asked);
    }

    [Fact]
    public void Are_asked_for_again_when_they_no_longer_hold()
    {
        Assume();
        federation.Account.Clock.Advance(TimeSpan.FromMinutes(61));
        Assume();

        Assert.Equal(2, federation.Issuer.Asked.Count(path => path == "/keys"));
        Assert.Single(federation.Issuer.Asked, path => path != "/keys");
    }

    [Theory]
    [InlineData(1, 5)]
    [InlineData(600, 10)]
    [InlineData(1_000_000, 1440)]
    public void Hold_as_long_as_the_issuer_says_within_bounds(int maxAge, int minutes)
    {
        federation.Issuer.MaxAge = TimeSpan.FromSeconds(maxAge);
        Assume();
        federation.Account.Clock.Advance(TimeSpan.FromMinutes(minutes * 0.7));
        Assume();
        Assert.Single(federation.Issuer.Asked, path => path == "/keys");

        federation.Account.Clock.Advance(TimeSpan.FromMinutes((minutes * 0.3) + 0.1));
        Assume();
        Assert.Equal(2, federation.Issuer.Asked.Count(path => path == "/keys"));
    }

    [Fact]
    public void Are_asked_for_at_once_when_a_new_one_signs_and_then_not_for_a_minute()
    {
        // BI-159
        Assume();
        federation.Account.Clock.Advance(TimeSpan.FromSeconds(61));
        federation.Issuer.Keys = new(TestIssuer.Key("new", TestIssuer.Curve));
        Assert.NotNull(federation.Assume(federation.Issuer.Token(federation.Now, header: header => header["kid"] = "new")).Credentials);
        var asked = federation.Issuer.Asked.Count;

        Assert.StartsWith("InvalidIdentityToken Couldn't retrieve", FederationFixture.Refusal(() => federation.Assume(federation.Issuer.Token(federation.Now, header: header => header["kid"] = "x"))), StringComparison.Ordinal);
        Assert.StartsWith("InvalidIdentityToken Couldn't retrieve", FederationFixture.Refusal(Assume), StringComparison.Ordinal);
        Assert.Equal(asked, federation.Issuer.Asked.Count);
    }

    [Fact]
    public void Are_not_asked_for_by_every_caller_while_the_issuer_is_away()
    {
        // [AU-407]
        Assume();
        federation.Issuer.Down = true;
        federation.Account.Clock.Advance(TimeSpan.FromMinutes(50));
        Assume();
        SpinWait.SpinUntil(() => federation.Issuer.Asked.Count == 3);
        for (var callers = 0; callers < 100; callers++)
        {
            Assume();
            Thread.Yield();
        }

        Assert.Equal(3, federation.Issuer.Asked.Count);
        federation.Account.Clock.Advance(TimeSpan.FromMinutes(1));
        Assume();
        SpinWait.SpinUntil(() => federation.Issuer.Asked.Count == 4);
    }

    [Fact]
    public void Are_used_for_a_day_more_while_the_issuer_is_away()
    {
        Assume();
        federation.Issuer.Down = true;
        federation.Account.Clock.Advance(TimeSpan.FromHours(24));
        Assume();

        federation.Account.Clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal(Unreachable, FederationFixture.Refusal(Assume));

        federation.Issuer.Down = false;
        federation.Account.Clock.Advance(TimeSpan.FromMinutes(2));
        Assume();
    }

    [Fact]
    public void Are_missed_when_the_issuer_was_never_there()
    {
        // BI-169
        federation.Issuer.Down = true;
        Assert.Equal(Unreachable, FederationFixture.Refusal(Assume));
        Assert.Equal(Unreachable, FederationFixture.Refusal(Assume));
        Assert.Single(federation.Issuer.Asked);

        federation.Issuer.Down = false;
        federation.Account.Clock.Advance(TimeSpan.FromSeconds(6));
        Assume();
    }

    [Theory]
    [InlineData("""{"issuer":"https://evil.example.com","jwks_uri":"https://keys.example.com/keys"}""")]
    [InlineData("""{"issuer":"https://login.example.com/tenant"}""")]
    [InlineData("""{"issuer":"https://login.example.com/tenant","jwks_uri":"keys"}""")]
    [InlineData("""{"issuer":"https://login.example.com/tenant","issuer":"https://login.example.com/tenant","jwks_uri":"https://keys.example.com/keys"}""")]
    [InlineData("<html/>")]
    [InlineData("[]")]
    public void Are_not_taken_from_a_discovery_document_that_is_not_the_issuers(string document)
    {
        federation.Issuer.Discovery = document;

        Assert.StartsWith("InvalidIdentityToken Couldn't retrieve verification key", FederationFixture.Refusal(Assume), StringComparison.Ordinal);
    }

    [Fact]
    public void Are_passed_over_when_they_are_of_another_kind()
    {
        var encryption = TestIssuer.Key("es", TestIssuer.Curve);
        encryption["use"] = "enc";
        var other = TestIssuer.Key("es", TestIssuer.Curve);
        other["alg"] = "ES384";
        var (unclear, unsaid) = (TestIssuer.Key("es", TestIssuer.Curve), TestIssuer.Key("es", TestIssuer.Curve));
        unclear["use"] = new JsonArray("enc");
        unsaid["alg"] = 256;
        federation.Issuer.Keys = new(encryption, other, unclear, unsaid, new JsonObject { ["kty"] = "EC", ["crv"] = "P-256", ["x"] = "AA", ["y"] = "AA" }, "x", new JsonObject { ["kty"] = "RSA", ["n"] = "*" });

        Assert.StartsWith("InvalidIdentityToken Couldn't retrieve verification key", FederationFixture.Refusal(Assume), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(99, true)]
    [InlineData(100, false)]
    public void Beyond_a_hundred_of_a_kind_do_not_count(int before, bool taken)
    {
        // [AU-406]
        var filler = TestIssuer.Key("filler", TestIssuer.Stranger);
        var rsa = TestIssuer.Key("rsa", TestIssuer.Rsa);
        federation.Issuer.Keys = new([.. Enumerable.Range(0, 100).Select(_ => rsa.DeepClone()), .. Enumerable.Range(0, before).Select(_ => filler.DeepClone()), TestIssuer.Key("es", TestIssuer.Curve)]);

        Assert.Equal(taken, Record.Exception(Assume) is null);
    }

    [Theory]
    [InlineData(9, true)]
    [InlineData(10, false)]
    public void Are_all_tried_for_a_token_that_names_none_up_to_ten(int before, bool taken)
    {
        // [AU-407]
        var filler = TestIssuer.Key("filler", TestIssuer.Stranger);
        federation.Issuer.Keys = new([TestIssuer.Key("rsa", TestIssuer.Rsa), .. Enumerable.Range(0, before).Select(_ => filler.DeepClone()), TestIssuer.Key("es", TestIssuer.Curve)]);

        Assert.Equal(taken, Record.Exception(() => federation.Assume(federation.Issuer.Token(federation.Now, header: header => header.Remove("kid")))) is null);
    }

    [Theory]
    [InlineData(255, "AQAB", false)]
    [InlineData(256, "AQAB", true)]
    [InlineData(256, "Aw", true)]
    [InlineData(256, "AQ", false)]
    [InlineData(256, "AA", false)]
    [InlineData(256, "Ag", false)]
    [InlineData(1024, "AQAB", true)]
    [InlineData(1025, "AQAB", false)]
    public void Of_RSA_have_a_size_within_bounds_and_an_exponent_that_hides_something(int bytes, string exponent, bool usable)
    {
        // [AU-406]
        var modulus = Enumerable.Repeat((byte)0xab, bytes).ToArray();
        var key = new JsonObject { ["kty"] = "RSA", ["n"] = System.Buffers.Text.Base64Url.EncodeToString(modulus), ["e"] = exponent };

        Assert.Equal(usable, Gatehouse.Federation.IdentityProofs.IsKeySet(new JsonObject { ["keys"] = new JsonArray(key) }.ToJsonString()));
    }

    [Fact]
    public async Task Are_asked_for_once_by_all_who_wait_for_them()
    {
        // [AU-407]
        var gate = new TaskCompletionSource();
        federation.Issuer.Gate = gate.Task;
        var proofs = federation.Account.Installation.Proofs!;
        var waiting = Enumerable.Range(0, 20)
            .Select(_ => proofs.CheckTokenAsync(federation.Account.Account, federation.Issuer.Token(federation.Now), TestContext.Current.CancellationToken).AsTask()).ToList();
        gate.SetResult();
        await Task.WhenAll(waiting);

        Assert.Equal(2, federation.Issuer.Asked.Count);
    }

    [Fact]
    public void Of_an_issuer_that_the_operator_no_longer_names_are_not_asked_for()
    {
        // [AU-408]
        var plain = new FederationFixture("http://127.0.0.1:9");

        Assert.StartsWith("InvalidIdentityToken No OpenIDConnect provider", FederationFixture.Refusal(() => plain.Assume(plain.Issuer.Token(plain.Now))), StringComparison.Ordinal);
        Assert.Empty(plain.Issuer.Asked);
    }

    private void Assume() => Assert.NotNull(federation.Assume(federation.Issuer.Token(federation.Now)).Credentials);
}
