using System.Collections.Concurrent;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts;

/// <summary>All accounts, loaded on first use and then kept in memory as snapshots.</summary>
/// <remarks>Thread-safe. A change is one commit: durable before it is seen by anyone, and nothing of it is seen when it fails.</remarks>
public sealed class AccountDirectory(IStore store, SecretVault secrets)
{
    private readonly ConcurrentDictionary<string, Lazy<Task<AccountSlot?>>> slots = new(StringComparer.Ordinal);

    /// <summary>The accounts that are in memory.</summary>
    public IEnumerable<AccountSlot> LoadedSlots => slots.Keys.Select(Loaded).OfType<AccountSlot>();

    /// <summary>The account if it is in memory already; null says nothing about whether it exists.</summary>
    public AccountSlot? Loaded(string id) =>
        slots.TryGetValue(id, out var slot) && slot is { IsValueCreated: true, Value: { IsCompletedSuccessfully: true } loaded } ? loaded.Result : null;

    /// <summary>The account, read from the store if need be; null when there is none.</summary>
    /// <exception cref="StoreUnavailableException">It is not in memory, and the store is away.</exception>
    public ValueTask<AccountSlot?> FindAsync(string id, CancellationToken cancel) =>
        Loaded(id) is { } loaded ? ValueTask.FromResult<AccountSlot?>(loaded) : new(LoadAsync(id, cancel));

    /// <summary>The management account of the organization that an account belongs to; null when it belongs to none.</summary>
    /// <exception cref="InvalidOperationException">The organization cannot be read.</exception>
    public async ValueTask<Account?> ManagementOfAsync(Account account, CancellationToken cancel)
    {
        if (!account.Exists || account.Profile.Membership is not { } membership)
        {
            return null;
        }

        // INVARIANT: fail closed. An organization that cannot be read must not make its control policies go away.
        return membership.ManagementAccount == account.Id
            ? account
            : (await FindAsync(membership.ManagementAccount, cancel))?.Current
                ?? throw new InvalidOperationException($"Account {account.Id} belongs to an organization of account {membership.ManagementAccount}, which does not exist.");
    }

    /// <summary>Changes an account: runs <paramref name="change"/> on a draft and commits what it did.</summary>
    /// <param name="slot">The account.</param>
    /// <param name="call">The request on whose behalf; its account is replaced by the newest.</param>
    /// <param name="change">A pure function of the draft; may run more than once. What it throws ends the change with nothing written.</param>
    /// <param name="note">What to keep beside the change, in the same commit: its audit event.</param>
    /// <param name="cancel">Ends the wait for other changes; a commit that has begun is finished.</param>
    public async ValueTask<TResult> ChangeAsync<TResult>(
        AccountSlot slot, Call call, Func<Draft, TResult> change, Func<TResult, Row>? note, CancellationToken cancel)
    {
        await slot.Gate.WaitAsync(cancel);
        try
        {
            while (true)
            {
                var before = slot.Current;
                var draft = new Draft(call with { Account = call.Account.Id == before.Id ? before : call.Account }, before);
                var result = change(draft);
                List<Row> rows = [.. draft.Rows];
                if (note is not null)
                {
                    rows.Add(note(result));
                }

                if (rows.Count == 0)
                {
                    return result;
                }

                if (await store.AppendAsync(Account.StreamOf(before.Id), before.Version, rows, CancellationToken.None))
                {
                    slot.Current = draft.Account.At(before.Version + 1);
                    return result;
                }

                // Another node committed first: take what it made, and do ours on top of that.
                slot.Current = Account.Read(before.Id, await store.LoadAsync(Account.StreamOf(before.Id), cancel));
            }
        }
        finally
        {
            slot.Gate.Release();
        }
    }

    /// <summary>Makes an account.</summary>
    /// <param name="id">Its twelve digits.</param>
    /// <param name="call">Gives a call for its first draft.</param>
    /// <param name="found">Puts the first entities into it.</param>
    /// <param name="cancel">Ends the wait.</param>
    /// <returns>False, with nothing written, when the account exists already.</returns>
    public async ValueTask<bool> CreateAsync(string id, Call call, Action<Draft> found, CancellationToken cancel)
    {
        await secrets.PrepareAsync(id, cancel);
        var draft = new Draft(call, Account.None(id));
        found(draft);
        var made = await store.AppendAsync(Account.StreamOf(id), 0, [.. draft.Rows], cancel);
        slots.TryRemove(id, out _);
        return made;
    }

    private async Task<AccountSlot?> LoadAsync(string id, CancellationToken cancel)
    {
        // INVARIANT: an id that cannot be an account never reaches the store, and absence is not remembered,
        // so a stranger who guesses ids fills no memory.
        if (id.Length != 12 || id.AsSpan().ContainsAnyExceptInRange('0', '9'))
        {
            return null;
        }

        var lazy = slots.GetOrAdd(id, key => new(() => ReadAsync(key)));
        AccountSlot? slot;
        try
        {
            slot = await lazy.Value.WaitAsync(cancel);
        }
        catch (Exception) when (lazy.Value.IsFaulted)
        {
            slots.TryRemove(KeyValuePair.Create(id, lazy));
            throw;
        }

        if (slot is null)
        {
            slots.TryRemove(KeyValuePair.Create(id, lazy));
        }

        return slot;
    }

    private async Task<AccountSlot?> ReadAsync(string id)
    {
        var stored = await store.LoadAsync(Account.StreamOf(id), CancellationToken.None);
        if (stored.Version == 0)
        {
            return null;
        }

        await secrets.PrepareAsync(id, CancellationToken.None);
        var activity = await Activity.LoadAsync(store, id, CancellationToken.None);
        return new(Account.Read(id, stored), activity);
    }
}
