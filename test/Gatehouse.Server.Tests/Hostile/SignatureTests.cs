using System.Collections.Immutable;
using Gatehouse.Signatures;
using Change = System.Func<Gatehouse.Server.Tests.Hostile.HostileFixture, System.Threading.Tasks.Task<Gatehouse.Server.Tests.Reply>>;

namespace Gatehouse.Server.Tests.Hostile;

/// <summary>The bad inputs of signatures (BI-1 to BI-74): a valid request, one thing wrong.</summary>
public sealed class SignatureTests(HostileFixture fixture) : IClassFixture<HostileFixture>
{
    private static readonly Dictionary<string, (int Status, string Code, Change Send)> Rows = new(StringComparer.Ordinal)
    {
        ["BI-1 no Authorization"] = (403, "MissingAuthenticationToken", f => Send(f, f.Identity(), "Authorization", null)),
        ["BI-2 Authorization empty"] = (403, "MissingAuthenticationToken", f => Send(f, f.Identity(), "Authorization", "")),
        ["BI-3 Basic"] = (403, "MissingAuthenticationToken", f => Send(f, f.Identity(), "Authorization", "Basic YTpi")),
        ["BI-4 Bearer"] = (403, "MissingAuthenticationToken", f => Send(f, f.Identity(), "Authorization", "Bearer abc")),
        ["BI-5 unknown algorithm"] = (400, "IncompleteSignature", f => Edit(f, value => value.Replace("SHA256", "SHA512", StringComparison.Ordinal))),
        ["BI-6 no Signature"] = (400, "IncompleteSignature", f => Edit(f, value => value[..value.LastIndexOf(", Signature", StringComparison.Ordinal)])),
        ["BI-7 no SignedHeaders"] = (400, "IncompleteSignature", f => Edit(f, value => Without(value, "SignedHeaders"))),
        ["BI-8 no Credential"] = (400, "IncompleteSignature", f => Edit(f, value => Without(value, "Credential"))),
        ["BI-9 algorithm alone"] = (400, "IncompleteSignature", f => Send(f, f.Identity(), "Authorization", "AWS4-HMAC-SHA256")),
        ["BI-10 a space in the key id"] = (400, "IncompleteSignature", f => Edit(f, value => value.Replace("Credential=AKIA", "Credential=AK IA", StringComparison.Ordinal))),
        ["BI-11 no date"] = (400, "IncompleteSignature", f => Send(f, f.Identity(), "X-Amz-Date", null)),
        ["BI-12 short date"] = (400, "IncompleteSignature", f => Send(f, f.Identity(), "X-Amz-Date", "20260115")),
        ["BI-13 no such time"] = (400, "IncompleteSignature", f => Send(f, f.Identity(), "X-Amz-Date", "20261315T250000Z")),
        ["BI-14 credential of four parts"] = (400, "IncompleteSignature", f => Edit(f, value => value.Replace("/us-east-1", "", StringComparison.Ordinal))),
        ["BI-15 empty region"] = (400, "IncompleteSignature", f => Edit(f, value => value.Replace("us-east-1", "", StringComparison.Ordinal))),
        ["BI-16 scope of another day"] = (403, "SignatureDoesNotMatch", f => Edit(f, value => value.Replace("/20260115/", "/20260114/", StringComparison.Ordinal))),
        ["BI-17 scope of another service"] = (403, "SignatureDoesNotMatch", f => f.Server.SendAsync(f.Identity(service: "iam"))),
        ["BI-18 another terminator"] = (403, "SignatureDoesNotMatch", f => Edit(f, value => value.Replace("aws4_request", "aws5_request", StringComparison.Ordinal))),
        ["BI-19 malformed region"] = (403, "SignatureDoesNotMatch", f => Edit(f, value => value.Replace("us-east-1", "us_east_1", StringComparison.Ordinal))),
        ["BI-20 signed too long ago"] = (403, "SignatureDoesNotMatch", f => f.Server.SendAsync(At(f, -16))),
        ["BI-21 signed ahead"] = (403, "SignatureDoesNotMatch", f => f.Server.SendAsync(At(f, 16))),
        ["BI-22 host not signed"] = (403, "SignatureDoesNotMatch", f => Edit(f, value => value.Replace("host;", "", StringComparison.Ordinal))),
        ["BI-23 wrong secret"] = (403, "SignatureDoesNotMatch", f => f.Server.SendAsync(f.Identity(new(f.Admin.AccessKeyId, new string('x', 40))))),
        ["BI-24 signature of zeros"] = (403, "SignatureDoesNotMatch", f => Edit(f, value => value[..^64] + new string('0', 64))),
        ["BI-25 signature cut"] = (403, "SignatureDoesNotMatch", f => Edit(f, value => value[..^1])),
        ["signature in capitals"] = (403, "SignatureDoesNotMatch", f => Edit(f, value => value[..^64] + value[^64..].ToUpperInvariant())),
        ["BI-26 a field appended"] = (403, "SignatureDoesNotMatch", f => f.Server.SendAsync(f.Identity() with { Body = Bytes("Action=GetCallerIdentity&Version=2011-06-15&X=1") })),
        ["BI-27 a signed header changed"] = (403, "SignatureDoesNotMatch", f => Send(f, f.Identity(), "Content-Type", "application/x-www-form-urlencoded; charset=utf-8")),
        ["BI-28 another host"] = (403, "SignatureDoesNotMatch", f => Send(f, f.Identity(), "Host", "example.com")),
        ["BI-29 signed headers not sorted"] = (403, "SignatureDoesNotMatch", f => Edit(f, value => value.Replace("content-type;host", "host;content-type", StringComparison.Ordinal))),
        ["BI-30 UNSIGNED-PAYLOAD"] = (403, "SignatureDoesNotMatch", f => f.Server.SendAsync(
            new Signer(f.Admin, "us-east-1", "sts") { Style = SignatureStyle.S3, Payload = "UNSIGNED-PAYLOAD" }.Sign(Bare(f), f.Server.Clock.GetUtcNow()).Request)),
        ["BI-31 two Authorization headers"] = (400, "IncompleteSignature", async f => Parse(await f.RawAsync(Text(f.Identity(), twice: "Authorization")))),
        ["BI-32 Credential twice"] = (400, "IncompleteSignature", f => Edit(f, value => value.Replace(", SignedHeaders", ", Credential=a/b/c/d/e, SignedHeaders", StringComparison.Ordinal))),
        ["BI-33 unknown key"] = (403, "InvalidClientTokenId", f => f.Server.SendAsync(f.Identity(new("AKIARZPUZDIKAAAAAAAA", new string('x', 40))))),
        ["unknown key of the old layout"] = (403, "InvalidClientTokenId", f => f.Server.SendAsync(f.Identity(new("AKIAIOSFODNN7EXAMPLE", new string('x', 40))))),
        ["key id of another case"] = (403, "InvalidClientTokenId", f => f.Server.SendAsync(f.Identity(new(f.Admin.AccessKeyId.ToLowerInvariant(), new string('x', 40))))),
        ["key id of 4,000 characters"] = (403, "InvalidClientTokenId", f => f.Server.SendAsync(f.Identity(new("AKIA" + new string('A', 4000), new string('x', 40))))),
        ["BI-37 temporary key, no token"] = (403, "InvalidClientTokenId", f => Send(f, f.Identity(f.Session), "X-Amz-Security-Token", null)),
        ["BI-37 temporary key, empty token"] = (403, "InvalidClientTokenId", f => Send(f, f.Identity(f.Session), "X-Amz-Security-Token", "")),
        ["BI-38 lasting key with a token"] = (403, "InvalidClientTokenId", f => Send(f, f.Identity(), "X-Amz-Security-Token", TokenOf(f.Identity(f.Session)))),
        ["BI-39 token of another session"] = (403, "InvalidClientTokenId", async f => await Send(f, f.Identity(f.Session), "X-Amz-Security-Token", TokenOf(f.Identity(await f.SessionAsync(f.Admin))))),
        ["BI-40 token cut"] = (403, "InvalidClientTokenId", f => Send(f, f.Identity(f.Session), "X-Amz-Security-Token", TokenOf(f.Identity(f.Session))[..^4])),
        ["token extended"] = (403, "InvalidClientTokenId", f => Send(f, f.Identity(f.Session), "X-Amz-Security-Token", TokenOf(f.Identity(f.Session)) + "AAAA")),
        ["token of garbage"] = (403, "InvalidClientTokenId", f => Send(f, f.Identity(f.Session), "X-Amz-Security-Token", "not a token !!")),
        ["BI-45 presigned, no credential"] = (400, "IncompleteSignature", f => Presigned(f, query => Without(query, "X-Amz-Credential"))),
        ["BI-46 presigned, no signed headers"] = (400, "IncompleteSignature", f => Presigned(f, query => Without(query, "X-Amz-SignedHeaders"))),
        ["BI-47 presigned, no date"] = (400, "IncompleteSignature", f => Presigned(f, query => Without(query, "X-Amz-Date"))),
        ["presigned, no signature"] = (400, "IncompleteSignature", f => Presigned(f, query => Without(query, "X-Amz-Signature"))),
        ["BI-48 presigned 20 minutes ago"] = (403, "SignatureDoesNotMatch", f => Presigned(f, query => query, -20)),
        ["BI-49 presigned, expires changed"] = (403, "SignatureDoesNotMatch", f => Presigned(f, query => query.Replace("X-Amz-Expires=60", "X-Amz-Expires=61", StringComparison.Ordinal))),
        ["BI-50 presigned, a parameter added"] = (403, "SignatureDoesNotMatch", f => Presigned(f, query => query + "&X=1")),
        ["BI-51 presigned, credential twice"] = (400, "IncompleteSignature", f => Presigned(f, query => query + "&X-Amz-Credential=a")),
        ["BI-52 presigned, no algorithm"] = (403, "MissingAuthenticationToken", f => Presigned(f, query => Without(query, "X-Amz-Algorithm"))),
        ["BI-54 malformed escape"] = (400, "MalformedQueryString", async f => Parse(await f.RawAsync(Bytes($"GET /?Action=GetCallerIdentity&Version=2011-06-15&X=%zz HTTP/1.1\r\nHost: {f.Server.Endpoint.Authority}\r\nConnection: close\r\n\r\n")))),
        ["BI-55 SigV2"] = (400, "IncompleteSignature", f => f.Server.SendAsync(new OutgoingRequest { Method = "GET", Target = "/?Action=GetCallerIdentity&Version=2011-06-15&AWSAccessKeyId=AKIA&Signature=abc&SignatureVersion=2" })),
        ["both forms"] = (403, "SignatureDoesNotMatch", f => f.Server.SendAsync(f.Identity() with { Target = "/?X-Amz-Algorithm=AWS4-HMAC-SHA256" })),
        ["BI-59 SigV4A for other regions"] = (403, "SignatureDoesNotMatch", f => f.Server.SendAsync(Asymmetric(f, "eu-*"))),
        ["BI-60 SigV4A without a region set"] = (400, "IncompleteSignature", f => Send(f, Asymmetric(f, "us-east-1"), "X-Amz-Region-Set", null)),
        ["AU-162 SigV4A with another region set"] = (403, "SignatureDoesNotMatch", f => Send(f, Asymmetric(f, "us-east-1"), "X-Amz-Region-Set", "*")),
        ["AU-162 SigV4A of another key"] = (403, "SignatureDoesNotMatch", f => f.Server.SendAsync(Asymmetric(f, "us-east-1", new(f.Admin.AccessKeyId, new string('x', 40))))),
        ["AU-145 a bearer token"] = (403, "MissingAuthenticationToken", f => Send(f, f.Identity(), "Authorization", "Bearer abc")),
        ["AU-145 JSON, a bearer token"] = (400, "MissingAuthenticationTokenException", f => Json(f, request => Set(request, "Authorization", "Bearer abc"))),
        ["AU-145 REST, a bearer token"] = (403, "MissingAuthenticationTokenException", f => Rest(f, request => Set(request, "Authorization", "Bearer abc"))),
        ["BI-61 JSON unsigned"] = (400, "MissingAuthenticationTokenException", f => Json(f, request => Set(request, "Authorization", null))),
        ["BI-62 JSON unknown key"] = (400, "UnrecognizedClientException", f => Json(f, request => request, new("AKIARZPUZDIKAAAAAAAA", new string('x', 40)))),
        ["BI-63 JSON wrong secret"] = (400, "InvalidSignatureException", f => Json(f, request => request, new(f.Admin.AccessKeyId, new string('x', 40)))),
        ["BI-64 JSON signed too long ago"] = (400, "InvalidSignatureException", f => Json(f, request => Set(request, "X-Amz-Date", "20260115T114400Z"))),
        ["BI-66 JSON no SignedHeaders"] = (400, "IncompleteSignatureException", f => Json(f, request => Set(request, "Authorization", Without(Header(request, "Authorization"), "SignedHeaders")))),
        ["BI-67 JSON another service"] = (400, "InvalidSignatureException", f => Json(f, request => request, service: "sso")),
        ["BI-68 JSON not allowed"] = (400, "AccessDeniedException", f => Json(f, request => request, f.Nobody)),
        ["JSON target not signed"] = (400, "InvalidSignatureException", f => Json(f, request => Set(request, "Authorization", Header(request, "Authorization").Replace(";x-amz-target", "", StringComparison.Ordinal)))),
        ["BI-69 REST unsigned"] = (403, "MissingAuthenticationTokenException", f => Rest(f, request => Set(request, "Authorization", null))),
        ["BI-70 REST unknown key"] = (403, "UnrecognizedClientException", f => Rest(f, request => request, new("AKIARZPUZDIKAAAAAAAA", new string('x', 40)))),
        ["BI-71 REST wrong secret"] = (403, "InvalidSignatureException", f => Rest(f, request => request, new(f.Admin.AccessKeyId, new string('x', 40)))),
        ["BI-73 REST escape undone after signing"] = (403, "InvalidSignatureException", f => Rest(f, request => request with { Target = "/analyzer/a:b" }, target: "/analyzer/a%3Ab")),
        ["BI-74 REST endpoint name as scope"] = (403, "InvalidSignatureException", f => Rest(f, request => request, service: "accessanalyzer")),
    };

