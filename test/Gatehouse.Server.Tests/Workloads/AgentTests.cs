using System.Net;
using System.Text.Json;
using Gatehouse.Server.Workloads;
using Gatehouse.Signatures;
using Gatehouse.Workloads;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Server.Tests.Workloads;

/// <summary>The listeners of an agent, whose role comes from a server over the wire [AU-812].</summary>
public sealed class AgentTests : IAsyncLifetime
{
    private const string Arn = $"arn:aws:iam::{ServerFixture.Account}:role/teams/web";

    private readonly ServerFixture server = new();
    private readonly string token = Path.GetTempFileName();
    private StsClient? client;
    private WorkloadHost? host;

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        await File.WriteAllTextAsync(token, "let-me-in");
        await server.QueryAsync("iam", "CreateUser", ("UserName", "machine"));
        var key = await server.QueryAsync("iam", "CreateAccessKey", ("UserName", "machine"));
        await server.QueryAsync("iam", "CreateRole", ("RoleName", "web"), ("Path", "/teams/"), ("AssumeRolePolicyDocument", Trust("machine")));
        var role = new RoleRequest { RoleArn = Arn, Seconds = 3600, Region = "eu-west-1", Endpoint = server.Endpoint };
        client = new(role, new(key["AccessKeyId"]!, key["SecretAccessKey"]!), null, server.Clock);
        host = new(
            [
                WorkloadListener.ParseFor(role.Account, role.RoleName, "instance http://127.0.0.1:0"),
                WorkloadListener.ParseFor(role.Account, role.RoleName, $"container http://127.0.0.1:0 token-file={token}"),
            ],
            new AgentRoles(role, client, server.Clock, NullLogger.Instance),
            server.Clock);
        await host.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await host!.StopAsync(CancellationToken.None);
        await host.DisposeAsync();
        client!.Dispose();
        await server.DisposeAsync();
        File.Delete(token);
    }

    [Fact]
    public async Task A_workload_has_the_role_of_its_agent_by_both_ways_and_the_session_is_named_after_it()
    {
        var (instance, container) = (await InstanceAsync(), await ContainerAsync());

        Assert.Equal("2026-01-15T13:00:00Z", Json(instance.Text).GetProperty("Expiration").GetString());
        Assert.Equal(Arn, Json(container.Text).GetProperty("RoleArn").GetString());
        Assert.StartsWith($"arn:aws:sts::{ServerFixture.Account}:assumed-role/web/i-", (await IdentityAsync(instance.Text))["Arn"], StringComparison.Ordinal);
        Assert.Equal($"arn:aws:sts::{ServerFixture.Account}:assumed-role/web/{await AskAsync("/latest/meta-data/instance-id")}", (await IdentityAsync(instance.Text))["Arn"]);
        Assert.Matches("assumed-role/web/[0-9a-f]{32}$", (await IdentityAsync(container.Text))["Arn"]);
        Assert.Equal("eu-west-1", await AskAsync("/latest/meta-data/placement/region"));
    }

    [Fact]
    public async Task Credentials_are_fetched_anew_at_half_their_life()
    {
        var first = await ContainerAsync();
        server.Clock.Advance(TimeSpan.FromMinutes(29));
        Assert.Equal(first, await ContainerAsync());

        server.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.Equal("2026-01-15T13:30:00Z", Json((await ContainerAsync()).Text).GetProperty("Expiration").GetString());
    }

    [Fact]
    public async Task While_the_server_is_away_what_is_good_for_ten_minutes_is_given_and_then_nothing()
    {
        await host!.PrepareAsync(CancellationToken.None);
        var (instance, container) = (await InstanceAsync(), await ContainerAsync());
        await server.DisposeAsync();

        server.Clock.Advance(TimeSpan.FromMinutes(50));
        Assert.Equal((instance, container), (await InstanceAsync(), await ContainerAsync()));

        server.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(HttpStatusCode.ServiceUnavailable, (await InstanceAsync()).Status);
        var (status, text) = await ContainerAsync();
        Assert.Equal((HttpStatusCode.ServiceUnavailable, "ServiceUnavailable"), (status, Json(text).GetProperty("code").GetString()));
        Assert.True((await Assert.ThrowsAsync<WorkloadRefusal>(() => host.PrepareAsync(CancellationToken.None))).Away);
    }

    [Fact]
    public async Task A_role_that_trusts_it_no_more_is_not_given()
    {
        await host!.PrepareAsync(CancellationToken.None);
        await server.QueryAsync("iam", "UpdateAssumeRolePolicy", ("RoleName", "web"), ("PolicyDocument", Trust("other")));
        server.Clock.Advance(TimeSpan.FromMinutes(30));

        Assert.Equal("AssumeRoleUnauthorizedAccess", Json((await InstanceAsync()).Text).GetProperty("Code").GetString());
        var (status, text) = await ContainerAsync();
        Assert.Equal((HttpStatusCode.Forbidden, "AccessDenied"), (status, Json(text).GetProperty("code").GetString()));
        Assert.Contains("is not authorized to perform: sts:AssumeRole", text, StringComparison.Ordinal);
        Assert.False((await Assert.ThrowsAsync<WorkloadRefusal>(() => host.PrepareAsync(CancellationToken.None))).Away);
    }

    [Theory]
    [InlineData("instance http://127.0.0.1:1338 account=111122223333")]
    [InlineData("instance http://127.0.0.1:1338 profile=web")]
    [InlineData("container http://127.0.0.1:1338 token-file=t role=web")]
    [InlineData("container http://127.0.0.1:1338")]
    [InlineData("instance http://0.0.0.0:1338")]
    public void The_role_is_said_once_and_what_is_unknown_is_refused(string listener) =>
        Assert.Throws<FormatException>(() => WorkloadListener.ParseFor(ServerFixture.Account, "web", listener));

    private static string Trust(string user) =>
        $$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{ServerFixture.Account}}:user/machine"},"Action":"sts:AssumeRole","Condition":{"StringEquals":{"aws:username":"{{user}}"} } } }""";

    private static JsonElement Json(string text) => JsonDocument.Parse(text).RootElement;

    private Task<Reply> IdentityAsync(string given)
    {
        var json = Json(given);
        var session = new SigningCredentials(json.GetProperty("AccessKeyId").GetString()!, json.GetProperty("SecretAccessKey").GetString()!, json.GetProperty("Token").GetString());
        return server.QueryAsync(session, "sts", "GetCallerIdentity");
    }

    private async Task<string> AskAsync(string path)
    {
        var (_, session) = await SendAsync("PUT", 0, "/latest/api/token", ("X-aws-ec2-metadata-token-ttl-seconds", "60"));
        return (await SendAsync("GET", 0, path, ("X-aws-ec2-metadata-token", session))).Text;
    }

    private async Task<(HttpStatusCode Status, string Text)> InstanceAsync()
    {
        var (_, session) = await SendAsync("PUT", 0, "/latest/api/token", ("X-aws-ec2-metadata-token-ttl-seconds", "60"));
        return await SendAsync("GET", 0, "/latest/meta-data/iam/security-credentials/web", ("X-aws-ec2-metadata-token", session));
    }

    private Task<(HttpStatusCode Status, string Text)> ContainerAsync() => SendAsync("GET", 1, "/credentials", ("Authorization", "let-me-in"));

    private async Task<(HttpStatusCode Status, string Text)> SendAsync(string method, int listener, string path, (string Name, string Value) header)
    {
        using var http = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(new(method), new Uri(host!.Urls[listener] + path));
        request.Headers.TryAddWithoutValidation(header.Name, header.Value);
        using var response = await http.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
