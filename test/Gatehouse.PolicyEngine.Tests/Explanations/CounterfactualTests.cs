using System.Text.Json.Nodes;
using Gatehouse.PolicyEngine.Tests.Reference;

namespace Gatehouse.PolicyEngine.Tests.Explanations;

public sealed class CounterfactualTests
{
    private const string A = "111122223333";
    private const string All = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string None = """{"Effect":"Allow","Action":"none:*","Resource":"*"}""";
    private const string AllDenied = """{"Sid":"No","Effect":"Deny","Action":"*","Resource":"*"}""";
    private static readonly AuthorizationRequest Get = new()
    {
        Principal = Principal.User($"arn:aws:iam::{A}:user/ana"),
        Action = "s3:GetObject",
        Resource = "arn:aws:s3:::bkt/a.txt",
        Context = new RequestContext().Set("aws:PrincipalArn", $"arn:aws:iam::{A}:user/ana").Set("aws:username", "ana").Freeze(),
    };

    [Fact]
    public void Statement_that_is_missing_is_offered_for_its_layer() =>
        Assert.Equal(
            ["""add to identity: {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::bkt/a.txt"}"""],
            Texts(Get, new() { Identity = Set("id", None) }));

    [Fact]
    public void Every_layer_that_fails_gets_what_it_lacks()
    {
        var policies = new PolicyInputs
        {
            Identity = Set("id", None),
            Boundary = Set("pb", None),
            Session = Set("sp", None),
            Endpoint = Set("ep", None.Replace("{", """{"Principal":"*",""", StringComparison.Ordinal)),
            ServiceControl = [new("r-1", Set("scp", All)), new("ou-1", Set("scp", None)), new(A, Set("scp", None))],
            ResourceControl = [new("r-1", Set("rcp", None.Replace("{", """{"Principal":"*",""", StringComparison.Ordinal)))],
        };

        var first = Counterfactuals.Find(Get, policies)[0];

        Assert.Equal(
            ["Boundary ", "Endpoint ", "Identity ", "ResourceControl r-1", $"ServiceControl {A}", "ServiceControl ou-1", "Session "],
            first.Changes.Select(change => $"{change.Layer} {change.Target}").Order(StringComparer.Ordinal));
        Assert.True(first.Decision.Allowed);
    }

    [Fact]
    public void Across_accounts_both_sides_get_a_statement()
    {
        var lines = Texts(Get with { ResourceAccount = "444455556666" }, new());

        Assert.Equal(
            [$$"""add to identity: {"Effect":"Allow","Action":"s3:GetObject","Resource":"arn:aws:s3:::bkt/a.txt"} + add to resource: {"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{A}}:user/ana"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::bkt/a.txt"}"""],
            lines);
    }

    [Fact]
    public void Within_an_account_the_policy_of_the_resource_may_name_the_caller_instead()
    {
        var lines = Texts(Get, new() { Resource = Set("rp", None.Replace("{", """{"Principal":"*",""", StringComparison.Ordinal)) });

        Assert.Contains(lines, line => line.StartsWith("add to identity", StringComparison.Ordinal));
        Assert.Contains(lines, line => line.StartsWith("add to resource", StringComparison.Ordinal));
    }

