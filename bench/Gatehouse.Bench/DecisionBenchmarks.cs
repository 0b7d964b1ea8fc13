using BenchmarkDotNet.Attributes;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Bench;

/// <summary>What a decision costs, each from the strings of its request. Budget: the realistic workload under 500 ns a decision and no allocation.</summary>
[MemoryDiagnoser]
public class DecisionBenchmarks
{
    // So many decisions make one measured call: the requests of a workload.
    private const int Decisions = 400;

    private DecideWorkload workload = null!;

    /// <summary>The workloads that are measured.</summary>
    [Params("smallest", "realistic", "large", "abac-code-host", "abac-shop")]
    public string Workload { get; set; } = "";

    [GlobalSetup]
    public void Make()
    {
        workload = DecideWorkload.Load(DecideWorkloads.Make(Workload, seed: 1)!);
        if (workload.Requests.Length != Decisions || Decide() is 0 or Decisions)
        {
            throw new InvalidOperationException("The workload is not one of some that are allowed and some that are not.");
        }
    }

    [Benchmark(OperationsPerInvoke = Decisions)]
    public int Decide()
    {
        var allowed = 0;
        foreach (var request in workload.Requests)
        {
            allowed += DecideCommand.Decide(request, workload.Policies).Outcome == DecisionOutcome.Allowed ? 1 : 0;
        }

        return allowed;
    }
}
