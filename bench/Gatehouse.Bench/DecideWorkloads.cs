using System.Text.Json.Nodes;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Bench;

/// <summary>Makes workload files of the sizes that decisions are measured at. The same seed gives the same file.</summary>
internal static class DecideWorkloads
{
    internal const string Account = "111122223333";
    internal const string Caller = $"arn:aws:iam::{Account}:user/ana";

    private const int Requests = 400;

    public static IReadOnlyList<string> Names { get; } = ["smallest", "realistic", "large", "abac-code-host", "abac-shop"];

    public static int Print(string name, int seed)
    {
        if (Make(name, seed) is not { } root)
        {
            Console.Error.WriteLine($"Unknown workload '{name}'. There are: {string.Join(", ", Names)}.");
            return 2;
        }

        Console.WriteLine(root.ToJsonString());
        return 0;
    }

    /// <summary>The contents of a workload file; null when no workload has the name.</summary>
    internal static JsonObject? Make(string name, int seed)
    {
        var random = new Random(seed);
        Func<JsonObject> request;
        JsonArray documents;
        switch (name)
        {
            case "smallest":
                (documents, request) = new StatementWorkload(random, services: 2).Make(documents: 1, statements: 3, actions: 10, resources: 6, conditions: 1);
                break;
            case "realistic":
                (documents, request) = new StatementWorkload(random, services: 8).Make(documents: 10, statements: 60, actions: 400, resources: 200, conditions: 20);
                break;
            case "large":
                (documents, request) = new StatementWorkload(random, services: 16).Make(documents: 50, statements: 1_000, actions: 6_000, resources: 3_000, conditions: 300);
                break;
            case "abac-code-host":
                (documents, request) = TagWorkload.CodeHost(random);
                break;
            case "abac-shop":
                (documents, request) = TagWorkload.Shop(random);
                break;
            default:
                return null;
        }

        var root = new JsonObject
        {
            ["name"] = name,
            ["about"] = $"generated with seed {seed}",
            ["account"] = Account,
            ["policies"] = new JsonObject { ["identity"] = documents },
        };
        root["requests"] = Balanced(root, request);
        return root;
    }

    /// <summary>Draws requests until half are allowed and half are not.</summary>
    private static JsonArray Balanced(JsonObject root, Func<JsonObject> draw)
    {
        var probe = root.DeepClone().AsObject();
        probe["requests"] = new JsonArray();
        var policies = DecideWorkload.Load(probe).Policies;
        var (allowed, denied) = (new List<JsonObject>(), new List<JsonObject>());
        for (var tries = 0; tries < 1_000_000 && allowed.Count + denied.Count < Requests; tries++)
        {
            var request = draw();
            probe["requests"] = new JsonArray(request.DeepClone());
            var kind = DecideCommand.Decide(DecideWorkload.Load(new() { ["account"] = Account, ["policies"] = new JsonObject(), ["requests"] = probe["requests"]!.DeepClone() }).Requests[0], policies).Allowed
                ? allowed
                : denied;
            if (kind.Count < Requests / 2)
            {
                kind.Add(request);
            }
        }

        return new([.. allowed.Zip(denied, static (one, other) => new[] { one, other }).SelectMany(static pair => pair)]);
    }
}
