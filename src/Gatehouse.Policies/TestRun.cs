using Gatehouse.PolicyEngine;

namespace Gatehouse.Policies;

/// <summary>All tests of a run, with what they reached.</summary>
internal sealed class TestRun
{
    private readonly IReadOnlyList<string> redacted;

    internal TestRun(IReadOnlyList<TestFile> files, int coverageWanted, IReadOnlyList<string> redacted, CancellationToken cancel)
    {
        CoverageWanted = coverageWanted;
        this.redacted = redacted;
        var results = new List<TestResult>();
        foreach (var file in files)
        {
            Coverage.Expect(file.Policies);
            foreach (var test in file.Cases)
            {
                cancel.ThrowIfCancellationRequested();
                var explanation = Ask(test, file.Policies);
                Coverage.Note(explanation);

                // Explanations are large, so they are made again for the few that fail.
                results.Add(new(test, file.Policies, explanation.Decision.Outcome));
            }
        }

        Results = results;
    }

    internal int CoverageWanted { get; }

    internal Coverage Coverage { get; } = new();

    internal IReadOnlyList<TestResult> Results { get; }

    internal IEnumerable<TestResult> Failed => Results.Where(static result => !result.Passed);

    internal bool Covered => Coverage.AtLeast(CoverageWanted);

    internal string Explain(TestResult result) => Ask(result.Case, result.Policies).ToText(Sensitive.Keys(redacted, result.Policies)).TrimEnd();

    private static Explanation Ask(TestCase test, PolicyGroup policies)
    {
        try
        {
            return test.Question.Ask(policies);
        }
        catch (InputException wrong)
        {
            throw new InputException($"{test.Place}: {test.Name}: {wrong.Message}");
        }
    }
}
