using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Gatehouse.Sts.Tests.Federation;

/// <summary>Tokens that were forged, changed, cut, re-keyed or have ended; each with the answer it gets. The errors are those of AU-428.</summary>
public sealed class BadTokenTests
{
    private const string NoJwt = "InvalidIdentityToken The ID Token provided is not a valid JWT. (You may see this error if you sent an Access Token)";
    private const string NoKey = "InvalidIdentityToken Couldn't retrieve verification key from your identity provider,  please reference AssumeRoleWithWebIdentity documentation for requirements";
    private const string NoSignature = "InvalidIdentityToken Provided Token's Signature is not valid";
    private const string NoAudience = "InvalidIdentityToken Incorrect token audience";
    private const string NoProvider = "InvalidIdentityToken No OpenIDConnect provider found in your account for ";
    private const string NoTime = "InvalidIdentityToken The ID Token's times are missing or lie in the future";
    private const string NoSubject = "InvalidIdentityToken The ID Token's subject must be";
    private const string NoTags = "InvalidIdentityToken The session tags";
    private const string TooOld = "ExpiredTokenException Token too old: ";

    private static readonly Dictionary<string, (Func<TestIssuer, DateTimeOffset, string> Make, string Refusal)> Cases = new(StringComparer.Ordinal)
    {
        // [AU-412]
        ["no dots"] = ((_, _) => "abcd", NoJwt),
        ["BI-152 two parts"] = ((_, _) => "not.a", NoJwt),
        ["four parts"] = ((issuer, now) => issuer.Token(now) + ".e30", NoJwt),
        ["five parts, as encrypted tokens have"] = ((issuer, now) => issuer.Token(now) + ".e30.e30", NoJwt),
        ["no signature"] = ((issuer, now) => issuer.Token(now)[..(issuer.Token(now).LastIndexOf('.') + 1)], NoJwt),
        ["no header"] = ((issuer, now) => issuer.Token(now)[issuer.Token(now).IndexOf('.', StringComparison.Ordinal)..], NoJwt),
        ["padding"] = ((issuer, now) => issuer.Token(now) + "=", NoJwt),
        ["a blank before"] = ((issuer, now) => " " + issuer.Token(now), NoJwt),
        ["a line break after"] = ((issuer, now) => issuer.Token(now) + "\n", NoJwt),
        ["the other base64 alphabet"] = ((issuer, now) => issuer.Token(now)[..^4] + "++//", NoJwt),
        ["cut in the header"] = ((issuer, now) => issuer.Token(now)[..10], NoJwt),
        ["cut in the signature"] = ((issuer, now) => issuer.Token(now)[..^18], NoSignature),
        ["a header that is no JSON"] = ((_, _) => TestIssuer.Join("x", "{}", TestIssuer.ByCurve), NoJwt),
        ["a payload that is no JSON"] = ((_, _) => TestIssuer.Join("{\"alg\":\"ES256\"}", "x", TestIssuer.ByCurve), NoJwt),
        ["a payload that is a list"] = ((_, _) => TestIssuer.Join("{\"alg\":\"ES256\"}", "[]", TestIssuer.ByCurve), NoJwt),
        ["a payload too deep"] = ((_, _) => TestIssuer.Join("{\"alg\":\"ES256\"}", $"{{\"a\":{new string('[', 100)}{new string(']', 100)}}}", TestIssuer.ByCurve), NoJwt),
        ["a payload that goes on"] = ((_, _) => TestIssuer.Join("{\"alg\":\"ES256\"}", "{}{}", TestIssuer.ByCurve), NoJwt),
        ["a payload with a comment"] = ((_, _) => TestIssuer.Join("{\"alg\":\"ES256\"}", "{/**/}", TestIssuer.ByCurve), NoJwt),
        ["BI-153 a subject twice"] = ((issuer, now) => Twice(issuer, now, "sub"), NoJwt),
        ["an issuer twice"] = ((issuer, now) => Twice(issuer, now, "iss"), NoJwt),
        ["a subject twice, once escaped"] = ((issuer, now) => Twice(issuer, now, "s\\u0075b"), NoJwt),
        ["an algorithm twice"] = ((issuer, now) => TestIssuer.Join("{\"alg\":\"ES256\",\"alg\":\"none\",\"kid\":\"es\"}", Payload(issuer, now), TestIssuer.ByCurve), NoJwt),
        ["half a character in the header"] = ((_, _) => TestIssuer.Join("{\"alg\":\"ES256\",\"kid\":\"\\ud800\"}", "{}", TestIssuer.ByCurve), NoJwt),
        ["half a character in the payload"] = ((_, _) => TestIssuer.Join("{\"alg\":\"ES256\"}", "{\"iss\":\"\\udc00\"}", TestIssuer.ByCurve), NoJwt),
        ["bytes that are no UTF-8"] = ((_, _) => Raw("{\"alg\":\"ES256\"}"u8.ToArray(), [(byte)'{', (byte)'"', 0xff, (byte)'"', (byte)':', (byte)'1', (byte)'}']), NoJwt),

        // [AU-413]
        ["no algorithm"] = ((issuer, now) => issuer.Token(now, header: header => header.Remove("alg")), NoJwt),
        ["alg none"] = ((issuer, now) => issuer.Token(now, header: header => header["alg"] = "none"), NoJwt),
        ["BI-154 alg None, and no signature"] = ((issuer, now) => issuer.Token(now, header: header => header["alg"] = "None", sign: _ => []), NoJwt),
        ["an algorithm that is a number"] = ((issuer, now) => issuer.Token(now, header: header => header["alg"] = 256), NoJwt),
        ["BI-155 HS256 keyed with the public key"] = ((issuer, now) => issuer.Token(now, header: header => header["alg"] = "HS256", sign: bytes => HMACSHA256.HashData(TestIssuer.Curve.ExportSubjectPublicKeyInfo(), bytes)), NoJwt),
        ["PS256"] = ((issuer, now) => issuer.Token(now, header: header => (header["alg"], header["kid"]) = ("PS256", "rs"), sign: bytes => TestIssuer.Rsa.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pss)), NoJwt),
        ["EdDSA"] = ((issuer, now) => issuer.Token(now, header: header => header["alg"] = "EdDSA"), NoJwt),
        ["ES256K"] = ((issuer, now) => issuer.Token(now, header: header => header["alg"] = "ES256K"), NoJwt),
        ["lower case"] = ((issuer, now) => issuer.Token(now, header: header => header["alg"] = "es256"), NoJwt),
        ["crit"] = ((issuer, now) => issuer.Token(now, header: header => header["crit"] = new JsonArray("exp")), NoJwt),
        ["an access token"] = ((issuer, now) => issuer.Token(now, header: header => header["typ"] = "at+jwt"), NoJwt),
        ["a logout token"] = ((issuer, now) => issuer.Token(now, header: header => header["typ"] = "logout+jwt"), NoJwt),
        ["an access token by its whole type"] = ((issuer, now) => issuer.Token(now, header: header => header["typ"] = "application/AT+JWT"), NoJwt),
        ["a logout token by its whole type"] = ((issuer, now) => issuer.Token(now, header: header => header["typ"] = "application/logout+jwt"), NoJwt),
        ["a DPoP proof by its whole type"] = ((issuer, now) => issuer.Token(now, header: header => header["typ"] = "application/dpop+jwt"), NoJwt),
        ["a DPoP proof"] = ((issuer, now) => issuer.Token(now, header: header => header["typ"] = "dpop+jwt"), NoJwt),
        ["a key id that is a number"] = ((issuer, now) => issuer.Token(now, header: header => header["kid"] = 1), NoJwt),

