using Gatehouse.Accounts.Audit;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.CloudTrail.Events;

/// <summary>The events of one stream, newest first, one at a time.</summary>
/// <remarks>An account's own stream has one event beside each change; its trail has many to a commit, oldest first.</remarks>
internal sealed class TrailStream(IStore store, string stream, TrailPlace from, TrailWindow window, TrailBudget budget, CancellationToken cancel)
    : IAsyncDisposable
{
    private readonly IAsyncEnumerator<Commit> commits = store.HistoryAsync(stream, from.Before, cancel).GetAsyncEnumerator(cancel);
    private readonly TrailPlace start = from;
    private List<Row>? events;
    private long version;
    private DateTimeOffset written;
    private int next;

    /// <summary>The event that comes next; null when there is none, or none that the budget allows to know.</summary>
    internal TrailEntry? Head { get; private set; }

    /// <summary>Whether there is nothing more.</summary>
    internal bool Ended { get; private set; }

    /// <summary>Where <see cref="Head"/> stands, or where to look for it.</summary>
    internal TrailPlace Place { get; private set; } = from;

    /// <summary>Goes on to the next event.</summary>
    internal async ValueTask MoveAsync()
    {
        Head = null;
        while (budget.Take())
        {
            if (events is null)
            {
                if (!await commits.MoveNextAsync() || window.IsAfter(commits.Current.Time))
                {
                    (Ended, Place) = (true, TrailPlace.End);
                    return;
                }

                Enter(commits.Current);
                continue;
            }

            if (next < events.Count)
            {
                Place = new(version + 1, next);
                Head = new(events[next++].Value, written);
                return;
            }

            Leave();
        }
    }

    /// <inheritdoc/>
    public ValueTask DisposeAsync() => commits.DisposeAsync();

    private void Enter(Commit commit)
    {
        (version, written) = (commit.Version, commit.Time);
        if (window.IsBefore(commit.Time))
        {
            Leave();
            return;
        }

        events = commit.Rows.Where(row => row is { Kind: RowKind.Note, Table: AuditEvent.Table }).Reverse().ToList();

        // The commit that the last page ended in; if it is gone meanwhile, its events are too.
        next = version + 1 == start.Before ? start.Taken : 0;
    }

    private void Leave()
    {
        events = null;
        Place = new(version, 0);
    }
}
