using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.Pkcs;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Testing;

namespace Gatehouse.Workloads.Tests;

/// <summary>The listeners of workloads, over the wire.</summary>
public sealed class WorkloadHostTests : IAsyncLifetime
{
    private const string Credentials = "/latest/meta-data/iam/security-credentials/";
    private const string Token = "X-aws-ec2-metadata-token";
    private const string Seconds = "X-aws-ec2-metadata-token-ttl-seconds";

    private static readonly (string Path, string Holds)[] Told =
    [
        ("/latest/meta-data/instance-id", "i-"),
        ("/latest/meta-data/instance-type", "t3."),
        ("/latest/meta-data/ami-id", "ami-"),
        ("/latest/meta-data/local-ipv4", "127.0.0.1"),
        ("/latest/meta-data/local-hostname", "ip-127-0-0-1.ec2.internal"),
        ("/latest/meta-data/placement/region", "us-east-1"),
        ("/latest/meta-data/placement/availability-zone", "us-east-1a"),
        ("/latest/meta-data/placement/availability-zone/", "us-east-1a"),
        ("/latest/meta-data/iam/security-credentials/web/", "AWS-HMAC"),
        ("/latest/meta-data/iam/info", "InstanceProfileArn"),
        ("/latest/meta-data/", "iam/"),
        ("/latest/meta-data/system", "nitro"),
        ("/latest/meta-data/reservation-id", "r-"),
        ("/latest/", "dynamic\nmeta-data"),
        ("/latest/dynamic/instance-identity/document", "accountId"),
        ("/latest/dynamic/instance-identity/", "document\npkcs7\nrsa2048\nsignature"),
        ("/2024-04-11/meta-data/instance-id", "i-"),
        ("/1.0/meta-data/instance-id", "i-"),
        ("/", "2009-04-04\n"),
        ("/", "latest"),
    ];

    private static readonly string[] Missing =
        ["/1999-01-01/meta-data/instance-id", "/latest/meta-data/iam/security-credentials-extended/", "/latest/user-data", "/latest/meta-data/public-ipv4", "/other", "/latest/meta-data/identity-credentials/ec2/info"];

    private readonly AccountFixture account = new();
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly string tokenFile = Path.GetTempFileName();
    private readonly List<AuditEvent> events = [];
    private readonly WorkloadHost host;

    public WorkloadHostTests() => host = new(
        [
            WorkloadListener.Parse($"instance http://127.0.0.1:0 account={AccountFixture.Id} profile=web"),
            WorkloadListener.Parse($"instance http://127.0.0.1:0 account={AccountFixture.Id} profile=web v1=true"),
            WorkloadListener.Parse($"container http://127.0.0.1:0 account={AccountFixture.Id} role=task token-file={tokenFile}"),
        ],
        new InstalledRoles(account.Installation, "us-east-1", events.Add),
        account.Clock);

    public async ValueTask InitializeAsync()
    {
        await File.WriteAllTextAsync(tokenFile, "let-me-in\n");
        account.Change(draft =>
        {
            var role = RoleOf("web", "ec2.amazonaws.com");
            draft.Put(role);
            draft.Put(RoleOf("task", "ecs-tasks.amazonaws.com"));
            draft.Put(new InstanceProfile { Id = "AIPAAAAAAAAAAAAAAAAAA", Name = "web", Path = "/", Created = account.Clock.GetUtcNow(), RoleId = role.Id });
        });
        await host.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        await host.DisposeAsync();
        client.Dispose();
        File.Delete(tokenFile);
    }

