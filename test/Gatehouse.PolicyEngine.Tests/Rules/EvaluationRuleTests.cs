using Gatehouse.PolicyEngine.Tests.Reference;

namespace Gatehouse.PolicyEngine.Tests.Rules;

/// <summary>Rules of evaluation that no other test is about.</summary>
public sealed class EvaluationRuleTests
{
    private const string A = "111122223333";
    private const string B = "444455556666";
    private const string Full = """{"Effect":"Allow","Action":"*","Resource":"*"}""";
    private const string Ec2 = """{"Effect":"Allow","Action":"ec2:*","Resource":"*"}""";
    private static readonly Principal Ana = Principal.User($"arn:aws:iam::{A}:user/ana");
    private static readonly Principal App = Principal.AssumedRole($"arn:aws:sts::{A}:assumed-role/app/s1", $"arn:aws:iam::{A}:role/app");
    private static readonly AuthorizationRequest Get = new() { Principal = Ana, Action = "s3:GetObject", Resource = "arn:aws:s3:::bkt/a", ResourceAccount = A };

    [Fact]
    public void Same_inputs_give_the_same_answer_on_every_thread_PE_1()
    {
        for (var seed = 0; seed < 300; seed++)
        {
            var one = new CaseGenerator(seed).Draw();
            var policies = CaseFeeding.Policies(one);
            var first = Evaluator.Decide(CaseFeeding.Request(one), policies);

            Assert.All(Enumerable.Range(0, 4).AsParallel().Select(_ => Evaluator.Decide(CaseFeeding.Request(one), policies)).ToArray(), again => Assert.Equal(first, again));
        }
    }

    [Fact]
    public void Every_statement_is_looked_at_and_all_denies_are_named_PE_2()
    {
        var explanation = Evaluator.Explain(Get, new()
        {
            Identity = Set($$"""[{{Full}},{"Sid":"one","Effect":"Deny","Action":"s3:*","Resource":"*"},{"Sid":"two","Effect":"Deny","Action":"*","Resource":"*"}]"""),
            Boundary = Set("""{"Sid":"three","Effect":"Deny","Action":"*","Resource":"*"}"""),
        });

        Assert.Equal(["one", "two", "three"], explanation.Matched.Select(match => match.Statement.Sid));
        Assert.Equal(4, explanation.Trace.Count);
    }

    [Fact]
    public void Key_that_is_not_known_is_absent_and_not_empty_PE_4_PE_6()
    {
        var policies = new PolicyInputs { Identity = Set("""{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"StringEquals":{"aws:SourceVpc":""}}}""") };

        Assert.False(Evaluator.Decide(Get, policies).Allowed);
        Assert.False(Evaluator.Decide(Get with { Context = new RequestContext().Set("aws:SourceVpc", Array.Empty<string>()) }, policies).Allowed);
        Assert.True(Evaluator.Decide(Get with { Context = new RequestContext().Set("aws:SourceVpc", "") }, policies).Allowed);
    }

