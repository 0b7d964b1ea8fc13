using Gatehouse.Accounts.Storage;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

/// <summary>One connection that reads, with its statements prepared. For one thread at a time.</summary>
internal sealed class Reader : IDisposable
{
    private const string CommitsWithRows =
        """
        select c.position, s.name, c.version, c.time, r.kind, r.tbl, r.key, r.value
        from ({0}) c join streams s on s.id = c.stream left join rows r on r.id >= c.first and r.id < c.first + c.count
        order by c.position {1}, r.id
        """;

    private readonly SqliteConnection connection;
    private readonly SqliteCommand load;
    private readonly SqliteCommand tail;
    private readonly SqliteCommand history;

    internal Reader(Database database)
    {
        connection = database.OpenToRead();
        try
        {
            // One statement sees one state of the file: version and rows belong together.
            load = connection.Prepared(
                """
                select s.version, r.tbl, r.key, r.value from streams s left join rows r on r.stream = s.id and r.ended is null where s.name = $stream
                """,
                "$stream");
            tail = connection.Prepared(
                string.Format(null, CommitsWithRows, "select * from commits where position > $position order by position limit $count", "asc"),
                "$position", "$count");
            history = connection.Prepared(
                string.Format(
                    null,
                    CommitsWithRows,
                    "select * from commits where stream = (select id from streams where name = $stream) and version < $before order by version desc limit $count",
                    "desc"),
                "$stream", "$before", "$count");
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    public void Dispose() => connection.Dispose();

    internal Stored Load(string stream, CancellationToken cancel)
    {
        var rows = new List<Row>();
        var version = 0L;
        using var found = load.With(stream).ExecuteReader();
        while (found.Read())
        {
            version = found.GetInt64(0);
            if (!found.IsDBNull(1))
            {
                rows.Add(Row.Put(found.GetString(1), found.GetString(2), Value(found, 3)));
            }

            cancel.ThrowIfCancellationRequested();
        }

        return new(version, rows);
    }

    internal List<Commit> Tail(long position, int count) => Commits(tail.With(position, count));

    internal List<Commit> History(string stream, long before, int count) => Commits(history.With(stream, before, count));

    private static List<Commit> Commits(SqliteCommand command)
    {
        var commits = new List<Commit>();
        var rows = new List<Row>();
        using var found = command.ExecuteReader();
        while (found.Read())
        {
            var position = found.GetInt64(0);
            if (commits.Count == 0 || commits[^1].Position != position)
            {
                rows = [];
                commits.Add(new(position, found.GetString(1), found.GetInt64(2), DateTimeOffset.FromUnixTimeMilliseconds(found.GetInt64(3)), rows));
            }

            if (!found.IsDBNull(4))
            {
                rows.Add(new((RowKind)found.GetInt32(4), found.GetString(5), found.GetString(6), Value(found, 7)));
            }
        }

        return commits;
    }

    private static ReadOnlyMemory<byte> Value(SqliteDataReader found, int column) => found.IsDBNull(column) ? default(ReadOnlyMemory<byte>) : found.GetFieldValue<byte[]>(column);
}
