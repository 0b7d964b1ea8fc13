using System.Collections;
using System.Collections.Immutable;
using System.Diagnostics.CodeAnalysis;
using System.Text.Json;
using Gatehouse.Accounts.Entities;
using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts;

/// <summary>All entities of one kind in an account: immutable, in the order of their keys.</summary>
/// <typeparam name="T">The kind of entity.</typeparam>
/// <remarks>Looking up, adding and removing cost the logarithm of the size, and share what did not change.</remarks>
[SuppressMessage("Naming", "CA1710:Identifiers should have correct suffix", Justification = "It is a table.")]
public sealed class Table<T> : IReadOnlyList<T>, ITable
    where T : class, IEntity<T>
{
    /// <summary>The table of a new account.</summary>
    public static readonly Table<T> Empty = new([], ImmutableDictionary<string, T>.Empty.WithComparers(StringComparer.Ordinal));

    private readonly ImmutableList<T> rows;
    private readonly ImmutableDictionary<string, T> byId;

    private Table(ImmutableList<T> rows, ImmutableDictionary<string, T> byId)
    {
        this.rows = rows;
        this.byId = byId;
    }

    /// <inheritdoc/>
    public int Count => rows.Count;

    /// <inheritdoc/>
    public T this[int index] => rows[index];

    /// <summary>The entity with this key, in the table's own sense of equal; null when there is none.</summary>
    public T? Find(string? key)
    {
        if (key is null)
        {
            return null;
        }

        var place = PlaceOf(key);
        return place >= 0 ? rows[place] : null;
    }

    /// <summary>Whether an entity has this key.</summary>
    public bool Contains(string key) => PlaceOf(key) >= 0;

    /// <summary>The entity with this unique id; null when there is none.</summary>
    public T? FindById(string? id) => id is null ? null : byId.GetValueOrDefault(id);

    /// <summary>How many entities come before or at <paramref name="key"/>: where a page that ended there goes on.</summary>
    public int CountUpTo(string key)
    {
        var place = PlaceOf(key);
        return place >= 0 ? place + 1 : ~place;
    }

    /// <summary>The table with the entity added, or in place of the one with its key.</summary>
    public Table<T> With(T entity)
    {
        var place = PlaceOf(entity.Key);
        var ids = byId;
        if (place >= 0 && rows[place].UniqueId is { } gone)
        {
            ids = ids.Remove(gone);
        }

        if (entity.UniqueId is { } id)
        {
            ids = ids.SetItem(id, entity);
        }

        return new(place >= 0 ? rows.SetItem(place, entity) : rows.Insert(~place, entity), ids);
    }

    /// <summary>The table without the entity of this key.</summary>
    public Table<T> Without(string key)
    {
        var place = PlaceOf(key);
        return place < 0 ? this : new(rows.RemoveAt(place), rows[place].UniqueId is { } id ? byId.Remove(id) : byId);
    }

    /// <inheritdoc/>
    public IEnumerator<T> GetEnumerator() => rows.GetEnumerator();

    ITable ITable.Read(IEnumerable<Row> stored)
    {
        var read = stored.Select(row => JsonSerializer.Deserialize(row.Value.Span, T.Json)
            ?? throw new InvalidDataException($"The row {row.Table}/{row.Key} holds null.")).ToList();
        read.Sort(static (left, right) => T.Keys.Compare(left.Key, right.Key));
        return new Table<T>(
            ImmutableList.CreateRange(read),
            read.Where(entity => entity.UniqueId is not null).ToImmutableDictionary(entity => entity.UniqueId!, StringComparer.Ordinal));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private int PlaceOf(string key)
    {
        int low = 0, high = rows.Count - 1;
        while (low <= high)
        {
            var middle = (low + high) >>> 1;
            var order = T.Keys.Compare(rows[middle].Key, key);
            if (order == 0)
            {
                return middle;
            }

            if (order < 0)
            {
                low = middle + 1;
            }
            else
            {
                high = middle - 1;
            }
        }

        return ~low;
    }
}
