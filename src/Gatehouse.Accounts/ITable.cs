using Gatehouse.Accounts.Storage;

namespace Gatehouse.Accounts;

/// <summary>A table of any kind, for the few places that treat all alike.</summary>
internal interface ITable
{
    /// <summary>The table that these rows make.</summary>
    ITable Read(IEnumerable<Row> stored);
}
