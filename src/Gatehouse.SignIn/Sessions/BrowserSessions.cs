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
                sessions.TryRemove(KeyValuePair.Create(key, known));
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

    /// <summary>Gives a session another id because what it may do changed; the old one ends, so that a planted id gains nothing.</summary>
    /// <returns>Null when it had ended.</returns>
    public string? Renew(string id, Func<BrowserSession, BrowserSession> change) =>
        SecretIds.IsOne(id) && sessions.TryRemove(SecretIds.HashOf(id), out var before) && !HasEnded(before, clock.GetUtcNow()) ? Begin(change(before)) : null;

    /// <summary>Ends a session: its browser signed out.</summary>
    public void End(string id) => sessions.TryRemove(SecretIds.HashOf(id), out _);

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
                sessions.TryRemove(KeyValuePair.Create(key, session));
            }
        }
    }
}
