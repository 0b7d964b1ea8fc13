using System.Collections.Immutable;
using System.Text;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts;

/// <summary>The few names that are unique beyond an account: aliases, e-mail addresses, imported access key ids.</summary>
/// <remarks>
/// They live in a stream of their own. A name is claimed before the account that wants it is changed, and given back
/// after; a process that dies between leaves a claim that the same account may take again.
/// </remarks>
public sealed class Names
{
    private const string Stream = "names";
    private const string Table = "name";

    private readonly IStore store;
    private readonly SemaphoreSlim gate = new(1, 1);
    private State state;

    private Names(IStore store, State state)
    {
        this.store = store;
        this.state = state;
    }

    /// <summary>Reads the names from the store.</summary>
    public static async ValueTask<Names> LoadAsync(IStore store, CancellationToken cancel) =>
        new(store, State.Of(await store.LoadAsync(Stream, cancel)));

    /// <summary>Who has a name; null when nobody has.</summary>
    /// <param name="kind">Such as <c>alias</c>.</param>
    /// <param name="name">The name; compared to the letter.</param>
    public string? OwnerOf(string kind, string name) => Volatile.Read(ref state).Owners.GetValueOrDefault(KeyOf(kind, name));

    /// <summary>All names of a kind, with who has each.</summary>
    /// <param name="kind">Such as <c>creation</c>.</param>
    public IReadOnlyList<(string Name, string Owner)> Of(string kind) => Volatile.Read(ref state).Owners
        .Where(held => held.Key.StartsWith(kind + "/", StringComparison.Ordinal))
        .Select(held => (held.Key[(kind.Length + 1)..], held.Value))
        .ToList();

    /// <summary>Takes a name.</summary>
    /// <returns>False when somebody else has it.</returns>
    public ValueTask<bool> ClaimAsync(string kind, string name, string owner, CancellationToken cancel) =>
        ChangeAsync(KeyOf(kind, name), held => held is null || held == owner, Row.Put(Table, KeyOf(kind, name), Encoding.UTF8.GetBytes(owner)), cancel);

    /// <summary>Gives a name back.</summary>
    /// <returns>False when somebody else has it.</returns>
    public ValueTask<bool> ReleaseAsync(string kind, string name, string owner, CancellationToken cancel) =>
        ChangeAsync(KeyOf(kind, name), held => held == owner, Row.Remove(Table, KeyOf(kind, name)), cancel);

    private static string KeyOf(string kind, string name) => kind + "/" + name;

    private async ValueTask<bool> ChangeAsync(string key, Func<string?, bool> allowed, Row row, CancellationToken cancel)
    {
        await gate.WaitAsync(cancel);
        try
        {
            while (true)
            {
                var before = state;
                if (!allowed(before.Owners.GetValueOrDefault(key)))
                {
                    return false;
                }

                if (await store.AppendAsync(Stream, before.Version, [row], CancellationToken.None))
                {
                    var owners = row.Kind == RowKind.Put
                        ? before.Owners.SetItem(key, Encoding.UTF8.GetString(row.Value.Span))
                        : before.Owners.Remove(key);
                    Volatile.Write(ref state, new(before.Version + 1, owners));
                    return true;
                }

                Volatile.Write(ref state, State.Of(await store.LoadAsync(Stream, cancel)));
            }
        }
        finally
        {
            gate.Release();
        }
    }

    private sealed record State(long Version, ImmutableDictionary<string, string> Owners)
    {
        internal static State Of(Stored stored) => new(
            stored.Version,
            stored.Rows.ToImmutableDictionary(row => row.Key, row => Encoding.UTF8.GetString(row.Value.Span), StringComparer.Ordinal));
    }
}
