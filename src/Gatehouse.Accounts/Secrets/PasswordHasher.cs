using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Accounts.Secrets;

/// <summary>Hashes passwords and checks them, slowly on purpose, in a few lanes beside the request path [AU-708].</summary>
/// <remarks>
/// PBKDF2-HMAC-SHA-512 of the framework. As many run at once as there are processors but one, so that a flood of passwords leaves
/// room for everything else; behind them a short queue. Thread-safe.
/// </remarks>
/// <param name="rounds">How many rounds new hashes get. Hashes keep their own, so old ones stay good when it rises.</param>
public sealed class PasswordHasher(int rounds = PasswordHasher.DefaultRounds) : IDisposable
{
    /// <summary>The rounds that AU-708 asks for.</summary>
    public const int DefaultRounds = 210_000;

    private const int SaltSize = 16;
    private const int HashSize = 64;
    private const int MostWaiting = 64;
    private const int MostRounds = 10_000_000;

    private readonly SemaphoreSlim lanes = new(Math.Max(1, Environment.ProcessorCount - 1));
    private readonly PasswordHash nobody = new(PasswordHash.Pbkdf2, rounds, Convert.ToBase64String(new byte[SaltSize]), Convert.ToBase64String(new byte[HashSize]));
    private int waiting;

    /// <summary>Hashes a new password.</summary>
    /// <param name="password">The password.</param>
    /// <param name="alike">
    /// The hash of the password before it; null when there was none. It lends its salt, so that one hash tells whether any of the
    /// former ones is used again: the salts of users still differ.
    /// </param>
    /// <param name="cancel">Ends the wait.</param>
    /// <exception cref="PasswordQueueFullException">Too many wait already.</exception>
    public ValueTask<PasswordHash> HashAsync(string password, PasswordHash? alike, CancellationToken cancel)
    {
        var salt = alike is { Algorithm: PasswordHash.Pbkdf2 } && alike.Rounds == rounds
            ? alike.Salt
            : Convert.ToBase64String(RandomNumberGenerator.GetBytes(SaltSize));
        return RunAsync(() => Derive(password, new(PasswordHash.Pbkdf2, rounds, salt, "")), cancel);
    }

    /// <summary>Whether a password is the one that was hashed. Takes as long when there is no hash, so that nobody learns whether there is [AU-704].</summary>
    /// <exception cref="PasswordQueueFullException">Too many wait already.</exception>
    /// <exception cref="InvalidDataException">The hash is not one of ours.</exception>
    public async ValueTask<bool> MatchesAsync(string password, PasswordHash? hash, CancellationToken cancel)
    {
        var derived = await RunAsync(() => Derive(password, hash ?? nobody), cancel);
        return IsSame(derived, hash ?? nobody) && hash is not null;
    }

    /// <summary>Whether a password that was just hashed is one of some former ones.</summary>
    /// <exception cref="PasswordQueueFullException">Too many wait already.</exception>
    public async ValueTask<bool> IsAmongAsync(string password, PasswordHash hashed, IEnumerable<PasswordHash> former, CancellationToken cancel)
    {
        foreach (var old in former)
        {
            if (old.IsAlike(hashed) ? IsSame(hashed, old) : await MatchesAsync(password, old, cancel))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether a hash should be made anew at the next right password: the rounds have risen since.</summary>
    public bool IsStale(PasswordHash hash) => hash.Rounds < rounds;

    /// <inheritdoc/>
    public void Dispose() => lanes.Dispose();

    private static bool IsSame(PasswordHash left, PasswordHash right) =>
        CryptographicOperations.FixedTimeEquals(Encoding.ASCII.GetBytes(left.Hash), Encoding.ASCII.GetBytes(right.Hash));

    private static PasswordHash Derive(string password, PasswordHash like)
    {
        if (like.Algorithm != PasswordHash.Pbkdf2 || like.Rounds is < 1 or > MostRounds)
        {
            throw new InvalidDataException($"A password is hashed as '{like.Algorithm}' with {like.Rounds} rounds, which is none of ours.");
        }

        // AU-701: nothing is trimmed or changed, but the letters are composed, so that a password is the same from every keyboard.
        using var plain = Secret.FromText(PasswordText.Compose(password));
        var hash = Rfc2898DeriveBytes.Pbkdf2(plain.Bytes, Convert.FromBase64String(like.Salt), like.Rounds, HashAlgorithmName.SHA512, HashSize);
        return like with { Hash = Convert.ToBase64String(hash) };
    }

    private async ValueTask<PasswordHash> RunAsync(Func<PasswordHash> work, CancellationToken cancel)
    {
        if (Interlocked.Increment(ref waiting) > MostWaiting)
        {
            Interlocked.Decrement(ref waiting);
            throw new PasswordQueueFullException();
        }

        try
        {
            await lanes.WaitAsync(cancel);
            try
            {
                return await Task.Run(work, cancel);
            }
            finally
            {
                lanes.Release();
            }
        }
        finally
        {
            Interlocked.Decrement(ref waiting);
        }
    }
}
