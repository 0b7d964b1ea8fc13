using System.Buffers.Text;
using System.Text;
using Gatehouse.Accounts;
using Gatehouse.Accounts.Entities;
using Gatehouse.Wire;

namespace Gatehouse.Operations;

/// <summary>Cuts lists into pages as IAM does: 100 items unless asked otherwise, with a marker that survives changes in between.</summary>
/// <remarks>A marker holds the key of the last item shown, so items added or removed before it shift nothing.</remarks>
public static class Paging
{
    /// <summary>How many items a page holds when the caller does not say.</summary>
    public const int DefaultItems = 100;

    /// <summary>A page of a table, in the order of its keys.</summary>
    /// <param name="table">The table.</param>
    /// <param name="marker">The marker of the page before; null for the first.</param>
    /// <param name="maxItems">How many items the page may hold.</param>
    /// <param name="where">Which items count.</param>
    /// <param name="refuse">The refusal of a marker that is not one of ours, of services that do not say it as IAM does.</param>
    /// <exception cref="ApiException">The marker is not one of ours.</exception>
    public static Page<T> Of<T>(Table<T> table, string? marker, int? maxItems, Func<T, bool>? where = null, Func<ApiException>? refuse = null)
        where T : class, IEntity<T>
    {
        var most = maxItems ?? DefaultItems;
        var items = new List<T>(Math.Min(most, table.Count));
        for (var place = marker is null ? 0 : table.CountUpTo(Read(marker, refuse)); place < table.Count; place++)
        {
            var item = table[place];
            if (where is not null && !where(item))
            {
                continue;
            }

            if (items.Count == most)
            {
                return new(items, Write(items[^1].Key));
            }

            items.Add(item);
        }

        return new(items, null);
    }

    /// <summary>A page of a list whose keys are unique and ascending in ordinal order.</summary>
    public static Page<T> Of<T>(IEnumerable<T> ordered, Func<T, string> keyOf, string? marker, int? maxItems, Func<ApiException>? refuse = null)
    {
        var most = maxItems ?? DefaultItems;
        var after = marker is null ? null : Read(marker, refuse);
        var items = new List<T>();
        foreach (var item in ordered)
        {
            if (after is not null && string.CompareOrdinal(keyOf(item), after) <= 0)
            {
                continue;
            }

            if (items.Count == most)
            {
                return new(items, Write(keyOf(items[^1])));
            }

            items.Add(item);
        }

        return new(items, null);
    }

    /// <summary>The marker that stands for a place in a list.</summary>
    internal static string Write(string key) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes("1" + key));

    /// <summary>The place that a marker stands for.</summary>
    internal static string Read(string marker, Func<ApiException>? refuse = null)
    {
        var bytes = new byte[Base64Url.GetMaxDecodedLength(marker.Length)];
        if (Base64Url.IsValid(marker) && Base64Url.TryDecodeFromChars(marker, bytes, out var length) && length > 0 && bytes[0] == '1')
        {
            return Encoding.UTF8.GetString(bytes, 1, length - 1);
        }

        throw refuse?.Invoke() ?? new CommonException(CommonError.Validation, "Invalid Marker.");
    }
}
