using System.Collections.Concurrent;

namespace Gatehouse.Accounts.Logins;

/// <summary>What grants were used for lately: which refresh token is the newest, and which proofs were shown [AU-742, AU-743].</summary>
/// <remarks>
/// In memory, one for each node: after a restart a grant goes on with the token it brings. Only who has a code or a refresh token comes
/// so far, so strangers fill nothing; each grant has room for so many proofs, so none of them fills it for others. Thread-safe.
/// </remarks>
public sealed class LoginUses
{
    /// <summary>How long a refresh token can be used again after it was: two programs that share one may race.</summary>
    public static readonly TimeSpan Race = TimeSpan.FromSeconds(30);

    private const int Most = 50_000;
    private const int MostProofs = 64;

    private readonly ConcurrentDictionary<string, State> states = new(StringComparer.Ordinal);

    /// <summary>Notes a use of a grant.</summary>
    /// <param name="grant">The grant.</param>
    /// <param name="number">The number of the refresh token that is used; zero for the code with which all begins.</param>
    /// <param name="proof">The id of the proof of possession.</param>
    /// <param name="proofEnds">When that proof is too old in any case.</param>
    /// <param name="now">The moment.</param>
    public LoginUse Begin(LoginGrant grant, int number, string proof, DateTimeOffset proofEnds, DateTimeOffset now) =>
        Begin(grant.Id, grant.Ends, number, proof, proofEnds, now);

    /// <summary>Notes a use of a refresh token that comes without a proof of possession [AU-851].</summary>
    /// <param name="grant">The id of what it was given for.</param>
    /// <param name="grantEnds">When that ends by itself.</param>
    /// <param name="number">The number of the refresh token.</param>
    /// <param name="now">The moment.</param>
    public LoginUse Begin(string grant, DateTimeOffset grantEnds, int number, DateTimeOffset now) => Begin(grant, grantEnds, number, proof: null, now, now);

    private LoginUse Begin(string grant, DateTimeOffset grantEnds, int number, string? proof, DateTimeOffset proofEnds, DateTimeOffset now)
    {
        if (states.Count >= Most)
        {
            Sweep(now);
            if (states.Count >= Most)
            {
                return LoginUse.TooMany;
            }
        }

        var state = states.GetOrAdd(grant, static (_, ends) => new(ends), grantEnds);
        lock (state)
        {
            return state.Begin(number, proof, proofEnds, now);
        }
    }

    private void Sweep(DateTimeOffset now)
    {
        foreach (var kept in states)
        {
            if (kept.Value.Ends <= now)
            {
                states.TryRemove(kept);
            }
        }
    }

    private sealed class State(DateTimeOffset ends)
    {
        private readonly Dictionary<string, DateTimeOffset> proofs = new(StringComparer.Ordinal);
        private int newest = -1;
        private DateTimeOffset used;
        private DateTimeOffset forgotten;

        internal DateTimeOffset Ends => ends;

        internal LoginUse Begin(int number, string? proof, DateTimeOffset proofEnds, DateTimeOffset now)
        {
            foreach (var old in proofs.Where(kept => kept.Value <= now).ToList())
            {
                proofs.Remove(old.Key);
                forgotten = old.Value > forgotten ? old.Value : forgotten;
            }

            // A clock that went back brings back neither a proof that it had made us forget nor the time for a race (threat model, T-39).
            if (proof is not null && (proofEnds <= forgotten || proofs.ContainsKey(proof)))
            {
                return LoginUse.Replayed;
            }

            if (number < newest || (number == newest && (now - used).Duration() > Race))
            {
                return LoginUse.Spent;
            }

            if (proofs.Count >= MostProofs)
            {
                return LoginUse.TooMany;
            }

            if (proof is not null)
            {
                proofs.Add(proof, proofEnds);
            }

            if (number > newest)
            {
                (newest, used) = (number, now);
            }

            return LoginUse.Fresh;
        }
    }
}
