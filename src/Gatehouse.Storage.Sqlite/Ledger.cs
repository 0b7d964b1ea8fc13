using Gatehouse.Accounts.Storage;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

/// <summary>The one connection that writes, with its statements. For the writing thread only.</summary>
internal sealed class Ledger : IDisposable
{
    /// <summary>How many rows one pruning transaction removes at most, so that no append waits long behind it.</summary>
    private const int PruneBatch = 500;

    private readonly SqliteStoreOptions options;
    private readonly SqliteConnection connection;
    private readonly SqliteCommand begin;
    private readonly SqliteCommand end;
    private readonly SqliteCommand mark;
    private readonly SqliteCommand release;
    private readonly SqliteCommand claim;
    private readonly SqliteCommand commit;
    private readonly SqliteCommand supersede;
    private readonly SqliteCommand wipe;
    private readonly SqliteCommand insert;
    private readonly SqliteCommand prune;
    private readonly SqliteCommand forget;
    private readonly SqliteCommand probe;
    private long nextRow;

    internal Ledger(Database database, SqliteStoreOptions options)
    {
        this.options = options;
        connection = database.OpenToWrite();
        try
        {
            begin = connection.Prepared("begin immediate");
            end = connection.Prepared("commit");
            mark = connection.Prepared("savepoint one");
            release = connection.Prepared("release one");

            // Both the check and the claim. INVARIANT: no row comes back when the stream has moved past the expected version.
            claim = connection.Prepared(
                """
                insert into streams (name, version)
                select $stream, $expected + 1 where $expected = 0 or exists (select 1 from streams where name = $stream)
                on conflict (name) do update set version = excluded.version where version = excluded.version - 1
                returning id
                """,
                "$stream", "$expected");
            commit = connection.Prepared(
                "insert into commits (position, stream, version, time, first, count) values ($position, $stream, $version, $time, $first, $count)",
                "$position", "$stream", "$version", "$time", "$first", "$count");
            supersede = connection.Prepared(
                "update rows set ended = $time where stream = $stream and tbl = $table and key = $key and ended is null",
                "$time", "$stream", "$table", "$key");
            wipe = connection.Prepared(
                "delete from rows where stream = $stream and tbl = $table and key = $key and ended is null returning position",
                "$stream", "$table", "$key");
            insert = connection.Prepared(
                """
                insert into rows (id, position, stream, kind, tbl, key, value, ended) values ($id, $position, $stream, $kind, $table, $key, $value, $ended)
                """,
                "$id", "$position", "$stream", "$kind", "$table", "$key", "$value", "$ended");
            prune = connection.Prepared(
                "delete from rows where id in (select id from rows where ended < $before order by ended limit $count) returning position",
                "$before", "$count");
            forget = connection.Prepared(
                """
                delete from commits where position = $position and position < (select max(position) from commits)
                and not exists (select 1 from rows where id >= first and id < first + count)
                """,
                "$position");
            probe = connection.Prepared(
                "insert into probes (id, time) values (1, $time) on conflict (id) do update set time = excluded.time",
                "$time");
            Position = connection.Scalar("select coalesce(max(position), 0) from commits");
            nextRow = connection.Scalar("select coalesce((select first + count from commits order by position desc limit 1), 1)");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>The position of the newest commit, whether its transaction has ended or not.</summary>
    internal long Position { get; private set; }

    /// <summary>True inside a transaction; the engine ends one by itself when the disk fails it.</summary>
    internal bool InTransaction => SQLitePCL.raw.sqlite3_get_autocommit(connection.Handle!) == 0;

    public void Dispose() => connection.Dispose();

    internal void Begin() => begin.ExecuteNonQuery();

    internal void Commit() => end.ExecuteNonQuery();

    internal void Rollback()
    {
        if (InTransaction)
        {
            connection.Run("rollback");
        }
    }

    /// <summary>Empties the journal, so that no frame of a commit that failed half-way is left in it. Best effort: a reader may stand in the way.</summary>
    internal void SweepJournal() => connection.Run("pragma wal_checkpoint(truncate)");

    /// <summary>Makes one commit inside the transaction, whole or not at all.</summary>
    internal bool Append(string stream, long expected, IReadOnlyList<Row> rows, DateTimeOffset now)
    {
        var (position, row) = (Position, nextRow);
        mark.ExecuteNonQuery();
        try
        {
            var won = expected < long.MaxValue && claim.With(stream, expected).ExecuteScalar() is long id && Add(id, stream, expected + 1, rows, now.ToUnixTimeMilliseconds());
            release.ExecuteNonQuery();
            return won;
        }
        catch
        {
            (Position, nextRow) = (position, row);
            if (InTransaction)
            {
                connection.Run("rollback to one; release one");
            }

            throw;
        }
    }

    /// <summary>Removes some of what was superseded before a time, oldest first, and the commits of which nothing is left.</summary>
    /// <returns>How many rows went.</returns>
    internal int Prune(DateTimeOffset before) => Forget(prune.With(before.ToUnixTimeMilliseconds(), PruneBatch));

    internal void Probe(DateTimeOffset now) => probe.With(now.ToUnixTimeMilliseconds()).ExecuteNonQuery();

    private bool Add(long stream, string name, long version, IReadOnlyList<Row> rows, long now)
    {
        var remembered = !options.StreamsWithoutHistory.Contains(name, StringComparer.Ordinal);
        commit.With(++Position, stream, version, now, nextRow, rows.Count).ExecuteNonQuery();
        for (var i = 0; i < rows.Count; i++)
        {
            var row = rows[i];
            if (row.Kind != RowKind.Note)
            {
                _ = remembered
                    ? supersede.With(now, stream, row.Table, row.Key).ExecuteNonQuery()
                    : Forget(wipe.With(stream, row.Table, row.Key));
            }

            object value = row.Kind == RowKind.Remove ? DBNull.Value : row.Value.ToBlob();
            object ended = row.Kind == RowKind.Put ? DBNull.Value : now;
            insert.With(nextRow++, Position, stream, (int)row.Kind, row.Table, row.Key, value, ended).ExecuteNonQuery();
        }

        return true;
    }

    private int Forget(SqliteCommand delete)
    {
        var (rows, positions) = (0, new HashSet<long>());
        using (var gone = delete.ExecuteReader())
        {
            while (gone.Read())
            {
                rows++;
                positions.Add(gone.GetInt64(0));
            }
        }

        foreach (var position in positions)
        {
            forget.With(position).ExecuteNonQuery();
        }

        return rows;
    }
}