        // [AU-414]
        ["no issuer"] = ((issuer, now) => issuer.Token(now, claims => claims.Remove("iss")), NoProvider),
        ["an issuer that is a list"] = ((issuer, now) => issuer.Token(now, claims => claims["iss"] = new JsonArray(TestIssuer.DefaultUrl)), NoProvider),
        ["BI-157 another issuer"] = ((issuer, now) => issuer.Token(now, claims => claims["iss"] = "https://evil.example.com"), NoProvider + "https://evil.example.com"),
        ["http"] = ((issuer, now) => issuer.Token(now, claims => claims["iss"] = "http://login.example.com/tenant"), NoProvider),
        ["no scheme"] = ((issuer, now) => issuer.Token(now, claims => claims["iss"] = "login.example.com/tenant"), NoProvider),
        ["a path in another case"] = ((issuer, now) => issuer.Token(now, claims => claims["iss"] = "https://login.example.com/Tenant"), NoProvider),
        ["a host in another case"] = ((issuer, now) => issuer.Token(now, claims => claims["iss"] = "https://LOGIN.example.com/tenant"), NoProvider),
        ["two slashes after"] = ((issuer, now) => issuer.Token(now, claims => claims["iss"] = "https://login.example.com/tenant//"), NoProvider),
        ["a query after"] = ((issuer, now) => issuer.Token(now, claims => claims["iss"] = "https://login.example.com/tenant?x"), NoProvider),
        ["a port"] = ((issuer, now) => issuer.Token(now, claims => claims["iss"] = "https://login.example.com:443/tenant"), NoProvider),

