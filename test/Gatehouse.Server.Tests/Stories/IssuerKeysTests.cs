using System.Buffers.Text;
using System.Collections;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.Server.Sessions;
using Gatehouse.Signatures;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>The keys that an account pins to an issuer, asked for over the wire [AU-408].</summary>
public sealed class IssuerKeysTests : IDisposable
{
    private const string Arn = "arn:aws:iam::111122223333:oidc-provider/cluster.example.com";

    private readonly ECDsa key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("gatehouse-");

    private string Keys
    {
        get
        {
            var point = key.ExportParameters(false).Q;
            return $$"""{"keys":[{"kty":"EC","kid":"k","crv":"P-256","x":"{{Base64Url.EncodeToString(point.X)}}","y":"{{Base64Url.EncodeToString(point.Y)}}"}]}""";
        }
    }

    [Fact]
    public async Task Outlive_a_restart()
    {
        await using (var server = await StartAsync())
        {
            await FoundAsync(server);
            await OkAsync(PutAsync(server, ServerFixture.Root, Keys));
            await OkAsync(AssumeAsync(server));
        }

        await using (var server = await StartAsync())
        {
            await OkAsync(AssumeAsync(server));
        }
    }

    [Fact]
    public async Task Are_put_seen_and_taken_away_by_those_who_may_and_the_trail_tells_which_they_were()
    {
        await using var server = await StartAsync();
        await FoundAsync(server);
        var user = await UserAsync(server, "nina");
        foreach (var operation in (string[])["PutIssuerKeys", "GetIssuerKeys", "DeleteIssuerKeys"])
        {
            var denied = await CallAsync(server, user, operation, operation == "PutIssuerKeys" ? Keys : null);
            Assert.Equal("AccessDeniedException", denied.Code);
            Assert.Contains($"is not authorized to perform: gatehouse:{operation} on resource: {Arn} because no identity-based policy allows", denied.Message, StringComparison.Ordinal);
        }

        await AllowAsync(server, "nina", $$"""{"Effect":"Allow","Action":"gatehouse:*IssuerKeys","Resource":"{{Arn}}"}""");
        await OkAsync(CallAsync(server, user, "PutIssuerKeys", Keys));
        Assert.Contains("\"Overridden\":false", (await OkAsync(CallAsync(server, user, "GetIssuerKeys"))).Body, StringComparison.Ordinal);
        await OkAsync(AssumeAsync(server));
        await OkAsync(CallAsync(server, user, "DeleteIssuerKeys"));
        Assert.Equal("IDPCommunicationError", (await AssumeAsync(server)).Code);

        await AllowAsync(server, "nina", $$"""{"Effect":"Allow","Action":"gatehouse:*IssuerKeys","Resource":"*","Condition":{"StringEquals":{"aws:ResourceTag/team":"red"} } }""");
        Assert.Equal("AccessDeniedException", (await CallAsync(server, user, "PutIssuerKeys", Keys)).Code);
        await OkAsync(server.QueryAsync("iam", "TagOpenIDConnectProvider", ("OpenIDConnectProviderArn", Arn), ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "red")));
        await OkAsync(CallAsync(server, user, "PutIssuerKeys", Keys));

