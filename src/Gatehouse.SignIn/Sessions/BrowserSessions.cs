using System.Buffers.Text;
using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.SignIn.Sessions;

/// <summary>The sessions of browsers: found by a secret id, of which only a hash is kept [AU-710].</summary>
/// <remarks>In memory, one for each node: a restart signs everybody out. Thread-safe.</remarks>
/// <param name="clock">The one clock.</param>
/// <param name="idle">How long a session lasts without a request.</param>
public sealed class BrowserSessions(TimeProvider clock, TimeSpan idle)
{
    private const int IdSize = 32;
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

        var id = Base64Url.EncodeToString(RandomNumberGenerator.GetBytes(IdSize));
        sessions[HashOf(id)] = session;
        return id;
    }

    /// <summary>Finds a session that still lasts, and notes that it was seen.</summary>
    public bool TryUse(string id, [NotNullWhen(true)] out BrowserSession? session)
    {
        session = null;
        if (!IsId(id))
        {
            return false;
        }

        var key = HashOf(id);
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
        IsId(id) && sessions.TryRemove(HashOf(id), out var before) && !HasEnded(before, clock.GetUtcNow()) ? Begin(change(before)) : null;

    /// <summary>Ends a session: its browser signed out.</summary>
    public void End(string id) => sessions.TryRemove(HashOf(id), out _);

    /// <summary>Ends every session of a user but one.</summary>
    /// <param name="account">The account.</param>
    /// <param name="owner">The unique id of the user, or <see cref="Accounts.Account.RootOwner"/>.</param>
    /// <param name="except">The id of one that goes on; null when none does.</param>
    public void EndAll(string account, string owner, string? except = null)
    {
        var kept = except is null ? null : HashOf(except);
        foreach (var (key, session) in sessions)
        {
            if (session.Account == account && session.Owner == owner && key != kept)
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

    /// <summary>What every form of a session carries, so that no other site's form is taken for one of ours [AU-711].</summary>
    public static string FormTokenOf(string id) =>
        Base64Url.EncodeToString(HMACSHA256.HashData(Encoding.ASCII.GetBytes(id), "gatehouse/form/1"u8));

    /// <summary>Whether a form came from a page of this session.</summary>
    public static bool IsFormToken(string id, string? token) =>
        IsId(id) && token is not null && CryptographicOperations.FixedTimeEquals(Encoding.UTF8.GetBytes(token), Encoding.UTF8.GetBytes(FormTokenOf(id)));

    private static bool IsId(string id) => Base64Url.IsValid(id, out var size) && size == IdSize;

    private static string HashOf(string id) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(id)));

    private bool HasEnded(BrowserSession session, DateTimeOffset now) => now - session.LastSeen >= idle || now - session.Began >= Longest;

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
