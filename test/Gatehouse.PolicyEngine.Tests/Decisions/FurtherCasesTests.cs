namespace Gatehouse.PolicyEngine.Tests.Decisions;

/// <summary>Rules that the worked cases leave open, in the same form.</summary>
public sealed class FurtherCasesTests
{
    private static readonly Dictionary<string, DecisionCase> Cases = DecisionCase.Load("further-cases").ToDictionary(one => one.Name);

    public static TheoryData<string> Names => [.. Cases.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Further_case_comes_out_as_the_rules_say(string name)
    {
        var one = Cases[name];

        Assert.Equal(one.Outcome, one.Decide().Outcome.ToString(), ignoreCase: true);
        Assert.Equal(one.Decide(), Evaluator.Explain(one.Request, one.Policies).Decision);
    }
}
