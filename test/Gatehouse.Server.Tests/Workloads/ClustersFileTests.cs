using Gatehouse.Accounts.Federation;
using Gatehouse.Server.Hosting;
using Gatehouse.Testing;
using Gatehouse.Workloads;

namespace Gatehouse.Server.Tests.Workloads;

/// <summary>What an operator may say of Kubernetes clusters [AU-831].</summary>
public sealed class ClustersFileTests : IDisposable
{
    private const string Good =
        """
        clusters:
          - name: prod
            account: "111122223333"
            issuer: https://oidc.example.com/id/ABC
            associations:
              - {namespace: shop, serviceAccount: checkout, role: "arn:aws:iam::111122223333:role/apps/checkout"}
              - {namespace: shop, serviceAccount: web.front, role: "arn:aws:iam::111122223333:role/web"}
          - name: edge_1
            account: "444455556666"
            region: eu-west-1
            issuer: https://kubernetes.default.svc.cluster.local
            keys: keys.json
        """;

    // What is changed of the good one, and what is said of it.
    private static readonly (string From, string To, string Says)[] Wrong =
    [
        ("name: prod", "title: prod", "unknown field 'title'"),
        ("name: prod", "name: pr/od", "clusters[0].name: must be a name"),
        ("    account: \"111122223333\"\n    issuer", "    account: \"1111\"\n    issuer", "twelve digits"),
        ("    account: \"111122223333\"\n    issuer", "    account: 111122223333\n    issuer", "must be a string"),
        ("region: eu-west-1", "region: here", "region such as"),
        ("issuer: https://oidc.example.com/id/ABC", "issuer: oidc.example.com", "issuer of the cluster's tokens"),
        ("issuer: https://oidc.example.com/id/ABC", "issuer: http://oidc.example.com", "FederationDevIssuers"),
        ("    issuer: https://oidc.example.com/id/ABC\n", "", "needs 'issuer'"),
        ("keys: keys.json", "keys: other.json", "no such file"),
        ("keys: keys.json", "keys: bad.json", "JSON Web Key Set"),
        ("name: edge_1\n    account: \"444455556666\"\n    region: eu-west-1", "name: prod\n    account: \"111122223333\"", "stands there already"),
        ("serviceAccount: web.front", "serviceAccount: checkout", "has a role already"),
        ("serviceAccount: web.front", "serviceAccount: Web", "name of a service account"),
        ("namespace: shop, serviceAccount: web.front", "namespace: a.b, serviceAccount: web.front", "name of a namespace"),
        ("111122223333:role/web", "444455556666:role/web", "must be in the cluster's account"),
        ("111122223333:role/web", "111122223333:user/web", "ARN of a role"),
        ("namespace: shop, serviceAccount: web.front", "serviceAccount: web.front", "needs 'namespace'"),
        ("clusters:", "cluster:", "unknown field 'cluster'"),
        ("name: prod", "name: prod\n    name: test", "twice"),
        (Good, "clusters: []", "one at least"),
        (Good, "{", "clusters.yaml"),
    ];

    private readonly string folder = Directory.CreateTempSubdirectory("gatehouse-clusters-").FullName;

    public ClustersFileTests()
    {
        File.WriteAllText(Path.Combine(folder, "keys.json"), TestCluster.Keys);
        File.WriteAllText(Path.Combine(folder, "bad.json"), """{"keys":[{"kty":"oct","k":"AAAA"}]}""");
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    [Fact]
    public void Reads_clusters_and_their_associations()
    {
        var clusters = Read(Good);

        Assert.Equal(["arn:aws:eks:us-east-1:111122223333:cluster/prod", "arn:aws:eks:eu-west-1:444455556666:cluster/edge_1"], clusters.Select(one => one.Arn.Text));
        Assert.Equal("arn:aws:iam::111122223333:role/apps/checkout", clusters[0].Find("shop", "checkout")!.RoleArn);
        Assert.Null(clusters[0].Find("shop", "other"));
        Assert.Equal((null, TestCluster.Keys), (clusters[0].Keys, clusters[1].Keys));
    }

    [Fact]
    public void What_it_does_not_know_stops_the_start_and_is_named()
    {
        Read(Good);
        Assert.All(Wrong, wrong =>
        {
            Assert.Contains(wrong.From, Good, StringComparison.Ordinal);
            Assert.Contains(wrong.Says, Assert.Throws<SettingsException>(() => Read(Good.Replace(wrong.From, wrong.To, StringComparison.Ordinal))).Message, StringComparison.Ordinal);
        });
    }

    [Fact]
    public void An_issuer_that_the_operator_names_may_be_asked_over_http() => Assert.Single(Read(
        """
        clusters: [{name: kind, account: "111122223333", issuer: "http://127.0.0.1:8001"}]
        """,
        new() { DevIssuers = ["http://127.0.0.1:8001"] }));

    [Fact]
    public void A_listener_of_pods_is_for_a_cluster_that_is_there()
    {
        var file = Path.Combine(folder, "clusters.yaml");
        File.WriteAllText(file, Good);
        var settings = new Settings { ClustersFile = file };
        ClustersFile.Apply(settings with { Workloads = [WorkloadListener.Parse("pod http://127.0.0.1:1 account=444455556666 cluster=edge_1")] });

        Assert.Contains("'edge_1'", Assert.Throws<SettingsException>(
            () => ClustersFile.Apply(settings with { Workloads = [WorkloadListener.Parse("pod http://127.0.0.1:1 account=111122223333 cluster=edge_1")] })).Message, StringComparison.Ordinal);
        Assert.Throws<SettingsException>(() => ClustersFile.Apply(new() { Workloads = [WorkloadListener.Parse("pod http://127.0.0.1:1 account=111122223333 cluster=prod")] }));
    }

    private IReadOnlyList<Accounts.Pods.PodCluster> Read(string text, FederationRules? rules = null)
    {
        var file = Path.Combine(folder, "clusters.yaml");
        File.WriteAllText(file, text);
        return ClustersFile.Apply(new Settings { ClustersFile = file, Federation = rules ?? FederationRules.None }).Clusters;
    }
}