    [Fact]
    public void Statement_that_denies_is_narrowed_or_removed()
    {
        var lines = Texts(Get, new() { Identity = Set("id", All + "," + AllDenied) });

        Assert.StartsWith("narrow Deny No of id in identity", lines[0], StringComparison.Ordinal);
        Assert.EndsWith($$$"""by the condition {"ArnNotEquals":{"aws:PrincipalArn":"arn:aws:iam::{{{A}}}:user/ana"}}""", lines[0], StringComparison.Ordinal);
        Assert.StartsWith("remove Deny No of id in identity", lines[1], StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"StringEquals":{"aws:PrincipalTag/team":"blue"}}""", "tag the principal: team = blue (aws:PrincipalTag/team)")]
    [InlineData("""{"StringLike":{"aws:ResourceTag/env":"dev*"}}""", "tag the resource: env = dev (aws:ResourceTag/env)")]
    [InlineData("""{"StringEquals":{"aws:RequestTag/cost":"7"}}""", "send the tag: cost = 7 (aws:RequestTag/cost)")]
    [InlineData("""{"Bool":{"aws:MultiFactorAuthPresent":"true"}}""", "sign in with MFA: aws:MultiFactorAuthPresent = true")]
    [InlineData("""{"IpAddress":{"aws:SourceIp":"203.0.113.0/24"}}""", "request with aws:SourceIp = 203.0.113.0")]
    [InlineData("""{"NumericLessThan":{"aws:MultiFactorAuthAge":"300"}}""", "request with aws:MultiFactorAuthAge = 299")]
    [InlineData("""{"DateGreaterThan":{"aws:CurrentTime":"2030-01-01T00:00:00Z"}}""", "request with aws:CurrentTime = 2030-01-01T00:00:01Z")]
    [InlineData("""{"StringEquals":{"aws:RequestedRegion":"${aws:username}"}}""", "request with aws:RequestedRegion = ana")]
    public void Request_that_would_meet_the_condition_comes_first(string condition, string change) =>
        Assert.Equal(change, Texts(Get, new() { Identity = Set("id", All.Replace("}", $",\"Condition\":{condition}}}", StringComparison.Ordinal)) })[0]);

    [Fact]
    public void Tag_that_stands_in_the_resource_is_found() =>
        Assert.Equal(
            "tag the principal: bucket = bkt (aws:PrincipalTag/bucket)",
            Texts(Get, new() { Identity = Set("id", """{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::${aws:PrincipalTag/bucket}/*"}""") })[0]);

    [Fact]
    public void Several_conditions_are_met_together_and_none_of_the_changes_is_idle()
    {
        var policies = new PolicyInputs
        {
            Identity = Set("id", All + """,{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"BoolIfExists":{"aws:MultiFactorAuthPresent":"false"}}}"""),
            Boundary = Set("pb", """{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/a":"1","aws:PrincipalTag/b":"2"}}}"""),
        };
        var request = Get with { Context = new RequestContext().Set("aws:MultiFactorAuthPresent", "false") };

        Assert.Contains(
            "sign in with MFA: aws:MultiFactorAuthPresent = true + tag the principal: a = 1 (aws:PrincipalTag/a) + tag the principal: b = 2 (aws:PrincipalTag/b)", Texts(request, policies));
        Assert.Equal(2, Counterfactuals.Find(request, policies)[0].Changes.Count);
    }

    [Fact]
    public void Allowed_request_is_told_what_would_deny_it()
    {
        var lines = Texts(Get with { Context = new RequestContext().Set("aws:SecureTransport", "true") }, new()
        {
            Identity = Set("id", All + """,{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"false"}}}"""),
        });

        Assert.Equal("request with aws:SecureTransport = false", lines[0]);
        Assert.Contains(lines, line => line.StartsWith("remove Allow statement 1 of id", StringComparison.Ordinal));
        Assert.Contains("""add to identity: {"Effect":"Deny","Action":"s3:GetObject","Resource":"arn:aws:s3:::bkt/a.txt"}""", lines);
    }

    [Fact]
    public void Neither_the_caller_nor_the_partition_is_changed()
    {
        Assert.Empty(Texts(Get with { Resource = "arn:aws-cn:s3:::bkt/a.txt" }, new() { Identity = Set("id", All) }));
        Assert.DoesNotContain(
            Texts(Get, new() { Identity = Set("id", """{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:username":"bo"}}}""") }),
            line => line.Contains("bo", StringComparison.Ordinal));
    }

    [Fact]
    public void Sensitive_values_are_hidden_in_text_and_JSON()
    {
        var policies = new PolicyInputs { Identity = Set("id", """{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:PrincipalTag/token":"s3cr3t"}}}""") };
        var flips = Counterfactuals.Find(Get, policies);
        var explanation = Evaluator.Explain(Get, policies);

        Assert.Contains("s3cr3t", explanation.ToText(null, flips), StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", explanation.ToText(Sensitive, flips) + explanation.ToJson(Sensitive, flips), StringComparison.Ordinal);
        var first = JsonNode.Parse(explanation.ToJson(null, flips))!["counterfactuals"]![0]!;
        Assert.Equal(("allowed", "setContext", "aws:PrincipalTag/token"), ((string)first["decision"]!, (string)first["changes"]![0]!["change"]!, (string)first["changes"]![0]!["key"]!));

        static bool Sensitive(string key) => key == "aws:PrincipalTag/token";
    }

    [Fact]
    public void Work_is_bounded()
    {
        var many = string.Join(',', Enumerable.Range(0, 400).Select(number => $$$$"""{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"StringNotEquals":{"aws:PrincipalTag/{{{{number}}}}":"x"}}}"""));

        Assert.Empty(Counterfactuals.Find(Get, new() { Identity = Set("id", many) }, new() { MostEvaluations = 20 }));
        Assert.Empty(Counterfactuals.Find(Get, new() { Identity = Set("id", None) }, new() { MostEvaluations = 0 }));
    }

    [Fact]
    public void Whatever_is_asked_the_changes_offered_do_turn_the_decision_around()
    {
        var offered = 0;
        for (var i = 0; i < 300; i++)
        {
            var one = new CaseGenerator(i).Draw();
            var (request, policies) = (CaseFeeding.Request(one), CaseFeeding.Policies(one));
            var before = Evaluator.Decide(request, policies);
            var found = Counterfactuals.Find(request, policies, new() { MostEvaluations = 60, MostAnswers = 2 });
            Assert.All(found, one => Assert.NotEqual(before.Allowed, one.Decision.Allowed));
            Assert.All(found, one => Assert.NotEmpty(one.Changes));
            offered += found.Count;
        }

        Assert.True(offered > 100, $"{offered} offered");
    }

    private static string[] Texts(AuthorizationRequest request, PolicyInputs policies) =>
        [.. Counterfactuals.Find(request, policies).Select(one => string.Join(" + ", one.Changes.Select(change => change.ToText())))];

    private static PolicySet Set(string name, string statements) =>
        PolicySet.Compile([AttachedPolicy.Read(name, null, $$"""{"Version":"2012-10-17","Statement":[{{statements}}]}""")]);
}
