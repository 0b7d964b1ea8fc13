using System.Globalization;
using System.Text.Json.Nodes;

namespace Gatehouse.Bench.Load;

/// <summary>Compares the server with a bare Kestrel endpoint that answers the same bytes: same machine, same run, same load.</summary>
/// <remarks>Rounds alternate between the two, so that what else the machine does falls on both; medians are reported.</remarks>
internal static class LoadCommand
{
    private const int Connections = 32;
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(10);

    /// <summary>Measures, prints a table, and then one line of JSON.</summary>
    /// <param name="rounds">How many pairs of rounds a scenario gets.</param>
    /// <param name="seconds">How long a round is.</param>
    /// <param name="only">The one scenario to measure; null for all.</param>
    internal static async Task<int> RunAsync(int rounds, double seconds, string? only)
    {
        var folder = Directory.CreateTempSubdirectory("gatehouse-bench-").FullName;
        try
        {
            await using var server = await Child.StartAsync("gatehouse.dll", folder, Town.Settings, "serve", "--urls", "http://127.0.0.1:0", "--data", Path.Combine(folder, "data"));
            var town = Town.Found(server);
            var results = new JsonArray();
            Console.WriteLine($"{Environment.ProcessorCount} processors, {Connections} connections, {rounds} pairs of rounds of {seconds} s, distinct requests signed beforehand; medians");
            Console.WriteLine($"{"",-18}{"requests/s",12}{"bare",10}{"ratio",8}{"wanted",8}{"CPU µs",9}{"bare",8}{"ratio",8}{"load µs",9}");
            var scenarios = town.Scenarios();
            foreach (var scenario in scenarios.Where(scenario => only is null || scenario.Name == only))
            {
                results.Add(await MeasureAsync(server, scenario, rounds, TimeSpan.FromSeconds(seconds), folder));
            }

            JsonObject? cost = null;
            if (only is null or "AssumeRole")
            {
                cost = CostRatio.Measure(
                    server, scenarios.Single(one => one.Name == "AssumeRole"), scenarios.Single(one => one.Name == "GetCallerIdentity"), Connections, rounds, TimeSpan.FromSeconds(seconds), WarmUp);
            }

            await server.StopAsync();
            Console.WriteLine(new JsonObject { ["processors"] = Environment.ProcessorCount, ["connections"] = Connections, ["scenarios"] = results, ["cost"] = cost }.ToJsonString());
            return 0;
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<JsonObject> MeasureAsync(Child server, Scenario scenario, int rounds, TimeSpan time, string folder)
    {
        var answerFile = Path.Combine(folder, scenario.Name);
        await File.WriteAllBytesAsync(answerFile, AnswerTo(server, scenario));
        await using var bare = await Child.StartAsync("Gatehouse.Bench.dll", folder, new Dictionary<string, string>(StringComparer.Ordinal), "bare", answerFile);

        Generator.Drive(bare, scenario.Requests, Connections, WarmUp);
        Generator.Drive(server, scenario.Requests, Connections, WarmUp);
        var (ours, theirs) = (new List<Round>(), new List<Round>());
        for (var round = 0; round < rounds; round++)
        {
            theirs.Add(Generator.Drive(bare, scenario.Requests, Connections, time));
            ours.Add(Generator.Drive(server, scenario.Requests, Connections, time));
        }

        return Report(scenario, ours, theirs);
    }

    private static JsonObject Report(Scenario scenario, List<Round> ours, List<Round> theirs)
    {
        var perSecond = Median(ours.Select(round => round.PerSecond));
        var barePerSecond = Median(theirs.Select(round => round.PerSecond));
        var ratio = Median(ours.Zip(theirs, (our, bare) => our.PerSecond / bare.PerSecond));
        var micros = Median(ours.Select(round => round.ServerMicros));
        var bareMicros = Median(theirs.Select(round => round.ServerMicros));
        var cpuRatio = Median(ours.Zip(theirs, (our, bare) => bare.ServerMicros / our.ServerMicros));
        var loadMicros = Median(ours.Concat(theirs).Select(round => round.GeneratorMicros));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{scenario.Name,-18}{perSecond,12:F0}{barePerSecond,10:F0}{ratio,8:P0}{scenario.Wanted,8:P0}{micros,9:F1}{bareMicros,8:F1}{cpuRatio,8:P0}{loadMicros,9:F1}"));
        return new()
        {
            ["name"] = scenario.Name,
            ["requests_per_second"] = Math.Round(perSecond),
            ["bare_requests_per_second"] = Math.Round(barePerSecond),
            ["ratio"] = Math.Round(ratio, 3),
            ["wanted"] = scenario.Wanted,
            ["cpu_us_per_request"] = Math.Round(micros, 2),
            ["bare_cpu_us_per_request"] = Math.Round(bareMicros, 2),
            ["cpu_ratio"] = Math.Round(cpuRatio, 3),
            ["generator_us_per_request"] = Math.Round(loadMicros, 2),
        };
    }

    private static byte[] AnswerTo(Child server, Scenario scenario)
    {
        using var line = new Connection(server.Endpoint);
        line.Send(scenario.Requests[0]);
        line.Receive();
        return line.Answer.ToArray();
    }

    internal static double Median(IEnumerable<double> values)
    {
        var sorted = values.Order().ToList();
        return sorted.Count % 2 == 1 ? sorted[sorted.Count / 2] : (sorted[(sorted.Count / 2) - 1] + sorted[sorted.Count / 2]) / 2;
    }
}
