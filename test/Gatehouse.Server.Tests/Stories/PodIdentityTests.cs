using System.Net;
using System.Text.Json;
using Gatehouse.Server.Tests.SigningIn;
using Gatehouse.Signatures;
using Gatehouse.Testing;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>Pods of a Kubernetes cluster and their roles, over the wire, from the node's request to the audit trail [AU-832].</summary>
public sealed class PodIdentityTests : IAsyncLifetime
{
    private readonly ServerFixture server = new() { Adjust = settings => settings with { Clusters = [TestCluster.Prod] } };

    public async ValueTask InitializeAsync()
    {
        await server.InitializeAsync();
        await server.QueryAsync("iam", "CreateRole", ("RoleName", "pod"), ("AssumeRolePolicyDocument", TestCluster.Trust));
    }

    public ValueTask DisposeAsync() => server.DisposeAsync();

    [Fact]
    public async Task A_node_that_may_ask_gets_the_role_of_a_pod_and_the_trail_tells_of_it()
    {
        var node = await UserAsync("node");
        var token = TestCluster.Token(server.Clock.GetUtcNow());

        // Without permission a stranger learns nothing: not even whether the cluster is there.
        foreach (var cluster in (string[])["prod", "test"])
        {
            var denied = await AskAsync(node, token, cluster);
            Assert.Equal((HttpStatusCode.Forbidden, "AccessDeniedException"), (denied.Status, denied.Code));
            Assert.Contains($"is not authorized to perform: eks-auth:AssumeRoleForPodIdentity on resource: arn:aws:eks:us-east-1:{ServerFixture.Account}:cluster/{cluster}", denied.Message, StringComparison.Ordinal);
        }

        await server.QueryAsync("iam", "AttachUserPolicy", ("UserName", "node"), ("PolicyArn", "arn:aws:iam::aws:policy/AmazonEKSWorkerNodePolicy"));
        var reply = await AskAsync(node, token);

        Assert.Equal(HttpStatusCode.OK, reply.Status);
        var answer = JsonDocument.Parse(reply.Body).RootElement;
        var given = answer.GetProperty("credentials");
        Assert.Equal(server.Clock.GetUtcNow().AddHours(6).ToUnixTimeSeconds(), given.GetProperty("expiration").GetInt64());
        var pod = new SigningCredentials(given.GetProperty("accessKeyId").GetString()!, given.GetProperty("secretAccessKey").GetString()!, given.GetProperty("sessionToken").GetString());
        Assert.Equal(answer.GetProperty("assumedRoleUser").GetProperty("arn").GetString(), (await server.QueryAsync(pod, "sts", "GetCallerIdentity"))["Arn"]);

        var happened = await EventAsync(reply.RequestId!);
        Assert.Contains("eks-auth.amazonaws.com", happened, StringComparison.Ordinal);
        Assert.Contains("prod", happened, StringComparison.Ordinal);
        Assert.DoesNotContain(token, happened, StringComparison.Ordinal);
        Assert.DoesNotContain(given.GetProperty("secretAccessKey").GetString()!, happened, StringComparison.Ordinal);

        // AWS: beside it stands what the service did.
        var assumed = await server.EventsAsync("AssumeRole", given.GetProperty("accessKeyId").GetString()!);
        Assert.Contains("\"invokedBy\":\"pods.eks.amazonaws.com\"", assumed, StringComparison.Ordinal);
        Assert.Contains("kubernetes-service-account", assumed, StringComparison.Ordinal);
        Assert.Contains("transitiveTagKeys", assumed, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_tags_of_a_pod_decide_what_it_may_do()
    {
        await server.QueryAsync(
            "iam", "PutRolePolicy", ("RoleName", "pod"), ("PolicyName", "own"),
            ("PolicyDocument", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"iam:GetUser","Resource":"arn:aws:iam::*:user/${aws:PrincipalTag/kubernetes-service-account}"}}"""));
        await UserAsync("checkout");
        await UserAsync("other");
        var given = JsonDocument.Parse((await AskAsync(ServerFixture.Root, TestCluster.Token(server.Clock.GetUtcNow()))).Body).RootElement.GetProperty("credentials");
        var pod = new SigningCredentials(given.GetProperty("accessKeyId").GetString()!, given.GetProperty("secretAccessKey").GetString()!, given.GetProperty("sessionToken").GetString());

        Assert.Equal(HttpStatusCode.OK, (await server.QueryAsync(pod, "iam", "GetUser", ("UserName", "checkout"))).Status);
        Assert.Equal("AccessDenied", (await server.QueryAsync(pod, "iam", "GetUser", ("UserName", "other"))).Code);
    }

    [Fact]
    public async Task What_is_no_token_of_the_cluster_is_refused_and_is_in_the_trail()
    {
        var reply = await AskAsync(ServerFixture.Root, TestCluster.Token(server.Clock.GetUtcNow(), token => token["aud"] = "sts.amazonaws.com")); // [BI-237]

        Assert.Equal((HttpStatusCode.BadRequest, "InvalidTokenException", "Incorrect token audience"), (reply.Status, reply.Code, reply.Message));
        Assert.Contains("InvalidTokenException", await EventAsync(reply.RequestId!), StringComparison.Ordinal);
        Assert.Equal("ResourceNotFoundException", (await AskAsync(ServerFixture.Root, "x", "test")).Code);
        Assert.Equal("InvalidTokenException", (await AskAsync(ServerFixture.Root, "x")).Code);
        Assert.Equal("InvalidParameterException", (await AskAsync(ServerFixture.Root, "")).Code); // [AU-832]
    }

    [Fact]
    public async Task Nobody_asks_without_a_signature()
    {
        var signed = Sign(ServerFixture.Root, TestCluster.Token(server.Clock.GetUtcNow()), "prod").Request;

        var reply = await server.SendAsync(signed with { Headers = signed.Headers.RemoveAll(line => line.Key == "Authorization") });

        Assert.Equal(HttpStatusCode.Forbidden, reply.Status);
    }

    private SignedRequest Sign(SigningCredentials who, string token, string cluster) => server.Sign(
        who, "eks-auth", "POST", $"/clusters/{cluster}/assume-role-for-pod-identity", JsonSerializer.Serialize(new { token }), ("Content-Type", "application/json"));

    private Task<Reply> AskAsync(SigningCredentials who, string token, string cluster = "prod") => server.SendAsync(Sign(who, token, cluster));

    private async Task<SigningCredentials> UserAsync(string name)
    {
        await server.QueryAsync("iam", "CreateUser", ("UserName", name));
        var key = await server.QueryAsync("iam", "CreateAccessKey", ("UserName", name));
        return new(key["AccessKeyId"]!, key["SecretAccessKey"]!);
    }

    private async Task<string> EventAsync(string requestId)
    {
        for (var attempt = 0; attempt < 100; attempt++)
        {
            var reply = await server.JsonAsync(
                ServerFixture.Root, "cloudtrail", "com.amazonaws.cloudtrail.v20131101.CloudTrail_20131101.LookupEvents",
                """{"LookupAttributes":[{"AttributeKey":"EventName","AttributeValue":"AssumeRoleForPodIdentity"}]}""");
            foreach (var found in JsonDocument.Parse(reply.Body).RootElement.GetProperty("Events").EnumerateArray())
            {
                if (found.GetProperty("CloudTrailEvent").GetString() is { } text && text.Contains(requestId, StringComparison.Ordinal))
                {
                    return text;
                }
            }

            await Task.Delay(50);
        }

        throw new InvalidOperationException("The event did not come.");
    }
}
