using System.Text.RegularExpressions;

namespace Gatehouse.House.Tests;

/// <summary>Words that say nothing stay out of names, and the tree keeps a few promises.</summary>
public sealed partial class NameTests
{
    [Fact]
    public void No_type_is_called_by_a_word_that_says_nothing()
    {
        var bad = Repository.Sources("src").SelectMany(file => Types().Matches(File.ReadAllText(file)).Select(match => $"{Repository.Relative(file)}: {match.Groups[2].Value}"))
            .Where(found => Empty().IsMatch(found[(found.IndexOf(' ', StringComparison.Ordinal) + 1)..]))
            .ToList();

        Assert.Empty(bad);
    }

    [Fact]
    public void A_file_holds_one_public_type()
    {
        var crowded = Repository.Sources("src")
            .Select(file => (File: Repository.Relative(file), Count: PublicTypes().Count(File.ReadAllText(file))))
            .Where(found => found.Count > 1)
            .ToList();

        Assert.Empty(crowded);
    }

    [Fact]
    public void Nothing_is_left_to_do_without_an_issue_number()
    {
        var left = Repository.Sources("src").Concat(Repository.Sources("test")).Concat(Repository.Sources("bench"))
            .Where(file => !file.EndsWith("NameTests.cs", StringComparison.Ordinal))
            .Where(file => Unfinished().IsMatch(File.ReadAllText(file)))
            .Select(Repository.Relative);

        Assert.Empty(left);
    }

    [Fact]
    public void The_longest_files_are_shown()
    {
        foreach (var (file, lines) in Repository.Sources("src").Select(file => (Repository.Relative(file), File.ReadLines(file).Count())).OrderByDescending(pair => pair.Item2).Take(10))
        {
            TestContext.Current.TestOutputHelper?.WriteLine($"{lines,5} {file}");
        }
    }

    [GeneratedRegex(@"^(?:public|internal)[\w ]* (class|struct|interface|enum|record) (\w+)", RegexOptions.Multiline)]
    private static partial Regex Types();

    [GeneratedRegex(@"^public (?:sealed |static |abstract |readonly |partial |ref )*(?:class|struct|interface|enum|record|record struct) \w+", RegexOptions.Multiline)]
    private static partial Regex PublicTypes();

    [GeneratedRegex(@"(Manager|Helper|Util|Utils|Utilities|Impl)$")]
    private static partial Regex Empty();

    [GeneratedRegex(@"NotImplementedException|\bTODO\b(?!\s*#\d)|\bFIXME\b")]
    private static partial Regex Unfinished();
}
