using System.Collections.Immutable;
using System.Globalization;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts.Secrets;

/// <summary>The stream of keys as it is at one version: everything still wrapped.</summary>
internal sealed record KeyState(long Version)
{
    internal static readonly KeyState None = new(0);

    internal string? DeploymentId { get; private init; }

    /// <summary>The wrapped data keys by id. An id is the owner, a dot and a number that grows.</summary>
    internal ImmutableDictionary<string, DataKeyRow> DataKeys { get; private init; } = ImmutableDictionary.Create<string, DataKeyRow>(StringComparer.Ordinal);

    /// <summary>How many data keys an owner has had.</summary>
    internal ImmutableDictionary<string, int> Newest { get; private init; } = ImmutableDictionary.Create<string, int>(StringComparer.Ordinal);

    internal ImmutableDictionary<string, SessionKeyRow> SessionKeys { get; private init; } = ImmutableDictionary.Create<string, SessionKeyRow>(StringComparer.Ordinal);

    internal InstanceIdentityRow? InstanceIdentity { get; private init; }

    internal static string DataKeyId(string owner, int number) => string.Create(CultureInfo.InvariantCulture, $"{owner}.{number}");

    internal static int NumberOf(string dataKeyId) => int.Parse(dataKeyId.AsSpan(dataKeyId.LastIndexOf('.') + 1), NumberStyles.None, CultureInfo.InvariantCulture);

    internal static KeyState Of(Stored stored) => None.With(stored.Version, stored.Rows);

    /// <summary>The state after a commit.</summary>
    /// <exception cref="MasterKeyException">A row cannot be read, or is of a kind this version does not know.</exception>
    internal KeyState With(long version, IEnumerable<Row> rows) => rows.Aggregate(this, static (state, row) => state.With(row)) with { Version = version };

    /// <summary>The id of the owner's newest data key; null when it has none.</summary>
    internal string? NewestOf(string owner) => Newest.TryGetValue(owner, out var number) ? DataKeyId(owner, number) : null;

    internal string NextOf(string owner) => DataKeyId(owner, Newest.GetValueOrDefault(owner) + 1);

    /// <summary>Whose newest data key was made at a moment or before.</summary>
    internal IEnumerable<string> OwnersOfKeysMadeBefore(DateTimeOffset moment) =>
        Newest.Keys.Where(owner => DataKeys.TryGetValue(NewestOf(owner)!, out var key) && key.Created <= moment).Order(StringComparer.Ordinal);

    internal IEnumerable<string> AllOf(string owner) =>
        Enumerable.Range(1, Newest.GetValueOrDefault(owner)).Select(number => DataKeyId(owner, number)).Where(DataKeys.ContainsKey);

    private KeyState With(Row row) => (row.Kind, row.Table) switch
    {
        (RowKind.Put, KeyRows.Deployment) => this with { DeploymentId = KeyRows.Read(row, KeyRows.Default.DeploymentRow).Id },
        (RowKind.Put, KeyRows.DataKeys) => WithDataKey(row.Key, KeyRows.Read(row, KeyRows.Default.DataKeyRow)),
        (RowKind.Put, KeyRows.SessionKeys) => this with { SessionKeys = SessionKeys.SetItem(row.Key, KeyRows.Read(row, KeyRows.Default.SessionKeyRow)) },
        (RowKind.Remove, KeyRows.SessionKeys) => this with { SessionKeys = SessionKeys.Remove(row.Key) },
        (RowKind.Put, KeyRows.InstanceIdentity) => this with { InstanceIdentity = KeyRows.Read(row, KeyRows.Default.InstanceIdentityRow) },
        (RowKind.Note, _) => this,
        _ => throw new MasterKeyException($"The store's keys hold a row {row.Table}/{row.Key} that this version does not know. Start a newer version."),
    };

    private KeyState WithDataKey(string id, DataKeyRow row)
    {
        var number = id.StartsWith(row.Account + ".", StringComparison.Ordinal)
            && int.TryParse(id.AsSpan(row.Account.Length + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var read) ? read : 0;
        return number == 0
            ? throw new MasterKeyException($"The row {KeyRows.DataKeys}/{id} of the store's keys is of another account. Put a backup of the store in its place.")
            : this with { DataKeys = DataKeys.SetItem(id, row), Newest = Newest.SetItem(row.Account, Math.Max(number, Newest.GetValueOrDefault(row.Account))) };
    }
}
