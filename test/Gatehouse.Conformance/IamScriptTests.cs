using Microsoft.Data.Sqlite;

namespace Gatehouse.Conformance;

/// <summary>Long conversations with IAM that tools have, and two hundred mistakes that people make.</summary>
public sealed class IamScriptTests
{
    [Fact]
    public async Task Terraforms_resources_are_made_read_changed_and_destroyed_in_its_order()
    {
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder(), bootstrap: true, "--data", ":memory:");
        var files = Path.Combine(server.Folder, "files.json");
        await File.WriteAllTextAsync(files, Certificates.Make().ToJsonString(), TestContext.Current.CancellationToken);

        var output = await Shell.RunAsync(server, "node", [Scripts.Find("js/terraform.mjs"), files]);

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.EndsWith(" 0 failed\n", output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Two_hundred_bad_requests_are_refused_as_AWS_refuses_them_and_write_nothing()
    {
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder());
        var prepared = await Shell.RunAsync(server, "node", [Scripts.Find("js/refusals.mjs"), "prepare"]);
        Assert.True(prepared.ExitCode == 0, prepared.ToString());
        var before = await RowsAsync(server);

        var output = await Shell.RunAsync(server, "node", [Scripts.Find("js/refusals.mjs")]);

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.EndsWith(" 0 wrong\n", output.Text, StringComparison.Ordinal);
        Assert.NotEmpty(before);
        Assert.Equal(before, await RowsAsync(server));
    }

    // Every row of the account and of the names, straight from the file: what was refused must not have left one.
    private static async Task<List<string>> RowsAsync(ServerProcess server)
    {
        await using var connection = new SqliteConnection($"Data Source={Path.Combine(server.Folder, "gatehouse-data", "gatehouse.db")};Mode=ReadOnly;Pooling=False");
        await connection.OpenAsync(TestContext.Current.CancellationToken);
        await using var command = connection.CreateCommand();
        command.CommandText =
            """
            select s.name || ' ' || s.version || ' ' || r.id || ' ' || r.kind || ' ' || r.tbl || ' ' || r.key || ' ' || coalesce(hex(r.value), '') || ' ' || coalesce(r.ended, '')
            from rows r join streams s on s.id = r.stream where s.name like 'account/%' or s.name = 'names' order by r.id
            """;
        var rows = new List<string>();
        await using var reader = await command.ExecuteReaderAsync(TestContext.Current.CancellationToken);
        while (await reader.ReadAsync(TestContext.Current.CancellationToken))
        {
            rows.Add(reader.GetString(0));
        }

        return rows;
    }
}
