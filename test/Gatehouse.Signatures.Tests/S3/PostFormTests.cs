using System.Text;
using static Gatehouse.Signatures.Tests.Given;
using static Gatehouse.Signatures.Tests.S3.GivenS3;

namespace Gatehouse.Signatures.Tests.S3;

/// <summary>Forms that browsers post [AU-143]. Signed by the reference of the tests, which shares no code with the library.</summary>
public sealed class PostFormTests
{
    private const string Policy = """
        {"expiration": "2026-01-15T13:00:00.000Z", "conditions": [
          {"bucket": "pictures"}, ["starts-with", "$key", "user/ana/"], {"acl": "public-read"}, ["starts-with", "$Content-Type", "image/"],
          {"x-amz-algorithm": "AWS4-HMAC-SHA256"}, ["eq", "$x-amz-credential", "CREDENTIAL"], {"x-amz-date": "20260115T120000Z"}, ["content-length-range", 1, 1000]]}
        """;

    private static string Credential => $"{KeyId}/{GivenS3.Scope}";

    [Fact]
    public void A_form_that_its_policy_allows_is_taken() => Assert.Null(Answer(Form()));

    [Fact]
    public void Names_of_fields_have_no_case_and_ignored_ones_are_free()
    {
        var form = Form().Select(static field => KeyValuePair.Create(field.Key.ToUpperInvariant(), field.Value)).Append(new("X-Ignore-Track", "1"));

        Assert.Null(Answer(form));
    }

    [Fact]
    public void A_session_s_token_is_read() // AU-116
    {
        var policy = Policy.Replace("CREDENTIAL", $"{TemporaryKeyId}/{GivenS3.Scope}", StringComparison.Ordinal).Replace("{\"acl\"", $"{{\"x-amz-security-token\": \"{Token}\"}}, {{\"acl\"", StringComparison.Ordinal);

        Assert.True(PostForm.TryRead(Form(policy, credential: $"{TemporaryKeyId}/{GivenS3.Scope}").Append(new("x-amz-security-token", Token)), out var form, out _));
        Assert.Equal(Token, form.Signature.SessionToken);
        Assert.Null(SignatureVerifier.CheckToken(form.Signature));
        Assert.Null(form.CheckPolicy("pictures", 10, Now));
    }

    [Theory]
    [InlineData("key", "user/bob/cat.png", "Invalid according to Policy: Policy Condition failed: [\"starts-with\", \"$key\", \"user/ana/\"]")]
    [InlineData("acl", "private", "Invalid according to Policy: Policy Condition failed: [\"eq\", \"$acl\", \"public-read\"]")]
    [InlineData("Content-Type", null, "Invalid according to Policy: Policy Condition failed: [\"starts-with\", \"$Content-Type\", \"image/\"]")]
    [InlineData("x-amz-meta-tag", "1", "Invalid according to Policy: Extra input fields: x-amz-meta-tag")]
    [InlineData("x-amz-date", "20260115T120001Z", "Invalid according to Policy: Policy Condition failed: [\"eq\", \"$x-amz-date\", \"20260115T120000Z\"]")]
    public void A_form_that_the_signer_did_not_speak_of_is_refused(string field, string? value, string message)
    {
        var form = Form().Where(one => one.Key != field).Concat(value is null ? [] : [KeyValuePair.Create(field, value)]);

        Refused(403, "AccessDenied", message, Answer(form));
    }

    [Fact]
    public void The_bucket_the_size_and_the_end_are_the_policy_s()
    {
        Refused(403, "AccessDenied", "[\"eq\", \"$bucket\", \"pictures\"]", Answer(Form(), bucket: "other"));
        Refused(400, "EntityTooLarge", "exceeds the maximum", Answer(Form(), size: 1001));
        Refused(400, "EntityTooSmall", "smaller than the minimum", Answer(Form(), size: 0));
        Refused(403, "AccessDenied", "Invalid according to Policy: Policy expired.", Answer(Form(), now: Now.AddHours(1)));
    }

    [Theory]
    [InlineData("policy")]
    [InlineData("x-amz-algorithm")]
    [InlineData("x-amz-credential")]
    [InlineData("x-amz-date")]
    [InlineData("x-amz-signature")]
    public void What_lacks_is_named(string field) =>
        Refused(400, "InvalidArgument", $"must contain a field named '{field}'", Answer(Form().Where(one => one.Key != field)));

