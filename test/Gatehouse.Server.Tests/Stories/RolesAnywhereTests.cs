using System.Collections;
using System.Net;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Gatehouse.Server.Workloads;
using Gatehouse.Signatures;
using Gatehouse.Testing;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>Certificates in the place of access keys, from trust anchor to audit trail, over the wire.</summary>
public sealed class RolesAnywhereTests(ServerFixture server) : IClassFixture<ServerFixture>, IAsyncLifetime, IDisposable
{
    private const string Trust =
        """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"rolesanywhere.amazonaws.com"},"Action":["sts:AssumeRole","sts:TagSession","sts:SetSourceIdentity"]}}""";

    private static int roles;

    private readonly TestAuthority root = TestAuthority.Root();
    private readonly string role = $"anywhere-{Interlocked.Increment(ref roles)}";
    private string anchor = "";
    private string profile = "";

    private string RoleArn => $"arn:aws:iam::{ServerFixture.Account}:role/{role}";

    public async ValueTask InitializeAsync()
    {
        await server.QueryAsync("iam", "CreateRole", ("RoleName", role), ("AssumeRolePolicyDocument", Trust));
        anchor = (await AskAsync("POST", "/trustanchors", new { name = "root", enabled = true, source = new { sourceType = "CERTIFICATE_BUNDLE", sourceData = new { x509CertificateData = root.Pem } } }))
            .GetProperty("trustAnchor").GetProperty("trustAnchorArn").GetString()!;
        profile = (await AskAsync("POST", "/profiles", new { name = "apps", enabled = true, roleArns = new[] { RoleArn } })).GetProperty("profile").GetProperty("profileArn").GetString()!;
    }

    public ValueTask DisposeAsync() => default;

    public void Dispose() => root.Dispose();

    [Fact]
    public async Task A_certificate_becomes_credentials_that_work_and_the_trail_tells_of_it() // [AU-860, AU-863]
    {
        using var certificate = root.Issue(rsaBits: 2048);

        var reply = await server.SendAsync(Sign(certificate));

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        var answer = JsonDocument.Parse(reply.Body).RootElement;
        var set = answer.GetProperty("credentialSet")[0];
        var given = set.GetProperty("credentials");
        Assert.Equal("2026-01-15T13:00:00Z", given.GetProperty("expiration").GetString());
        var credentials = new SigningCredentials(given.GetProperty("accessKeyId").GetString()!, given.GetProperty("secretAccessKey").GetString()!, given.GetProperty("sessionToken").GetString());
        var identity = await server.QueryAsync(credentials, "sts", "GetCallerIdentity");
        Assert.Equal(set.GetProperty("assumedRoleUser").GetProperty("arn").GetString(), identity["Arn"]);

        var subject = await AskAsync("GET", "/subject/" + answer.GetProperty("subjectArn").GetString()!.Split('/')[1], null);
        Assert.Equal("CN=web-1, OU=Web, O=Example", subject.GetProperty("subject").GetProperty("x509Subject").GetString());

        var happened = await EventAsync(reply.RequestId!);
        Assert.Contains("rolesanywhere.amazonaws.com", happened, StringComparison.Ordinal);
        Assert.Contains(given.GetProperty("accessKeyId").GetString()!, happened, StringComparison.Ordinal);
        Assert.DoesNotContain(given.GetProperty("secretAccessKey").GetString()!, happened, StringComparison.Ordinal);
        Assert.DoesNotContain(given.GetProperty("sessionToken").GetString()!, happened, StringComparison.Ordinal);

        // AWS: beside it stands what the service did.
        using var assumed = JsonDocument.Parse(await EventAsync(RoleArn, "AssumeRole"));
        var (told, asked) = (assumed.RootElement, assumed.RootElement.GetProperty("requestParameters"));
        Assert.Equal(("AWSService", "rolesanywhere.amazonaws.com"), (told.GetProperty("userIdentity").GetProperty("type").GetString(), told.GetProperty("userIdentity").GetProperty("invokedBy").GetString()));
        Assert.Equal(("sts.amazonaws.com", "rolesanywhere.amazonaws.com"), (told.GetProperty("eventSource").GetString(), told.GetProperty("sourceIPAddress").GetString()));
        Assert.Equal(("web-1", 3600), (asked.GetProperty("sourceIdentity").GetString(), asked.GetProperty("durationSeconds").GetInt32()));
        Assert.Contains(asked.GetProperty("tags").EnumerateArray(), tag => tag.GetProperty("key").GetString() == "x509Subject/OU" && tag.GetProperty("value").GetString() == "Web");
        Assert.Equal(given.GetProperty("accessKeyId").GetString(), told.GetProperty("responseElements").GetProperty("credentials").GetProperty("accessKeyId").GetString());
        Assert.DoesNotContain(given.GetProperty("secretAccessKey").GetString()!, told.GetRawText(), StringComparison.Ordinal);
    }

