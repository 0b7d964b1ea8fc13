using System.Buffers.Text;
using System.Net;
using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;
using System.Text.Json;
using Gatehouse.Server.Hosting;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>The trail names people and programs whom an identity provider vouched for, and holds no more of a large request than CloudTrail does.</summary>
public sealed class FederatedTrailTests : IAsyncLifetime
{
    private const string Role = "arn:aws:iam::111122223333:role/job";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly TcpListener issuer = new(IPAddress.Loopback, 0);
    private readonly ServerFixture server;

    public FederatedTrailTests()
    {
        issuer.Start();
        server = new() { Adjust = settings => settings with { Federation = settings.Federation with { DevIssuers = [Issuer] } } };
    }

    private string Issuer => $"http://127.0.0.1:{((IPEndPoint)issuer.LocalEndpoint).Port}";

    private string ProviderArn => $"arn:aws:iam::111122223333:oidc-provider/{Issuer[7..]}";

    public async ValueTask InitializeAsync()
    {
        _ = AnswerAsync();
        await server.InitializeAsync();
        await OkAsync(server.QueryAsync("iam", "CreateOpenIDConnectProvider", ("Url", Issuer), ("ClientIDList.member.1", "sts.amazonaws.com")));
        await OkAsync(server.QueryAsync("iam", "CreateRole", ("RoleName", "job"), ("AssumeRolePolicyDocument", $$"""
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"{{ProviderArn}}"},"Action":"sts:AssumeRoleWithWebIdentity","Condition":{"StringEquals":{"{{Issuer[7..]}}:sub":"repo:octo/app"} } } }
            """)));
    }

    public async ValueTask DisposeAsync()
    {
        await server.DisposeAsync();
        issuer.Dispose();
        key.Dispose();
    }

    [Fact]
    public async Task Bearers_of_tokens_are_named_whether_or_not_they_got_a_session_and_so_is_their_provider_afterwards()
    {
        var given = await AssumeAsync("repo:octo/app");
        Assert.Equal(HttpStatusCode.OK, given.Status);
        Assert.Equal("AccessDenied", (await AssumeAsync("repo:evil/app")).Code);
        await OkAsync(server.QueryAsync(new(given["AccessKeyId"]!, given["SecretAccessKey"]!, given["SessionToken"]!), "sts", "GetCallerIdentity"));

        var (allowed, denied) = ((await EventAsync("Username", "repo:octo/app")), await EventAsync("Username", "repo:evil/app"));
        foreach (var (found, subject) in ((JsonElement, string)[])[(allowed, "repo:octo/app"), (denied, "repo:evil/app")])
        {
            var identity = found.GetProperty("userIdentity");
            Assert.Equal("WebIdentityUser", identity.GetProperty("type").GetString());
            Assert.Equal($"{ProviderArn}:sts.amazonaws.com:{subject}", identity.GetProperty("principalId").GetString());
            Assert.Equal(subject, identity.GetProperty("userName").GetString());
            Assert.Equal(ProviderArn, identity.GetProperty("identityProvider").GetString());
            Assert.DoesNotContain("eyJ", found.ToString(), StringComparison.Ordinal);
        }

        Assert.Equal("AccessDenied", denied.GetProperty("errorCode").GetString());
        var later = await EventAsync("EventName", "GetCallerIdentity");
        Assert.Equal(ProviderArn, later.GetProperty("userIdentity").GetProperty("sessionContext").GetProperty("webIdFederationData").GetProperty("federatedProvider").GetString());
    }

    [Fact]
    public async Task A_token_that_is_not_believed_names_nobody()
    {
        Assert.Equal("InvalidIdentityToken", (await AssumeAsync("repo:octo/app", spoil: true)).Code);

        Assert.Equal("Unknown", (await EventAsync("EventName", "AssumeRoleWithWebIdentity")).GetProperty("userIdentity").GetProperty("type").GetString());
    }

