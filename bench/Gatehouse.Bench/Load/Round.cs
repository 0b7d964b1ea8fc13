namespace Gatehouse.Bench.Load;

/// <summary>What one round of load came to.</summary>
/// <param name="Requests">How many requests were answered.</param>
/// <param name="Elapsed">In what time.</param>
/// <param name="ServerCpu">What the server's process used of the processors.</param>
/// <param name="GeneratorCpu">What the load generator used of them.</param>
internal sealed record Round(long Requests, TimeSpan Elapsed, TimeSpan ServerCpu, TimeSpan GeneratorCpu)
{
    internal double PerSecond => Requests / Elapsed.TotalSeconds;

    internal double ServerMicros => ServerCpu.TotalMicroseconds / Requests;

    internal double GeneratorMicros => GeneratorCpu.TotalMicroseconds / Requests;
}
