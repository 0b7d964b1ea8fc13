using System.Text.Json.Nodes;
using Gatehouse.Accounts;
using Gatehouse.Contracts.Signin;
using Gatehouse.SignIn.Login;
using Gatehouse.Testing;

namespace Gatehouse.SignIn.Tests.Login;

/// <summary>Rule AU-742: what counts as a proof that somebody holds a key (RFC 9449).</summary>
public sealed class PossessionProofTests : IDisposable
{
    private const string Url = "https://iam.example.com/v1/token";
    private static readonly DateTimeOffset Now = new(2026, 1, 15, 12, 0, 0, TimeSpan.Zero);

    private readonly PublicAddress address = new() { Url = "https://iam.example.com" };
    private readonly ProofKey key = new();

    /// <summary>What is changed in the head or the claims of a good proof, each enough to spoil it.</summary>
    public static TheoryData<string, string> Wrong => new()
    {
        { "head", """{"typ":"JWT"}""" },
        { "head", """{"typ":null}""" },
        { "head", """{"alg":"ES384"}""" },
        { "head", """{"alg":"none"}""" },
        { "head", """{"alg":"HS256"}""" },
        { "head", """{"crit":["b64"]}""" },
        { "head", """{"jwk":null}""" },
        { "head", """{"jwk":"x"}""" },
        { "jwk", """{"kty":"RSA"}""" },
        { "jwk", """{"crv":"P-384"}""" },
        { "jwk", """{"d":"AAAA"}""" },
        { "jwk", """{"k":"AAAA"}""" },
        { "jwk", """{"x":"AAAA"}""" },
        { "jwk", """{"y":null}""" },
        { "jwk", """{"x":"AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA"}""" },
        { "claims", """{"htm":"GET"}""" },
        { "claims", """{"htm":"post"}""" },
        { "claims", """{"htu":"https://iam.example.com/v1/other"}""" },
        { "claims", """{"htu":"https://evil.example/v1/token"}""" },
        { "claims", """{"htu":"http://iam.example.com/v1/token"}""" },
        { "claims", """{"htu":"https://iam.example.com/v1/token?x=1"}""" },
        { "claims", """{"htu":"https://x@iam.example.com/v1/token"}""" },
        { "claims", """{"htu":null}""" },
        { "claims", """{"iat":1768478099}""" },
        { "claims", """{"iat":1768478701}""" },
        { "claims", """{"iat":"1768478400"}""" },
        { "claims", """{"iat":1768478400.5}""" },
        { "claims", """{"iat":-9223372036854775808}""" },
        { "claims", """{"iat":null}""" },
        { "claims", """{"jti":""}""" },
        { "claims", """{"jti":7}""" },
        { "claims", """{"jti":null}""" },
    };

    public void Dispose() => key.Dispose();

    [Fact]
    public void A_proof_names_its_key_and_itself()
    {
        var one = Require(key.Prove(Url, Now));
        var other = Require(key.Prove(Url, Now));
        using var stranger = new ProofKey();

        Assert.Equal(one.KeyThumbprint, other.KeyThumbprint);
        Assert.NotEqual(one.Id, other.Id);
        Assert.NotEqual(one.KeyThumbprint, Require(stranger.Prove(Url, Now)).KeyThumbprint);
    }

    [Theory]
    [MemberData(nameof(Wrong))]
    public void What_is_wrong_in_one_way_is_refused(string where, string change)
    {
        void Change(JsonObject part)
        {
            foreach (var (name, value) in JsonNode.Parse(change)!.AsObject())
            {
                part[name] = value?.DeepClone();
            }
        }

        var proof = key.Prove(
            Url,
            Now,
            head => Change(where == "head" ? head : where == "jwk" ? head["jwk"]!.AsObject() : []),
            claims => Change(where == "claims" ? claims : []));

        Refused(proof);
    }

    [Theory]
    [InlineData(-300)]
    [InlineData(300)]
    public void Clocks_may_differ_by_five_minutes(int seconds) => Assert.NotNull(Require(key.Prove(Url, Now.AddSeconds(seconds))));

    [Fact]
    public void A_proof_that_was_changed_is_none()
    {
        var proof = key.Prove(Url, Now);
        using var other = new ProofKey();
        var parts = proof.Split('.');

        Refused("");
        Refused("a.b.c");
        Refused(proof + ",x");
        Refused($"{parts[0]}.{parts[1]}");
        Refused($"{proof}.{parts[2]}");
        Refused($"{parts[0]}.{parts[1]}.");
        Refused($"{parts[0]}.{other.Prove(Url, Now).Split('.')[1]}.{parts[2]}");
        Refused($"{other.Prove(Url, Now).Split('.')[0]}.{parts[1]}.{parts[2]}");
        Refused(new string('a', 5000));
    }

    [Fact]
    public void A_proof_that_differs_in_one_letter_is_none()
    {
        var proof = key.Prove(Url, Now);
        foreach (var place in Enumerable.Range(0, proof.Length))
        {
            Refused($"{proof[..place]}{(proof[place] == 'A' ? 'B' : 'A')}{proof[(place + 1)..]}");
        }
    }

    [Fact]
    public void Where_a_request_says_that_it_came_counts_on_this_machine_alone() // [AU-742]
    {
        Assert.NotNull(Require(key.Prove("http://localhost:4566/v1/token", Now), "http://localhost:4566/v1/token"));
        Refused(key.Prove("http://evil.example/v1/token", Now), "http://evil.example/v1/token");

        address.Url = "http://0.0.0.0:4566";
        Assert.NotNull(Require(key.Prove("http://gatehouse:4566/v1/token", Now), "http://gatehouse:4566/v1/token"));

        address.Url = "https://example.com/iam";
        Assert.NotNull(Require(key.Prove("https://example.com/iam/v1/token", Now)));
        Refused(key.Prove("https://example.com/v1/token", Now));
    }

    [Fact]
    public void Without_a_proof_nothing_is_given() => Assert.Throws<ValidationException>(() => PossessionProof.Require(null, address, Now));

    private PossessionProof Require(string proof, string asked = "http://10.0.0.7/v1/token") => PossessionProof.Require(new(proof, "POST", asked), address, Now);

    private void Refused(string proof, string asked = "http://10.0.0.7/v1/token") =>
        Assert.Equal("INVALID_REQUEST", Assert.Throws<ValidationException>(() => Require(proof, asked)).Error);
}
