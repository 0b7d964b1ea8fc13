using System.Globalization;
using System.Text.Json.Nodes;

namespace Gatehouse.Bench.Load;

/// <summary>What one kind of request costs the server, measured by another: rounds of the two alternate, so that what else the machine does falls on both.</summary>
internal static class CostRatio
{
    /// <summary>What AssumeRole may cost at most, measured by GetCallerIdentity.</summary>
    internal const double Most = 3;

    /// <summary>Measures, and prints a line.</summary>
    internal static JsonObject Measure(Child server, Scenario dear, Scenario cheap, int connections, int rounds, TimeSpan time, TimeSpan warmUp)
    {
        Generator.Drive(server, cheap.Requests, connections, warmUp);
        Generator.Drive(server, dear.Requests, connections, warmUp);
        var (byTime, byCpu) = (new List<double>(), new List<double>());
        for (var round = 0; round < rounds; round++)
        {
            var small = Generator.Drive(server, cheap.Requests, connections, time);
            var large = Generator.Drive(server, dear.Requests, connections, time);
            byTime.Add(small.PerSecond / large.PerSecond);
            byCpu.Add(large.ServerMicros / small.ServerMicros);
        }

        var (inTime, inCpu) = (LoadCommand.Median(byTime), LoadCommand.Median(byCpu));
        Console.WriteLine(string.Create(
            CultureInfo.InvariantCulture,
            $"{dear.Name} costs {inTime:F2} x {cheap.Name} by requests a second, {inCpu:F2} x by CPU; at most {Most:F0} x wanted; rounds {byTime.Min():F2} to {byTime.Max():F2}"));
        return new()
        {
            ["name"] = $"{dear.Name}/{cheap.Name}",
            ["by_requests_per_second"] = Math.Round(inTime, 3),
            ["by_cpu"] = Math.Round(inCpu, 3),
            ["wanted_at_most"] = Most,
        };
    }
}
