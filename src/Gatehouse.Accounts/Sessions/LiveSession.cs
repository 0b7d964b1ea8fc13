namespace Gatehouse.Accounts.Sessions;

/// <summary>One session that may be in use. The request path holds it, so that noting a use needs no look-up.</summary>
public sealed class LiveSession
{
    // Finer than the span of access keys: who looks for a thief wants minutes.
    private static readonly TimeSpan Span = TimeSpan.FromMinutes(1);
    private readonly LiveSessions sessions;
    private SessionNote note;

    internal LiveSession(LiveSessions sessions, SessionNote note, bool stored)
    {
        this.sessions = sessions;
        this.note = note;
        Stored = stored;
    }

    /// <summary>What is known of it.</summary>
    public SessionNote Note => Volatile.Read(ref note);

    /// <summary>Whether a row of it is on the disk.</summary>
    internal bool Stored { get; set; }

    /// <summary>Notes a use. Costs two comparisons when one in the same service and region was noted within a minute.</summary>
    public void Touch(string service, string region, DateTimeOffset now)
    {
        var before = Note;
        if (before.Last is { } last && now - last.Time < Span
            && string.Equals(last.Service, service, StringComparison.Ordinal) && string.Equals(last.Region, region, StringComparison.Ordinal))
        {
            return;
        }

        Volatile.Write(ref note, before with { Last = new(now, service, region) });
        sessions.Soil(this);
    }
}
