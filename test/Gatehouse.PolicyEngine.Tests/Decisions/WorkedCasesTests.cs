namespace Gatehouse.PolicyEngine.Tests.Decisions;

/// <summary>The worked cases W1 to W101 of the rules, one by one.</summary>
public sealed class WorkedCasesTests
{
    private static readonly Dictionary<string, DecisionCase> Cases = DecisionCase.Load("worked-cases").ToDictionary(one => one.Name);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Fact]
    public void There_are_all_101() => Assert.Equal(Enumerable.Range(1, 101).Select(number => $"W{number}"), Cases.Keys);

    [Theory]
    [MemberData(nameof(Names))]
    public void Worked_case_comes_out_as_the_rules_say(string name)
    {
        var one = Cases[name];

        Assert.Equal(one.Outcome, one.Decide().Outcome.ToString(), ignoreCase: true);
    }
}