        // [AU-415]
        ["a key that is not there"] = ((issuer, now) => issuer.Token(now, header: header => header["kid"] = "gone"), NoKey),
        ["a symmetric key of the set"] = ((issuer, now) => issuer.Token(now, header: header => header["kid"] = "hs"), NoKey),
        ["a key of another kind"] = ((issuer, now) => issuer.Token(now, header: header => header["kid"] = "rs"), NoKey),
        ["a curve of another size"] = ((issuer, now) => issuer.Token(now, header: header => header["kid"] = "es384"), NoKey),
        ["an RSA key of 1,024 bits"] = ((issuer, now) => issuer.Token(now, header: header => (header["alg"], header["kid"]) = ("RS256", "weak"), sign: bytes => TestIssuer.Weak.SignData(bytes, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)), NoKey),
        ["a stranger's key"] = ((issuer, now) => issuer.Token(now, sign: bytes => TestIssuer.Stranger.SignData(bytes, HashAlgorithmName.SHA256)), NoSignature),
        ["BI-156 a stranger's key that the header brings"] = ((issuer, now) => issuer.Token(now, header: header => header["jwk"] = TestIssuer.Key("es", TestIssuer.Stranger), sign: bytes => TestIssuer.Stranger.SignData(bytes, HashAlgorithmName.SHA256)), NoSignature),
        ["a stranger's key that the header points at"] = ((issuer, now) => issuer.Token(now, header: header => header["jku"] = "https://evil.example.com/keys", sign: bytes => TestIssuer.Stranger.SignData(bytes, HashAlgorithmName.SHA256)), NoSignature),
        ["a stranger's key, and no key id"] = ((issuer, now) => issuer.Token(now, header: header => header.Remove("kid"), sign: bytes => TestIssuer.Stranger.SignData(bytes, HashAlgorithmName.SHA256)), NoSignature),
        ["DER for a signature"] = ((issuer, now) => issuer.Token(now, sign: bytes => TestIssuer.Curve.SignData(bytes, HashAlgorithmName.SHA256, DSASignatureFormat.Rfc3279DerSequence)), NoSignature),
        ["zeros for a signature"] = ((issuer, now) => issuer.Token(now, sign: _ => new byte[64]), NoSignature),
        ["another digest"] = ((issuer, now) => issuer.Token(now, sign: bytes => TestIssuer.Curve.SignData(bytes, HashAlgorithmName.SHA384)), NoSignature),
        ["an RSA signature of zeros"] = ((issuer, now) => issuer.Token(now, header: header => (header["alg"], header["kid"]) = ("RS256", "rs"), sign: _ => new byte[256]), NoSignature),
        ["BI-160 another payload"] = ((issuer, now) => Swap(issuer.Token(now), issuer.Token(now, claims => claims["sub"] = "repo:octo/app:ref:refs/heads/prod")), NoSignature),

