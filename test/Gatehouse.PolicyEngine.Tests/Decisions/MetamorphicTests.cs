using System.Text.Json.Nodes;
using Gatehouse.PolicyEngine.Tests.Reference;

namespace Gatehouse.PolicyEngine.Tests.Decisions;

/// <summary>What must not matter, and what may only go one way, whatever the policies.</summary>
public sealed class MetamorphicTests
{
    private const int Cases = 3_000;

    [Fact]
    public void Another_allow_never_takes_away_and_another_deny_never_gives()
    {
        Each((one, generator) =>
        {
            var before = Decide(one);
            var more = Decide(one with { Identity = [.. one.Identity ?? [], generator.Document(deny: false)] });
            var less = Decide(one with { Identity = [.. one.Identity ?? [], generator.Document(deny: true)] });

            Assert.True(more.Outcome >= before.Outcome || !before.Allowed, "an allow took away");
            Assert.True(!less.Allowed || before.Allowed, "a deny gave");
            Assert.True(less.Outcome == DecisionOutcome.ExplicitDeny || before.Outcome != DecisionOutcome.ExplicitDeny || less.Layer == PolicyLayer.EvaluationError, "a deny vanished");
        });
    }

    [Fact]
    public void Order_of_statements_and_policies_does_not_matter() => Each((one, _) =>
        Assert.Equal(Decide(one), Decide(Rewrite(one, texts => [.. texts.Reverse<string>().Select(Reversed)]))));

    [Fact]
    public void Splitting_documents_into_one_per_statement_does_not_matter() => Each((one, _) =>
        Assert.Equal(Decide(one), Decide(Rewrite(one, texts => [.. texts.SelectMany(Split)]))));

    [Fact]
    public void Saying_everything_twice_does_not_matter() => Each((one, _) => Assert.Equal(Decide(one), Decide(Rewrite(one, texts => [.. texts, .. texts]))));

    [Fact]
    public void Splitting_a_statement_by_its_actions_does_not_matter() => Each((one, _) =>
        Assert.Equal(Decide(one), Decide(Rewrite(one, texts => [.. texts.SelectMany(Split).SelectMany(ByAction)]))));

    [Fact]
    public void Wildcards_that_say_the_same_agree() => Each((one, _) =>
    {
        Assert.Equal(Decide(one), Decide(Rewrite(one, texts => [.. texts.Select(text => Patterns(text, pattern => pattern.Replace("*", "**", StringComparison.Ordinal)))])));
        Assert.Equal(Decide(one), Decide(Rewrite(one, texts => [.. texts.Select(text => Patterns(text, pattern => pattern.Replace("*?", "?*", StringComparison.Ordinal)))])));
    });

    private static void Each(Action<ReferenceCase, CaseGenerator> check)
    {
        for (var seed = 0; seed < Cases; seed++)
        {
            var generator = new CaseGenerator(seed);
            check(generator.Draw(), generator);
        }
    }

    private static Decision Decide(ReferenceCase one) => Evaluator.Decide(CaseFeeding.Request(one), CaseFeeding.Policies(one));

    private static ReferenceCase Rewrite(ReferenceCase one, Func<List<string>, List<string>> rewrite) => one with
    {
        Identity = one.Identity is null ? null : rewrite(one.Identity),
        Boundary = one.Boundary is null ? null : rewrite(one.Boundary),
        Session = one.Session is null ? null : rewrite(one.Session),
        OfResource = one.OfResource is null ? null : rewrite(one.OfResource),
        Endpoint = one.Endpoint is null ? null : rewrite(one.Endpoint),
        ServiceControl = one.ServiceControl?.Select(rewrite).ToList(),
        ResourceControl = one.ResourceControl?.Select(rewrite).ToList(),
    };

    private static string Reversed(string text) => Change(text, statements => [With(statements.Reverse())]).Single();

    private static IEnumerable<string> Split(string text) => Change(text, statements => [.. statements.Select(one => With([one]))]);

    private static IEnumerable<string> ByAction(string text) => Change(text, statements => statements[0]["Action"] is JsonArray actions
        ? [.. actions.Select(action =>
        {
            var copy = statements[0].DeepClone().AsObject();
            copy["Action"] = action!.DeepClone();
            return With([copy]);
        })]
        : [With(statements)]);

    // Only behind an action's service and an ARN's account, where any text may stand. A variable may hold an asterisk that stands for itself.
    private static string Patterns(string text, Func<string, string> rewrite) => Change(text, statements =>
    {
        foreach (var statement in statements)
        {
            foreach (var element in (string[])["Action", "NotAction", "Resource", "NotResource"])
            {
                statement[element] = statement[element] switch
                {
                    JsonArray list => new JsonArray([.. list.Select(pattern => (JsonNode)Rewritten(pattern!))]),
                    { } single => Rewritten(single),
                    null => null,
                };
                if (statement[element] is null)
                {
                    statement.AsObject().Remove(element);
                }
            }
        }

        return [With(statements)];

        string Rewritten(JsonNode pattern)
        {
            var parts = pattern.GetValue<string>().Split(':', pattern.GetValue<string>().StartsWith("arn:", StringComparison.Ordinal) ? 6 : 2);
            return parts.Length is 6 or 2 && !parts[^1].Contains("${", StringComparison.Ordinal) ? string.Join(':', [.. parts[..^1], rewrite(parts[^1])]) : pattern.GetValue<string>();
        }
    }).Single();

    private static JsonArray With(IEnumerable<JsonNode> statements) => new([.. statements.Select(one => one.DeepClone())]);

    private static IEnumerable<string> Change(string text, Func<JsonNode[], JsonArray[]> change)
    {
        if (text == "unreadable")
        {
            return [text];
        }

        var document = JsonNode.Parse(text)!.AsObject();
        var statements = document["Statement"] is JsonArray list ? list.Select(one => one!).ToArray() : [document["Statement"]!];
        return [.. change(statements).Select(changed =>
        {
            var copy = document.DeepClone().AsObject();
            copy["Statement"] = changed;
            return copy.ToJsonString();
        })];
    }
}
