using System.Collections.Concurrent;
using System.Text.Json;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts.Sessions;

/// <summary>The sessions of an account that may be in use: remembered when they are made and when they are used, until they end.</summary>
/// <remarks>
/// A view for people, on which nothing else depends: a session is what its token says, and is ended by a <see cref="Entities.Revocation"/>
/// whether or not it is remembered here. Gathered in memory and written beside last uses, so that making a session writes
/// nothing; a crash forgets those of the last few seconds until they are used again. Thread-safe.
/// </remarks>
public sealed class LiveSessions
{
    /// <summary>How many sessions of an account are remembered at most; what comes after is left out, and <see cref="IsComplete"/> says so.</summary>
    public const int Most = 10_000;

    /// <summary>The name of their rows.</summary>
    internal const string Table = "session";

    private static readonly TimeSpan SweepRhythm = TimeSpan.FromMinutes(1);

    private readonly ConcurrentDictionary<string, LiveSession> sessions = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<LiveSession, bool> soiled = new();
    private readonly ConcurrentQueue<string> ended = new();
    private int count;
    private long nextSweep;
    private long completeFrom;

    internal LiveSessions()
    {
    }

    /// <summary>Whether something waits to be written.</summary>
    internal bool IsSoiled => !soiled.IsEmpty || !ended.IsEmpty;

    /// <summary>The sessions that have not ended by themselves, in no particular order.</summary>
    public IEnumerable<SessionNote> At(DateTimeOffset now) => sessions.Values.Select(static session => session.Note).Where(note => note.Expires > now);

    /// <summary>A session that is remembered; null when it is not.</summary>
    public SessionNote? Find(string id) => sessions.GetValueOrDefault(id)?.Note;

    /// <summary>Whether none had to be left out that could still live.</summary>
    public bool IsComplete(DateTimeOffset now) => now.UtcTicks >= Interlocked.Read(ref completeFrom);

    /// <summary>Remembers a session that was made or used; null when there are too many to remember one more.</summary>
    public LiveSession? Of(SessionContents session, string accessKeyId, DateTimeOffset now) =>
        sessions.TryGetValue(session.SessionId, out var known) ? known : Keep(SessionNote.Of(session, accessKeyId), now);

    /// <summary>The same of what is no session of credentials.</summary>
    public LiveSession? Of(SessionNote note, DateTimeOffset now) => sessions.TryGetValue(note.Id, out var known) ? known : Keep(note, now);

    private LiveSession? Keep(SessionNote note, DateTimeOffset now)
    {
        Sweep(now);
        if (Interlocked.Increment(ref count) > Most)
        {
            Interlocked.Decrement(ref count);
            LeaveOut(note.Expires.UtcTicks);
            return null;
        }

        var made = new LiveSession(this, note, stored: false);
        var kept = sessions.GetOrAdd(note.Id, made);
        if (ReferenceEquals(kept, made))
        {
            Soil(made);
        }
        else
        {
            Interlocked.Decrement(ref count);
        }

        return kept;
    }

    internal void Soil(LiveSession session) => soiled.TryAdd(session, true);

    internal void Read(Row row)
    {
        var note = JsonSerializer.Deserialize(row.Value.Span, ActivityJson.Default.SessionNote)!;
        sessions[note.Id] = new(this, note, stored: true);
        count++;
    }

    /// <summary>Takes what waits to be written.</summary>
    internal List<Row> Take()
    {
        var rows = new List<Row>();
        foreach (var session in soiled.Keys)
        {
            // Taken out first: a use in between soils it again. One that has ended meanwhile has no row to be written.
            soiled.TryRemove(session, out _);
            var note = session.Note;
            if (sessions.ContainsKey(note.Id))
            {
                session.Stored = true;
                rows.Add(Row.Put(Table, note.Id, JsonSerializer.SerializeToUtf8Bytes(note, ActivityJson.Default.SessionNote)));
            }
        }

        var written = rows.Select(row => row.Key).ToHashSet(StringComparer.Ordinal);
        while (ended.TryDequeue(out var id))
        {
            if (!written.Contains(id))
            {
                rows.Add(Row.Remove(Table, id));
            }
        }

        return rows;
    }

    /// <summary>Puts back what could not be written.</summary>
    internal void PutBack(IEnumerable<Row> rows)
    {
        foreach (var row in rows)
        {
            if (sessions.TryGetValue(row.Key, out var session))
            {
                Soil(session);
            }
            else
            {
                ended.Enqueue(row.Key);
            }
        }
    }

    private void LeaveOut(long until)
    {
        for (var known = Interlocked.Read(ref completeFrom); known < until;)
        {
            var seen = Interlocked.CompareExchange(ref completeFrom, until, known);
            if (seen == known)
            {
                return;
            }

            known = seen;
        }
    }

    // Once in a while, by whoever comes then: a session that has ended makes room.
    private void Sweep(DateTimeOffset now)
    {
        var due = Interlocked.Read(ref nextSweep);
        if (now.UtcTicks < due || Interlocked.CompareExchange(ref nextSweep, (now + SweepRhythm).UtcTicks, due) != due)
        {
            return;
        }

        foreach (var (id, session) in sessions)
        {
            if (session.Note.Expires <= now && sessions.TryRemove(id, out _))
            {
                Interlocked.Decrement(ref count);
                if (session.Stored)
                {
                    ended.Enqueue(id);
                }
            }
        }
    }
}
