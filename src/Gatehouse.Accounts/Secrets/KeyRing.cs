using System.Buffers.Binary;
using System.Collections.Concurrent;
using System.Globalization;
using System.Security.Cryptography;
using Gatehouse.Accounts.Sessions;
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

    /// <summary>The owner of the data key that seals what belongs to no account: the session keys.</summary>
    internal const string Installation = "installation";

    /// <summary>How many data keys are wrapped anew in one commit.</summary>
    private const int RewrapBatch = 100;

    /// <summary>How long a data key seals what is new.</summary>
    private static readonly TimeSpan DataKeyLife = TimeSpan.FromDays(365);

    private readonly IStore store;
    private readonly IKeyEncryptionKeyProvider masters;
    private readonly TimeProvider clock;
    private readonly SemaphoreSlim gate = new(1, 1);
    private readonly ConcurrentDictionary<string, Secret> opened = new(StringComparer.Ordinal);
    private readonly ConcurrentDictionary<string, bool> prepared = new(StringComparer.Ordinal);
    private volatile KeyState state = KeyState.None;
    private volatile SessionKeySet sessions = new([]);

    private KeyRing(IStore store, IKeyEncryptionKeyProvider masters, TimeProvider clock) => (this.store, this.masters, this.clock) = (store, masters, clock);

    /// <summary>The installation's own id, random and made at the first start; session tokens of another installation do not open here.</summary>
    public string DeploymentId => state.DeploymentId!;

    internal SessionKeySet Sessions => sessions;

    internal InstanceIdentityRow? InstanceIdentity => state.InstanceIdentity;

    /// <summary>Reads the keys, and makes the first ones in a new store.</summary>
    /// <exception cref="MasterKeyException">There are wrapped keys, and no master key opens them.</exception>
    /// <exception cref="StoreUnavailableException">The store cannot be reached.</exception>
    public static async ValueTask<KeyRing> OpenAsync(IStore store, IKeyEncryptionKeyProvider masters, TimeProvider clock, CancellationToken cancel)
    {
        var ring = new KeyRing(store, masters, clock);
        await ring.ReloadAsync(cancel);
        await ring.ChangeAsync(async now => now.Version == 0 ? await ring.FirstRowsAsync(cancel) : [], cancel);
        return ring;
    }

    /// <summary>Reads the keys again, because another node may have changed them.</summary>
    public async ValueTask ReloadAsync(CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            await AdoptAsync(KeyState.Of(await store.LoadAsync(Stream, cancel)), cancel);
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Does what time asks for: a new session key every 30 days, the end of old ones, data keys wrapped under the current master key, and new ones for those that are a year old [AU-214].</summary>
    /// <remarks>Call it at the start and then hourly. It may be stopped anywhere and goes on at the next call.</remarks>
    /// <returns>What was done, one sentence each, for the log and the audit trail; usually nothing.</returns>
    public async ValueTask<IReadOnlyList<string>> TendAsync(CancellationToken cancel)
    {
        var done = new List<string>();
        await ReloadAsync(cancel);
        foreach (var row in await ChangeAsync(_ => ValueTask.FromResult(TendSessionKeys()), cancel))
        {
            done.Add(row.Kind == RowKind.Put ? $"Made the session key {row.Key}." : $"Destroyed the session key {row.Key}: no session it sealed can be alive.");
        }

        while (await ChangeAsync(now => RewrapAsync(now, cancel), cancel) is { Count: > 0 } rows)
        {
            done.Add($"Wrapped {rows.Count} data keys under the master key {masters.CurrentId}.");
        }

        while (await ChangeAsync(now => RenewAsync(now, cancel), cancel) is { Count: > 0 } rows)
        {
            done.Add($"Made {rows.Count} data keys: those before them had served a year, and only open what they sealed.");
        }

        return done;
    }

    /// <summary>Gives the account a new data key: new secrets are sealed under it, old ones still open.</summary>
    public async ValueTask RotateDataKeyAsync(string account, CancellationToken cancel)
    {
        await PrepareAsync(account, cancel);
        await ChangeAsync(async now => [await NewDataKeyAsync(now, account, cancel)], cancel);
    }

    /// <summary>Destroys all session keys and makes a new one: every session of the installation ends now (AU-332).</summary>
    public async ValueTask EndAllSessionsAsync(CancellationToken cancel) => await ChangeAsync(
        _ => ValueTask.FromResult<IReadOnlyList<Row>>(
            [.. sessions.Keys.Select(static key => Row.Remove(KeyRows.SessionKeys, Name(key.Id))), NewSessionKey(OpenedNewestOf(Installation))]),
        cancel);

    /// <summary>Brings the account's data keys into memory, and makes the first one.</summary>
    internal async ValueTask PrepareAsync(string account, CancellationToken cancel)
    {
        if (prepared.ContainsKey(account))
        {
            return;
        }

        await ChangeAsync(async now => now.NewestOf(account) is null ? [await NewDataKeyAsync(now, account, cancel)] : [], cancel);
        await gate.WaitAsync(cancel);
        try
        {
            await UnwrapAsync(state, account, cancel);
            prepared[account] = true;
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Makes the key that signs instance identity documents, when there is none.</summary>
    internal async ValueTask PrepareInstanceIdentityAsync(CancellationToken cancel) => await ChangeAsync(
        now => ValueTask.FromResult<IReadOnlyList<Row>>(now.InstanceIdentity is null ? [InstanceIdentityKey.Make(OpenedNewestOf(Installation), clock.GetUtcNow())] : []), cancel);

    internal Secret? DataKey(string id) => opened.GetValueOrDefault(id);

    internal string? NewestOf(string account) => state.NewestOf(account);

    private static string Name(uint sessionKey) => sessionKey.ToString("x8", CultureInfo.InvariantCulture);

    private static byte[] Context(string id, string owner) => Envelope.Context("gatehouse", "dek", owner, id);

    /// <summary>Commits the rows that are made of the newest state; they are made anew as long as another node is faster.</summary>
    /// <remarks>INVARIANT: rows are made and committed under the gate, so that no two changes of this node start from the same state.</remarks>
    /// <returns>The rows that were committed; none when there was nothing to do.</returns>
    private async ValueTask<IReadOnlyList<Row>> ChangeAsync(Func<KeyState, ValueTask<IReadOnlyList<Row>>> make, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            while (true)
            {
                var before = state;
                var rows = await make(before);
                if (rows.Count == 0)
                {
                    return rows;
                }

                if (await store.AppendAsync(Stream, before.Version, rows, cancel))
                {
                    await AdoptAsync(before.With(before.Version + 1, rows), cancel);
                    return rows;
                }

                await AdoptAsync(KeyState.Of(await store.LoadAsync(Stream, cancel)), cancel);
            }
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>Checks that a state can be used, opens what must be open, and only then shows it.</summary>
    private async ValueTask AdoptAsync(KeyState next, CancellationToken cancel)
    {
        if (next.Version == 0)
        {
            return;
        }

        if (next.DataKeys.Values.FirstOrDefault(key => !masters.Knows(key.Key.Kek)) is { } foreign)
        {
            throw new MasterKeyException(
                $"The store holds keys that the master key {foreign.Key.Kek} has wrapped, and it is not among those given. Put the file {MasterKeys.FileName} "
                + $"that belongs to this store back into its data folder, or set {MasterKeys.EnvironmentVariable} to that key.");
        }

        foreach (var owner in (string[])[Installation, .. prepared.Keys])
        {
            await UnwrapAsync(next, owner, cancel);
        }

        var keys = next.SessionKeys.Select(row => sessions.Keys.FirstOrDefault(key => Name(key.Id) == row.Key) ?? SessionKey.Open(row.Key, row.Value, DataKey)).ToArray();
        if (next.DeploymentId is null || keys.Length == 0)
        {
            throw new MasterKeyException("The store's keys are incomplete. Put a backup of the store in its place.");
        }

        // The set stays the same object as long as its keys do: opened tokens are remembered with it.
        var gone = sessions.Keys.Except(keys).ToArray();
        state = next;
        if (gone.Length > 0 || keys.Length != sessions.Keys.Length)
        {
            sessions = new(keys);
        }

        foreach (var key in gone)
        {
            key.Key.Dispose();
        }
    }

    /// <summary>Opens an owner's data keys that are not open yet. One that does not open is left closed: what it sealed stays unreadable, nothing else.</summary>
    private async ValueTask UnwrapAsync(KeyState from, string owner, CancellationToken cancel)
    {
        foreach (var id in from.AllOf(owner))
        {
            if (!opened.ContainsKey(id) && await masters.UnwrapAsync(from.DataKeys[id].Key, Context(id, owner), cancel) is { } key)
            {
                opened[id] = key;
            }
        }
    }

    private async ValueTask<IReadOnlyList<Row>> FirstRowsAsync(CancellationToken cancel)
    {
        using var key = Secret.OfRandom(Envelope.KeySize);
        var id = KeyState.None.NextOf(Installation);
        var deployment = new DeploymentRow(Convert.ToHexStringLower(RandomNumberGenerator.GetBytes(16)));
        return
        [
            KeyRows.Put(KeyRows.Deployment, KeyRows.DeploymentKey, deployment, KeyRows.Default.DeploymentRow),
            await WrapAsync(id, Installation, key, clock.GetUtcNow(), cancel),
            NewSessionKey((id, key)),
        ];
    }

    private IReadOnlyList<Row> TendSessionKeys()
    {
        var now = clock.GetUtcNow();
        var rows = sessions.Retired(now).Select(static key => Row.Remove(KeyRows.SessionKeys, Name(key.Id))).ToList();
        if (sessions.IsDue(now))
        {
            rows.Add(NewSessionKey(OpenedNewestOf(Installation)));
        }

        return rows;
    }

    private async ValueTask<IReadOnlyList<Row>> RewrapAsync(KeyState now, CancellationToken cancel)
    {
        var rows = new List<Row>();
        foreach (var (id, row) in now.DataKeys.Where(row => row.Value.Key.Kek != masters.CurrentId).OrderBy(static row => row.Key, StringComparer.Ordinal).Take(RewrapBatch))
        {
            using var key = await masters.UnwrapAsync(row.Key, Context(id, row.Account), cancel)
                ?? throw new MasterKeyException($"The data key {id} does not open with the master key {row.Key.Kek} that wrapped it. Put a backup of the store in its place.");
            rows.Add(await WrapAsync(id, row.Account, key, row.Created, cancel));
        }

        return rows;
    }

    private async ValueTask<IReadOnlyList<Row>> RenewAsync(KeyState now, CancellationToken cancel) => await Task.WhenAll(
        now.OwnersOfKeysMadeBefore(clock.GetUtcNow() - DataKeyLife).Take(RewrapBatch).Select(owner => NewDataKeyAsync(now, owner, cancel).AsTask()));

    private async ValueTask<Row> NewDataKeyAsync(KeyState now, string owner, CancellationToken cancel)
    {
        using var key = Secret.OfRandom(Envelope.KeySize);
        return await WrapAsync(now.NextOf(owner), owner, key, clock.GetUtcNow(), cancel);
    }

    private async ValueTask<Row> WrapAsync(string id, string owner, Secret key, DateTimeOffset created, CancellationToken cancel)
    {
        var wrapped = await masters.WrapAsync(key.Memory, Context(id, owner), cancel);
        return KeyRows.Put(KeyRows.DataKeys, id, new(owner, wrapped, created), KeyRows.Default.DataKeyRow);
    }

    private Row NewSessionKey((string Id, Secret Key) under)
    {
        using var key = Secret.OfRandom(Envelope.KeySize);
        uint id;
        do
        {
            id = BinaryPrimitives.ReadUInt32BigEndian(RandomNumberGenerator.GetBytes(sizeof(uint)));
        }
        while (state.SessionKeys.ContainsKey(Name(id)));

        var box = SecretVault.Seal(under.Id, under.Key, SecretKind.SessionKey, Installation, Name(id), 1, key.Bytes);
        return KeyRows.Put(KeyRows.SessionKeys, Name(id), new(clock.GetUtcNow(), box), KeyRows.Default.SessionKeyRow);
    }

    private (string Id, Secret Key) OpenedNewestOf(string owner) => state.NewestOf(owner) is { } id && DataKey(id) is { } key
        ? (id, key)
        : throw new InvalidOperationException($"The data key of {owner} is not in memory.");
}
