using System.Text;

namespace Gatehouse.Accounts.Storage;

/// <summary>What every store asks of an append before it looks at it, so that no engine takes what another would not.</summary>
public static class StoreRules
{
    /// <summary>The most rows one commit may have.</summary>
    public const int MaxRows = 65_536;

    /// <summary>The most characters of a stream's name, a table's name, or a key.</summary>
    public const int MaxName = 4_096;

    /// <summary>The most bytes of one value.</summary>
    public const int MaxValue = 64 * 1024 * 1024;

    /// <summary>How long superseded rows and notes are kept unless configured otherwise.</summary>
    public static readonly TimeSpan DefaultRetention = TimeSpan.FromDays(90);

    private static readonly UTF8Encoding StrictUtf8 = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    /// <summary>Throws when an append is none: that is a mistake of ours, never of a caller's.</summary>
    /// <exception cref="ArgumentException">A name is empty, too long or no valid text, there are no rows or too many, or a value stands where none belongs.</exception>
    public static void Require(string stream, long expected, IReadOnlyList<Row> rows)
    {
        RequireName(stream, nameof(stream));
        ArgumentOutOfRangeException.ThrowIfNegative(expected);
        ArgumentOutOfRangeException.ThrowIfZero(rows.Count, nameof(rows));
        ArgumentOutOfRangeException.ThrowIfGreaterThan(rows.Count, MaxRows, nameof(rows));
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            RequireName(row.Table, nameof(rows));
            RequireName(row.Key, nameof(rows));
            ArgumentOutOfRangeException.ThrowIfGreaterThan(row.Value.Length, MaxValue, nameof(rows));
            if (row.Kind is not (RowKind.Put or RowKind.Remove or RowKind.Note))
            {
                throw new ArgumentException($"A row of kind {row.Kind} means nothing.", nameof(rows));
            }

            if (row.Kind == RowKind.Remove && !row.Value.IsEmpty)
            {
                throw new ArgumentException("A removal has no value.", nameof(rows));
            }
        }
    }

    private static void RequireName(string name, string parameter)
    {
        ArgumentException.ThrowIfNullOrEmpty(name, parameter);
        ArgumentOutOfRangeException.ThrowIfGreaterThan(name.Length, MaxName, parameter);

        // Half a surrogate pair has no UTF-8 and would come back as another key; a NUL ends text in some engines.
        StrictUtf8.GetByteCount(name);
        if (name.Contains('\0'))
        {
            throw new ArgumentException("A name must be text without NUL.", parameter);
        }
    }
}