        var done = (await EventsAsync(server, "PutIssuerKeys")).Where(static one => !one.TryGetProperty("errorCode", out _)).ToList();
        Assert.Equal(2, done.Count);
        Assert.Equal(Arn, done[0].GetProperty("requestParameters").GetProperty("issuerArn").GetString());
        Assert.Equal("HIDDEN_DUE_TO_SECURITY_REASONS", done[0].GetProperty("requestParameters").GetProperty("keySet").GetString());
        Assert.Equal(43, done[0].GetProperty("responseElements").GetProperty("signingKeys")[0].GetProperty("thumbprint").GetString()!.Length);
        Assert.Single(await EventsAsync(server, "DeleteIssuerKeys"), static one => !one.TryGetProperty("errorCode", out _));
    }

    [Fact]
    public async Task A_private_key_is_refused_and_stands_nowhere_afterwards()
    {
        await using (var server = await StartAsync())
        {
            await FoundAsync(server);
            var secret = Base64Url.EncodeToString(key.ExportParameters(true).D);
            var refusal = await PutAsync(server, ServerFixture.Root, Keys.Replace("\"kid\"", $"\"d\":\"{secret}\",\"kid\"", StringComparison.Ordinal));

            Assert.Equal((HttpStatusCode.BadRequest, "InvalidInputException"), (refusal.Status, refusal.Code));
            Assert.Contains("private or symmetric key", refusal.Body, StringComparison.Ordinal);
            var told = Assert.Single(await EventsAsync(server, "PutIssuerKeys"));
            Assert.Equal("InvalidInputException", told.GetProperty("errorCode").GetString());
            Assert.DoesNotContain(secret, told.GetRawText() + refusal.Body, StringComparison.Ordinal);
            var large = await PutAsync(server, ServerFixture.Root, $$"""{"keys":[],"{{secret}}":"{{new string('x', 65_536)}}"}""");
            Assert.Equal("ValidationException", large.Code);
            Assert.DoesNotContain(secret, large.Body, StringComparison.Ordinal);
            Assert.Equal("ResourceNotFoundException", (await CallAsync(server, ServerFixture.Root, "GetIssuerKeys")).Code);
        }

        var written = Base64Url.EncodeToString(key.ExportParameters(true).D);
        Assert.All(folder.EnumerateFiles("*", SearchOption.AllDirectories), file =>
            Assert.False(File.ReadAllBytes(file.FullName).AsSpan().IndexOf(Encoding.ASCII.GetBytes(written)) >= 0, file.Name));
    }

    [Fact]
    public async Task The_command_pins_shows_and_takes_away()
    {
        await using var server = await StartAsync();
        await FoundAsync(server);
        var file = Path.Combine(folder.FullName, "keys.json");
        await File.WriteAllTextAsync(file, Keys, TestContext.Current.CancellationToken);

        var (code, output, _) = await RunAsync(server, "put", Arn, file);
        Assert.Equal(0, code);
        Assert.Matches("^EC    256  [A-Za-z0-9_-]{43}  k\nPinned 2026-01-15T12:00:00Z.\n$", output);
        Assert.Equal((0, output, ""), await RunAsync(server, "show", Arn));
        Assert.Equal((0, Keys + "\n", ""), await RunAsync(server, "show", Arn, "--key-set"));
        await OkAsync(AssumeAsync(server));
        Assert.Equal((0, $"No keys are pinned to {Arn} any more.\n", ""), await RunAsync(server, "remove", Arn));
        Assert.Equal((1, "", $"gatehouse: ResourceNotFoundException: No keys are pinned to {Arn}.\n"), await RunAsync(server, "show", Arn));
        Assert.Equal("IDPCommunicationError", (await AssumeAsync(server)).Code);

        // What is wrong with a file is told before anybody is asked.
        var nowhere = new Hashtable { ["AWS_ENDPOINT_URL"] = "http://127.0.0.1:1", ["AWS_ACCESS_KEY_ID"] = "AKIAROOTROOTROOTROOT", ["AWS_SECRET_ACCESS_KEY"] = "x" };
        var secret = Base64Url.EncodeToString(key.ExportParameters(true).D);
        await File.WriteAllTextAsync(file, Keys.Replace("\"kid\"", $"\"d\":\"{secret}\",\"kid\"", StringComparison.Ordinal), TestContext.Current.CancellationToken);
        var (refused, _, why) = await RunAsync(nowhere, server.Clock, "put", Arn, file);
        Assert.Equal(2, refused);
        Assert.Contains("private or symmetric key", why, StringComparison.Ordinal);
        Assert.DoesNotContain(secret, why, StringComparison.Ordinal);
        Assert.Equal(2, (await RunAsync(nowhere, server.Clock, "put", Arn, file + ".none")).Code);
        Assert.Equal(1, (await RunAsync(nowhere, server.Clock, "show", Arn)).Code);
    }

    /// <inheritdoc/>
    public void Dispose()
    {
        key.Dispose();
        folder.Delete(recursive: true);
    }

    private async Task<ServerFixture> StartAsync()
    {
        var server = new ServerFixture { Adjust = settings => settings with { Data = Path.Combine(folder.FullName, "data") } };
        await server.InitializeAsync();
        return server;
    }

    private static async Task FoundAsync(ServerFixture server)
    {
        await OkAsync(server.QueryAsync("iam", "CreateOpenIDConnectProvider", ("Url", "https://cluster.example.com"), ("ClientIDList.member.1", "sts.amazonaws.com"), ("ThumbprintList.member.1", new string('0', 40))));
        await OkAsync(server.QueryAsync("iam", "CreateRole", ("RoleName", "job"), ("AssumeRolePolicyDocument", $$"""
            {"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Federated":"{{Arn}}"},"Action":"sts:AssumeRoleWithWebIdentity"} }
            """)));
    }

    private static async Task<SigningCredentials> UserAsync(ServerFixture server, string name)
    {
        await OkAsync(server.QueryAsync("iam", "CreateUser", ("UserName", name)));
        var made = await OkAsync(server.QueryAsync("iam", "CreateAccessKey", ("UserName", name)));
        return new(made["AccessKeyId"]!, made["SecretAccessKey"]!);
    }

    private static Task AllowAsync(ServerFixture server, string user, string statement) => OkAsync(server.QueryAsync(
        "iam", "PutUserPolicy", ("UserName", user), ("PolicyName", "keys"), ("PolicyDocument", $$"""{"Version":"2012-10-17","Statement":{{statement}}}""")));

    private static Task<Reply> PutAsync(ServerFixture server, SigningCredentials who, string keys) => CallAsync(server, who, "PutIssuerKeys", keys);

    private static Task<Reply> CallAsync(ServerFixture server, SigningCredentials who, string operation, string? keys = null)
    {
        var request = new JsonObject { ["IssuerArn"] = Arn };
        if (keys is not null)
        {
            request["KeySet"] = keys;
        }

        return server.JsonAsync(who, "gatehouse", "Gatehouse." + operation, request.ToJsonString());
    }

    private Task<Reply> AssumeAsync(ServerFixture server)
    {
        var now = server.Clock.GetUtcNow().ToUnixTimeSeconds();
        var signed = Encode("""{"alg":"ES256","kid":"k"}""") + "."
            + Encode($$"""{"iss":"https://cluster.example.com","aud":"sts.amazonaws.com","sub":"system:serviceaccount:shop:checkout","iat":{{now}},"exp":{{now + 600}}}""");
        var token = $"{signed}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
        return server.SendAsync(new OutgoingRequest
        {
            Method = "POST",
            Target = "/",
            Headers = [new("Host", server.Endpoint.Authority), new("Content-Type", "application/x-www-form-urlencoded")],
            Body = Encoding.ASCII.GetBytes($"Action=AssumeRoleWithWebIdentity&Version=2011-06-15&RoleArn=arn:aws:iam::111122223333:role/job&RoleSessionName=s1&WebIdentityToken={token}"),
        });

        static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
    }

    private static async Task<List<JsonElement>> EventsAsync(ServerFixture server, string name)
    {
        // Events that changed nothing are written four times a second of the server's own clock.
        for (var tries = 0; ; tries++)
        {
            server.Clock.Advance(TimeSpan.FromMilliseconds(250));
            var reply = await OkAsync(server.JsonAsync(ServerFixture.Root, "cloudtrail", "CloudTrail_20131101.LookupEvents", $$"""{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"{{name}}"}]}"""));
            var found = JsonDocument.Parse(reply.Body).RootElement.GetProperty("Events").EnumerateArray()
                .Select(one => JsonDocument.Parse(one.GetProperty("CloudTrailEvent").GetString()!).RootElement).ToList();
            if (found.Count > 0 || tries > 50)
            {
                return found;
            }

            await Task.Delay(10, TestContext.Current.CancellationToken);
        }
    }

    private static Task<(int Code, string Output, string Error)> RunAsync(ServerFixture server, params string[] arguments) => RunAsync(
        new Hashtable
        {
            ["AWS_ENDPOINT_URL"] = server.Endpoint.ToString(),
            ["AWS_ACCESS_KEY_ID"] = ServerFixture.Root.AccessKeyId,
            ["AWS_SECRET_ACCESS_KEY"] = "rootsecretrootsecretrootsecretrootsecret",
        },
        server.Clock,
        arguments);

    private static async Task<(int Code, string Output, string Error)> RunAsync(Hashtable environment, TimeProvider clock, params string[] arguments)
    {
        using var output = new StringWriter { NewLine = "\n" };
        using var error = new StringWriter { NewLine = "\n" };
        var code = await IssuerKeysCommand.Build(environment, clock).Parse(arguments).InvokeAsync(new() { Output = output, Error = error }, TestContext.Current.CancellationToken);
        return (code, output.ToString(), error.ToString());
    }

    private static async Task<Reply> OkAsync(Task<Reply> sent)
    {
        var reply = await sent;
        Assert.True(reply.Status == HttpStatusCode.OK, reply.Body);
        return reply;
    }
}