        // [AU-416]
        ["no audience"] = ((issuer, now) => issuer.Token(now, claims => claims.Remove("aud")), NoAudience),
        ["BI-161 another audience"] = ((issuer, now) => issuer.Token(now, claims => claims["aud"] = "api"), NoAudience),
        ["an audience in another case"] = ((issuer, now) => issuer.Token(now, claims => claims["aud"] = "STS.amazonaws.com"), NoAudience),
        ["an empty list of audiences"] = ((issuer, now) => issuer.Token(now, claims => claims["aud"] = new JsonArray()), NoAudience),
        ["an audience that is a number"] = ((issuer, now) => issuer.Token(now, claims => claims["aud"] = 1), NoAudience),
        ["audiences of which one is a number"] = ((issuer, now) => issuer.Token(now, claims => claims["aud"] = new JsonArray("sts.amazonaws.com", 1)), NoAudience),
        ["BI-162 another authorized party"] = ((issuer, now) => issuer.Token(now, claims => claims["azp"] = "evil"), NoAudience),
        ["an authorized party that is a list"] = ((issuer, now) => issuer.Token(now, claims => claims["azp"] = new JsonArray("other")), NoAudience),
        ["an authorized party that is null"] = ((issuer, now) => issuer.Token(now, claims => claims["azp"] = null), NoAudience),

        // [AU-417]
        ["BI-163 ended a second ago"] = ((issuer, now) => issuer.Token(now, claims => claims["exp"] = now.ToUnixTimeSeconds() - 1), "ExpiredTokenException Token expired: current date/time 1768478400 must be before the expiration date/time 1768478399"),
        ["ends now"] = ((issuer, now) => issuer.Token(now, claims => claims["exp"] = now.ToUnixTimeSeconds()), "ExpiredTokenException Token expired: "),
        ["BI-164 no end"] = ((issuer, now) => issuer.Token(now, claims => claims.Remove("exp")), NoTime),
        ["an end that is text"] = ((issuer, now) => issuer.Token(now, claims => claims["exp"] = "1900000000"), "InvalidIdentityToken The ID Token's exp"),
        ["an end that is a fraction"] = ((issuer, now) => issuer.Token(now, claims => claims["exp"] = now.ToUnixTimeSeconds() + 0.5), "InvalidIdentityToken The ID Token's exp"),
        ["an end beyond all time"] = ((issuer, now) => issuer.Token(now, claims => claims["exp"] = long.MaxValue), "InvalidIdentityToken The ID Token's exp"),
        ["a negative end"] = ((issuer, now) => issuer.Token(now, claims => claims["exp"] = -1), "InvalidIdentityToken The ID Token's exp"),
        ["no beginning"] = ((issuer, now) => issuer.Token(now, claims => claims.Remove("iat")), NoTime),
        ["made six minutes from now"] = ((issuer, now) => issuer.Token(now, claims => claims["iat"] = now.ToUnixTimeSeconds() + 360), NoTime),
        ["BI-165 good in an hour"] = ((issuer, now) => issuer.Token(now, claims => claims["nbf"] = now.ToUnixTimeSeconds() + 3600), NoTime),
        ["BI-166 made two days ago"] = ((issuer, now) => issuer.Token(now, claims => claims["iat"] = now.ToUnixTimeSeconds() - 172800), TooOld),
        ["good for two days"] = ((issuer, now) => issuer.Token(now, claims => claims["exp"] = now.ToUnixTimeSeconds() + 172800), TooOld),

