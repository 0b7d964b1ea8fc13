using System.Text.Json.Nodes;

namespace Gatehouse.Bench;

/// <summary>Documents as people attach them: a few services named again and again, most actions spelled out, some wildcards, few conditions.</summary>
internal sealed class StatementWorkload
{
    private static readonly string[] Verbs = ["Get", "List", "Describe", "Create", "Delete", "Put", "Update", "Tag", "Untag", "Start", "Stop", "Attach", "Detach"];
    private static readonly string[] Nouns = ["Instance", "Volume", "Table", "Item", "Queue", "Message", "Bucket", "Object", "Function", "Key", "Topic", "Stream", "Cluster", "Snapshot"];
    private static readonly string[] Prefixes = ["ec2", "s3", "dynamodb", "sqs", "lambda", "kms", "sns", "iam", "ecs", "rds", "logs", "kinesis", "glue", "states", "ssm", "events"];
    private static readonly string[] Regions = ["eu-west-1", "us-east-1", "eu-central-1"];
    private static readonly string[] Teams = ["red", "blue", "green", "gold", "grey"];

    private readonly Random random;
    private readonly string[] services;

    internal StatementWorkload(Random random, int services)
    {
        this.random = random;
        this.services = Prefixes[..services];
    }

    internal (JsonArray Documents, Func<JsonObject> Request) Make(int documents, int statements, int actions, int resources, int conditions)
    {
        var all = Enumerable.Range(0, statements).Select(_ => Service()).ToArray();
        var actionCounts = Spread(actions, statements);
        var resourceCounts = Spread(resources, statements);
        var conditioned = Enumerable.Range(0, statements).OrderBy(_ => random.Next()).Take(conditions).ToHashSet();
        var made = all.Select((service, index) => Statement(service, actionCounts[index], resourceCounts[index], conditioned.Contains(index))).ToArray();
        var files = made.Chunk((statements + documents - 1) / documents).Select((chunk, index) => (JsonNode)new JsonObject
        {
            ["name"] = $"p{index}",
            ["document"] = new JsonObject { ["Version"] = "2012-10-17", ["Statement"] = new JsonArray([.. chunk]) },
        });
        return (new([.. files]), Request);
    }

    private static int[] Spread(int total, int parts) => [.. Enumerable.Range(0, parts).Select(part => (total * (part + 1) / parts) - (total * part / parts))];

    private JsonObject Statement(string service, int actions, int resources, bool conditioned)
    {
        var statement = new JsonObject
        {
            ["Effect"] = random.Next(6) == 0 ? "Deny" : "Allow",
            ["Action"] = new JsonArray([.. Enumerable.Range(0, actions).Select(_ => (JsonNode)ActionPattern(service))]),
            ["Resource"] = new JsonArray([.. Enumerable.Range(0, resources).Select(_ => (JsonNode)ResourcePattern(service))]),
        };
        if (conditioned)
        {
            statement["Condition"] = Condition();
        }

        return statement;
    }

    private JsonObject Condition() => random.Next(6) switch
    {
        0 => new() { ["IpAddress"] = new JsonObject { ["aws:SourceIp"] = new JsonArray("203.0.113.0/24", "198.51.100.0/24") } },
        1 => new() { ["Bool"] = new JsonObject { ["aws:SecureTransport"] = "true" } },
        2 => new() { ["StringEquals"] = new JsonObject { ["aws:ResourceTag/team"] = Pick(Teams) } },
        3 => new() { ["DateLessThan"] = new JsonObject { ["aws:CurrentTime"] = "2027-01-01T00:00:00Z" } },
        4 => new() { ["ForAllValues:StringEquals"] = new JsonObject { ["aws:TagKeys"] = new JsonArray("team", "env", "cost") } },
        _ => new() { ["StringLike"] = new JsonObject { ["aws:RequestedRegion"] = "eu-*" } },
    };

    private JsonObject Request()
    {
        var service = Service();
        return new()
        {
            ["action"] = $"{service}:{Pick(Verbs)}{Pick(Nouns)}",
            ["resource"] = Resource(service),
            ["context"] = new JsonObject
            {
                ["aws:PrincipalArn"] = DecideWorkloads.Caller,
                ["aws:SourceIp"] = random.Next(2) == 0 ? $"203.0.113.{random.Next(1, 250)}" : $"192.0.2.{random.Next(1, 250)}",
                ["aws:SecureTransport"] = "true",
                ["aws:CurrentTime"] = "2026-09-30T12:00:00Z",
                ["aws:RequestedRegion"] = Pick(Regions),
                ["aws:ResourceTag/team"] = Pick(Teams),
                ["aws:TagKeys"] = new JsonArray("team", "env"),
            },
        };
    }

    private string Service() => services[Math.Min(random.Next(services.Length), random.Next(services.Length))];

    private string ActionPattern(string service) => random.Next(20) switch
    {
        0 => $"{service}:*",
        1 or 2 => $"{service}:{Pick(Verbs)}*",
        3 => $"{service}:*{Pick(Nouns)}",
        _ => $"{service}:{Pick(Verbs)}{Pick(Nouns)}",
    };

    private string ResourcePattern(string service)
    {
        var kind = random.Next(10);
        var name = $"{Pick(Teams)}-{Name()}";
        if (service == "s3")
        {
            return kind < 6 ? $"arn:aws:s3:::{name}/*" : kind < 9 ? $"arn:aws:s3:::{name}" : "*";
        }

        var type = Pick(Nouns).ToLowerInvariant();
        return kind switch
        {
            < 3 => $"arn:aws:{service}:{Pick(Regions)}:{DecideWorkloads.Account}:{type}/{name}",
            < 6 => $"arn:aws:{service}:*:{DecideWorkloads.Account}:{type}/{name}*",
            < 8 => $"arn:aws:{service}:*:*:{type}/{Pick(Teams)}-*",
            8 => $"arn:aws:{service}:*:{DecideWorkloads.Account}:{type}/*",
            _ => "*",
        };
    }

    private string Resource(string service)
    {
        var name = $"{Pick(Teams)}-{Name()}";
        return service == "s3"
            ? $"arn:aws:s3:::{name}{(random.Next(2) == 0 ? "" : $"/reports/{random.Next(1000)}.csv")}"
            : $"arn:aws:{service}:{Pick(Regions)}:{DecideWorkloads.Account}:{Pick(Nouns).ToLowerInvariant()}/{name}";
    }

    private string Name() => $"{"abcdefgh"[random.Next(8)]}{random.Next(100):00}";

    private string Pick(string[] from) => from[random.Next(from.Length)];
}
