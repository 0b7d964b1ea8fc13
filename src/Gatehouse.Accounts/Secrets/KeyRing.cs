using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts.Secrets;

/// <summary>The installation's keys: the wrapped data keys of its accounts, the keys of its session tokens, and its id.</summary>
/// <remarks>
/// They are rows of one stream, <see cref="Stream"/>, so that every node has them. Reading is without lock or wait;
/// whoever follows the store calls <see cref="ReloadAsync"/> when that stream has a commit.
/// </remarks>
public sealed class KeyRing
{
    /// <summary>The stream the keys live in.</summary>
    public const string Stream = "keys";

    private KeyRing() => throw new NotImplementedException();

    /// <summary>The installation's own id, random and made at the first start; session tokens of another installation do not open here.</summary>
    public string DeploymentId => throw new NotImplementedException();

    /// <summary>Reads the keys, and makes the first ones in a new store.</summary>
    /// <exception cref="MasterKeyException">There are wrapped keys, and no master key opens them.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public static ValueTask<KeyRing> OpenAsync(IStore store, IKeyEncryptionKeyProvider masters, TimeProvider clock, CancellationToken cancel) =>
        throw new NotImplementedException();

    /// <summary>Reads the keys again, because another node may have changed them.</summary>
    public ValueTask ReloadAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Does what time asks for: a new session key every 30 days, the end of old ones, data keys wrapped under the current master key.</summary>
    /// <remarks>Call it at the start and then hourly. It may be stopped anywhere and goes on at the next call.</remarks>
    /// <returns>What was done, one sentence each, for the log and the audit trail; usually nothing.</returns>
    public ValueTask<IReadOnlyList<string>> TendAsync(CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Gives the account a new data key: new secrets are sealed under it, old ones still open.</summary>
    public ValueTask RotateDataKeyAsync(string account, CancellationToken cancel) => throw new NotImplementedException();

    /// <summary>Destroys all session keys and makes a new one: every session of the installation ends now (AU-332).</summary>
    public ValueTask EndAllSessionsAsync(CancellationToken cancel) => throw new NotImplementedException();
}