        // [AU-418, AU-422, AU-423]
        ["no subject"] = ((issuer, now) => issuer.Token(now, claims => claims.Remove("sub")), NoSubject),
        ["a subject of five letters"] = ((issuer, now) => issuer.Token(now, claims => claims["sub"] = "alice"), NoSubject),
        ["a subject of 256 letters"] = ((issuer, now) => issuer.Token(now, claims => claims["sub"] = new string('a', 256)), NoSubject),
        ["a subject that is a number"] = ((issuer, now) => issuer.Token(now, claims => claims["sub"] = 123456), NoSubject),
        ["tags that are a list"] = ((issuer, now) => issuer.Token(now, claims => claims["https://aws.amazon.com/tags"] = new JsonArray()), NoTags),
        ["a tag with two values"] = ((issuer, now) => Tagged(issuer, now, """{"principal_tags":{"a":["b","c"]}}"""), NoTags),
        ["a tag that is a number"] = ((issuer, now) => Tagged(issuer, now, """{"principal_tags":{"a":1}}"""), NoTags),
        ["tags and something unknown"] = ((issuer, now) => Tagged(issuer, now, """{"principal_tags":{},"more":1}"""), NoTags),
        ["a tag with a letter that tags may not have"] = ((issuer, now) => Tagged(issuer, now, """{"principal_tags":{"a*":["b"]}}"""), NoTags),
        ["fifty-one tags"] = ((issuer, now) => Tagged(issuer, now, "{\"principal_tags\":{" + string.Join(',', Enumerable.Range(0, 51).Select(number => $"\"k{number}\":[\"v\"]")) + "}}"), NoTags),
        ["a key to hand on that is not there"] = ((issuer, now) => Tagged(issuer, now, """{"principal_tags":{"a":["b"]},"transitive_tag_keys":["c"]}"""), "InvalidParameterValue "),
        ["two tags that differ in case only"] = ((issuer, now) => Tagged(issuer, now, """{"principal_tags":{"a":["b"],"A":["c"]}}"""), "InvalidParameterValue "),
        ["a reserved tag"] = ((issuer, now) => Tagged(issuer, now, """{"principal_tags":{"aws:a":["b"]}}"""), "ValidationError "),
        ["a source identity that is a list"] = ((issuer, now) => issuer.Token(now, claims => claims["https://aws.amazon.com/source_identity"] = new JsonArray()), "InvalidIdentityToken Source Identity must match"),
        ["a source identity of AWS's"] = ((issuer, now) => issuer.Token(now, claims => claims["https://aws.amazon.com/source_identity"] = "aws:x"), "InvalidIdentityToken Source Identity must match"),
    };

    private readonly FederationFixture federation = new();

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Is_refused_with_its_own_answer(string name)
    {
        var (make, refusal) = Cases[name];

        Assert.StartsWith(refusal, FederationFixture.Refusal(() => federation.Assume(make(federation.Issuer, federation.Now))), StringComparison.Ordinal);
    }

    [Fact]
    public void Are_refused_for_their_own_fault_alone() => Assert.NotNull(federation.Assume(federation.Issuer.Token(federation.Now)).Credentials);

    private static string Payload(TestIssuer issuer, DateTimeOffset now) => Encoding.UTF8.GetString(Base64Url.DecodeFromChars(issuer.Token(now).Split('.')[1]));

    private static string Twice(TestIssuer issuer, DateTimeOffset now, string claim) =>
        TestIssuer.Join("{\"alg\":\"ES256\",\"kid\":\"es\"}", $"{Payload(issuer, now)[..^1]},\"{claim}\":\"x\"}}", TestIssuer.ByCurve);

    private static string Tagged(TestIssuer issuer, DateTimeOffset now, string tags) => issuer.Token(now, claims => claims["https://aws.amazon.com/tags"] = JsonNode.Parse(tags));

    private static string Swap(string signature, string payload) =>
        string.Join('.', signature.Split('.')[0], payload.Split('.')[1], signature.Split('.')[2]);

    private static string Raw(byte[] header, byte[] payload) =>
        $"{Base64Url.EncodeToString(header)}.{Base64Url.EncodeToString(payload)}.{Base64Url.EncodeToString(new byte[64])}";
}
