using System.Globalization;
using System.Text.Json.Nodes;

namespace Gatehouse.Bench.Load;

/// <summary>Measures the most memory the server takes while many callers without a key send it as much as they can.</summary>
internal static class AttackCommand
{
    private const int Callers = 64;
    private const int RequestsEach = 6;
    private const int Megabyte = 1024 * 1024;

    /// <summary>Attacks a server of its own, and then asks whether it still answers.</summary>
    internal static async Task<int> RunAsync()
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-bench-").FullName;
        try
        {
            await using var server = await Child.StartAsync("gatehouse.dll", folder, Town.Settings, "serve", "--urls", "http://127.0.0.1:0", "--data", Path.Combine(folder, "data"));
            Town.Root(server).Call("sts", "GetCallerIdentity");
            var report = new JsonObject { ["peak_mb_before"] = Peak(server) };
            var stranger = new QueryClient(server, new("AKIABENCHBENCHBENCH9", "bench/bench/bench/bench/bench/bench/0009"));
            foreach (var (name, client, action, parameters) in Attacks(stranger, Town.Root(server)))
            {
                var answers = Attack(server, client.Bytes(TimeProvider.System.GetUtcNow(), "iam", action, parameters));
                report[name] = new JsonObject { ["peak_mb"] = Peak(server), ["answers"] = answers };
                Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{name,-34}{Peak(server),6:F0} MB  {answers}"));
            }

            Town.Root(server).Call("sts", "GetCallerIdentity");
            Console.WriteLine(report.ToJsonString());
            await server.StopAsync();
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static IEnumerable<(string Name, QueryClient Client, string Action, (string, string)[] Parameters)> Attacks(QueryClient stranger, QueryClient root) =>
    [
        ("forms of 900 KiB, unknown key", stranger, "CreateUser", [("UserName", new('a', 900 * 1024))]),
        ("forms of 30 MiB, unknown key", stranger, "CreateSAMLProvider", [("Name", "idp"), ("SAMLMetadataDocument", new('a', 30 * Megabyte))]),
        ("documents of 1 MiB, all brackets", root, "CreatePolicy", [("PolicyName", "deep"), ("PolicyDocument", new('[', Megabyte))]),
        ("metadata of 9 MiB, all elements", root, "CreateSAMLProvider", [("Name", "idp"), ("SAMLMetadataDocument", string.Concat(Enumerable.Repeat("<a>", 3 * Megabyte)))]),
        ("forms of 100,000 fields", root, "CreateUser", [.. Enumerable.Range(0, 100_000).Select(number => ($"f{number}", "v"))]),
    ];

    // What they are answered, counted; a connection that the server closed counts as 0.
    private static string Attack(Child server, byte[] request)
    {
        var answers = new SortedDictionary<int, int>();
        Parallel.For(0, Callers, new() { MaxDegreeOfParallelism = Callers }, _ =>
        {
            for (var number = 0; number < RequestsEach; number++)
            {
                var status = 0;
                try
                {
                    using var line = new Connection(server.Endpoint);
                    line.Send(request);
                    status = line.Receive();
                }
                catch (Exception closed) when (closed is IOException or System.Net.Sockets.SocketException)
                {
                    // The server refused before it had read all.
                }

                lock (answers)
                {
                    answers[status] = answers.GetValueOrDefault(status) + 1;
                }
            }
        });
        return string.Join(", ", answers.Select(pair => $"{pair.Value} x {pair.Key}"));
    }

    private static double Peak(Child server) => Math.Round(server.PeakBytes / 1e6);
}
