using System.Collections.Concurrent;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.SignIn.Passkeys;

/// <summary>The challenges that authenticators have yet to answer: 32 random bytes each, good once, for five minutes, in the session they were made for [AU-620].</summary>
/// <remarks>In memory, one for each node. A session has one challenge of each purpose: a newer one takes the place of the older. Thread-safe.</remarks>
/// <param name="clock">The one clock.</param>
public sealed class PasskeyChallenges(TimeProvider clock)
{
    private const int Size = 32;
    private const int SweepAt = 10_000;

    /// <summary>How long a challenge may be answered.</summary>
    public static readonly TimeSpan Lifetime = TimeSpan.FromMinutes(5);

    private readonly ConcurrentDictionary<(PasskeyPurpose, string), Pending> pending = new();

    /// <summary>Makes a challenge.</summary>
    /// <param name="purpose">What it is for.</param>
    /// <param name="session">The secret id of the session or of the sign-in under way; only a hash of it is kept.</param>
    public byte[] Issue(PasskeyPurpose purpose, string session)
    {
        var now = clock.GetUtcNow();
        if (pending.Count > SweepAt)
        {
            Sweep(now);
        }

        var challenge = RandomNumberGenerator.GetBytes(Size);
        pending[(purpose, HashOf(session))] = new(challenge, now + Lifetime);
        return challenge;
    }

    /// <summary>Takes the challenge of a session: whatever comes of it, it is gone.</summary>
    public bool TryTake(PasskeyPurpose purpose, string session, [NotNullWhen(true)] out byte[]? challenge)
    {
        challenge = pending.TryRemove((purpose, HashOf(session)), out var found) && clock.GetUtcNow() < found.Expires ? found.Challenge : null;
        return challenge is not null;
    }

    private static string HashOf(string session) => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(session)));

    private void Sweep(DateTimeOffset now)
    {
        foreach (var (key, one) in pending)
        {
            if (now >= one.Expires)
            {
                pending.TryRemove(KeyValuePair.Create(key, one));
            }
        }
    }

    private sealed record Pending(byte[] Challenge, DateTimeOffset Expires);
}
