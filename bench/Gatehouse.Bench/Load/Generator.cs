using System.Diagnostics;
using System.Net;
using System.Text;

namespace Gatehouse.Bench.Load;

/// <summary>Drives a server with requests made beforehand, from one thread that shares the machine with it.</summary>
/// <remarks>
/// Every connection always has one request in flight. The thread goes round: it reads one connection's answer, sends that
/// connection's next request, and goes on to the next one, so that a request costs it two system calls and no scheduling.
/// </remarks>
internal static class Generator
{
    private const long MostRequests = 5_000_000;

    /// <summary>Drives the server for a while.</summary>
    /// <exception cref="InvalidOperationException">An answer was not 200: then there is nothing to measure.</exception>
    internal static Round Drive(Child server, byte[][] requests, int connections, TimeSpan time)
    {
        var lines = Enumerable.Range(0, connections).Select(_ => new Connection(server.Endpoint)).ToArray();
        try
        {
            var next = 0;
            foreach (var line in lines)
            {
                line.Send(requests[next++ % requests.Length]);
            }

            var (serverCpu, ownCpu) = (server.Cpu, Environment.CpuUsage.TotalTime);
            var watch = Stopwatch.StartNew();
            var answered = 0L;
            while (watch.Elapsed < time && answered < MostRequests)
            {
                foreach (var line in lines)
                {
                    Require(line);
                    line.Send(requests[next]);
                    next = next + 1 == requests.Length ? 0 : next + 1;
                }

                answered += lines.Length;
            }

            var round = new Round(answered, watch.Elapsed, server.Cpu - serverCpu, Environment.CpuUsage.TotalTime - ownCpu);
            Array.ForEach(lines, Require);
            return round;
        }
        finally
        {
            Array.ForEach(lines, line => line.Dispose());
        }
    }

    private static void Require(Connection line)
    {
        if (line.Receive() != 200)
        {
            throw new InvalidOperationException($"Not the answer that is measured:\n{Encoding.UTF8.GetString(line.Answer)}");
        }
    }
}