    [Theory]
    [InlineData("s3:PutObject", "arn:aws:s3:::bkt/a", "user/ana", "x", false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::bkt/b", "user/ana", "x", false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::bkt/a", "user/bo", "x", false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::bkt/a", "user/ana", "y", false)]
    [InlineData("s3:GetObject", "arn:aws:s3:::bkt/a", "user/ana", "x", true)]
    public void Statement_applies_when_all_its_parts_hold_PE_17(string action, string resource, string user, string value, bool applies)
    {
        var statement = $$$$"""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{{{A}}}}:user/ana"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::bkt/a","Condition":{"StringEquals":{"k:v":"x"}}}""";
        var request = Get with { Principal = Principal.User($"arn:aws:iam::{A}:{user}"), Action = action, Resource = resource, Context = new RequestContext().Set("k:v", value) };

        Assert.Equal(applies, Evaluator.Decide(request, new() { Resource = Set(statement) }).Allowed);
    }

    [Fact]
    public void Every_level_of_control_policies_must_allow_PE_30_PE_31()
    {
        var policies = new PolicyInputs { Identity = Set(Full) };
        PolicyLevel[] fine = [new("r", Set(Full)), new("ou", Set($"[{Ec2},{Full}]"))];
        PolicyLevel[] gap = [new("r", Set(Full)), new("ou", Set(Ec2)), new("a", Set(Full))];
        PolicyLevel[] everyone = [new("r", Set("""{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"}"""))];
        PolicyLevel[] bare = [.. everyone, new("ou", PolicySet.Empty)];

        Assert.True(Evaluator.Decide(Get, policies with { ServiceControl = fine, ResourceControl = everyone }).Allowed);
        Assert.Equal(new(DecisionOutcome.ImplicitDeny, PolicyLayer.ServiceControl), Evaluator.Decide(Get, policies with { ServiceControl = gap }));
        Assert.Equal(new(DecisionOutcome.ImplicitDeny, PolicyLayer.ResourceControl), Evaluator.Decide(Get, policies with { ServiceControl = gap, ResourceControl = bare }));
    }

    [Fact]
    public void All_layers_are_in_the_record_and_the_first_that_fails_decides_PE_33_PE_68()
    {
        var explanation = Evaluator.Explain(Get with { ResourceAccount = B }, new()
        {
            Identity = Set(Full), Boundary = Set(Ec2), Resource = Set($$$"""{"Effect":"Allow","Principal":{"AWS":"{{{A}}}"},"Action":"*","Resource":"*"}"""), ServiceControl = [new("r", Set(Ec2))],
        });

        Assert.Equal(PolicyLayer.ServiceControl, explanation.Decision.Layer);
        Assert.True(explanation.CrossAccount);
        Assert.Equal(
            [(PolicyLayer.Identity, true), (PolicyLayer.Boundary, false), (PolicyLayer.Resource, true), (PolicyLayer.ServiceControl, false)],
            explanation.Layers.Select(layer => (layer.Layer, layer.Outcome == DecisionOutcome.Allowed)).OrderBy(layer => Array.IndexOf(
                [PolicyLayer.Identity, PolicyLayer.Boundary, PolicyLayer.Resource, PolicyLayer.ServiceControl], layer.Layer)));
    }

    [Fact]
    public void Forwarded_request_is_that_of_the_original_caller_under_all_its_policies_PE_39_PE_66()
    {
        var forwarded = Get with { Context = new RequestContext().Set("aws:ViaAWSService", "true").Set("aws:CalledVia", new[] { "athena.amazonaws.com" }).Set("aws:CalledViaLast", "athena.amazonaws.com") };
        var identity = Set("""{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"ForAnyValue:StringEquals":{"aws:CalledVia":"athena.amazonaws.com"}}}""");

        Assert.True(Evaluator.Decide(forwarded, new() { Identity = identity }).Allowed);
        Assert.False(Evaluator.Decide(Get, new() { Identity = identity }).Allowed);
        Assert.Equal(PolicyLayer.ServiceControl, Evaluator.Decide(forwarded, new() { Identity = identity, ServiceControl = [new("r", Set(Ec2))] }).Layer);
        Assert.Equal(PolicyLayer.Boundary, Evaluator.Decide(forwarded, new() { Identity = identity, Boundary = Set(Ec2) }).Layer);
    }

    [Theory]
    [InlineData("sts:AssumeRole", "arn:aws:iam::111122223333:role/app")] // [PE-44]
    [InlineData("s3:ListAllMyBuckets", "*")] // [PE-45]
    public void Resource_control_policy_names_everyone_and_binds_every_caller_PE_42(string action, string resource)
    {
        PolicyLevel[] control = [new("r", Set($$$"""[{"Effect":"Allow","Principal":"*","Action":"*","Resource":"*"},{"Effect":"Deny","Principal":"*","Action":"{{{action}}}","Resource":"*"}]"""))];
        Principal[] callers = [Ana, App, Principal.Root(A), Principal.Service("ec2.amazonaws.com"), Principal.IdentityProvider("accounts.google.com"), Principal.Anonymous, Principal.User($"arn:aws:iam::{B}:user/bo")];

        Assert.All(callers, caller => Assert.Equal(
            new(DecisionOutcome.ExplicitDeny, PolicyLayer.ResourceControl),
            Evaluator.Decide(new() { Principal = caller, Action = action, Resource = resource }, new() { Identity = Set(Full), ResourceControl = control })));
    }

    [Theory] // PE-51, table D: everything else is silent
    [InlineData("user", $"arn:aws:iam::{A}:user/ana", true)]
    [InlineData("user", A, false)]
    [InlineData("role", $"arn:aws:iam::{A}:role/app", true)]
    [InlineData("role capped", $"arn:aws:iam::{A}:role/app", false)]
    [InlineData("role capped", $"arn:aws:sts::{A}:assumed-role/app/s1", true)]
    [InlineData("federated", $"arn:aws:iam::{A}:user/ana", false)]
    [InlineData("federated", $"arn:aws:sts::{A}:federated-user/carol", true)]
    [InlineData("root", A, true)]
    [InlineData("root", $"arn:aws:iam::{A}:root", true)]
    [InlineData("user", "*", true)]
    [InlineData("role capped", "*", true)]
    [InlineData("federated", "*", true)]
    public void Grant_of_the_resource_alone_suffices_by_whom_it_names_PE_51(string caller, string named, bool allowed)
    {
        var capped = caller.EndsWith("capped", StringComparison.Ordinal);
        Principal who = caller[0] switch { 'u' => Ana, 'f' => Principal.FederatedUser($"arn:aws:sts::{A}:federated-user/carol", Ana.Arn), _ => caller == "root" ? Principal.Root(A) : App };
        var policies = new PolicyInputs
        {
            Identity = PolicySet.Empty, Boundary = capped ? Set(Ec2) : null, Session = capped ? Set(Ec2) : null,
            Resource = Set($$$"""{"Effect":"Allow","Principal":{"AWS":"{{{named}}}"},"Action":"*","Resource":"*"}"""),
        };

        Assert.Equal(allowed, Evaluator.Decide(Get with { Principal = who }, policies).Allowed);
    }

    [Fact]
    public void Service_may_insist_on_a_policy_of_the_resource_PE_58()
    {
        var request = Get with { ResourcePolicyRequired = true };
        var policies = new PolicyInputs { Identity = Set(Full) };

        Assert.Equal(new(DecisionOutcome.ImplicitDeny, PolicyLayer.Resource), Evaluator.Decide(request, policies));
        Assert.True(Evaluator.Decide(request, policies with { Resource = Set($$$"""{"Effect":"Allow","Principal":{"AWS":"{{{A}}}"},"Action":"*","Resource":"*"}""") }).Allowed);
    }

    [Theory]
    [InlineData("identity")]
    [InlineData("resource")]
    public void Across_accounts_a_deny_on_either_side_is_final_PE_61(string side)
    {
        var allow = $$$"""{"Effect":"Allow","Principal":{"AWS":"{{{A}}}"},"Action":"*","Resource":"*"}""";
        var policies = side == "identity"
            ? new PolicyInputs { Identity = Set($$"""[{{Full}},{"Effect":"Deny","Action":"s3:*","Resource":"*"}]"""), Resource = Set(allow) }
            : new() { Identity = Set(Full), Resource = Set($$"""[{{allow}},{"Effect":"Deny","Principal":"*","Action":"s3:*","Resource":"*"}]""") };

        Assert.Equal(DecisionOutcome.ExplicitDeny, Evaluator.Decide(Get with { ResourceAccount = B }, policies).Outcome);
    }

    [Fact]
    public void Service_that_uses_a_role_is_an_ordinary_session_of_it_PE_50_PE_67()
    {
        var request = Get with { Principal = App, Context = new RequestContext().Set("aws:ViaAWSService", "false") };

        Assert.True(Evaluator.Decide(request, new() { Identity = Set("""{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:ViaAWSService":"false"}}}""") }).Allowed);
        Assert.False(Evaluator.Decide(request, new() { Identity = PolicySet.Empty }).Allowed);
    }

    [Theory]
    [InlineData(A, true, false, true)] // [PE-69]: named in its own account, no identity policy is needed
    [InlineData(B, true, false, false)] // [PE-69]: across accounts both sides must allow
    [InlineData(B, true, true, true)]
    [InlineData(B, false, true, false)]
    public void Assuming_a_role_asks_the_trust_policy_by_the_relation_of_the_accounts(string owner, bool trusted, bool identity, bool allowed) => Assert.Equal(allowed, Evaluator.Decide(
        new() { Principal = Ana, Action = "sts:AssumeRole", Resource = $"arn:aws:iam::{owner}:role/app" },
        new()
        {
            Identity = identity ? Set(Full) : PolicySet.Empty, ResourceIsTrust = true,
            Resource = Set($$$"""{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::{{{A}}}:user/{{{(trusted ? "ana" : "bo")}}}"},"Action":"sts:AssumeRole"}"""),
        }).Allowed);

    [Fact]
    public void Services_and_providers_are_let_in_by_the_trust_policy_alone_PE_74_PE_75_PE_76()
    {
        var trust = Set("""[{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"},{"Effect":"Allow","Principal":{"Federated":"arn:aws:iam::111122223333:saml-provider/p"},"Action":"sts:AssumeRoleWithSAML"}]""");
        bool Ask(Principal caller, string action) => Evaluator.Decide(
            new() { Principal = caller, Action = action, Resource = $"arn:aws:iam::{A}:role/app" }, new() { Identity = Set(Full), Resource = trust, ResourceIsTrust = true }).Allowed;

        Assert.True(Ask(Principal.Service("ec2.amazonaws.com"), "sts:AssumeRole"));
        Assert.False(Ask(Principal.Service("lambda.amazonaws.com"), "sts:AssumeRole"));
        Assert.True(Ask(Principal.IdentityProvider($"arn:aws:iam::{A}:saml-provider/p"), "sts:AssumeRoleWithSAML"));
        Assert.False(Ask(Principal.IdentityProvider($"arn:aws:iam::{A}:saml-provider/q"), "sts:AssumeRoleWithSAML"));
        Assert.False(Ask(Principal.IdentityProvider($"arn:aws:iam::{A}:saml-provider/p"), "sts:TagSession"));
    }

    [Fact]
    public void Revoking_sessions_is_a_deny_by_their_time_of_issue_PE_80()
    {
        var policies = new PolicyInputs { Identity = Set($$$$"""[{{{{Full}}}},{"Effect":"Deny","Action":"*","Resource":"*","Condition":{"DateLessThan":{"aws:TokenIssueTime":"2026-01-15T12:00:00Z"}}}]""") };
        Decision Ask(string issued) => Evaluator.Decide(Get with { Principal = App, Context = new RequestContext().Set("aws:TokenIssueTime", issued) }, policies);

        Assert.Equal(DecisionOutcome.ExplicitDeny, Ask("2026-01-15T11:59:59Z").Outcome);
        Assert.True(Ask("2026-01-15T12:00:00Z").Allowed);
        Assert.True(Evaluator.Decide(Get, policies).Allowed);
    }

    [Fact]
    public void Simulator_asks_once_for_an_action_and_a_resource_and_of_no_session_PE_103_PE_114()
    {
        var results = PolicySimulation.Run(new() { PolicyTexts = [$$"""{"Version":"2012-10-17","Statement":{{Full}}}"""], Actions = ["s3:A", "s3:B"], Resources = ["arn:aws:s3:::a", "arn:aws:s3:::b", "arn:aws:s3:::c"] });

        Assert.Equal([3, 3], results.Select(result => result.Resources!.Count));
        Assert.Throws<SimulationException>(() => PolicySimulation.Run(new() { PolicyTexts = [], CallerArn = App.Arn, Actions = ["s3:A"] }));
    }

    [Fact]
    public void Implicit_denial_of_a_service_control_policy_is_called_that_and_no_layer_speaks_through_another_PE_92_PE_99()
    {
        var sentence = AccessDeniedMessage.For(Get, new() { Identity = Set(Full), ServiceControl = [new("r", Set(Ec2))] });

        Assert.EndsWith("because no service control policy allows the s3:GetObject action", sentence, StringComparison.Ordinal);
        Assert.DoesNotContain("transitively", AccessDeniedMessage.For(Get, new() { Identity = Set(Full), Endpoint = Set("""{"Effect":"Deny","Principal":"*","Action":"*","Resource":"*"}""") }), StringComparison.Ordinal);
    }

    private static PolicySet Set(string statements) => PolicySet.Compile([new("p", null, PolicyDocument.Parse($$"""{"Version":"2012-10-17","Statement":{{statements}}}""").Document!)]);
}
