using System.Text;
using System.Threading.Channels;
using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Identity;
using Gatehouse.Accounts.Storage;
using Gatehouse.Server.Hosting;

namespace Gatehouse.Server.Audit;

/// <summary>Keeps the records of requests that changed nothing: a bounded queue, written in batches, that no request waits for.</summary>
/// <remarks>What does not fit is shed, counted, and shown in <c>/metrics</c> and the log. Changes never come this way: their event is in their commit.</remarks>
internal sealed class AuditLane(IStore store, IdSource ids, Settings settings, TimeProvider clock, RequestLog requests, ILogger<AuditLane> log) : BackgroundService
{
    private const int Capacity = 8192;
    private const int MostPerCommit = 500;
    private static readonly TimeSpan Rhythm = TimeSpan.FromMilliseconds(250);

    private readonly Channel<AuditRecord> queue = Channel.CreateBounded<AuditRecord>(
        new BoundedChannelOptions(Capacity) { SingleReader = true, FullMode = BoundedChannelFullMode.Wait });

    private readonly Dictionary<string, long> versions = new(StringComparer.Ordinal);
    private readonly AuditBudget budget = new(settings.AuditEventsPerSecond, clock);
    private long shed;
    private long kept;

    /// <summary>How many events were shed since the start.</summary>
    internal long Shed => Interlocked.Read(ref shed);

    /// <summary>How many events were written since the start, beside those of changes.</summary>
    internal long Kept => Interlocked.Read(ref kept);

    /// <summary>Takes a record, or sheds it. One that would be neither kept nor logged does not even queue.</summary>
    internal void Offer(AuditRecord record)
    {
        var wanted = !record.Committed && record.Account is { Length: > 0 };
        record.Kept = wanted && budget.Take();
        if ((record.Kept || requests.Wants(record)) && !queue.Writer.TryWrite(record))
        {
            record.Kept = false;
        }

        if (wanted && !record.Kept)
        {
            Interlocked.Increment(ref shed);
        }
    }

    /// <summary>The event of a record, as a row.</summary>
    internal Row NoteOf(AuditRecord record)
    {
        var happened = record.Happened ?? AuditEvents.Of(record, ids.NewUuid());
        return Row.Note(AuditEvent.Table, happened.EventId, happened.ToJson());
    }

    /// <inheritdoc/>
    public override async Task StopAsync(CancellationToken cancellationToken)
    {
        queue.Writer.TryComplete();
        await base.StopAsync(cancellationToken);
        await DrainAsync(CancellationToken.None);
    }

    /// <inheritdoc/>
    protected override async Task ExecuteAsync(CancellationToken stoppingToken)
    {
        using var timer = new PeriodicTimer(Rhythm, clock);
        try
        {
            while (await timer.WaitForNextTickAsync(stoppingToken))
            {
                await DrainAsync(stoppingToken);
            }
        }
        catch (OperationCanceledException) when (stoppingToken.IsCancellationRequested)
        {
            // StopAsync drains what is left.
        }
    }

    private async Task DrainAsync(CancellationToken cancel)
    {
        budget.Refill();
        var batches = new Dictionary<string, List<Row>>(StringComparer.Ordinal);
        while (queue.Reader.TryRead(out var record))
        {
            requests.Write(record);
            if (!record.Kept || record.Account is not { } account)
            {
                continue;
            }

            if (!batches.TryGetValue(account, out var rows))
            {
                batches[account] = rows = [];
            }

            rows.Add(NoteOf(record));
            if (rows.Count == MostPerCommit)
            {
                await KeepAsync(account, rows, cancel);
                batches.Remove(account);
            }
        }

        foreach (var (account, rows) in batches)
        {
            await KeepAsync(account, rows, cancel);
        }
    }

    private async Task KeepAsync(string account, List<Row> rows, CancellationToken cancel)
    {
        var stream = AuditEvent.StreamOf(account);
        try
        {
            if (!versions.TryGetValue(stream, out var version))
            {
                version = (await store.LoadAsync(stream, cancel)).Version;
            }

            while (!await store.AppendAsync(stream, version, rows, cancel))
            {
                version = (await store.LoadAsync(stream, cancel)).Version;
            }

            versions[stream] = version + 1;
            Interlocked.Add(ref kept, rows.Count);
        }
#pragma warning disable CA1031 // Whatever is wrong with one batch must not end the lane, and with it the server.
        catch (Exception away) when (away is not OperationCanceledException)
#pragma warning restore CA1031
        {
            versions.Remove(stream);
            Interlocked.Add(ref shed, rows.Count);
            log.EventsLost(away, rows.Count, account);
        }
    }
}
