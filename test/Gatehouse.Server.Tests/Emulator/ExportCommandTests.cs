using Gatehouse.Server.Hosting;
using Gatehouse.Server.Seeding;
using Gatehouse.Storage.Sqlite;

namespace Gatehouse.Server.Tests.Emulator;

/// <summary><c>gatehouse export</c>.</summary>
public sealed class ExportCommandTests
{
    private const string Key = "AKIAEXPORTEXPORTROOT";
    private const string Secret = "export-export-export-export-export-export";

    [Fact]
    public async Task What_is_exported_seeds_an_empty_server_that_exports_the_same_bytes()
    {
        var folder = Emulator.NewFolder();
        var text = SeedTests.Full.Replace("{file: ", "{env: EXPORTTEST_", StringComparison.Ordinal).Replace(".secret}", "}", StringComparison.Ordinal)
            .Replace(".password}", "_PASSWORD}", StringComparison.Ordinal).Replace("other: file:other.json", "other: '{\"Version\":\"2012-10-17\",\"Statement\":{\"Effect\":\"Deny\",\"Action\":\"s3:*\",\"Resource\":\"*\"}}'", StringComparison.Ordinal)
            .Replace("rootAccessKeys:", "rootAccessKeys:\n      - {id: " + Key + ", secret: {env: SECRET_" + Key + "}}", StringComparison.Ordinal);
        foreach (var (name, value) in new[]
        {
            ("EXPORTTEST_root", "rootrootrootrootrootrootrootrootrootroot"), ("EXPORTTEST_alice", "alicealicealicealicealicealicealicealice"), ("EXPORTTEST_alice_PASSWORD", "Correct-horse-battery-9"),
            ("SECRET_AKIASEEDROOTSEEDROOT", "rootrootrootrootrootrootrootrootrootroot"), ("SECRET_AKIASEEDALICESEEDALI", "alicealicealicealicealicealicealicealice"),
            ("PASSWORD_111122223333_ALICE", "Correct-horse-battery-9"), ("SECRET_" + Key, Secret),
        })
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        var first = await ExportAsync("first", Emulator.Write(folder, "first.yaml", text));
        var second = await ExportAsync("second", Emulator.Write(folder, "second.yaml", first));

        Assert.Equal(first, second);
        Assert.Contains("SECRET_AKIASEEDALICESEEDALI", first, StringComparison.Ordinal);
        Assert.Contains("read-things", first, StringComparison.Ordinal);
        Assert.Matches("\"?requireMfa\"?: \"?all", first);
        Assert.Contains("19HFp2fWMk7tG4hhTllr57Y0d8Wq2VQsl383oqwQkkM", first, StringComparison.Ordinal); // [AU-408]
        Assert.DoesNotContain("alicealicealice", first, StringComparison.Ordinal);
        Assert.DoesNotContain("Correct-horse", first, StringComparison.Ordinal);
        Assert.DoesNotContain(Secret, first, StringComparison.Ordinal);

        async Task<string> ExportAsync(string name, string seed)
        {
            var settings = Emulator.Settings with { Data = Path.Combine(folder, name), Seed = seed, RootAccessKeyId = Key, RootSecretAccessKey = Secret };
            await using (await Emulator.StartAsync(settings))
            {
                await Assert.ThrowsAsync<DataFolderException>(() => ExportCommand.WriteAsync(settings, false, CancellationToken.None));
            }

            return (await ExportCommand.WriteAsync(settings, false, CancellationToken.None)).Text;
        }
    }

    [Fact]
    public async Task A_folder_without_a_store_is_refused_and_stays_as_it_is()
    {
        var folder = Emulator.NewFolder();

        await Assert.ThrowsAsync<DataFolderException>(() => ExportCommand.WriteAsync(Emulator.Settings with { Data = folder }, false, CancellationToken.None));

        Assert.Empty(Directory.EnumerateFileSystemEntries(folder));
    }
}
