using static Gatehouse.Signatures.Tests.Given;

namespace Gatehouse.Signatures.Tests;

/// <summary>The bad inputs BI-1 to BI-33, BI-45 to BI-55, BI-59 to BI-74 as far as a signature alone can tell; those of S3-style stand with S3.</summary>
public sealed class BadInputTests
{
    private static readonly OutgoingRequest JsonRequest = Unsigned with
    {
        Headers = [new("Host", "127.0.0.1:4566"), new("Content-Type", "application/x-amz-json-1.1"), new("X-Amz-Target", "AWSOrganizationsV20161128.ListRoots")],
        Body = "{}"u8.ToArray(),
    };

    private static readonly OutgoingRequest RestRequest = UnsignedGet with { Target = "/analyzer/a%2Fb" };

    private static readonly Dictionary<int, Row> Rows = new()
    {
        [1] = new(Signed.Without("Authorization"), 403, "MissingAuthenticationToken"),
        [2] = new(Signed.Set("Authorization", ""), 403, "MissingAuthenticationToken"),
        [3] = new(Signed.Set("Authorization", "Basic dXNlcjpwYXNz"), 403, "MissingAuthenticationToken"),
        [4] = new(Signed.Set("Authorization", "Bearer abc"), 403, "MissingAuthenticationToken"), // AU-145
        [5] = new(Change("AWS4-HMAC-SHA256", "AWS4-HMAC-SHA512"), 400, "IncompleteSignature"),
        [6] = new(Change("Signature=", "Unknown="), 400, "IncompleteSignature"),
        [7] = new(Change("SignedHeaders=", "Unknown="), 400, "IncompleteSignature"),
        [8] = new(Change("Credential=", "Unknown="), 400, "IncompleteSignature"),
        [9] = new(Signed.Set("Authorization", "AWS4-HMAC-SHA256"), 400, "IncompleteSignature"),
        [10] = new(Change("Credential=AKIA", "Credential=AKIA "), 400, "IncompleteSignature"),
        [11] = new(Signed.Without("X-Amz-Date"), 400, "IncompleteSignature"),
        [12] = new(Signed.Set("X-Amz-Date", "20260115"), 400, "IncompleteSignature"),
        [13] = new(Signed.Set("X-Amz-Date", "20261315T250000Z"), 400, "IncompleteSignature"),
        [14] = new(Change("/us-east-1/", "/"), 400, "IncompleteSignature"),
        [15] = new(Change("/us-east-1/", "//"), 400, "IncompleteSignature"),
        [16] = new(Forged($"{KeyId}/20260114/us-east-1/sts/aws4_request"), 403, "SignatureDoesNotMatch"),
        [17] = new(Sign(Unsigned, service: "iam"), 403, "SignatureDoesNotMatch"),
        [18] = new(Forged($"{KeyId}/20260115/us-east-1/sts/aws5_request"), 403, "SignatureDoesNotMatch"),
        [19] = new(Forged($"{KeyId}/20260115/us_east_1/sts/aws4_request"), 403, "SignatureDoesNotMatch"),
        [20] = new(Sign(Unsigned, time: Now.AddMinutes(-16)), 403, "SignatureDoesNotMatch", "Signature expired"),
        [21] = new(Sign(Unsigned, time: Now.AddMinutes(16)), 403, "SignatureDoesNotMatch", "Signature not yet current"),
        [22] = new(Forged(Credential, "content-type;x-amz-date"), 403, "SignatureDoesNotMatch"),
        [23] = new(Sign(Unsigned, new(KeyId, Secret + "x")), 403, "SignatureDoesNotMatch"),
        [24] = new(GivenSignature(_ => new('0', 64)), 403, "SignatureDoesNotMatch"),
        [25] = new(GivenSignature(given => given[..63]), 403, "SignatureDoesNotMatch"),
        // AU-135
        [26] = new(Signed with { Body = "Action=GetCallerIdentity&Version=2011-06-15&A=b"u8.ToArray() }, 403, "SignatureDoesNotMatch"),
        [27] = new(Signed.Set("Content-Type", "text/plain"), 403, "SignatureDoesNotMatch"),
        [28] = new(Signed.Set("Host", "127.0.0.1:4567"), 403, "SignatureDoesNotMatch"),
        [29] = new(Forged(Credential, "x-amz-date;host"), 403, "SignatureDoesNotMatch"),
        [30] = new(
            Reference.Forge(Unsigned.With("x-amz-content-sha256", "UNSIGNED-PAYLOAD"), Secret, Credential, Time, "host;x-amz-content-sha256;x-amz-date", "UNSIGNED-PAYLOAD"),
            403, "SignatureDoesNotMatch"),
        [31] = new(Signed.With("Authorization", Signed.Header("Authorization")), 400, "IncompleteSignature"),
        [32] = new(Change("AWS4-HMAC-SHA256 ", $"AWS4-HMAC-SHA256 Credential={Credential}, "), 400, "IncompleteSignature"),
        [33] = new(Sign(Unsigned, new("AKIARZPUZDIKSTRANGER", Secret)), 403, "InvalidClientTokenId"),
        [37] = new(Sign(Unsigned, new(TemporaryKeyId, Secret)), 403, "InvalidClientTokenId"),
        [38] = new(Sign(Unsigned, new(KeyId, Secret, Token)), 403, "InvalidClientTokenId"),
        [45] = new(Presigned.WithoutParameter("X-Amz-Credential"), 400, "IncompleteSignature"),
        [46] = new(Presigned.WithoutParameter("X-Amz-SignedHeaders"), 400, "IncompleteSignature"),
        [47] = new(Presigned.WithoutParameter("X-Amz-Date").With("X-Amz-Date", Time), 400, "IncompleteSignature"),
        [48] = new(Presign(UnsignedGet, time: Now.AddMinutes(-20)), 403, "SignatureDoesNotMatch", "Signature expired"),
        [49] = new(Presigned with { Target = Presigned.Target.Replace("X-Amz-Expires=3600", "X-Amz-Expires=3601") }, 403, "SignatureDoesNotMatch"),
        [50] = new(Presigned.WithParameter("RoleArn=x"), 403, "SignatureDoesNotMatch"),
        [51] = new(Presigned.WithParameter($"X-Amz-Credential={Credential}"), 400, "IncompleteSignature"),
        [52] = new(Presigned.WithoutParameter("X-Amz-Algorithm"), 403, "MissingAuthenticationToken"),
        [53] = new(Presign(UnsignedGet, new(TemporaryKeyId, Secret)).WithParameter("X-Amz-Security-Token=abc"), 403, "SignatureDoesNotMatch"),
        [54] = new(Presigned.WithParameter("a=%zz"), 400, "MalformedQueryString"),
        // AU-144
        [55] = new(Signed with { Target = $"/?Signature=abc&AWSAccessKeyId={KeyId}" }, 400, "IncompleteSignature"),
        [59] = new(SignV4a("eu-*"), 403, "SignatureDoesNotMatch"),
        [60] = new(SignV4a("us-east-1").Without("X-Amz-Region-Set"), 400, "IncompleteSignature"),
        [61] = Json(JsonRequest, 400, "MissingAuthenticationTokenException"),
        [62] = Json(Sign(JsonRequest, new("AKIARZPUZDIKSTRANGER", Secret), service: "organizations"), 400, "UnrecognizedClientException"),
        [63] = Json(Sign(JsonRequest, new(KeyId, "wrong"), service: "organizations"), 400, "InvalidSignatureException"),
        [64] = Json(Sign(JsonRequest, time: Now.AddMinutes(-16), service: "organizations"), 400, "InvalidSignatureException"),
        [66] = Json(Sign(JsonRequest, service: "organizations").Change("Authorization", value => value.Replace("SignedHeaders=", "X=")), 400, "IncompleteSignatureException"),
        [67] = Json(Sign(JsonRequest, service: "sso"), 400, "InvalidSignatureException"),
        [69] = Rest(RestRequest, 403, "MissingAuthenticationTokenException"),
        [70] = Rest(Sign(RestRequest, new("AKIARZPUZDIKSTRANGER", Secret), service: "access-analyzer"), 403, "UnrecognizedClientException"),
        [71] = Rest(Sign(RestRequest, new(KeyId, "wrong"), service: "access-analyzer"), 403, "InvalidSignatureException"),
        [73] = Rest(Sign(RestRequest, service: "access-analyzer") with { Target = "/analyzer/a/b" }, 403, "InvalidSignatureException"),
        [74] = Rest(Sign(RestRequest, service: "accessanalyzer"), 403, "InvalidSignatureException"),
    };

