using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Gatehouse.Accounts.Pods;

namespace Gatehouse.Testing;

/// <summary>A Kubernetes cluster as far as its tokens are concerned.</summary>
public static class TestCluster
{
    /// <summary>Who issues its tokens.</summary>
    public const string Issuer = "https://kubernetes.default.svc.cluster.local";

    // Keys are slow to make; they hold nothing that a test could change.
    private static readonly ECDsa Own = ECDsa.Create(ECCurve.NamedCurves.nistP256);
    private static readonly ECDsa Stranger = ECDsa.Create(ECCurve.NamedCurves.nistP256);

    /// <summary>Its public keys, as Kubernetes shows them.</summary>
    public static string Keys
    {
        get
        {
            var point = Own.ExportParameters(includePrivateParameters: false).Q;
            return new JsonObject
            {
                ["keys"] = new JsonArray(new JsonObject
                {
                    ["use"] = "sig", ["kty"] = "EC", ["kid"] = "cluster", ["alg"] = "ES256", ["crv"] = "P-256", ["x"] = Base64Url.EncodeToString(point.X), ["y"] = Base64Url.EncodeToString(point.Y),
                }),
            }.ToJsonString();
        }
    }

    /// <summary>The cluster <c>prod</c>, where the service account checkout of the namespace shop has the role pod.</summary>
    public static PodCluster Prod { get; } = new()
    {
        Name = "prod",
        Account = AccountFixture.Id,
        Region = "us-east-1",
        Issuer = Issuer,
        Keys = Keys,
        Associations =
        [
            new("shop", "checkout", $"arn:aws:iam::{AccountFixture.Id}:role/pod"),
            new("shop", "orphan", $"arn:aws:iam::{AccountFixture.Id}:role/nobody"),
        ],
    };

    /// <summary>A trust policy for pods.</summary>
    public const string Trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"pods.eks.amazonaws.com"},"Action":["sts:AssumeRole","sts:TagSession"]}}""";

    /// <summary>A token as the kubelet projects it: good unless a test changes something.</summary>
    /// <param name="now">The moment.</param>
    /// <param name="claims">Changes its claims.</param>
    /// <param name="forged">Whether another key signs.</param>
    /// <param name="serviceAccount">The service account.</param>
    public static string Token(DateTimeOffset now, Action<JsonObject>? claims = null, bool forged = false, string serviceAccount = "checkout")
    {
        var seconds = now.ToUnixTimeSeconds();
        var body = new JsonObject
        {
            ["iss"] = Issuer,
            ["aud"] = new JsonArray("pods.eks.amazonaws.com"),
            ["sub"] = "system:serviceaccount:shop:" + serviceAccount,
            ["iat"] = seconds,
            ["nbf"] = seconds,
            ["exp"] = seconds + 86400,
            ["kubernetes.io"] = new JsonObject
            {
                ["namespace"] = "shop",
                ["node"] = new JsonObject { ["name"] = "node-1", ["uid"] = "b7a1d6c0-0000-4000-8000-000000000003" },
                ["pod"] = new JsonObject { ["name"] = "checkout-6d5f7c9b8-x2x7k", ["uid"] = "b7a1d6c0-0000-4000-8000-000000000001" },
                ["serviceaccount"] = new JsonObject { ["name"] = serviceAccount, ["uid"] = "b7a1d6c0-0000-4000-8000-000000000002" },
            },
        };
        claims?.Invoke(body);
        var signed = $"{Encode("""{"alg":"ES256","kid":"cluster"}""")}.{Encode(body.ToJsonString())}";
        return $"{signed}.{Base64Url.EncodeToString((forged ? Stranger : Own).SignData(Encoding.ASCII.GetBytes(signed), HashAlgorithmName.SHA256))}";
    }

    private static string Encode(string text) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(text));
}
