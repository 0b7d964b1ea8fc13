using Gatehouse.Accounts;
using System.Text.Json.Nodes;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Federation;
using Gatehouse.Accounts.Sessions;
using Gatehouse.Contracts.EksAuth;
using Gatehouse.EksAuth.Pods;
using Gatehouse.Federation;
using Gatehouse.Testing;
using Gatehouse.Wire;

namespace Gatehouse.EksAuth.Tests.Pods;

/// <summary>[AU-831, AU-832]</summary>
public sealed class AssumeRoleForPodIdentityTests
{
    private readonly AccountFixture account = new((vault, clock) => new IdentityProofs(FederationRules.None, vault, new PublicAddress(), clock), clusters: TestCluster.Prod);

    public AssumeRoleForPodIdentityTests() => Trust(TestCluster.Trust);

    [Fact]
    public void Gives_the_role_of_the_service_account()
    {
        var given = Ask();

        Assert.Equal(("shop", "checkout", "pods.eks.amazonaws.com"), (given.Subject.Namespace, given.Subject.ServiceAccount, given.Audience));
        Assert.Matches("^a-[0-9a-z]{17}$", given.PodIdentityAssociation.AssociationId);
        Assert.Equal($"arn:aws:eks:us-east-1:{AccountFixture.Id}:podidentityassociation/prod/{given.PodIdentityAssociation.AssociationId}", given.PodIdentityAssociation.AssociationArn);
        var session = Open(given);
        Assert.Equal((SessionKind.AssumedRole, SessionDelivery.PodIdentity, false), (session.Kind, session.Delivery, session.Chained));
        Assert.Equal($"arn:aws:sts::{AccountFixture.Id}:assumed-role/pod/{session.SessionName}", given.AssumedRoleUser.Arn);
        Assert.Equal($"{account.Account.Roles.Find("pod")!.Id}:{session.SessionName}", given.AssumedRoleUser.AssumeRoleId);
        Assert.Matches("^eks-prod-checkout-6d-[0-9a-f-]{36}$", session.SessionName);
        Assert.Equal(account.Clock.GetUtcNow().AddHours(6), given.Credentials.Expiration);
    }

    [Fact]
    public void Says_in_transitive_tags_which_pod_it_is()
    {
        var tags = Open(Ask()).Tags;

        Assert.All(tags, tag => Assert.True(tag.Transitive));
        Assert.Equal(
            new Dictionary<string, string>
            {
                ["eks-cluster-arn"] = $"arn:aws:eks:us-east-1:{AccountFixture.Id}:cluster/prod",
                ["eks-cluster-name"] = "prod",
                ["kubernetes-namespace"] = "shop",
                ["kubernetes-service-account"] = "checkout",
                ["kubernetes-pod-name"] = "checkout-6d5f7c9b8-x2x7k",
                ["kubernetes-pod-uid"] = "b7a1d6c0-0000-4000-8000-000000000001",
            },
            tags.ToDictionary(tag => tag.Key, tag => tag.Value));
    }

    [Theory]
    [InlineData("""{"StringEquals":{"aws:RequestTag/kubernetes-namespace":"shop","aws:SourceAccount":"111122223333"}}""", true)]
    [InlineData("""{"StringEquals":{"aws:RequestTag/kubernetes-namespace":"bank"}}""", false)]
    [InlineData("""{"ArnEquals":{"aws:SourceArn":"arn:aws:eks:us-east-1:111122223333:cluster/prod"}}""", true)]
    [InlineData("""{"ArnEquals":{"aws:SourceArn":"arn:aws:eks:us-east-1:111122223333:cluster/test"}}""", false)]
    [InlineData("""{"ForAllValues:StringLike":{"sts:TransitiveTagKeys":["eks-*","kubernetes-*"]}}""", true)]
    [InlineData("""{"ForAllValues:StringLike":{"sts:TransitiveTagKeys":["eks-*"]}}""", false)]
    public void The_trust_policy_may_ask_about_the_pod(string condition, bool allowed)
    {
        Trust(TestCluster.Trust.Replace("\"]}}", $"\"],\"Condition\":{condition}}}}}", StringComparison.Ordinal));

        if (allowed)
        {
            Ask();
            return;
        }

        Assert.Equal("Unauthorized Exception! EKS does not have permissions to assume the associated role.", Refused<AccessDeniedException>(400, () => Ask()).Message);
    }