    public static TheoryData<int> Numbers => [.. Rows.Keys];

    [Theory, MemberData(nameof(Numbers))]
    public void A_bad_input_gets_its_code(int number)
    {
        var row = Rows[number];

        var fault = Answer(row.Request, row.Style, row.Service);

        Assert.Equal((row.Status, row.Code), (fault?.Status, fault?.Code));
        Assert.Contains(row.Text, fault!.Message, StringComparison.Ordinal);
    }

    // The rows above each change one thing: without it, the request is good.
    [Fact]
    public void The_requests_they_begin_from_are_good()
    {
        Assert.Null(Answer(Signed));
        Assert.Null(Answer(Presigned));
        Assert.Null(Answer(SignV4a("us-east-1")));
        Assert.Null(Answer(Sign(Unsigned, Temporary)));
        Assert.Null(Answer(Presign(UnsignedGet, Temporary)));
        Assert.Null(Answer(Forged(Credential)));
        Assert.Null(Answer(Sign(JsonRequest, service: "organizations"), SignatureStyle.Json, "organizations"));
        Assert.Null(Answer(Sign(RestRequest, service: "access-analyzer"), SignatureStyle.Rest, "access-analyzer"));
    }

    private static Row Json(OutgoingRequest request, int status, string code) => new(request, status, code, "", SignatureStyle.Json, "organizations");

    private static Row Rest(OutgoingRequest request, int status, string code) => new(request, status, code, "", SignatureStyle.Rest, "access-analyzer");

    private static OutgoingRequest Change(string from, string to) => Signed.Change("Authorization", value => value.Replace(from, to));

    private static OutgoingRequest GivenSignature(Func<string, string> change) =>
        Signed.Change("Authorization", value => value[..(value.LastIndexOf('=') + 1)] + change(value[(value.LastIndexOf('=') + 1)..]));

    private static OutgoingRequest Forged(string credential, string signedHeaders = "content-type;host;x-amz-date") =>
        Reference.Forge(Unsigned, Secret, credential, Time, signedHeaders);

    private static OutgoingRequest SignV4a(string regions) =>
        new Signer(Credentials, regions, "sts") { Algorithm = SignatureAlgorithm.EcdsaP256Sha256 }.Sign(Unsigned, Now).Request;

    private sealed record Row(
        OutgoingRequest Request, int Status, string Code, string Text = "", SignatureStyle Style = SignatureStyle.Query, string Service = "sts");
}
