using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Wire;

namespace Gatehouse.Operations;

/// <summary>Cuts several lists that one answer shows, one after the other, into pages with one marker for all.</summary>
/// <remarks>
/// Made for one request. Each list is a chapter with a letter; the chapters are taken in ascending order of their letters,
/// and the order of an installation's letters never changes, for markers carry them.
/// </remarks>
public sealed class Chapters
{
    /// <summary>How much a page holds of what its items weigh, in characters: AWS, too, may show fewer than were asked for, and memory stays bounded.</summary>
    public const int Fullness = 1024 * 1024;

    private readonly char chapter;
    private readonly string? after;
    private int room;
    private string? last;
    private long weight;

    /// <summary>Begins a page.</summary>
    /// <param name="marker">The marker of the page before; null for the first.</param>
    /// <param name="maxItems">How many items the page may hold, all chapters together.</param>
    /// <exception cref="ApiException">The marker is not one of ours.</exception>
    public Chapters(string? marker, int? maxItems)
    {
        room = maxItems ?? Paging.DefaultItems;
        if (marker is not null)
        {
            var place = Paging.Read(marker);
            (chapter, after) = place.Length > 0 ? (place[0], place[1..]) : ('\0', null);
        }
    }

    /// <summary>Where the next page begins, opaque to callers; null on the last page. Known once every chapter was taken.</summary>
    public string? Marker { get; private set; }

    /// <summary>Whether there is more.</summary>
    public bool IsTruncated => Marker is not null;

    /// <summary>What the page shows of a table.</summary>
    /// <param name="letter">The chapter's letter.</param>
    /// <param name="table">The table.</param>
    /// <param name="where">Which items count.</param>
    /// <param name="weigh">How much an item weighs; nothing when it is not given.</param>
    public IReadOnlyList<T> Take<T>(char letter, Table<T> table, Func<T, bool>? where = null, Func<T, int>? weigh = null)
        where T : class, IEntity<T>
    {
        if (letter < chapter)
        {
            return [];
        }

        var first = letter == chapter && after is not null ? table.CountUpTo(after) : 0;
        return Fill(letter, Enumerable.Range(first, table.Count - first).Select(place => table[place]), static item => item.Key, where, weigh);
    }

    /// <summary>What the page shows of a list that is in the order of its keys.</summary>
    /// <param name="letter">The chapter's letter.</param>
    /// <param name="ordered">The list.</param>
    /// <param name="keyOf">The key of an item, unique in the list.</param>
    /// <param name="order">How keys compare.</param>
    /// <param name="where">Which items count.</param>
    /// <param name="weigh">How much an item weighs; nothing when it is not given.</param>
    public IReadOnlyList<T> Take<T>(char letter, IEnumerable<T> ordered, Func<T, string> keyOf, StringComparer order, Func<T, bool>? where = null, Func<T, int>? weigh = null)
    {
        if (letter < chapter)
        {
            return [];
        }

        var rest = letter == chapter && after is not null ? ordered.SkipWhile(item => order.Compare(keyOf(item), after) <= 0) : ordered;
        return Fill(letter, rest, keyOf, where, weigh);
    }

    private List<T> Fill<T>(char letter, IEnumerable<T> rest, Func<T, string> keyOf, Func<T, bool>? where, Func<T, int>? weigh)
    {
        var shown = new List<T>();
        if (IsTruncated)
        {
            return shown;
        }

        foreach (var item in rest)
        {
            if (where is not null && !where(item))
            {
                continue;
            }

            if (room == 0 || weight >= Fullness)
            {
                Marker = Paging.Write(last!);
                break;
            }

            room--;
            weight += weigh?.Invoke(item) ?? 0;
            last = letter + keyOf(item);
            shown.Add(item);
        }

        return shown;
    }
}
