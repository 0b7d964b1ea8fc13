using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Gatehouse.Accounts.Federation;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>What an operator may say of SAML assertions, and what holds when nothing is said.</summary>
public sealed class SamlRuleTests
{
    private const string Used = "InvalidIdentityToken Proofs of this issuer are taken once: this one was used before, was issued before the server started, or cannot be remembered";
    private const string Confirmed = "InvalidIdentityToken The subject of the assertion is not confirmed for this recipient";
    private const string Other = "http://localhost:4566/saml";

    [Fact]
    public void An_assertion_is_taken_as_often_as_it_comes_unless_the_operator_says_otherwise() // [AU-507]
    {
        var federation = new FederationFixture();
        var response = Response(federation);

        federation.AssumeSaml(response);
        federation.AssumeSaml(response);
    }

    [Fact]
    public void An_assertion_that_is_good_once_is_taken_once_and_refusals_do_not_use_it_up() // [AU-507]
    {
        var federation = Started(new() { SingleUseAssertions = true });
        var (response, same, other) = (Response(federation), Response(federation, "_r2"), Response(federation).Replace("_a1", "_a2", StringComparison.Ordinal));
        Assert.StartsWith("AccessDenied ", FederationFixture.Refusal(() => federation.AssumeSaml(response, role: "arn:aws:iam::111122223333:role/team/other")), StringComparison.Ordinal);
        Assert.StartsWith("ValidationError ", FederationFixture.Refusal(() => federation.AssumeSaml(response, seconds: 7201)), StringComparison.Ordinal);

        federation.AssumeSaml(response);

        Assert.Equal(Used, FederationFixture.Refusal(() => federation.AssumeSaml(response)));

        // The same assertion in another envelope is the same; one with another id is another, and must be signed as such.
        Assert.Equal(Used, FederationFixture.Refusal(() => federation.AssumeSaml(same)));
        Assert.Equal("InvalidIdentityToken Response signature invalid", FederationFixture.Refusal(() => federation.AssumeSaml(other)));
        federation.AssumeSaml(TestIdentityProvider.Sign(TestIdentityProvider.Response(federation.Now).Replace("_a1", "_a2", StringComparison.Ordinal), "_a2"));

        // Until the last moment of its five minutes, which ends before the time that the provider gives it.
        federation.Account.Clock.Advance(TimeSpan.FromSeconds(290));
        Assert.Equal(Used, FederationFixture.Refusal(() => federation.AssumeSaml(response)));
        federation.Account.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.StartsWith("ExpiredTokenException ", FederationFixture.Refusal(() => federation.AssumeSaml(response)), StringComparison.Ordinal);
    }

    [Fact]
    public void Of_many_uses_at_once_one_is_taken() // [AU-507]
    {
        var federation = Started(new() { SingleUseAssertions = true });
        var response = Response(federation);
        var taken = 0;

        Parallel.For(0, 16, _ =>
        {
            try
            {
                federation.AssumeSaml(response);
                Interlocked.Increment(ref taken);
            }
            catch (Contracts.Sts.InvalidIdentityTokenException)
            {
                // Somebody else was first.
            }
        });

        Assert.Equal(1, taken);
    }

    [Fact]
    public void An_assertion_from_before_the_start_may_have_been_used_and_is_not_taken_where_each_is_good_once() // [AU-507]
    {
        var federation = new FederationFixture(rules: new() { SingleUseAssertions = true });

        Assert.Equal(Used, FederationFixture.Refusal(() => federation.AssumeSaml(Response(federation))));
    }

    [Fact]
    public void Assertions_for_the_addresses_of_AWS_are_taken_until_the_operator_says_no() // [AU-503]
    {
        var open = new FederationFixture();
        open.AssumeSaml(Response(open));
        open.AssumeSaml(ForUs(open));

        var own = new FederationFixture(rules: new() { AcceptAwsAcs = false });

        Assert.Equal("InvalidIdentityToken The response was sent to another destination", FederationFixture.Refusal(() => own.AssumeSaml(Response(own))));
        var undirected = TestIdentityProvider.Sign(TestIdentityProvider.Response(own.Now).Replace($" Destination=\"{TestIdentityProvider.Recipient}\"", "", StringComparison.Ordinal));
        Assert.Equal(Confirmed, FederationFixture.Refusal(() => own.AssumeSaml(undirected)));
        Assert.Equal(Other, own.AssumeSaml(ForUs(own)).Audience);

        // Row 7 is another question: the audience stays AWS's.
        Assert.Equal(Other, own.AssumeSaml(ForUs(own, "https://signin.aws.amazon.com/saml")).Audience);
    }

    [Theory]
    [InlineData(1024, false, false)]
    [InlineData(1024, true, true)]
    [InlineData(2040, false, false)]
    [InlineData(2048, false, true)]
    public void Signatures_of_short_RSA_keys_are_taken_only_where_the_operator_allows_them(int bits, bool allowed, bool taken) // [AU-504]
    {
        var federation = new FederationFixture(rules: new() { AllowWeakRsa = allowed });
        using var rsa = RSA.Create(bits);
        using var certificate = new CertificateRequest("CN=idp", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        var metadata = TestIdentityProvider.Metadata().Replace(Convert.ToBase64String(TestIdentityProvider.Certificate.RawData), Convert.ToBase64String(certificate.RawData), StringComparison.Ordinal);
        federation.Account.Change(draft => draft.Put(draft.Account.SamlProviders.Find("corp")! with { Metadata = metadata }));
        var response = TestIdentityProvider.Sign(TestIdentityProvider.Response(federation.Now), with: certificate);

        if (taken)
        {
            federation.AssumeSaml(response);
        }
        else
        {
            Assert.Equal("InvalidIdentityToken Response signature invalid", FederationFixture.Refusal(() => federation.AssumeSaml(response)));
        }
    }

    // Assertions say that they were made ten seconds ago: the server has been there longer than that.
    private static FederationFixture Started(FederationRules rules)
    {
        var federation = new FederationFixture(rules: rules);
        federation.Account.Clock.Advance(TimeSpan.FromMinutes(1));
        return federation;
    }

    private static string Response(FederationFixture federation, string envelope = "_r1") =>
        TestIdentityProvider.Sign(TestIdentityProvider.Response(federation.Now).Replace("_r1", envelope, StringComparison.Ordinal));

    private static string ForUs(FederationFixture federation, string audience = "urn:amazon:webservices") => TestIdentityProvider.Sign(
        TestIdentityProvider.Response(federation.Now).Replace(TestIdentityProvider.Recipient, Other, StringComparison.Ordinal).Replace("urn:amazon:webservices", audience, StringComparison.Ordinal));
}
