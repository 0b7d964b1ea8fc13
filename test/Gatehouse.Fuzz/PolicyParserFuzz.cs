using System.Text.Json;
using Gatehouse.PolicyEngine;

namespace Gatehouse.Fuzz;

/// <summary>The policy parser, the validator, and decisions on whatever they let through.</summary>
public sealed class PolicyParserFuzz
{
    private static readonly PolicyKind[] Kinds = Enum.GetValues<PolicyKind>();
    private static readonly AuthorizationRequest Request = new()
    {
        Principal = Principal.User("arn:aws:iam::111122223333:user/ana"),
        Action = "s3:GetObject",
        Resource = "arn:aws:s3:::bkt/a.txt",
        Context = new RequestContext().Set("aws:username", "ana").Set("aws:SecureTransport", "true").Set("aws:TagKeys", new[] { "a", "b" }).Freeze(),
    };

    [Fact]
    public void Whatever_the_text_it_is_read_or_refused_with_every_problem_in_its_place() => FuzzRun.OverCorpus("policies", 12_000, static text =>
    {
        var parse = PolicyDocument.Parse(text);
        Judge(parse, text);
        Assert.Equal(parse.Problems, PolicyDocument.Parse(text).Problems);
        if (parse.Document is { } document)
        {
            Read(document);
        }

        var kind = Kinds[text.Length % Kinds.Length];
        var judged = PolicyValidator.Validate(text, kind);
        Judge(judged, text);
        if (judged.Document is { } valid)
        {
            // What may be saved can be read again, and means the same.
            Assert.Empty(judged.Problems);
            var again = PolicyDocument.Parse(valid.Text);
            Assert.Equal(valid.Statements.Count, again.Document!.Statements.Count);
            Assert.Equal(Decide(valid), Decide(again.Document));
        }
        else
        {
            Assert.NotEmpty(judged.Problems);
            Assert.True(judged.Problems.Zip(judged.Problems.Skip(1)).All(static pair => pair.First.Stage <= pair.Second.Stage), "the stage that speaks first stands first");
        }
    });

    private static void Judge(PolicyParse parse, string text)
    {
        Assert.True(parse.Document is not null || parse.Problems.Count > 0);
        var lines = text.Split('\n');
        foreach (var problem in parse.Problems)
        {
            Assert.InRange(problem.Position.Line, 1, lines.Length);
            Assert.InRange(problem.Position.Column, 1, lines[problem.Position.Line - 1].Length + 1);
            Assert.InRange(problem.Stage, 1, 12);
            Assert.StartsWith("$", problem.Path, StringComparison.Ordinal);
            Assert.All((string[])[problem.Code, problem.WireText, problem.Found, problem.Allowed], static told => Assert.NotEmpty(told));
        }
    }

    private static void Read(PolicyDocument document)
    {
        // Our reader takes nothing for JSON that another one would not.
        using var json = JsonDocument.Parse(document.Text, new() { MaxDepth = 1_000 });
        Assert.Equal(JsonValueKind.Object, json.RootElement.ValueKind);
        Assert.InRange(document.Size, 0, document.Text.Length);
        Assert.All(document.Statements, statement => Assert.True((statement.Start.Line, statement.Start.Column).CompareTo((statement.End.Line, statement.End.Column)) < 0));
        Decide(document);
    }

    private static Decision Decide(PolicyDocument document)
    {
        var set = PolicySet.Compile([new("p", null, document)]);
        var policies = new PolicyInputs { Identity = set, Resource = set };
        var decision = Evaluator.Decide(Request, policies);
        var explanation = Evaluator.Explain(Request, policies);
        Assert.Equal(decision, explanation.Decision);
        JsonDocument.Parse(explanation.ToJson(null, Counterfactuals.Find(Request, policies, new() { MostEvaluations = 6 }))).Dispose();
        return decision;
    }
}