    /// <summary>The names of the rows.</summary>
    public static TheoryData<string> Names => [.. Rows.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public async Task A_bad_signature_gets_the_right_answer(string name)
    {
        var (status, code, send) = Rows[name];

        var reply = await send(fixture);

        Assert.True(status == (int)reply.Status && code == reply.Code, $"{(int)reply.Status} {reply.Code}: {reply.Body}");
        Assert.DoesNotContain("Signature=", reply.Body, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_request_they_all_start_from_is_right()
    {
        Assert.Equal(200, (int)(await fixture.Server.SendAsync(fixture.Identity())).Status);
        Assert.Equal(200, (int)(await fixture.Server.SendAsync(fixture.Identity(fixture.Session))).Status);
        Assert.Equal(200, (int)(await Presigned(fixture, query => query)).Status);
        Assert.Equal(200, (int)(await fixture.Server.SendAsync(Asymmetric(fixture, "us-east-1"))).Status);
        Assert.Equal(200, (int)(await fixture.Server.SendAsync(Asymmetric(fixture, "us-*"))).Status);
        Assert.Equal(200, (int)(await fixture.Server.SendAsync(Asymmetric(fixture, "us-east-1", fixture.Session))).Status);
        Assert.Equal("NotImplemented", (await Rest(fixture, request => request)).Code);
    }

    // BI-42, BI-65, BI-72: a session ends to the second.
    [Fact]
    public async Task A_session_that_ended_is_refused_in_every_protocol()
    {
        var session = await fixture.SessionAsync(fixture.Admin, ("DurationSeconds", "900"));
        fixture.Server.Clock.Advance(TimeSpan.FromSeconds(899));
        Assert.Equal(200, (int)(await fixture.Server.SendAsync(fixture.Identity(session))).Status);
        fixture.Server.Clock.Advance(TimeSpan.FromSeconds(2));

        var query = await fixture.Server.SendAsync(fixture.Identity(session));
        var json = await Json(fixture, request => request, session);
        var rest = await Rest(fixture, request => request, session);
        fixture.Server.Clock.Advance(TimeSpan.FromSeconds(-901));

        Assert.Equal((403, "ExpiredToken"), ((int)query.Status, query.Code));
        Assert.Equal((400, "ExpiredTokenException"), ((int)json.Status, json.Code));
        Assert.Equal((403, "ExpiredTokenException"), ((int)rest.Status, rest.Code));
    }

    private static OutgoingRequest Asymmetric(HostileFixture f, string regions, SigningCredentials? credentials = null) =>
        new Signer(credentials ?? f.Admin, regions, "sts") { Algorithm = SignatureAlgorithm.EcdsaP256Sha256 }.Sign(Bare(f), f.Server.Clock.GetUtcNow()).Request;

    private static Task<Reply> Edit(HostileFixture f, Func<string, string> edit)
    {
        var request = f.Identity();
        return f.Server.SendAsync(Set(request, "Authorization", edit(Header(request, "Authorization"))));
    }

    private static Task<Reply> Send(HostileFixture f, OutgoingRequest request, string name, string? value) => f.Server.SendAsync(Set(request, name, value));

    private static OutgoingRequest Set(OutgoingRequest request, string name, string? value)
    {
        var rest = request.Headers.RemoveAll(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase));
        return request with { Headers = value is null ? rest : rest.Add(new(name, value)) };
    }

    private static string Header(OutgoingRequest request, string name) =>
        request.Headers.Single(header => header.Key.Equals(name, StringComparison.OrdinalIgnoreCase)).Value;

    private static string TokenOf(OutgoingRequest request) => Header(request, "X-Amz-Security-Token");

    private static string Without(string text, string name) => text.Contains('&', StringComparison.Ordinal)
        ? string.Join('&', text.Split('&').Where(pair => !pair.StartsWith(name + "=", StringComparison.Ordinal)))
        : string.Join(", ", text.Replace("AWS4-HMAC-SHA256 ", "", StringComparison.Ordinal).Split(", ").Where(pair => !pair.StartsWith(name + "=", StringComparison.Ordinal))) is var rest
            ? "AWS4-HMAC-SHA256 " + rest : text;

    private static byte[] Bytes(string text) => System.Text.Encoding.UTF8.GetBytes(text);

    private static OutgoingRequest Bare(HostileFixture f) => new()
    {
        Method = "POST",
        Target = "/",
        Headers = ImmutableArray.Create(KeyValuePair.Create("Host", f.Server.Endpoint.Authority), KeyValuePair.Create("Content-Type", "application/x-www-form-urlencoded")),
        Body = Bytes("Action=GetCallerIdentity&Version=2011-06-15"),
    };

    private static OutgoingRequest At(HostileFixture f, int minutes) =>
        new Signer(f.Admin, "us-east-1", "sts").Sign(Bare(f), f.Server.Clock.GetUtcNow().AddMinutes(minutes)).Request;

    private static Task<Reply> Presigned(HostileFixture f, Func<string, string> edit, int minutes = 0)
    {
        var request = Bare(f) with { Method = "GET", Target = "/?Action=GetCallerIdentity&Version=2011-06-15", Body = default };
        request = request with { Headers = request.Headers.RemoveAt(1) };
        var signed = new Signer(f.Admin, "us-east-1", "sts").Presign(request, f.Server.Clock.GetUtcNow().AddMinutes(minutes), TimeSpan.FromSeconds(60)).Request;
        return f.Server.SendAsync(signed with { Target = "/?" + edit(signed.Target[2..]) });
    }

    private static Task<Reply> Json(HostileFixture f, Func<OutgoingRequest, OutgoingRequest> edit, SigningCredentials? credentials = null, string service = "organizations") =>
        f.Server.SendAsync(edit(f.Server.Sign(
            credentials ?? f.Admin, service, "POST", "/", "{}", ("Content-Type", "application/x-amz-json-1.1"), ("X-Amz-Target", "AWSOrganizationsV20161128.ListAccounts")).Request));

    private static Task<Reply> Rest(
        HostileFixture f, Func<OutgoingRequest, OutgoingRequest> edit, SigningCredentials? credentials = null, string target = "/analyzer/a", string service = "access-analyzer") =>
        f.Server.SendAsync(edit(f.Server.Sign(credentials ?? f.Admin, service, "GET", target, "").Request));

    private static byte[] Text(OutgoingRequest request, string twice)
    {
        var headers = string.Concat(request.Headers.Select(header => $"{header.Key}: {header.Value}\r\n"));
        return [.. Bytes($"{request.Method} {request.Target} HTTP/1.1\r\n{headers}{twice}: {Header(request, twice)}\r\nContent-Length: {request.Body.Length}\r\nConnection: close\r\n\r\n"), .. request.Body.Span];
    }

    private static Reply Parse(string raw) => new(
        (System.Net.HttpStatusCode)int.Parse(raw.Split(' ')[1]), raw[(raw.IndexOf("\r\n\r\n", StringComparison.Ordinal) + 4)..], null);
}
