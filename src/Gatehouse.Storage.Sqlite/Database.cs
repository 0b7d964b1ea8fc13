using Gatehouse.Accounts.Storage;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

/// <summary>The file <c>gatehouse.db</c>: how it is laid out, opened, and recognized.</summary>
internal sealed class Database(string folder, SqliteStoreOptions options)
{
    internal const string FileName = "gatehouse.db";

    /// <summary>The layout this code writes. It stands in the file; a file with a higher one is left alone.</summary>
    private const int Layout = 1;

    /// <summary>"GATE" in the file's header says that it is ours.</summary>
    private const int ApplicationId = 0x47415445;

    /// <remarks>
    /// A row is current while <c>ended</c> is null; a removal and a note end as they begin. Times are milliseconds since 1970.
    /// A commit's rows are those from <c>first</c> on, <c>count</c> of them; pruned ones are missing.
    /// The newest commit is never pruned: positions and row numbers go on from it.
    /// </remarks>
    private const string Tables =
        """
        create table streams (id integer primary key, name text not null unique, version integer not null) strict;
        create table commits (position integer primary key, stream integer not null, version integer not null, time integer not null,
            first integer not null, count integer not null) strict;
        create unique index commits_by_version on commits (stream, version);
        create table rows (id integer primary key, position integer not null, stream integer not null, kind integer not null,
            tbl text not null, key text not null, value blob, ended integer) strict;
        create unique index rows_current on rows (stream, tbl, key) where ended is null;
        create index rows_ended on rows (ended) where ended is not null;
        create table probes (id integer primary key, time integer not null) strict;
        """;

    internal string Path { get; } = System.IO.Path.Combine(folder, FileName);

    /// <summary>False when someone took the file away: what is written to it now would be gone with the process.</summary>
    internal bool IsThere => File.Exists(Path);

    /// <summary>Makes the file if it is not there, and makes sure that it is one this code can use.</summary>
    /// <exception cref="DataFolderException">It is not.</exception>
    internal void Prepare()
    {
        try
        {
            MakeFile();
            using var connection = OpenToWrite();
            var layout = connection.Scalar("pragma user_version");
            var tables = connection.Scalar("select count(*) from sqlite_schema");
            if (layout == 0 && tables == 0)
            {
                connection.Run($"begin immediate; {Tables} pragma application_id = {ApplicationId}; pragma user_version = {Layout}; commit");
                return;
            }

            if (connection.Scalar("pragma application_id") != ApplicationId || layout == 0)
            {
                throw new DataFolderException($"'{Path}' is a database, but not one of Gatehouse. Start on another data folder.");
            }

            if (layout > Layout)
            {
                throw new DataFolderException(
                    $"'{Path}' was written by a newer Gatehouse (layout {layout}; this one knows {Layout}). Start that version, or start on another data folder.");
            }

            // Statements that do not prepare, and a newest commit that cannot be read, are better known now than at the first request.
            using var ledger = new Ledger(this, options);
            using var reader = new Reader(this);
            reader.Tail(ledger.Position - 1, 1);
        }
        catch (SqliteException damaged) when (damaged.SqliteErrorCode is SQLitePCL.raw.SQLITE_NOTADB or SQLitePCL.raw.SQLITE_CORRUPT)
        {
            throw new DataFolderException($"'{Path}' is damaged or no database: {damaged.Message} Put a backup in its place, or start on another data folder.", damaged);
        }
        catch (Exception failed) when (failed is SqliteException or IOException or UnauthorizedAccessException)
        {
            throw new DataFolderException($"'{Path}' cannot be opened: {failed.Message}", failed);
        }
    }

    /// <summary>Opens the file for the one who writes: durable before a commit returns, and what is deleted is overwritten.</summary>
    internal SqliteConnection OpenToWrite() =>
        Open("pragma journal_mode = wal; pragma synchronous = full; pragma secure_delete = on; pragma journal_size_limit = 67108864");

    internal SqliteConnection OpenToRead() => Open("pragma query_only = on");

    private SqliteConnection Open(string pragmas)
    {
        // Never made here: when the file is taken away under a running server, an empty one must not take its place.
        var connection = new SqliteConnection(new SqliteConnectionStringBuilder
        {
            DataSource = Path,
            Mode = SqliteOpenMode.ReadWrite,
            Pooling = false,
            DefaultTimeout = Math.Max(1, (int)options.BusyTimeout.TotalSeconds),
        }.ToString());
        try
        {
            connection.Open();
            connection.Run("pragma trusted_schema = off; pragma cell_size_check = on; pragma temp_store = memory");
            connection.Run(pragmas);
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    private void MakeFile()
    {
        if (!File.Exists(Path))
        {
            var only = new FileStreamOptions { Mode = FileMode.CreateNew, Access = FileAccess.Write };
            if (!OperatingSystem.IsWindows())
            {
                only.UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite;
            }

            new FileStream(Path, only).Dispose();
        }
    }
}