    [Theory]
    [InlineData("sts:AssumeRole")]
    [InlineData("sts:TagSession")]
    public void The_trust_policy_must_allow_both_actions(string only)
    {
        Trust(TestCluster.Trust.Replace("""["sts:AssumeRole","sts:TagSession"]""", $"\"{only}\"", StringComparison.Ordinal));

        Refused<AccessDeniedException>(400, () => Ask());
    }

    [Fact]
    public void A_role_that_is_not_there_looks_like_one_that_does_not_trust() =>
        Refused<AccessDeniedException>(400, () => Ask(TestCluster.Token(account.Clock.GetUtcNow(), serviceAccount: "orphan")));

    [Fact]
    public void A_service_account_without_association_and_a_cluster_that_is_unknown_are_not_found()
    {
        Refused<ResourceNotFoundException>(404, () => Ask(TestCluster.Token(account.Clock.GetUtcNow(), serviceAccount: "other")));

        Assert.Equal("No cluster found for name: test.", Refused<ResourceNotFoundException>(404, () => Ask(cluster: "test")).Message);
    }

    [Fact]
    public void A_cluster_is_that_of_the_callers_account_and_region()
    {
        Refused<ResourceNotFoundException>(404, () => account.Reach<AssumeRoleForPodIdentity, AssumeRoleForPodIdentityRequest, AssumeRoleForPodIdentityResponse>(
            new() { ClusterName = "prod", Token = TestCluster.Token(account.Clock.GetUtcNow()) }, account.Call with { Region = "eu-west-1" }));

        account.Found("444455556666");
        Refused<ResourceNotFoundException>(404, () => account.Reach<AssumeRoleForPodIdentity, AssumeRoleForPodIdentityRequest, AssumeRoleForPodIdentityResponse>(
            new() { ClusterName = "prod", Token = TestCluster.Token(account.Clock.GetUtcNow()) }, account.Call with { Account = account.Find("444455556666")! }));
    }

    [Fact]
    public void Is_asked_about_the_cluster()
    {
        var check = account.Needs<AssumeRoleForPodIdentity, AssumeRoleForPodIdentityRequest>("eks-auth:AssumeRoleForPodIdentity", new() { ClusterName = "prod", Token = "x" }).Checks[0];

        Assert.Equal(($"arn:aws:eks:us-east-1:{AccountFixture.Id}:cluster/prod", "eks-auth:AssumeRoleForPodIdentity"), (check.Resource.Text, check.Action));
    }

    // [AU-410, AU-832, BI-237]: what makes a token none, and what is said of it.
    private static readonly Dictionary<string, Action<JsonObject>> BadClaims = new(StringComparer.Ordinal)
    {
        ["another audience"] = token => token["aud"] = new JsonArray("sts.amazonaws.com"),
        ["no audience"] = token => token.Remove("aud"),
        ["another party"] = token => token["azp"] = "someone",
        ["another issuer"] = token => token["iss"] = "https://kubernetes.example.com",
        ["no issuer"] = token => token.Remove("iss"),
        ["no end"] = token => token.Remove("exp"),
        ["an end that is a text"] = token => token["exp"] = "tomorrow",
        ["made in the future"] = token => token["iat"] = token["iat"]!.GetValue<long>() + 3600,
        ["not yet good"] = token => token["nbf"] = token["nbf"]!.GetValue<long>() + 3600,
        ["nothing of Kubernetes"] = token => token.Remove("kubernetes.io"),
        ["a text of Kubernetes"] = token => token["kubernetes.io"] = "shop",
        ["no pod"] = token => token["kubernetes.io"]!.AsObject().Remove("pod"),
        ["a pod without id"] = token => token["kubernetes.io"]!["pod"]!.AsObject().Remove("uid"),
        ["a pod whose name is none"] = token => token["kubernetes.io"]!["pod"]!["name"] = "../etc",
        ["no service account"] = token => token["kubernetes.io"]!.AsObject().Remove("serviceaccount"),
        ["another service account than the subject"] = token => token["sub"] = "system:serviceaccount:shop:orphan",
        ["another namespace than the subject"] = token => token["kubernetes.io"]!["namespace"] = "bank",
        ["a user for a subject"] = token => token["sub"] = "kubernetes-admin",
    };