    [Fact]
    public async Task Of_a_large_document_the_trail_keeps_its_beginning_and_says_that_it_left_something_out()
    {
        await OkAsync(server.QueryAsync("iam", "CreateSAMLProvider", ("Name", "large"), ("SAMLMetadataDocument", Metadata(150_000))));
        var large = (await EventAsync("EventName", "CreateSAMLProvider")).GetProperty("requestParameters");
        Assert.Equal("large", large.GetProperty("name").GetString());
        Assert.True(large.GetProperty("omitted").GetBoolean());
        Assert.Equal(1024, large.GetProperty("sAMLMetadataDocument").GetString()!.Length);

        server.Clock.Advance(TimeSpan.FromSeconds(1));
        var document = Metadata(10);
        await OkAsync(server.QueryAsync("iam", "CreateSAMLProvider", ("Name", "small"), ("SAMLMetadataDocument", document)));
        var small = (await EventAsync("EventName", "CreateSAMLProvider")).GetProperty("requestParameters");
        Assert.Equal("small", small.GetProperty("name").GetString());
        Assert.False(small.TryGetProperty("omitted", out _));
        Assert.Equal(document.Length, small.GetProperty("sAMLMetadataDocument").GetString()!.Length);
    }

    private static string Metadata(int padding)
    {
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=idp", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return $"""
            <md:EntityDescriptor xmlns:md="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com"><md:IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><md:KeyDescriptor use="signing"><ds:KeyInfo xmlns:ds="http://www.w3.org/2000/09/xmldsig#"><ds:X509Data><ds:X509Certificate>{Convert.ToBase64String(certificate.RawData)}</ds:X509Certificate></ds:X509Data></ds:KeyInfo></md:KeyDescriptor></md:IDPSSODescriptor><!--{new string('x', padding)}--></md:EntityDescriptor>
            """;
    }

    private static async Task OkAsync(Task<Reply> sent)
    {
        var reply = await sent;
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
    }

    private Task<Reply> AssumeAsync(string subject, bool spoil = false)
    {
        var now = server.Clock.GetUtcNow().ToUnixTimeSeconds();
        var signed = Encode("""{"alg":"ES256","kid":"k"}""") + "."
            + Encode($$"""{"iss":"{{Issuer}}","aud":"sts.amazonaws.com","sub":"{{subject}}","iat":{{now}},"exp":{{now + 600}}}""");
        var token = $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(spoil ? signed + "x" : signed), HashAlgorithmName.SHA256))}";
        return server.SendAsync(new OutgoingRequest
        {
            Method = "POST",
            Target = "/",
            Headers = [new("Host", server.Endpoint.Authority), new("Content-Type", "application/x-www-form-urlencoded")],
            Body = Encoding.ASCII.GetBytes($"Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn={Uri.EscapeDataString(Role)}&RoleSessionName=s1&WebIdentityToken={token}"),
        });
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));

    private async Task<JsonElement> EventAsync(string attribute, string value)
    {
        for (var patience = 0; patience < 100; patience++)
        {
            var reply = await server.JsonAsync(
                ServerFixture.Root, "cloudtrail", "CloudTrail_20131101.LookupEvents",
                $$"""{"LookupAttributes":[{"AttributeKey":"{{attribute}}","AttributeValue":"{{value}}"}]}""");
            var events = JsonDocument.Parse(reply.Body).RootElement.GetProperty("Events");
            if (events.GetArrayLength() > 0)
            {
                return JsonDocument.Parse(events[0].GetProperty("CloudTrailEvent").GetString()!).RootElement;
            }

            // The lane writes what changed nothing a little later.
            await Task.Delay(100, TestContext.Current.CancellationToken);
        }

        throw new InvalidOperationException($"No event of {attribute} {value}.");
    }

    // Answers with discovery or keys, by what is asked.
    private async Task AnswerAsync()
    {
        var point = key.ExportParameters(false).Q;
        var keys = $$"""{"keys":[{"kty":"EC","kid":"k","crv":"P-256","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"}]}""";
        var discovery = $$"""{"issuer":"{{Issuer}}","jwks_uri":"{{Issuer}}/keys"}""";
        try
        {
            while (true)
            {
                using var client = await issuer.AcceptTcpClientAsync();
                var buffer = new byte[8192];
                var length = await client.GetStream().ReadAsync(buffer);
                var body = Encoding.ASCII.GetString(buffer, 0, length).StartsWith("GET /keys", StringComparison.Ordinal) ? keys : discovery;
                await client.GetStream().WriteAsync(Encoding.ASCII.GetBytes($"HTTP/1.1 200 OK\r\nContent-Length: {body.Length}\r\nConnection: close\r\n\r\n{body}"));
            }
        }
        catch (Exception over) when (over is SocketException or ObjectDisposedException or IOException)
        {
            // The test is over.
        }
    }
}
