using System.Globalization;
using System.Runtime.InteropServices;
using Microsoft.Data.Sqlite;

namespace Gatehouse.Storage.Sqlite;

/// <summary>Short forms for statements.</summary>
internal static class Commands
{
    internal static void Run(this SqliteConnection connection, string statements)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statements;
        command.ExecuteNonQuery();
    }

    internal static long Scalar(this SqliteConnection connection, string statement)
    {
        using var command = connection.CreateCommand();
        command.CommandText = statement;
        return Convert.ToInt64(command.ExecuteScalar(), CultureInfo.InvariantCulture);
    }

    /// <summary>Prepares a statement for repeated use; its parameters are named in the order they will be set.</summary>
    internal static SqliteCommand Prepared(this SqliteConnection connection, string statement, params ReadOnlySpan<string> parameters)
    {
        var command = connection.CreateCommand();
        command.CommandText = statement;
        foreach (var name in parameters)
        {
            command.Parameters.Add(new() { ParameterName = name, Value = DBNull.Value });
        }

        command.Prepare();
        return command;
    }

    internal static SqliteCommand With(this SqliteCommand command, params ReadOnlySpan<object> values)
    {
        for (var i = 0; i < values.Length; i++)
        {
            command.Parameters[i].Value = values[i];
        }

        return command;
    }

    /// <summary>The bytes as SQLite's driver takes them, copied only when they are part of something larger.</summary>
    internal static byte[] ToBlob(this ReadOnlyMemory<byte> value) =>
        MemoryMarshal.TryGetArray(value, out var segment) && segment.Array is { } array && segment.Count == array.Length ? array : value.ToArray();
}
