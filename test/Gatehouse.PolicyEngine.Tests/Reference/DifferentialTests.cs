using System.Globalization;
using System.Text.Json;

namespace Gatehouse.PolicyEngine.Tests.Reference;

/// <summary>The engine against the rules written down plainly. GATEHOUSE_DIFFERENTIAL_CASES and GATEHOUSE_DIFFERENTIAL_SEED change how many and which.</summary>
public sealed class DifferentialTests(ITestOutputHelper output)
{
    private static readonly JsonSerializerOptions Readable = new() { WriteIndented = true };

    private const int RequestsPerPolicies = 10;

    private static readonly int Cases = Setting("GATEHOUSE_DIFFERENTIAL_CASES", 100_000);
    private static readonly int Seed = Setting("GATEHOUSE_DIFFERENTIAL_SEED", 20_260_930);

    [Fact]
    public void Engine_explanation_and_plain_rules_agree()
    {
        output.WriteLine($"seed {Seed}, {Cases} cases");
        var outcomes = new int[3];
        Parallel.For(0, Cases / RequestsPerPolicies, number =>
        {
            var generator = new CaseGenerator(unchecked(Seed + number));
            var one = generator.Draw();
            var policies = CaseFeeding.Policies(one);
            for (var i = 0; i < RequestsPerPolicies; i++)
            {
                Interlocked.Increment(ref outcomes[(int)Compare(one, policies, Seed + number)]);
                one = generator.Vary(one);
            }
        });

        output.WriteLine($"allowed {outcomes[2]}, explicitly denied {outcomes[1]}, implicitly denied {outcomes[0]}");
        Assert.All(outcomes, count => Assert.True(count > Cases / 20, "the generator has become one-sided"));
    }

    private static DecisionOutcome Compare(ReferenceCase one, PolicyInputs policies, int seed)
    {
        var request = CaseFeeding.Request(one);
        var expected = ReferenceEvaluator.Decide(one);

        var decision = Evaluator.Decide(request, policies);
        var explanation = Evaluator.Explain(request, policies);

        if (expected != (decision.Outcome.ToString(), decision.Layer.ToString()) || explanation.Decision != decision)
        {
            Assert.Fail($"seed {seed}: rules say {expected}, engine {decision}, explanation {explanation.Decision}\n{JsonSerializer.Serialize(one, Readable)}\n{explanation.ToText()}");
        }

        return decision.Outcome;
    }

    private static int Setting(string name, int otherwise) => int.TryParse(Environment.GetEnvironmentVariable(name), CultureInfo.InvariantCulture, out var value) ? value : otherwise;
}
