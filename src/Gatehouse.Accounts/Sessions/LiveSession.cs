namespace Gatehouse.Accounts.Sessions;

/// <summary>One session that may be in use. The request path holds it, so that noting a use needs no look-up.</summary>
public sealed class LiveSession
{
    // Finer than the span of access keys: who looks for a thief wants minutes.
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);

    // A busy session must not fill the disk with every minute of its life.
    private static readonly TimeSpan StoredSpan = TimeSpan.FromMinutes(15);
    private readonly LiveSessions sessions;
    private SessionNote note;
    private long written;

    internal LiveSession(LiveSessions sessions, SessionNote note, bool stored)
    {
        this.sessions = sessions;
        this.note = note;
        written = note.Last?.Time.UtcTicks ?? 0;
        Stored = stored;
    }

    /// <summary>What is known of it.</summary>
    public SessionNote Note => Volatile.Read(ref note);

    /// <summary>Whether a row of it is on the disk.</summary>
    internal bool Stored { get; set; }

    /// <summary>Notes the access key that it has now: a session may get credentials again and again.</summary>
    internal void Show(string accessKeyId)
    {
        var before = Note;
        if (before.AccessKeyId != accessKeyId)
        {
            Volatile.Write(ref note, before with { AccessKeyId = accessKeyId });
            sessions.Soil(this);
        }
    }

    /// <summary>Notes a use. Costs a comparison when one was noted within a minute; one in a quarter of an hour is written.</summary>
    public void Touch(string service, string region, DateTimeOffset now)
    {
        var before = Note;
        if (before.Last is { } last && now - last.Time < Span)
        {
            return;
        }

        Volatile.Write(ref note, before with { Last = new(now, service, region) });
        if (now.UtcTicks - Volatile.Read(ref written) >= StoredSpan.Ticks)
        {
            Volatile.Write(ref written, now.UtcTicks);
            sessions.Soil(this);
        }
    }
}
