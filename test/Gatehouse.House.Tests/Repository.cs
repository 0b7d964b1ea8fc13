namespace Gatehouse.House.Tests;

/// <summary>The repository as data.</summary>
internal static class Repository
{
    /// <summary>Its folder: the one with the solution in it.</summary>
    internal static readonly string Root = FindRoot();

    /// <summary>The source files of a folder, without what builds leave behind.</summary>
    internal static IEnumerable<string> Sources(string folder) =>
        Directory.EnumerateFiles(Path.Combine(Root, folder), "*.cs", SearchOption.AllDirectories)
            .Where(file => !file.Contains($"{Path.DirectorySeparatorChar}obj{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
                && !file.Contains($"{Path.DirectorySeparatorChar}bin{Path.DirectorySeparatorChar}", StringComparison.Ordinal));

    /// <summary>A file's path as people write it.</summary>
    internal static string Relative(string file) => Path.GetRelativePath(Root, file).Replace('\\', '/');

    /// <summary>Compares text with a snapshot in the repository; with <c>GATEHOUSE_UPDATE_SNAPSHOTS=1</c> writes it instead.</summary>
    internal static void Matches(string snapshot, string text) => MatchesPage("test/Gatehouse.House.Tests/Snapshots/" + snapshot, text);

    /// <summary>Compares text with a page of the repository; with <c>GATEHOUSE_UPDATE_SNAPSHOTS=1</c> writes it instead.</summary>
    internal static void MatchesPage(string path, string text)
    {
        var file = Path.Combine(Root, path);
        if (Environment.GetEnvironmentVariable("GATEHOUSE_UPDATE_SNAPSHOTS") == "1")
        {
            Directory.CreateDirectory(Path.GetDirectoryName(file)!);
            File.WriteAllText(file, text);
        }

        Assert.True(File.Exists(file), $"There is no {path}. Run the house tests with GATEHOUSE_UPDATE_SNAPSHOTS=1 and look at what it says.");
        Assert.Equal(File.ReadAllText(file), text);
    }

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (!File.Exists(Path.Combine(folder.FullName, "Gatehouse.slnx")))
        {
            folder = folder.Parent ?? throw new InvalidOperationException("The tests do not run inside the repository.");
        }

        return folder.FullName;
    }
}
