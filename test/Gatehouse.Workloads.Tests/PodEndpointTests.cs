using System.Net;
using System.Text;
using System.Text.Json;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Federation;
using Gatehouse.Testing;

namespace Gatehouse.Workloads.Tests;

/// <summary>The endpoint of pods, over the wire [AU-830].</summary>
public sealed class PodEndpointTests : IAsyncLifetime
{
    private readonly AccountFixture account = new((vault, clock) => new IdentityProofs(FederationRules.None, vault, new PublicAddress(), clock), clusters: TestCluster.Prod);
    private readonly HttpClient client = new(new SocketsHttpHandler { UseProxy = false });
    private readonly List<AuditEvent> events = [];
    private readonly WorkloadHost host;

    public PodEndpointTests() => host = new(
        [WorkloadListener.Parse($"pod http://127.0.0.1:0 account={AccountFixture.Id} cluster=prod")],
        new InstalledRoles(account.Installation, "us-east-1", events.Add),
        account.Clock);

    public async ValueTask InitializeAsync()
    {
        Trust(TestCluster.Trust);
        await host.StartAsync(CancellationToken.None);
    }

    public async ValueTask DisposeAsync()
    {
        await host.StopAsync(CancellationToken.None);
        await host.DisposeAsync();
        client.Dispose();
    }

    [Fact]
    public async Task A_pod_that_shows_its_token_is_given_its_role()
    {
        var token = TestCluster.Token(account.Clock.GetUtcNow());

        var (status, text) = await AskAsync(token);

        Assert.Equal(HttpStatusCode.OK, status);
        var given = JsonDocument.Parse(text).RootElement;
        Assert.Equal(["AccessKeyId", "SecretAccessKey", "Token", "Expiration", "AccountId"], given.EnumerateObject().Select(member => member.Name));
        Assert.Equal(("2026-01-15T18:00:00Z", AccountFixture.Id), (given.GetProperty("Expiration").GetString(), given.GetProperty("AccountId").GetString()));
        Assert.True(account.Installation.Sessions.TryOpen(given.GetProperty("Token").GetString(), given.GetProperty("AccessKeyId").GetString(), out var session, out _));
        Assert.Equal((SessionDelivery.PodIdentity, 6, $"arn:aws:iam::{AccountFixture.Id}:role/pod"), (session.Delivery, session.Tags.Length, session.PrincipalArn));

        var happened = Assert.Single(events);
        var shown = Encoding.UTF8.GetString(happened.ToJson());
        Assert.Equal(("AWSService", "pods.eks.amazonaws.com", "AssumeRole", null), (happened.Identity.Type, happened.Identity.InvokedBy, happened.Name, happened.ErrorCode));
        Assert.Contains("kubernetes-pod-uid", shown, StringComparison.Ordinal);
        Assert.DoesNotContain(given.GetProperty("SecretAccessKey").GetString()!, shown, StringComparison.Ordinal);
        Assert.DoesNotContain(token, shown, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Whatever_is_refused_is_in_the_trail_with_its_reason()
    {
        var now = account.Clock.GetUtcNow();
        await RefusedAsync(TestCluster.Token(now, forged: true), HttpStatusCode.BadRequest, "InvalidTokenException", "AssumeRoleForPodIdentity");
        await RefusedAsync(TestCluster.Token(now, token => token["aud"] = "sts.amazonaws.com"), HttpStatusCode.BadRequest, "InvalidTokenException", "AssumeRoleForPodIdentity");
        await RefusedAsync(TestCluster.Token(now.AddDays(-1)), HttpStatusCode.BadRequest, "ExpiredTokenException", "AssumeRoleForPodIdentity");
        await RefusedAsync("let-me-in", HttpStatusCode.BadRequest, "InvalidTokenException", "AssumeRoleForPodIdentity");
        await RefusedAsync(TestCluster.Token(now, serviceAccount: "other"), HttpStatusCode.NotFound, "ResourceNotFoundException", "AssumeRoleForPodIdentity");
        await RefusedAsync(TestCluster.Token(now, serviceAccount: "orphan"), HttpStatusCode.BadRequest, "AccessDeniedException", "AssumeRole");
        Trust(TestCluster.Trust.Replace("pods.eks", "ecs-tasks", StringComparison.Ordinal));
        await RefusedAsync(TestCluster.Token(now), HttpStatusCode.BadRequest, "AccessDeniedException", "AssumeRole");
        Assert.Equal(
            ("AccessDenied", $"User: pods.eks.amazonaws.com is not authorized to perform: sts:AssumeRole on resource: arn:aws:iam::{AccountFixture.Id}:role/pod"),
            (events[^1].ErrorCode, events[^1].ErrorMessage));
    }

    [Fact]
    public async Task Without_a_token_and_elsewhere_there_is_nothing()
    {
        Assert.Equal(HttpStatusCode.Unauthorized, (await AskAsync(null)).Status);
        Assert.Equal(HttpStatusCode.NotFound, (await AskAsync(TestCluster.Token(account.Clock.GetUtcNow()), "/credentials")).Status);
        Assert.Equal(HttpStatusCode.MethodNotAllowed, (await AskAsync(TestCluster.Token(account.Clock.GetUtcNow()), method: "POST")).Status);
        Assert.Empty(events);
    }

    private async Task RefusedAsync(string token, HttpStatusCode status, string code, string happened)
    {
        events.Clear();
        var (found, text) = await AskAsync(token);
        Assert.Equal((status, code), (found, JsonDocument.Parse(text).RootElement.GetProperty("code").GetString()));
        var one = Assert.Single(events);
        Assert.Equal((happened, AccountFixture.Id, "pods.eks.amazonaws.com"), (one.Name, one.Account, one.Identity.InvokedBy));
        Assert.NotNull(one.ErrorCode);
        Assert.Equal(one, AuditEvent.Read(one.ToJson()) with { RequestParameters = one.RequestParameters, ResponseElements = one.ResponseElements, AdditionalData = one.AdditionalData, ServiceDetails = one.ServiceDetails, Resources = one.Resources, Identity = one.Identity });
        Assert.DoesNotContain(token, Encoding.UTF8.GetString(one.ToJson()), StringComparison.Ordinal);
    }

    private async Task<(HttpStatusCode Status, string Text)> AskAsync(string? token, string path = "/v1/credentials", string method = "GET")
    {
        using var request = new HttpRequestMessage(new(method), new Uri(host.Urls[0] + path));
        if (token is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", token);
        }

        using var response = await client.SendAsync(request);
        return (response.StatusCode, await response.Content.ReadAsStringAsync());
    }

    private void Trust(string policy) => account.Change(draft => draft.Put(new Role
    {
        Id = "AROAAAAAAAAAAAAAAAAAA", Name = "pod", Path = "/", Created = account.Clock.GetUtcNow(), TrustPolicy = policy,
    }));
}
