using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Issuing;
using Gatehouse.Contracts.Sts;
using Gatehouse.Sts.Tokens;
using Gatehouse.Wire;

namespace Gatehouse.Sts.Tests.Tokens;

/// <summary>AU-325.</summary>
public sealed class GetWebIdentityTokenTests
{
    private readonly StsFixture sts = new();

    public GetWebIdentityTokenTests() => sts.Account.Change(draft =>
        draft.Put(TokenSigning.Renew(new() { Enabled = true }, sts.Account.Installation, draft.Account.Id, draft.Now)));

    [Theory]
    [InlineData("RS256")]
    [InlineData("ES384")]
    public void Signs_what_AWS_tells_of_a_caller(string algorithm)
    {
        sts.Account.Change(draft => draft.Put(draft.Account.Users.Find("ana")! with { Tags = [new("team", "red")] }));
        sts.ActAsUser();

        var given = Call(new() { Audience = ["https://api.example.com"], SigningAlgorithm = algorithm, Tags = [new() { Key = "job", Value = "42" }] });

        var (head, claims) = Verify(given.WebIdentityToken!);
        var now = sts.Call.Now.ToUnixTimeSeconds();
        Assert.Equal((algorithm, "JWT"), (head.GetProperty("alg").GetString(), head.GetProperty("typ").GetString()));
        Assert.Equal("http://localhost:4566/issuer/111122223333", claims.GetProperty("iss").GetString());
        Assert.Equal("https://api.example.com", claims.GetProperty("aud").GetString());
        Assert.Equal("arn:aws:iam::111122223333:user/ana", claims.GetProperty("sub").GetString());
        Assert.Equal((now, now + 300), (claims.GetProperty("iat").GetInt64(), claims.GetProperty("exp").GetInt64()));
        Assert.Equal(sts.Call.Now.AddSeconds(300), given.Expiration);
        var own = claims.GetProperty(TokenClaims.Namespace);
        Assert.Equal(("111122223333", "us-east-1"), (own.GetProperty("aws_account").GetString(), own.GetProperty("source_region").GetString()));
        Assert.Equal(("red", "42"), (own.GetProperty("principal_tags").GetProperty("team").GetString(), own.GetProperty("request_tags").GetProperty("job").GetString()));
        Assert.False(own.TryGetProperty("original_session_exp", out _));
        Assert.False(own.TryGetProperty("org_id", out _));
    }

    [Fact]
    public void Names_the_role_of_a_session_and_when_that_ends()
    {
        sts.Become(StsFixture.Ask());

        var (_, claims) = Verify(Call(new() { Audience = ["a", "b"], SigningAlgorithm = "ES384" }).WebIdentityToken!);

        Assert.Equal(StsFixture.RoleArn, claims.GetProperty("sub").GetString());
        Assert.Equal(["a", "b"], claims.GetProperty("aud").EnumerateArray().Select(one => one.GetString()));
        Assert.Equal("2026-01-15T13:00:00Z", claims.GetProperty(TokenClaims.Namespace).GetProperty("original_session_exp").GetString());
    }

    [Fact]
    public void Tells_where_a_session_comes_from() // [AU-325]
    {
        var session = sts.Become(StsFixture.Ask()) with
        {
            SourceIdentity = "ana",
            Provider = "arn:aws:iam::111122223333:saml-provider/corp",
            FederationKeys =
            [
                new("ec2:RoleDelivery", ["2.0"]),
                new("ec2:SourceInstanceArn", ["arn:aws:ec2:us-east-1:111122223333:instance/i-0123456789abcdef0"]),
                new("identitystore:UserId", ["11111111-2222-4333-8444-555555555555"]),
            ],
        };
        sts.Account.Caller = Gatehouse.Accounts.Caller.OfRole(sts.Account.Account, sts.Account.Account.Roles.FindById(session.PrincipalId)!, "ASIAX", session);
        var own = Verify(Call(new() { Audience = ["a"], SigningAlgorithm = "ES384" }).WebIdentityToken!).Claims.GetProperty(TokenClaims.Namespace);

        Assert.Equal(
            ["ana", "arn:aws:iam::111122223333:saml-provider/corp", "2.0", "arn:aws:ec2:us-east-1:111122223333:instance/i-0123456789abcdef0", "11111111-2222-4333-8444-555555555555"],
            new[] { "source_identity", "federated_provider", "ec2_role_delivery", "ec2_source_instance_arn", "identity_store_user_id" }.Select(name => own.GetProperty(name).GetString()));
    }

    [Fact]
    public void Outlives_no_session()
    {
        sts.Become(StsFixture.Ask(seconds: 900));

        Call(new() { Audience = ["a"], SigningAlgorithm = "ES384", DurationSeconds = 900 });
        Refuses<SessionDurationEscalationException>(403, "SessionDurationEscalationException", () => Call(new() { Audience = ["a"], SigningAlgorithm = "ES384", DurationSeconds = 901 }));
    }

    [Fact]
    public void Is_refused_while_the_feature_is_off_BI_138()
    {
        sts.Account.Change(draft => draft.Put(draft.Account.TokenIssuer! with { Enabled = false }));

        Refuses<OutboundWebIdentityFederationDisabledException>(
            403, "OutboundWebIdentityFederationDisabledException", () => Call(new() { Audience = ["a"], SigningAlgorithm = "RS256" }));
    }

