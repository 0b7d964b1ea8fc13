using System.Globalization;
using System.Text.RegularExpressions;

namespace Gatehouse.House.Tests;

/// <summary>Every rule of the policy language (PL) and of evaluation (PE) is cited by a test that proves it.</summary>
public sealed partial class RuleTests
{
    private const int LanguageRules = 127;
    private const int EvaluationRules = 124;

    // What no test can prove here, and why. A rule that finds its test leaves this list.
    private static readonly Dictionary<string, string> Without = new()
    {
        ["PE-83"] = "operations take the name of a role, which is always one of the caller's account: another account's role cannot be said",
    };

    [Fact]
    public void Every_rule_is_cited_by_a_test()
    {
        var cited = Directory.EnumerateFiles(Path.Combine(Repository.Root, "test"), "*", SearchOption.AllDirectories)
            .Where(file => Tests().IsMatch(Repository.Relative(file)))
            .SelectMany(file => Rule().Matches(File.ReadAllText(file)))
            .Select(match => $"{match.Groups[1].Value}-{match.Groups[2].Value}")
            .ToHashSet();

        var uncited = All("PL", LanguageRules).Concat(All("PE", EvaluationRules)).Where(rule => !cited.Contains(rule) && !Without.ContainsKey(rule)).ToArray();

        Assert.Empty(uncited);
    }

    [Fact]
    public void Rules_without_a_test_have_a_reason() => Assert.All(Without, one =>
    {
        Assert.Contains(one.Key, All("PL", LanguageRules).Concat(All("PE", EvaluationRules)));
        Assert.True(one.Value.Length > 20, one.Key);
    });

    private static IEnumerable<string> All(string kind, int count) => Enumerable.Range(1, count).Select(number => $"{kind}-{number.ToString(CultureInfo.InvariantCulture)}");

    // Names of tests write PL_12 for PL-12.
    [GeneratedRegex(@"(?<![A-Za-z])(P[LE])[-_](\d+)")]
    private static partial Regex Rule();

    // The plain evaluator cites what it was written from, and this file what it leaves out: neither proves anything.
    [GeneratedRegex(@"^(?!.*/(bin|obj)/)(?!.*/Reference/Reference)(?!.*/RuleTests\.cs$).*\.(cs|table)$")]
    private static partial Regex Tests();
}
