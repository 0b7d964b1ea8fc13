using System.Text.RegularExpressions;

namespace Gatehouse.House.Tests;

/// <summary>The project speaks of itself alone: no path of a machine it was built on.</summary>
public sealed partial class BannedWordTests
{
    [Fact]
    public void No_file_names_a_path_of_a_build_machine()
    {
        var found = Directory.EnumerateFiles(Repository.Root, "*", SearchOption.AllDirectories)
            .Where(file => Texts().IsMatch(file) && !Left().IsMatch(Repository.Relative(file)))
            .Where(file => Machine().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Relative);

        Assert.Empty(found);
    }

    [GeneratedRegex(@"\.(cs|md|sh|json|props|targets|csproj|slnx|yml|smithy|js|mjs|table|txt)$|/run$")]
    private static partial Regex Texts();

    [GeneratedRegex(@"(^|/)(bin|obj|node_modules|\.git|TestResults|artifacts|gatehouse-data|BenchmarkDotNet\.Artifacts)/|BannedWordTests\.cs$")]
    private static partial Regex Left();

    [GeneratedRegex(@"(?<![\w/}.])/(?:root|home|Users|work|builds?)/[\w.-]+/")]
    private static partial Regex Machine();
}
