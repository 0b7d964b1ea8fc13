using Gatehouse.Accounts.Storage;
using Microsoft.Data.Sqlite;
using static SQLitePCL.raw;

namespace Gatehouse.Storage.Sqlite;

/// <summary>Tells the failures of the disk from our own mistakes.</summary>
internal static class Failures
{
    /// <summary>True for what a healthy disk would not have done; the rest is a mistake of ours and stays what it is.</summary>
    internal static bool OfDisk(SqliteException failed) => failed.SqliteErrorCode is
        SQLITE_BUSY or SQLITE_LOCKED or SQLITE_NOMEM or SQLITE_READONLY or SQLITE_IOERR or SQLITE_CORRUPT or SQLITE_FULL or SQLITE_CANTOPEN
        or SQLITE_PROTOCOL or SQLITE_PERM or SQLITE_AUTH or SQLITE_NOTADB or SQLITE_SCHEMA;

    internal static StoreUnavailableException Unavailable(string path, Exception failed)
    {
        var why = failed is not SqliteException sqlite ? failed.Message : sqlite.SqliteErrorCode switch
        {
            SQLITE_FULL => "the disk is full.",
            SQLITE_READONLY or SQLITE_PERM or SQLITE_AUTH => "it cannot be written.",
            SQLITE_BUSY or SQLITE_LOCKED => "another program holds it.",
            SQLITE_CORRUPT or SQLITE_NOTADB => "it is damaged; put a backup in its place.",
            _ => sqlite.Message,
        };
        return new($"The store '{path}' is not available: {why}", failed);
    }

    internal static StoreUnavailableException Closed() => new("The store is closed.");
}
