using System.Net;
using System.Text.Json;
using Gatehouse.Server.Workloads;
using Gatehouse.Signatures;
using Gatehouse.Testing;
using Gatehouse.Workloads;
using Microsoft.Extensions.Logging.Abstractions;

namespace Gatehouse.Server.Tests.Workloads;

/// <summary>An agent on a node, which trades the tokens of its pods with the role of the node, over the wire [AU-830, AU-832].</summary>
public sealed class PodAgentTests : IAsyncLifetime
{
    private const string Node = $"arn:aws:iam::{ServerFixture.Account}:role/node";

    private readonly ServerFixture server = new() { Adjust = settings => settings with { Clusters = [TestCluster.Prod] } };
    private StsClient? client;
    private AgentRoles? roles;
    private WorkloadHost? host;

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        await server.QueryAsync("iam", "CreateUser", ("UserName", "machine"));
        var key = await server.QueryAsync("iam", "CreateAccessKey", ("UserName", "machine"));
        await server.QueryAsync("iam", "CreateRole", ("RoleName", "pod"), ("AssumeRolePolicyDocument", TestCluster.Trust));
        await server.QueryAsync(
            "iam", "CreateRole", ("RoleName", "node"),
            ("AssumeRolePolicyDocument", $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{{ServerFixture.Account}}}:user/machine"},"Action":"sts:AssumeRole"}}"""));
        await server.QueryAsync("iam", "AttachRolePolicy", ("RoleName", "node"), ("PolicyArn", "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy"));
        var role = new RoleRequest { RoleArn = Node, Seconds = 3600, Region = "us-east-1", Endpoint = server.Endpoint };
        client = new(role, new(key["AccessKeyId"]!, key["SecretAccessKey"]!), null, server.Clock);
        roles = new(role, client, server.Clock, NullLogger.Instance);
        host = new([WorkloadListener.ParseFor(role.Account, role.RoleName, "pod http://127.0.0.1:0 cluster=prod"), WorkloadListener.ParseFor(role.Account, role.RoleName, "pod http://127.0.0.1:0 cluster=test")], roles, server.Clock);
        await host.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await host!.StopAsync(CancellationToken.None);
        await host.DisposeAsync();
        roles!.Dispose();
        client!.Dispose();
        await server.DisposeAsync();
    }

    [Fact]
    public async Task A_pod_is_given_its_role_and_not_that_of_its_node()
    {
        var (status, text) = await AskAsync(TestCluster.Token(server.Clock.GetUtcNow()));

        Assert.Equal(HttpStatusCode.OK, status);
        var given = JsonDocument.Parse(text).RootElement;
        Assert.Equal(("2026-01-15T18:00:00Z", ServerFixture.Account), (given.GetProperty("Expiration").GetString(), given.GetProperty("AccountId").GetString()));
        var pod = new SigningCredentials(given.GetProperty("AccessKeyId").GetString()!, given.GetProperty("SecretAccessKey").GetString()!, given.GetProperty("Token").GetString());
        Assert.StartsWith($"arn:aws:sts::{ServerFixture.Account}:assumed-role/pod/eks-prod-checkout-6d-", (await server.QueryAsync(pod, "sts", "GetCallerIdentity"))["Arn"], StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_the_server_refuses_to_a_pod_the_agent_does_too()
    {
        var now = server.Clock.GetUtcNow();
        Assert.Equal((400, "InvalidTokenException"), await RefusedAsync(TestCluster.Token(now, forged: true)));
        Assert.Equal((400, "ExpiredTokenException"), await RefusedAsync(TestCluster.Token(now.AddDays(-1))));
        Assert.Equal((404, "ResourceNotFoundException"), await RefusedAsync(TestCluster.Token(now, serviceAccount: "other")));
        Assert.Equal((400, "AccessDeniedException"), await RefusedAsync(TestCluster.Token(now, serviceAccount: "orphan")));
        Assert.Equal((404, "ResourceNotFoundException"), await RefusedAsync(TestCluster.Token(now), listener: 1));
    }

    [Fact]
    public async Task A_node_that_may_not_ask_gives_nothing()
    {
        await server.QueryAsync("iam", "DetachRolePolicy", ("RoleName", "node"), ("PolicyArn", "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy"));
        Assert.Equal((403, "AccessDeniedException"), await RefusedAsync(TestCluster.Token(server.Clock.GetUtcNow())));

        var token = TestCluster.Token(server.Clock.GetUtcNow());
        await server.DisposeAsync();
        Assert.Equal((503, "ServiceUnavailableException"), await RefusedAsync(token));
    }

    private async Task<(int Status, string? Code)> RefusedAsync(string token, int listener = 0)
    {
        var (status, text) = await AskAsync(token, listener);
        return ((int)status, JsonDocument.Parse(text).RootElement.GetProperty("code").GetString());
    }

    private async Task<(HttpStatusCode Status, string Text)> AskAsync(string token, int listener = 0)
    {
        using var outgoing = new HttpClient(new SocketsHttpHandler { UseProxy = false });
        using var request = new HttpRequestMessage(HttpMethod.Get, host!.Urls[listener] + "/v1/credentials");
        request.Headers.TryAddWithoutValidation("Authorization", token);
        using var response = await outgoing.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }
}
