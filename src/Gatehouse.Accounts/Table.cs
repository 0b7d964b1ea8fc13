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
    public static readonly Table<T> Empty = new(
        [],
        ImmutableDictionary<string, T>.Empty.WithComparers(StringComparer.Ordinal),
        ImmutableDictionary<string, ImmutableArray<T>>.Empty.WithComparers(StringComparer.Ordinal),
        ImmutableDictionary<string, ImmutableSortedSet<string>>.Empty.WithComparers(StringComparer.Ordinal));

    private readonly ImmutableList<T> rows;
    private readonly ImmutableDictionary<string, T> byId;
    private readonly ImmutableDictionary<string, ImmutableArray<T>> byOwner;
    private readonly ImmutableDictionary<string, ImmutableSortedSet<string>> byMention;

    private Table(
        ImmutableList<T> rows,
        ImmutableDictionary<string, T> byId,
        ImmutableDictionary<string, ImmutableArray<T>> byOwner,
        ImmutableDictionary<string, ImmutableSortedSet<string>> byMention)
    {
        this.rows = rows;
        this.byId = byId;
        this.byOwner = byOwner;
        this.byMention = byMention;
    }

    /// <summary>Everything that any entity mentions.</summary>
    public IEnumerable<string> Mentioned => byMention.Keys;

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

    /// <summary>The few entities that belong to a user, or to <see cref="Account.RootOwner"/>, in the order of their keys.</summary>
    /// <remarks>Kept with every change, at the logarithm of the table's size and the number of the owner's own: no search of the table.</remarks>
    public ImmutableArray<T> OwnedBy(string owner) => byOwner.GetValueOrDefault(owner, []);

    /// <summary>How many entities mention something, such as a policy. Kept with every change: no search of the table.</summary>
    public int CountMentioning(string what) => byMention.TryGetValue(what, out var keys) ? keys.Count : 0;

    /// <summary>The entities that mention something, in the order of their keys.</summary>
    public IEnumerable<T> Mentioning(string what) => byMention.TryGetValue(what, out var keys) ? keys.Select(key => Find(key)!) : [];

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
        if (place < 0)
        {
            return new(rows.Insert(~place, entity), Add(byId, entity), Add(byOwner, entity), Move(byMention, null, entity));
        }

        var gone = rows[place];
        return new(rows.SetItem(place, entity), Add(Remove(byId, gone), entity), Add(Remove(byOwner, gone), entity), Move(byMention, gone, entity));
    }

    /// <summary>The table without the entity of this key.</summary>
    public Table<T> Without(string key)
    {
        var place = PlaceOf(key);
        return place < 0 ? this : new(rows.RemoveAt(place), Remove(byId, rows[place]), Remove(byOwner, rows[place]), Move(byMention, rows[place], null));
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
            read.Where(entity => entity.UniqueId is not null).ToImmutableDictionary(entity => entity.UniqueId!, StringComparer.Ordinal),
            read.Where(entity => entity.Owner is not null)
                .GroupBy(entity => entity.Owner!, StringComparer.Ordinal)
                .ToImmutableDictionary(owned => owned.Key, owned => owned.ToImmutableArray(), StringComparer.Ordinal),
            read.SelectMany(entity => entity.Mentions, (entity, what) => (entity.Key, What: what))
                .GroupBy(mention => mention.What, mention => mention.Key, StringComparer.Ordinal)
                .ToImmutableDictionary(mention => mention.Key, mention => mention.ToImmutableSortedSet(T.Keys), StringComparer.Ordinal));
    }

    IEnumerator IEnumerable.GetEnumerator() => GetEnumerator();

    private static ImmutableDictionary<string, T> Add(ImmutableDictionary<string, T> ids, T entity) =>
        entity.UniqueId is { } id ? ids.SetItem(id, entity) : ids;

    private static ImmutableDictionary<string, T> Remove(ImmutableDictionary<string, T> ids, T entity) =>
        entity.UniqueId is { } id ? ids.Remove(id) : ids;

    private static ImmutableDictionary<string, ImmutableArray<T>> Add(ImmutableDictionary<string, ImmutableArray<T>> owners, T entity)
    {
        if (entity.Owner is not { } owner)
        {
            return owners;
        }

        var owned = owners.GetValueOrDefault(owner, []);
        var before = owned.Count(other => T.Keys.Compare(other.Key, entity.Key) < 0);
        return owners.SetItem(owner, owned.Insert(before, entity));
    }

    private static ImmutableDictionary<string, ImmutableArray<T>> Remove(ImmutableDictionary<string, ImmutableArray<T>> owners, T entity)
    {
        if (entity.Owner is not { } owner)
        {
            return owners;
        }

        var left = owners[owner].RemoveAll(other => T.Keys.Equals(other.Key, entity.Key));
        return left.IsEmpty ? owners.Remove(owner) : owners.SetItem(owner, left);
    }

    private static ImmutableDictionary<string, ImmutableSortedSet<string>> Move(ImmutableDictionary<string, ImmutableSortedSet<string>> mentions, T? before, T? after)
    {
        IEnumerable<string> were = before?.Mentions ?? [], are = after?.Mentions ?? [];
        if (string.Equals(before?.Key, after?.Key, StringComparison.Ordinal) && were.SequenceEqual(are, StringComparer.Ordinal))
        {
            return mentions;
        }

        var moved = mentions.ToBuilder();
        foreach (var what in were)
        {
            var left = moved[what].Remove(before!.Key);
            if (left.IsEmpty)
            {
                moved.Remove(what);
            }
            else
            {
                moved[what] = left;
            }
        }

        foreach (var what in are)
        {
            moved[what] = (moved.TryGetValue(what, out var keys) ? keys : ImmutableSortedSet.Create<string>(T.Keys)).Add(after!.Key);
        }

        return moved.ToImmutable();
    }

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