    [Fact]
    public void A_signature_over_another_policy_with_another_secret_or_scope_is_refused()
    {
        var other = Convert.ToBase64String(Encoding.UTF8.GetBytes(Policy.Replace("1000", "9999", StringComparison.Ordinal)));
        Refused(403, "SignatureDoesNotMatch", "does not match", Answer(Form().Select(one => one.Key == "policy" ? KeyValuePair.Create("policy", other) : one)));
        Refused(403, "SignatureDoesNotMatch", "does not match", Answer(Form(), secret: "another"));
        Refused(400, "AuthorizationQueryParametersError", "correct service", Answer(Form(credential: $"{KeyId}/20260115/us-east-1/sts/aws4_request")));
        Refused(400, "AuthorizationQueryParametersError", "Date in Credential scope", Answer(Form(credential: $"{KeyId}/20260114/us-east-1/s3/aws4_request")));
        Refused(400, "AuthorizationQueryParametersError", "the Credential is mal-formed", Answer(Form(credential: $"{KeyId}/20260115/us-east-1/s3")));
        Refused(403, "InvalidAccessKeyId", "does not exist", Answer(Form(credential: $"AKIARZPUZDIKSTRANGER/{GivenS3.Scope}")));
    }

    [Theory]
    [InlineData("not json", "Invalid JSON")]
    [InlineData("""{"expiration": "tomorrow", "conditions": []}""", "'expiration'")]
    [InlineData("""{"conditions": []}""", "'expiration'")]
    [InlineData("""{"expiration": "2026-01-15T13:00:00Z"}""", "missing conditions")]
    [InlineData("""{"expiration": "2026-01-15T13:00:00Z", "conditions": [], "more": 1}""", "holds expiration and conditions")]
    [InlineData("""{"expiration": "2026-01-15T13:00:00Z", "conditions": [["ends-with", "$key", "x"]]}""", "Unknown Condition")]
    [InlineData("""{"expiration": "2026-01-15T13:00:00Z", "conditions": [["eq", "key", "x"]]}""", "begins with $")]
    [InlineData("""{"expiration": "2026-01-15T13:00:00Z", "conditions": [["eq", "$key"]]}""", "Invalid Condition")]
    [InlineData("""{"expiration": "2026-01-15T13:00:00Z", "conditions": [{"acl": 1}]}""", "a text was expected")]
    [InlineData("""{"expiration": "2026-01-15T13:00:00Z", "conditions": [["content-length-range", "1", 2]]}""", "Invalid")]
    [InlineData("""{"expiration": "2026-01-15T13:00:00Z", "conditions": [[[[[]]]]]}""", "Invalid")]
    public void A_policy_that_cannot_be_read_whole_is_refused(string policy, string message) =>
        Refused(400, "InvalidPolicyDocument", message, Answer(Form(policy)));

    [Fact]
    public void A_field_that_comes_twice_and_too_many_fields_are_refused()
    {
        Refused(400, "InvalidArgument", "more than once", Answer(Form().Append(new("KEY", "user/ana/b"))));
        Refused(400, "InvalidArgument", "more than 200 fields", Answer(Form().Concat(Enumerable.Range(0, 200).Select(static i => KeyValuePair.Create("x-ignore-" + i, "")))));
        Refused(400, "InvalidArgument", "only supports", Answer(Form().Select(static one => one.Key == "x-amz-algorithm" ? KeyValuePair.Create(one.Key, "AWS4-ECDSA-P256-SHA256") : one)));
    }

    private static IEnumerable<KeyValuePair<string, string>> Form(string? policy = null, string? credential = null)
    {
        var scope = (credential ?? Credential)[((credential ?? Credential).IndexOf('/') + 1)..];
        var text = Convert.ToBase64String(Encoding.UTF8.GetBytes(policy ?? Policy.Replace("CREDENTIAL", credential ?? Credential, StringComparison.Ordinal)));
        return
        [
            new("key", "user/ana/cat.png"), new("acl", "public-read"), new("Content-Type", "image/png"), new("policy", text), new("x-amz-algorithm", "AWS4-HMAC-SHA256"),
            new("x-amz-credential", credential ?? Credential), new("x-amz-date", Time), new("x-amz-signature", Reference.Sign(Secret, scope, text)),
        ];
    }

    // In the order in which a host asks.
    private static SignatureFault? Answer(IEnumerable<KeyValuePair<string, string>> fields, string bucket = "pictures", long size = 500, DateTimeOffset? now = null, string secret = Secret)
    {
        if (!PostForm.TryRead(fields, out var form, out var fault))
        {
            return fault;
        }

        return SignatureVerifier.CheckScope(form.Signature, "s3", SignatureRules.Default)
            ?? (form.Signature.AccessKeyId is KeyId or TemporaryKeyId ? null : SignatureFault.UnknownKey(form.Signature))
            ?? SignatureVerifier.CheckToken(form.Signature)
            ?? form.Verify(VerificationKey.Derive(form.Signature, Encoding.UTF8.GetBytes(secret)))
            ?? form.CheckPolicy(bucket, size, now ?? Now);
    }

    private static void Refused(int status, string code, string message, SignatureFault? fault)
    {
        Assert.Equal((status, code), (fault?.Status, fault?.Code));
        Assert.Contains(message, fault!.Message, StringComparison.Ordinal);
    }
}
