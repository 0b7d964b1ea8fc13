namespace Gatehouse.Server.Requests;

/// <summary>What is counted of one operation. Counting costs an addition; only <c>/metrics</c> reads it.</summary>
internal sealed class OperationNumbers
{
    // Upper bounds in microseconds; what lies above the last is counted in one more bucket.
    internal static readonly long[] Bounds = [50, 100, 250, 500, 1000, 2500, 5000, 10_000, 50_000, 100_000, 500_000, 1_000_000, 5_000_000];

    private readonly long[] buckets = new long[Bounds.Length + 1];
    private long succeeded;
    private long denied;
    private long refused;
    private long failed;
    private long microseconds;

    internal long Succeeded => Interlocked.Read(ref succeeded);

    internal long Denied => Interlocked.Read(ref denied);

    internal long Refused => Interlocked.Read(ref refused);

    internal long Failed => Interlocked.Read(ref failed);

    internal long Total => Succeeded + Denied + Refused + Failed;

    internal double Seconds => Interlocked.Read(ref microseconds) / 1e6;

    internal long Bucket(int index) => Interlocked.Read(ref buckets[index]);

    internal void Count(Outcome outcome, TimeSpan took)
    {
        switch (outcome)
        {
            case Outcome.Succeeded:
                Interlocked.Increment(ref succeeded);
                break;
            case Outcome.Denied:
                Interlocked.Increment(ref denied);
                break;
            case Outcome.Refused:
                Interlocked.Increment(ref refused);
                break;
            default:
                Interlocked.Increment(ref failed);
                break;
        }

        var micros = (long)took.TotalMicroseconds;
        Interlocked.Add(ref microseconds, micros);
        var index = 0;
        while (index < Bounds.Length && micros > Bounds[index])
        {
            index++;
        }

        Interlocked.Increment(ref buckets[index]);
    }
}
