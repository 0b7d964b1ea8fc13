using System.Diagnostics;
using System.Text.Json.Nodes;

namespace Gatehouse.Bench;

/// <summary>Decisions a second on one thread and on more: nothing is locked, so they should grow with the cores.</summary>
internal static class ThreadsCommand
{
    private const int Seconds = 3;

    public static int Run(string path)
    {
        var root = JsonNode.Parse(File.ReadAllText(path))!.AsObject();
        var shared = DecideWorkload.Load(root);
        for (var threads = 1; threads <= Environment.ProcessorCount; threads++)
        {
            // The policies are shared; each thread fills a context of its own.
            var own = Enumerable.Range(0, threads).Select(_ => DecideWorkload.Load(root).Requests).ToArray();
            Measure(own, shared, 1);
            Console.WriteLine($"{threads} threads: {Measure(own, shared, Seconds) / Seconds:N0} decisions/s");
        }

        return 0;
    }

    private static long Measure(DecideRequest[][] own, DecideWorkload shared, int seconds)
    {
        var until = Stopwatch.GetTimestamp() + (seconds * Stopwatch.Frequency);
        long decisions = 0;
        var workers = own.Select(requests => new Thread(() =>
        {
            long mine = 0;
            while (Stopwatch.GetTimestamp() < until)
            {
                foreach (var request in requests)
                {
                    DecideCommand.Decide(request, shared.Policies);
                }

                mine += requests.Length;
            }

            Interlocked.Add(ref decisions, mine);
        })).ToArray();
        Array.ForEach(workers, static worker => worker.Start());
        Array.ForEach(workers, static worker => worker.Join());
        return decisions;
    }
}
