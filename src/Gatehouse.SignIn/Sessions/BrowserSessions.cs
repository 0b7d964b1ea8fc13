using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;

namespace Gatehouse.SignIn.Sessions;

/// <summary>The sessions of browsers: found by a secret id, of which only a hash is kept [AU-710].</summary>
/// <remarks>In memory, one for each node: a restart signs everybody out. Thread-safe.</remarks>
/// <param name="clock">The one clock.</param>
/// <param name="idle">How long a session lasts without a request.</param>
public sealed class BrowserSessions(TimeProvider clock, TimeSpan idle)
{
    private const int SweepAt = 10_000;

    /// <summary>How long a session lasts at the most, as AWS's does.</summary>
    public static readonly TimeSpan Longest = TimeSpan.FromHours(12);

    private static readonly TimeSpan Told = TimeSpan.FromDays(1);

    private readonly ConcurrentDictionary<string, BrowserSession> sessions = new(StringComparer.Ordinal);

    /// <summary>Begins a session.</summary>
    /// <returns>Its id, for the cookie alone.</returns>
    public string Begin(BrowserSession session)
    {
        if (sessions.Count > SweepAt)
        {
            Sweep();
        }

        var id = SecretIds.Draw();
        sessions[SecretIds.HashOf(id)] = session;
        return id;
    }

    /// <summary>Finds a session that still lasts, and notes that it was seen.</summary>
    public bool TryUse(string id, [NotNullWhen(true)] out BrowserSession? session)
    {
        session = null;
        if (!SecretIds.IsOne(id))
        {
            return false;
        }

        var key = SecretIds.HashOf(id);
        while (sessions.TryGetValue(key, out var known))
        {
            var now = clock.GetUtcNow();
            if (HasEnded(known, now))
            {
                Forget(key, known, now);
                return false;
            }

            // Somebody else may end it meanwhile: what was ended does not come back.
            var seen = known with { LastSeen = now };
            if (sessions.TryUpdate(key, seen, known))
            {
                session = seen;
                return true;
            }
        }

        return false;
    }

    /// <summary>Notes something of a session that lasts; does nothing when it has ended.</summary>
    public void Note(string id, Func<BrowserSession, BrowserSession> change)
    {
        var key = SecretIds.HashOf(id);
        while (sessions.TryGetValue(key, out var known) && !sessions.TryUpdate(key, change(known), known))
        {
        }
    }

    /// <summary>Where the browser came from whose session has ended by itself; null when there is no such session, or it came from nowhere else [AU-720].</summary>
    public string? IssuerOf(string id) =>
        SecretIds.IsOne(id) && sessions.TryGetValue(SecretIds.HashOf(id), out var known) && HasEnded(known, clock.GetUtcNow()) ? known.Issuer : null;

    /// <summary>Gives a session another id because what it may do changed; the old one ends, so that a planted id gains nothing.</summary>
    /// <returns>Null when it had ended.</returns>
    public string? Renew(string id, Func<BrowserSession, BrowserSession> change) =>
        SecretIds.IsOne(id) && sessions.TryRemove(SecretIds.HashOf(id), out var before) && !HasEnded(before, clock.GetUtcNow()) ? Begin(change(before)) : null;

    /// <summary>Ends a session: its browser signed out.</summary>
    public void End(string id) => sessions.TryRemove(SecretIds.HashOf(id), out _);

    /// <summary>Ends a session that no longer stands. Whoever came from somewhere else is told where that was, as when it ends by itself.</summary>
    public void Expire(string id)
    {
        var key = SecretIds.HashOf(id);
        while (sessions.TryGetValue(key, out var known))
        {
            if (known.Issuer is null ? sessions.TryRemove(KeyValuePair.Create(key, known)) : sessions.TryUpdate(key, known with { LastSeen = DateTimeOffset.MinValue }, known))
            {
                return;
            }
        }
    }

    /// <summary>Ends sessions of an account.</summary>
    /// <param name="account">The account.</param>
    /// <param name="which">Which of them.</param>
    public void EndAll(string account, Func<BrowserSession, bool> which)
    {
        foreach (var (key, session) in sessions)
        {
            if (session.Account == account && which(session))
            {
                sessions.TryRemove(key, out _);
            }
        }
    }

    /// <summary>The sessions of a user that still last, the newest first.</summary>
    public IReadOnlyList<BrowserSession> Of(string account, string owner)
    {
        var now = clock.GetUtcNow();
        return [.. sessions.Values
            .Where(session => session.Account == account && session.Owner == owner && !HasEnded(session, now))
            .OrderByDescending(session => session.Began)];
    }

    private bool HasEnded(BrowserSession session, DateTimeOffset now) => now - session.LastSeen >= idle || now >= session.Ends;

    private void Sweep()
    {
        var now = clock.GetUtcNow();
        foreach (var (key, session) in sessions)
        {
            if (HasEnded(session, now))
            {
                Forget(key, session, now);
            }
        }
    }

    // Whoever came from somewhere else is told for a day where that was.
    private void Forget(string key, BrowserSession session, DateTimeOffset now)
    {
        if (session.Issuer is null || now - session.Ends >= Told)
        {
            sessions.TryRemove(KeyValuePair.Create(key, session));
        }
    }
}
