using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Bench;

/// <summary>Measures decisions over a workload file: policies compiled once, every decision from the strings of its request.</summary>
internal static class DecideCommand
{
    private const int Seconds = 3;
    private const int WarmUpSeconds = 1;

    public static int Run(string path)
    {
        var workload = DecideWorkload.Load(JsonNode.Parse(File.ReadAllText(path))!.AsObject());
        var answers = workload.Requests.Select(request => Decide(request, workload.Policies)).ToArray();

        Repeat(WarmUpSeconds, workload, static (requests, policies) => Pass(requests, policies));
        var timer = TimerCost();
        var singles = new List<long>();
        Repeat(Seconds, workload, (requests, policies) => TimedPass(requests, policies, singles));
        singles.Sort();

        var watch = Stopwatch.StartNew();
        var before = GC.GetAllocatedBytesForCurrentThread();
        var decisions = Repeat(Seconds, workload, static (requests, policies) => Pass(requests, policies));
        var elapsed = watch.Elapsed;
        var allocated = GC.GetAllocatedBytesForCurrentThread() - before;

        Console.WriteLine(new JsonObject
        {
            ["decisions"] = decisions,
            ["ns_per_decision_p50"] = Math.Max(0, singles[singles.Count / 2] - timer) * 1e9 / Stopwatch.Frequency,
            ["ns_per_decision_mean"] = Math.Round(elapsed.TotalNanoseconds / decisions, 1),
            ["allocated_bytes_per_decision"] = Math.Round((double)allocated / decisions, 3),
            ["agreements"] = new JsonArray([.. answers.Select(static answer => (JsonNode)Word(answer))]),
        }.ToJsonString());
        return 0;
    }

    /// <summary>One decision as a caller would make it: the context is filled from strings each time, so nothing read earlier is remembered.</summary>
    internal static Decision Decide(DecideRequest request, PolicyInputs policies)
    {
        var context = request.Question.Context;
        context.Clear();
        foreach (ref readonly var pair in request.Context.AsSpan())
        {
            context.Set(pair.Key, pair.Value);
        }

        return Evaluator.Decide(request.Question, policies);
    }

    internal static string Word(Decision decision) => decision.Outcome switch
    {
        DecisionOutcome.Allowed => "allow",
        DecisionOutcome.ExplicitDeny => "explicitDeny",
        _ => "implicitDeny",
    };

    private static long Repeat(int seconds, DecideWorkload workload, Action<DecideRequest[], PolicyInputs> pass)
    {
        var until = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        long decisions = 0;
        while (Stopwatch.GetTimestamp() < until)
        {
            pass(workload.Requests, workload.Policies);
            decisions += workload.Requests.Length;
        }

        return decisions;
    }

    private static void Pass(DecideRequest[] requests, PolicyInputs policies)
    {
        foreach (var request in requests)
        {
            Decide(request, policies);
        }
    }

    private static void TimedPass(DecideRequest[] requests, PolicyInputs policies, List<long> singles)
    {
        foreach (var request in requests)
        {
            var start = Stopwatch.GetTimestamp();
            Decide(request, policies);
            singles.Add(Stopwatch.GetTimestamp() - start);
        }
    }

    private static long TimerCost()
    {
        var costs = new long[100_000];
        for (var i = 0; i < costs.Length; i++)
        {
            var start = Stopwatch.GetTimestamp();
            costs[i] = Stopwatch.GetTimestamp() - start;
        }

        Array.Sort(costs);
        return costs[costs.Length / 2];
    }
}
