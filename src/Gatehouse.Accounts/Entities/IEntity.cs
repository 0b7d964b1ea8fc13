using System.Text.Json.Serialization.Metadata;

namespace Gatehouse.Accounts.Entities;

/// <summary>Something an account holds: an immutable record that is stored as one row.</summary>
/// <typeparam name="TSelf">The record itself.</typeparam>
public interface IEntity<TSelf>
    where TSelf : class, IEntity<TSelf>
{
    /// <summary>The table's name. Reaches the disk: never renamed.</summary>
    static abstract string TableName { get; }

    /// <summary>How the record is written.</summary>
    static abstract JsonTypeInfo<TSelf> Json { get; }

    /// <summary>How keys compare. AWS keeps a name's case, yet names that differ only in case are the same name.</summary>
    static virtual StringComparer Keys => StringComparer.OrdinalIgnoreCase;

    /// <summary>Its key, unique in its table; lists are in the order of keys.</summary>
    string Key { get; }

    /// <summary>Its unique id, such as <c>AIDA…</c>, by which it can be found too; null when it has none but its key.</summary>
    string? UniqueId => null;

    /// <summary>The unique id of the user it belongs to, or <see cref="Account.RootOwner"/>, by which <see cref="Table{T}.OwnedBy"/> finds it; null when nobody owns it.</summary>
    string? Owner => null;

    /// <summary>What it holds or belongs to among other tables' entities, each once, by which <see cref="Table{T}.Mentioning"/> finds it: see <see cref="Attachments"/>.</summary>
    IEnumerable<string> Mentions => [];
}