    [Fact]
    public void Knows_two_algorithms_BI_139() =>
        Refuses<CommonException>(400, "ValidationError", () => Call(new() { Audience = ["a"], SigningAlgorithm = "HS256" }));

    [Fact]
    public void Refuses_root()
    {
        sts.ActAsRoot();

        Refuses<CommonException>(403, "AccessDenied", () => Call(new() { Audience = ["a"], SigningAlgorithm = "RS256" }));
    }

    [Fact]
    public void Refuses_tags_that_are_the_same_or_too_many_to_carry()
    {
        Refuses<CommonException>(400, "InvalidParameterValue", () => Call(Tagged(("Team", "a"), ("team", "b"))));
        Refuses<JWTPayloadSizeExceededException>(
            400, "JWTPayloadSizeExceededException", () => Call(Tagged([.. Enumerable.Range(0, 50).Select(i => ($"key{i}", new string('v', 256)))])));
    }

    [Fact]
    public void A_new_key_is_published_for_a_day_before_it_signs_and_the_old_one_for_a_month_after()
    {
        var old = sts.Account.Account.TokenIssuer!.Keys.Single(key => key.Algorithm == "ES384").Id;
        Assert.Equal(old, KidNow());

        sts.Account.Clock.Advance(TokenIssuer.Term);
        Assert.Equal(old, KidNow());
        Assert.Equal(4, sts.Account.Account.TokenIssuer!.Keys.Length);

        sts.Account.Clock.Advance(TokenIssuer.Spread);
        var next = KidNow();
        Assert.NotEqual(old, next);
        Assert.Contains(old, Published());

        sts.Account.Clock.Advance(TokenIssuer.Overlap);
        Assert.DoesNotContain(old, Published());
        Assert.Contains(next, Published());
    }

    [Fact]
    public void Is_asked_about_with_audience_algorithm_and_duration()
    {
        var needs = sts.Account.Needs<GetWebIdentityToken, GetWebIdentityTokenRequest>("sts:GetWebIdentityToken", Tagged(("team", "red")));

        Assert.Equal(["sts:GetWebIdentityToken", "sts:TagGetWebIdentityToken"], needs.Checks.Select(check => check.Action));
        Assert.Equal(
            [("sts:IdentityTokenAudience", "a"), ("sts:SigningAlgorithm", "ES384"), ("sts:DurationSeconds", "300"), ("aws:RequestTag/team", "red"), ("aws:TagKeys", "team")],
            needs.Keys.Select(key => (key.Key, string.Join(' ', key.Value))));
    }

    private static GetWebIdentityTokenRequest Tagged(params (string Key, string Value)[] tags) =>
        new() { Audience = ["a"], SigningAlgorithm = "ES384", Tags = StsFixture.TagsOf(tags) };

    private static void Refuses<T>(int status, string code, Func<object> call)
        where T : ApiException
    {
        var refusal = Assert.Throws<T>(() => { call(); });
        Assert.Equal((status, code), (refusal.Status, refusal.Code));
    }

    private string KidNow() => Verify(Call(new() { Audience = ["a"], SigningAlgorithm = "ES384" }).WebIdentityToken!).Head.GetProperty("kid").GetString()!;

    private List<string> Published() => KeySet().Select(key => key.GetProperty("kid").GetString()!).ToList();

    private List<JsonElement> KeySet() => [.. JsonDocument.Parse(IssuerDocuments.KeysOf(sts.Account.Account.TokenIssuer!, sts.Account.Clock.GetUtcNow()))
        .RootElement.GetProperty("keys").EnumerateArray()];

    // As a service outside does it: by the published keys alone.
    private (JsonElement Head, JsonElement Claims) Verify(string token)
    {
        var parts = token.Split('.');
        var head = JsonDocument.Parse(Base64Url.DecodeFromChars(parts[0])).RootElement;
        var key = KeySet().Single(key => key.GetProperty("kid").GetString() == head.GetProperty("kid").GetString());
        byte[] Number(string name) => Base64Url.DecodeFromChars(key.GetProperty(name).GetString());
        var (signed, signature) = (Encoding.ASCII.GetBytes($"{parts[0]}.{parts[1]}"), Base64Url.DecodeFromChars(parts[2]));
        if (key.GetProperty("kty").GetString() == "RSA")
        {
            using var rsa = RSA.Create(new RSAParameters { Modulus = Number("n"), Exponent = Number("e") });
            Assert.True(rsa.VerifyData(signed, signature, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        }
        else
        {
            using var curve = ECDsa.Create(new ECParameters { Curve = ECCurve.NamedCurves.nistP384, Q = new() { X = Number("x"), Y = Number("y") } });
            Assert.True(curve.VerifyData(signed, signature, HashAlgorithmName.SHA384));
        }

        return (head, JsonDocument.Parse(Base64Url.DecodeFromChars(parts[1])).RootElement);
    }

    private GetWebIdentityTokenResponse Call(GetWebIdentityTokenRequest request) =>
        sts.Account.Reach<GetWebIdentityToken, GetWebIdentityTokenRequest, GetWebIdentityTokenResponse>(request);
}