    [Fact]
    public async Task An_instance_is_given_its_role_as_AU_811_says()
    {
        var token = await TokenAsync();
        Assert.Equal("web", (await AskAsync(0, Credentials, token)).Text);
        Assert.Equal("web", (await AskAsync(0, Credentials.TrimEnd('/'), token)).Text);
        Assert.Equal("web", (await AskAsync(0, "/2021-03-23/meta-data/iam/security-credentials/", token)).Text);

        var given = JsonDocument.Parse((await AskAsync(0, Credentials + "web", token)).Text).RootElement;

        Assert.Equal(("Success", "AWS-HMAC"), (given.GetProperty("Code").GetString(), given.GetProperty("Type").GetString()));
        Assert.Equal("2026-01-15T18:00:00Z", given.GetProperty("Expiration").GetString());

        // Whoever cuts it out with a shell's tools has it right: base64 stands as it is.
        Assert.Contains(given.GetProperty("Token").GetString()!, (await AskAsync(0, Credentials + "web", token)).Text, StringComparison.Ordinal);
        Assert.Contains(given.GetProperty("SecretAccessKey").GetString()!, (await AskAsync(0, Credentials + "web", token)).Text, StringComparison.Ordinal);
        Assert.True(account.Installation.Sessions.TryOpen(given.GetProperty("Token").GetString(), given.GetProperty("AccessKeyId").GetString(), out var session, out _));
        Assert.Equal((SessionDelivery.InstanceMetadata, false, AccountFixture.Id), (session.Delivery, session.Chained, session.Account));
        Assert.StartsWith("i-", session.SessionName, StringComparison.Ordinal);
        Assert.Contains(session.FederationKeys, key => key.Name == "ec2:RoleDelivery" && key.Values is ["2.0"]);
        var happened = Assert.Single(events);
        Assert.Equal(("AWSService", "ec2.amazonaws.com", "AssumeRole", "sts.amazonaws.com"), (happened.Identity.Type, happened.Identity.InvokedBy, happened.Name, happened.Source));
        Assert.DoesNotContain(given.GetProperty("SecretAccessKey").GetString()!, System.Text.Encoding.UTF8.GetString(happened.ToJson()), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Credentials_are_kept_for_half_their_life_as_AU_812_says()
    {
        var first = (await AskAsync(0, Credentials + "web", await TokenAsync())).Text;
        account.Clock.Advance(TimeSpan.FromMinutes(179));
        Assert.Equal(first, (await AskAsync(0, Credentials + "web", await TokenAsync())).Text);
        account.Clock.Advance(TimeSpan.FromMinutes(2));
        Assert.NotEqual(first, (await AskAsync(0, Credentials + "web", await TokenAsync())).Text);
    }

    [Fact]
    public async Task Credentials_of_a_session_that_was_ended_are_not_given_again() // [AU-340, AU-812]
    {
        var first = (await AskAsync(0, Credentials + "web", await TokenAsync())).Text;
        var role = account.Account.Roles.Find("web")!.Id;
        account.Change(draft => draft.Put(new Revocation
        {
            Principal = role,
            Before = draft.Now.AddSeconds(1),
            Expires = draft.Now.AddHours(36),
            Created = draft.Now,
            By = "arn:aws:iam::111122223333:root",
        }));
        account.Clock.Advance(TimeSpan.FromSeconds(1));

        var second = (await AskAsync(0, Credentials + "web", await TokenAsync())).Text;

        Assert.NotEqual(first, second);
        Assert.Equal(second, (await AskAsync(0, Credentials + "web", await TokenAsync())).Text);
    }

    [Fact]
    public async Task A_role_that_does_not_trust_the_service_is_not_given()
    {
        account.Change(draft => draft.Put(draft.Account.Roles.Find("web")! with { TrustPolicy = Trust("lambda.amazonaws.com") }));

        Assert.Contains("AssumeRoleUnauthorizedAccess", (await AskAsync(0, Credentials + "web", await TokenAsync())).Text, StringComparison.Ordinal);
        var refused = Assert.Single(events);
        Assert.Equal(
            ("AssumeRole", "AccessDenied", $"User: ec2.amazonaws.com is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::{AccountFixture.Id}:role/web", 0),
            (refused.Name, refused.ErrorCode, refused.ErrorMessage, refused.ResponseElements.Length));
        Assert.Equal(("AWSService", "ec2.amazonaws.com"), (refused.Identity.Type, refused.Identity.InvokedBy));
    }

    [Fact]
    public async Task No_role_is_404()
    {
        account.Change(draft => draft.Put(draft.Account.InstanceProfiles.Find("web")! with { RoleId = null }));

        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(0, Credentials, await TokenAsync())).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(0, Credentials + "web", await TokenAsync())).Status);
    }

    [Theory] // [AU-810, AU-813, BI-227, BI-228]
    [InlineData(null)]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("x")]
    [InlineData("21601")]
    public async Task A_token_has_a_life_of_1_to_21600_seconds(string? seconds) =>
        Assert.Equal(HttpStatusCode.BadRequest, (await SendAsync("PUT", 0, "/latest/api/token", seconds is null ? [] : [(Seconds, seconds)])).Status);

    [Fact] // [AU-813, BI-229, BI-230]
    public async Task What_came_through_a_proxy_gets_no_token_and_nothing_is_told_without_one()
    {
        Assert.Equal(HttpStatusCode.Forbidden, (await SendAsync("PUT", 0, "/latest/api/token", [(Seconds, "60"), ("X-Forwarded-For", "203.0.113.7")])).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(0, Credentials, null)).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(0, Credentials, "wrong")).Status);
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(1, Credentials, await TokenAsync())).Status);
        Assert.Equal("web", (await AskAsync(1, Credentials, null)).Text);
    }

    [Fact]
    public async Task A_token_ends()
    {
        var token = await TokenAsync("60");
        account.Clock.Advance(TimeSpan.FromSeconds(60));

        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(0, Credentials, token)).Status);
    }

    [Theory] // [AU-814, BI-231]
    [InlineData("evil.example", HttpStatusCode.Forbidden)]
    [InlineData("localhost", HttpStatusCode.OK)]
    [InlineData("169.254.169.254", HttpStatusCode.OK)]
    public async Task Names_that_are_not_its_own_are_refused(string name, HttpStatusCode status) =>
        Assert.Equal(status, (await SendAsync("GET", 0, Credentials, [(Token, await TokenAsync()), ("Host", name)])).Status);

    [Fact] // [AU-810]
    public async Task Tells_an_instance_what_it_is_and_nothing_else()
    {
        var token = await TokenAsync();
        foreach (var (path, holds) in Told)
        {
            Assert.Contains(holds, (await AskAsync(0, path, token)).Text, StringComparison.Ordinal);
            Assert.Equal((HttpStatusCode.OK, ""), await SendAsync("HEAD", 0, path, [(Token, token)]));
        }

        foreach (var path in Missing)
        {
            var (status, page) = await AskAsync(0, path, token);
            Assert.Equal((path, HttpStatusCode.NotFound), (path, status));
            Assert.Contains("<h1>404 - Not Found</h1>", page, StringComparison.Ordinal);
        }

        Assert.Contains("<title>401 - Unauthorized</title>", (await AskAsync(0, "/latest/meta-data/", "wrong")).Text, StringComparison.Ordinal);

        var mac = (await AskAsync(0, "/latest/meta-data/mac", token)).Text;
        Assert.Equal(mac + "/", (await AskAsync(0, "/latest/meta-data/network/interfaces/macs/", token)).Text);
        Assert.Equal(AccountFixture.Id, (await AskAsync(0, $"/latest/meta-data/network/interfaces/macs/{mac}/owner-id", token)).Text);
    }

    [Fact] // [AU-810]
    public async Task The_identity_document_is_signed_by_a_key_whose_certificate_everybody_may_have()
    {
        using var certificate = X509Certificate2.CreateFromPem(account.Installation.Secrets.InstanceIdentityCertificate!);
        using var key = certificate.GetRSAPublicKey()!;
        var document = Encoding.UTF8.GetBytes(await IdentityAsync("document"));

        Assert.True(key.VerifyData(document, Convert.FromBase64String(await IdentityAsync("signature")), HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1));
        Assert.Equal(2048, key.KeySize);
        foreach (var form in (string[])["pkcs7", "rsa2048"])
        {
            var message = new SignedCms();
            message.Decode(Convert.FromBase64String(await IdentityAsync(form)));
            Assert.Equal(document, message.ContentInfo.Content);

            // The one who verifies brings the certificate.
            Assert.Empty(message.Certificates);
            message.CheckSignature([certificate], verifySignatureOnly: true);
            Assert.Equal("2.16.840.1.101.3.4.2.1", message.SignerInfos[0].DigestAlgorithm.Value);
        }
    }

    [Theory] // [AU-820, AU-821, BI-232]
    [InlineData(null, "/credentials", HttpStatusCode.Unauthorized)]
    [InlineData("let-me-out", "/credentials", HttpStatusCode.Unauthorized)]
    [InlineData("let-me-in", "/other", HttpStatusCode.NotFound)]
    [InlineData("let-me-in", "/credentials", HttpStatusCode.OK)]
    public async Task A_container_shows_its_token(string? token, string path, HttpStatusCode status)
    {
        var (found, text) = await SendAsync("GET", 2, path, token is null ? [] : [("Authorization", token)]);

        Assert.Equal(status, found);
        Assert.Equal(status == HttpStatusCode.OK, text.Contains($"arn:aws:iam::{AccountFixture.Id}:role/task", StringComparison.Ordinal));
    }

    private static string Trust(string service) =>
        $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"{{{service}}}"},"Action":"sts:AssumeRole"}}""";

    private Role RoleOf(string name, string service) => new()
    {
        Id = account.Installation.Ids.NewId("AROA"), Name = name, Path = "/", Created = account.Clock.GetUtcNow(), TrustPolicy = Trust(service),
    };

    private async Task<string> TokenAsync(string seconds = "21600") => (await SendAsync("PUT", 0, "/latest/api/token", [(Seconds, seconds)])).Text;

    private async Task<string> IdentityAsync(string form) => (await AskAsync(0, "/latest/dynamic/instance-identity/" + form, await TokenAsync())).Text;

    private Task<(HttpStatusCode Status, string Text)> AskAsync(int listener, string path, string? token) => SendAsync("GET", listener, path, token is null ? [] : [(Token, token)]);

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(string method, int listener, string path, (string Name, string Value)[] headers)
    {
        using var request = new HttpRequestMessage(new(method), new Uri(host.Urls[listener] + path));
        foreach (var (name, value) in headers)
        {
            request.Headers.TryAddWithoutValidation(name, value);
        }

        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