    [Fact]
    public async Task That_a_role_does_not_let_the_service_is_in_the_trail_too()
    {
        await server.QueryAsync("iam", "UpdateAssumeRolePolicy", ("RoleName", role), ("PolicyDocument", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}"""));
        using var certificate = root.Issue();

        Assert.Equal("AccessDeniedException", (await server.SendAsync(Sign(certificate))).Code);

        Assert.Contains($"User: rolesanywhere.amazonaws.com is not authorized to perform: sts:AssumeRole on resource: {RoleArn}", await EventAsync(RoleArn, "AssumeRole"), StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_command_asks_for_as_long_a_session_as_it_is_told_to() // [AU-841]
    {
        using var certificate = root.Issue(rsaBits: 2048);
        using var key = certificate.GetRSAPrivateKey()!;
        var folder = Directory.CreateTempSubdirectory().FullName;
        await File.WriteAllTextAsync(Path.Combine(folder, "web.pem"), certificate.ExportCertificatePem(), TestContext.Current.CancellationToken);
        await File.WriteAllTextAsync(Path.Combine(folder, "web.key"), key.ExportPkcs8PrivateKeyPem(), TestContext.Current.CancellationToken);
        using var output = new StringWriter();

        var code = await CredentialsCommand.Build(new Hashtable { ["AWS_ENDPOINT_URL"] = server.Endpoint.ToString() }, server.Clock)
            .Parse(["--certificate", Path.Combine(folder, "web.pem"), "--private-key", Path.Combine(folder, "web.key"), "--trust-anchor-arn", anchor, "--profile-arn", profile, "--role-arn", RoleArn, "--session-duration", "900"])
            .InvokeAsync(new() { Output = output }, TestContext.Current.CancellationToken);

        Assert.Equal(0, code);
        Assert.Equal("2026-01-15T12:15:00Z", JsonDocument.Parse(output.ToString()).RootElement.GetProperty("Expiration").GetString());
        Directory.Delete(folder, recursive: true);
    }

    [Fact]
    public async Task A_serial_number_that_is_not_the_certificate_s_is_refused() // [BI-235, AU-861]
    {
        using var certificate = root.Issue();

        var reply = await SpoilAsync(certificate, value => value.Replace("Credential=", "Credential=1", StringComparison.Ordinal));

        Assert.Equal((HttpStatusCode.Forbidden, "AccessDeniedException"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_certificate_of_another_authority_is_refused() // [BI-233]
    {
        using var other = TestAuthority.Root();
        using var certificate = other.Issue();

        var reply = await server.SendAsync(Sign(certificate));

        Assert.Equal((HttpStatusCode.Forbidden, "AccessDeniedException", "Untrusted signing certificate"), (reply.Status, reply.Code, reply.Message));
    }

    [Fact]
    public async Task A_certificate_signs_for_sessions_and_for_nothing_else() // [BI-236]
    {
        using var certificate = root.Issue();

        var reply = await server.SendAsync(Sign(certificate) with { Method = "GET", Target = "/trustanchors" });

        Assert.Equal((HttpStatusCode.Forbidden, "IncompleteSignatureException"), (reply.Status, reply.Code));
    }

    [Fact]
    public async Task A_certificate_without_its_key_is_refused()
    {
        using var mine = root.Issue();
        using var theirs = root.Issue();
        var request = Sign(mine);

        // The other's certificate and serial number, under a signature of one's own.
        var stolen = request with
        {
            Headers = [.. request.Headers.Select(line => line.Key switch
            {
                "X-Amz-X509" => KeyValuePair.Create(line.Key, Convert.ToBase64String(theirs.RawData)),
                "Authorization" => KeyValuePair.Create(line.Key, line.Value.Replace(Decimal(mine), Decimal(theirs), StringComparison.Ordinal)),
                _ => line,
            })],
        };

        var reply = await server.SendAsync(stolen);

        Assert.Equal((HttpStatusCode.Forbidden, "InvalidSignatureException"), (reply.Status, reply.Code));
    }

    [Theory]
    [InlineData("SigV4", "IncompleteSignatureException")]
    [InlineData("nothing", "MissingAuthenticationTokenException")]
    [InlineData("a stale date", "InvalidSignatureException")]
    [InlineData("another body", "InvalidSignatureException")]
    [InlineData("another role", "InvalidSignatureException")]
    [InlineData("no certificate", "InvalidSignatureException")]
    [InlineData("a certificate of garbage", "AccessDeniedException")]
    [InlineData("a chain of garbage", "AccessDeniedException")]
    [InlineData("another region", "ResourceNotFoundException")]
    public async Task A_request_that_is_not_signed_as_it_must_be_is_refused(string kind, string code)
    {
        using var certificate = root.Issue();
        using var middle = root.Under();
        var request = Sign(certificate);
        var reply = await server.SendAsync(kind switch
        {
            "SigV4" => server.Sign(ServerFixture.Root, "rolesanywhere", "POST", request.Target, "{}", ("Content-Type", "application/json")).Request,
            "nothing" => request with { Headers = request.Headers.RemoveAll(line => line.Key == "Authorization") },
            "a stale date" => Sign(certificate, at: server.Clock.GetUtcNow().AddMinutes(-16)),
            "another body" => request with { Body = "{ }"u8.ToArray() },
            "another role" => request with { Target = request.Target.Replace(role, "other", StringComparison.Ordinal) },
            "no certificate" => request with
            {
                Headers = [.. request.Headers.Where(line => line.Key != "X-Amz-X509").Select(line => line.Key == "Authorization"
                    ? KeyValuePair.Create(line.Key, line.Value.Replace(";x-amz-x509", "", StringComparison.Ordinal)) : line)],
            },
            "a certificate of garbage" => request with { Headers = [.. request.Headers.Select(line => line.Key == "X-Amz-X509" ? KeyValuePair.Create(line.Key, "QUJD") : line)] },
            "a chain of garbage" => Sign(certificate, chain: [middle.Certificate]) is var chained
                ? chained with { Headers = [.. chained.Headers.Select(line => line.Key == "X-Amz-X509-Chain" ? KeyValuePair.Create(line.Key, "QUJD,") : line)] } : request,
            _ => Sign(certificate, region: "eu-west-1"),
        });

        Assert.Equal(code, reply.Code);
        Assert.InRange((int)reply.Status, 400, 404);
    }

    [Theory]
    [InlineData("""{"durationSeconds":899}""", "ValidationException")]
    [InlineData("""{"durationSeconds":43201}""", "ValidationException")]
    [InlineData("""{"durationSeconds":"x"}""", "SerializationException")]
    [InlineData("""{"roleSessionName":"a b"}""", "ValidationException")]
    [InlineData("""{"roleSessionName":"ab"}""", "AccessDeniedException")]
    [InlineData("""{""", "SerializationException")]
    [InlineData("""[]""", "SerializationException")]
    public async Task A_request_that_says_what_cannot_be_is_refused(string body, string code)
    {
        using var certificate = root.Issue();

        Assert.Equal(code, (await server.SendAsync(Sign(certificate, body: body))).Code);
    }

    [Fact]
    public async Task What_is_asked_for_may_stand_in_the_body_as_AWS_s_documentation_has_it() // [AU-860]
    {
        using var certificate = root.Issue();
        var asked = JsonSerializer.Serialize(new { durationSeconds = 900, profileArn = profile, roleArn = RoleArn, trustAnchorArn = anchor });

        var reply = await server.SendAsync(Sign(certificate, asked, target: "/sessions"));

        Assert.Equal(HttpStatusCode.Created, reply.Status);
        Assert.Contains("2026-01-15T12:15:00Z", reply.Body, StringComparison.Ordinal);
        Assert.Contains(anchor, await EventAsync(reply.RequestId!), StringComparison.Ordinal);
        Assert.Equal("SerializationException", (await server.SendAsync(Sign(certificate, asked))).Code);
        Assert.Equal("ValidationException", (await server.SendAsync(Sign(certificate, "{}", target: "/sessions"))).Code);
    }

    [Fact]
    public async Task A_trust_anchor_of_an_account_that_is_not_there_is_refused_like_one_that_is_not_there()
    {
        using var certificate = root.Issue();

        var reply = await server.SendAsync(Sign(certificate, anchorArn: anchor.Replace(ServerFixture.Account, "999988887777", StringComparison.Ordinal)));

        Assert.Equal((HttpStatusCode.NotFound, "ResourceNotFoundException"), (reply.Status, reply.Code));
        Assert.Equal("ValidationException", (await server.SendAsync(Sign(certificate, anchorArn: "arn:aws:iam::1:role/x"))).Code);
    }

    private static string Decimal(X509Certificate2 certificate) => new System.Numerics.BigInteger(certificate.SerialNumberBytes.Span, false, true).ToString(System.Globalization.CultureInfo.InvariantCulture);

    private OutgoingRequest Sign(
        X509Certificate2 certificate, string body = "{}", IEnumerable<X509Certificate2>? chain = null, DateTimeOffset? at = null, string region = "us-east-1", string? anchorArn = null, string? target = null) =>
        new CertificateSigner(certificate, chain ?? [], region).Sign(
            new()
            {
                Method = "POST",
                Target = target ?? $"/sessions?profileArn={Uri.EscapeDataString(profile)}&roleArn={Uri.EscapeDataString(RoleArn)}&trustAnchorArn={Uri.EscapeDataString(anchorArn ?? anchor)}",
                Headers = [new("Host", server.Endpoint.Authority), new("Content-Type", "application/json")],
                Body = Encoding.UTF8.GetBytes(body),
            },
            at ?? server.Clock.GetUtcNow()).Request;

    private Task<Reply> SpoilAsync(X509Certificate2 certificate, Func<string, string> authorization)
    {
        var request = Sign(certificate);
        return server.SendAsync(request with { Headers = [.. request.Headers.Select(line => line.Key == "Authorization" ? KeyValuePair.Create(line.Key, authorization(line.Value)) : line)] });
    }

    private async Task<JsonElement> AskAsync(string method, string path, object? body)
    {
        var text = body is null ? "" : JsonSerializer.Serialize(body);
        var reply = await server.SendAsync(body is null
            ? server.Sign(ServerFixture.Root, "rolesanywhere", method, path, text)
            : server.Sign(ServerFixture.Root, "rolesanywhere", method, path, text, ("Content-Type", "application/json")));
        Assert.True((int)reply.Status < 300, reply.Body);
        return JsonDocument.Parse(reply.Body).RootElement;
    }

    // The event of a name that says something.
    private async Task<string> EventAsync(string saying, string name = "CreateSession")
    {
        for (var tries = 0; tries < 200; tries++)
        {
            var reply = await server.JsonAsync(
                ServerFixture.Root, "cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents",
                $$"""{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"{{name}}"}]}""");
            using var document = JsonDocument.Parse(reply.Body);
            if (document.RootElement.GetProperty("Events").EnumerateArray().Select(one => one.GetProperty("CloudTrailEvent").GetString()!).FirstOrDefault(text => text.Contains(saying, StringComparison.Ordinal)) is { } found)
            {
                return found;
            }

            await Task.Delay(20);
        }

        throw new InvalidOperationException("The trail has no such event.");
    }
}