    [Fact]
    public void A_token_that_is_not_the_clusters_for_a_pod_is_refused()
    {
        Assert.All(BadClaims, bad => Refused<InvalidTokenException>(400, () => Ask(TestCluster.Token(account.Clock.GetUtcNow(), bad.Value))));
        Refused<InvalidTokenException>(400, () => Ask(TestCluster.Token(account.Clock.GetUtcNow(), forged: true)));
        Refused<InvalidTokenException>(400, () => Ask("not.a.token"));
        Assert.Equal("Incorrect token audience", Refused<InvalidTokenException>(400, () => Ask(TestCluster.Token(account.Clock.GetUtcNow(), BadClaims["another audience"]))).Message);
    }

    [Fact]
    public void A_token_ends()
    {
        var token = TestCluster.Token(account.Clock.GetUtcNow());
        account.Clock.Advance(TimeSpan.FromHours(24));

        Refused<ExpiredTokenException>(400, () => Ask(token));
    }

    [Fact]
    public void A_token_that_was_changed_anywhere_is_refused()
    {
        var token = TestCluster.Token(account.Clock.GetUtcNow());
        for (var at = 0; at < token.Length; at++)
        {
            var changed = token.ToCharArray();
            changed[at] = changed[at] == 'A' ? 'B' : 'A';
            Refused<InvalidTokenException>(400, () => Ask(new(changed)));
        }
    }

    [Fact]
    public void An_issuer_that_cannot_be_asked_is_said_to_be_away()
    {
        var away = new AccountFixture(
            (vault, clock) => new IdentityProofs(FederationRules.None, vault, new PublicAddress(), clock), clusters: TestCluster.Prod with { Issuer = "https://127.0.0.1:1", Keys = null });

        Refused<ServiceUnavailableException>(503, () => away.Reach<AssumeRoleForPodIdentity, AssumeRoleForPodIdentityRequest, AssumeRoleForPodIdentityResponse>(
            new() { ClusterName = "prod", Token = TestCluster.Token(away.Clock.GetUtcNow(), token => token["iss"] = "https://127.0.0.1:1") }));
    }

    private static TError Refused<TError>(int status, Action ask)
        where TError : ApiException
    {
        var refusal = Assert.Throws<TError>(ask);
        Assert.Equal(status, refusal.Status);
        return refusal;
    }

    private AssumeRoleForPodIdentityResponse Ask(string? token = null, string cluster = "prod") =>
        account.Reach<AssumeRoleForPodIdentity, AssumeRoleForPodIdentityRequest, AssumeRoleForPodIdentityResponse>(
            new() { ClusterName = cluster, Token = token ?? TestCluster.Token(account.Clock.GetUtcNow()) });

    private SessionContents Open(AssumeRoleForPodIdentityResponse given)
    {
        Assert.True(account.Installation.Sessions.TryOpen(given.Credentials.SessionToken, given.Credentials.AccessKeyId, out var session, out _));
        return session;
    }

    private void Trust(string policy) => account.Change(draft => draft.Put(new Role
    {
        Id = "AROAAAAAAAAAAAAAAAAAA", Name = "pod", Path = "/", Created = account.Clock.GetUtcNow(), TrustPolicy = policy,
    }));
}
