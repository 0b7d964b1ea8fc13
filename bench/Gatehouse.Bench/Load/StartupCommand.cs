using System.Diagnostics;
using System.Globalization;
using System.Text.Json.Nodes;

namespace Gatehouse.Bench.Load;

/// <summary>Measures how long the server takes from its process's start to its first signed answer, and what memory it then holds.</summary>
internal static class StartupCommand
{
    private const int Users = 1000;
    private static readonly TimeSpan Idle = TimeSpan.FromSeconds(5);

    /// <summary>Makes a store with a thousand users, each with a policy and an access key, and starts the server on it a few times.</summary>
    internal static async Task<int> RunAsync(int starts)
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-bench-").FullName;
        try
        {
            await using (var first = await StartAsync(folder))
            {
                Settle(Town.Root(first));
                await first.StopAsync();
            }

            var (times, cpus, memories) = (new List<double>(), new List<double>(), new List<double>());
            for (var start = 0; start < starts; start++)
            {
                var watch = Stopwatch.StartNew();
                await using var server = await StartAsync(folder);
                Town.Root(server).Call("sts", "GetCallerIdentity");
                times.Add(watch.Elapsed.TotalMilliseconds);
                cpus.Add(server.Cpu.TotalMilliseconds);
                await Task.Delay(Idle);
                memories.Add(server.ResidentBytes / 1e6);
                await server.StopAsync();
                Console.WriteLine(string.Create(
                    CultureInfo.InvariantCulture, $"first answer after {times[^1]:F0} ms ({cpus[^1]:F0} ms of CPU), {memories[^1]:F1} MB resident {Idle.TotalSeconds:F0} s later"));
            }

            Console.WriteLine(new JsonObject
            {
                ["users"] = Users,
                ["starts"] = starts,
                ["first_answer_ms_median"] = Median(times),
                ["first_answer_ms_max"] = Math.Round(times.Max()),
                ["cpu_ms_median"] = Median(cpus),
                ["resident_mb_median"] = Median(memories),
            }.ToJsonString());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static Task<Child> StartAsync(string folder) =>
        Child.StartAsync("gatehouse.dll", folder, Town.Settings, "serve", "--urls", "http://127.0.0.1:0", "--data", Path.Combine(folder, "data"));

    private static void Settle(QueryClient root)
    {
        const string Policy = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":["s3:Get*","s3:List*"],"Resource":"arn:aws:s3:::home-${aws:username}/*"}]}""";
        for (var number = 0; number < Users; number++)
        {
            var name = string.Create(CultureInfo.InvariantCulture, $"user-{number:D4}");
            root.Call("iam", "CreateUser", ("UserName", name));
            root.Call("iam", "PutUserPolicy", ("UserName", name), ("PolicyName", "home"), ("PolicyDocument", Policy));
            root.Call("iam", "CreateAccessKey", ("UserName", name));
        }
    }

    private static double Median(List<double> values) => Math.Round(values.Order().ElementAt(values.Count / 2), 1);
}
