namespace Gatehouse.Accounts.Storage;

/// <summary>What an entity became: its new value, its end, or a note beside it.</summary>
/// <param name="Kind">What the row means.</param>
/// <param name="Table">The entity's kind, such as <c>user</c>. Reaches the disk: never renamed.</param>
/// <param name="Key">The entity's key, unique in its table and stream.</param>
/// <param name="Value">UTF-8 JSON; empty for <see cref="RowKind.Remove"/>.</param>
public readonly record struct Row(RowKind Kind, string Table, string Key, ReadOnlyMemory<byte> Value)
{
    /// <summary>The entity is now this.</summary>
    public static Row Put(string table, string key, ReadOnlyMemory<byte> value) => new(RowKind.Put, table, key, value);

    /// <summary>The entity is no more.</summary>
    public static Row Remove(string table, string key) => new(RowKind.Remove, table, key, default);

    /// <summary>Something worth keeping that is no entity, such as an audit event: in the history, never in the state.</summary>
    public static Row Note(string table, string key, ReadOnlyMemory<byte> value) => new(RowKind.Note, table, key, value);
}
