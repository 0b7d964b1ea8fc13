using System.Text.Json.Nodes;

namespace Gatehouse.PolicyEngine.Tests.Explanations;

public sealed class ExplanationTests
{
    private const string A = "111122223333";
    private static readonly Principal Ana = Principal.User($"arn:aws:iam::{A}:user/team/ana");
    private static readonly AuthorizationRequest Get = new() { Principal = Ana, Action = "s3:GetObject", Resource = "arn:aws:s3:::bkt/a.txt" };

    [Theory]
    [InlineData("", "because no identity-based policy allows the s3:GetObject action")] // PE-90
    [InlineData("id=deny", "with an explicit deny in an identity-based policy: arn:p/id")]
    [InlineData("id=allow pb=none", "because no permissions boundary allows the s3:GetObject action")]
    [InlineData("id=allow pb=deny", "with an explicit deny in a permissions boundary: arn:p/pb")]
    [InlineData("id=allow sp=none", "because no session policy allows the s3:GetObject action")]
    [InlineData("id=allow sp=deny", "with an explicit deny in a session policy: arn:p/sp")]
    [InlineData("id=allow rp=deny", "with an explicit deny in a resource-based policy")] // PE-93
    [InlineData("id=allow scp=none", "because no service control policy allows the s3:GetObject action")]
    [InlineData("id=allow scp=deny", "with an explicit deny in a service control policy: arn:p/scp")]
    [InlineData("id=allow rcp=none", "because no resource control policy allows the s3:GetObject action")]
    [InlineData("id=allow rcp=deny", "with an explicit deny in a resource control policy: arn:p/rcp")]
    [InlineData("id=allow ep=none", "because no VPC endpoint policy allows the s3:GetObject action")]
    [InlineData("id=allow ep=deny", "with an explicit deny in a VPC endpoint policy")]
    [InlineData("id=deny scp=deny rcp=deny ep=deny pb=deny sp=deny rp=deny", "with an explicit deny in a service control policy: arn:p/scp")] // PE-91
    [InlineData("id=deny rcp=deny ep=deny pb=deny sp=deny rp=deny", "with an explicit deny in a resource control policy: arn:p/rcp")]
    [InlineData("id=deny ep=deny pb=deny sp=deny rp=deny", "with an explicit deny in a VPC endpoint policy")]
    [InlineData("id=deny pb=deny sp=deny rp=deny", "with an explicit deny in an identity-based policy: arn:p/id")]
    [InlineData("pb=deny sp=deny rp=deny", "with an explicit deny in a resource-based policy")]
    [InlineData("pb=deny sp=deny", "with an explicit deny in a permissions boundary: arn:p/pb")]
    [InlineData("scp=none rcp=none ep=none pb=none", "because no resource control policy allows the s3:GetObject action")]
    [InlineData("scp=none ep=none pb=none", "because no service control policy allows the s3:GetObject action")]
    [InlineData("pb=none sp=none", "because no identity-based policy allows the s3:GetObject action")]
    public void Denial_names_the_layer_as_AWS_does(string layers, string ending)
    {
        var policies = Policies(layers);

        var expected = $"User: arn:aws:iam::{A}:user/team/ana is not authorized to perform: s3:GetObject on resource: arn:aws:s3:::bkt/a.txt {ending}";
        Assert.Equal(expected, AccessDeniedMessage.For(Get, policies));
        Assert.Equal(Evaluator.Decide(Get, policies), Evaluator.Explain(Get, policies).Decision);
    }

    [Fact]
    public void Denial_of_the_trust_policy_names_it()
    {
        var request = Get with { Action = "sts:AssumeRole", Resource = $"arn:aws:iam::{A}:role/app" };
        var trust = Policies("id=allow rp=none") with { ResourceIsTrust = true };

        Assert.EndsWith("because no role trust policy allows the sts:AssumeRole action", AccessDeniedMessage.For(request, trust), StringComparison.Ordinal);
        Assert.EndsWith("with an explicit deny in the role trust policy", AccessDeniedMessage.For(request, Policies("id=allow rp=deny") with { ResourceIsTrust = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Resource_is_printed_as_the_service_prints_it_PE_95_PE_96_PE_97()
    {
        var explanation = Evaluator.Explain(Get with { Action = "iam:GetUser", Resource = $"arn:aws:iam::{A}:user/bo" }, new());

        Assert.Equal($"User: arn:aws:iam::{A}:user/team/ana is not authorized to perform: iam:GetUser on resource: user bo because no identity-based policy allows the iam:GetUser action", explanation.Sentence(new() { Resource = "user bo" }));
        Assert.Contains("iam:GetUser because", explanation.Sentence(new() { OmitResource = true }), StringComparison.Ordinal);
        Assert.Contains($"\"arn:aws:iam::{A}:user/bo\"", explanation.Sentence(new() { QuoteResource = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_of_another_account_is_not_named_PE_93()
    {
        var request = Get with { ResourceAccount = "444455556666" };
        var policies = Policies("id=allow rp=allow rcp=deny");

        Assert.EndsWith("a resource control policy", AccessDeniedMessage.For(request, policies), StringComparison.Ordinal);
        Assert.EndsWith(": arn:p/rcp", AccessDeniedMessage.For(request, policies, new() { SameOrganization = true }), StringComparison.Ordinal);
        Assert.EndsWith("a resource control policy", AccessDeniedMessage.For(request, policies, new() { SameOrganization = true, HidePolicyArn = true }), StringComparison.Ordinal);
    }

    [Fact]
    public void Policy_that_is_missing_is_the_reason_PE_3()
    {
        var policies = Policies("id=allow") with { Session = PolicySet.Compile([new("gone", "arn:p/gone", null)]) };

        Assert.EndsWith(" because a policy that applies is missing or cannot be read", AccessDeniedMessage.For(Get, policies), StringComparison.Ordinal);
        Assert.Equal("arn:p/gone", Assert.Single(Evaluator.Explain(Get, policies).Unreadable).Arn);
    }

    [Fact]
    public void Strangers_learn_nothing_PE_77_PE_94()
    {
        Assert.Equal("Access Denied", AccessDeniedMessage.For(Get with { Principal = Principal.Anonymous }, new()));
        Assert.Equal("Not authorized to perform sts:AssumeRoleWithSAML", AccessDeniedMessage.For(Get with { Principal = Principal.IdentityProvider("x"), Action = "sts:AssumeRoleWithSAML" }, new()));
    }

    [Fact]
    public void Allowed_request_names_every_allow_and_denied_one_only_the_denies_PE_87()
    {
        Assert.Equal(["id", "pb"], Names(Policies("id=allow pb=allow")));
        Assert.Equal(["id", "rp"], Names(Policies("id=deny pb=allow rp=deny")));
        Assert.Empty(Names(Policies("id=allow pb=none")));

        static IEnumerable<string> Names(PolicyInputs policies) => Evaluator.Explain(Get, policies).Matched.Select(match => match.Policy.Name);
    }

    [Fact]
    public void Layers_that_took_a_grant_away_are_named_PE_87()
    {
        Assert.Equal([PolicyLayer.ServiceControl, PolicyLayer.Boundary], Evaluator.Explain(Get, Policies("id=allow pb=none scp=none")).BlockedBy);
        Assert.Equal([PolicyLayer.Identity, PolicyLayer.Boundary], Evaluator.Explain(Get, Policies("id=deny pb=deny rp=allow")).BlockedBy);
        Assert.Empty(Evaluator.Explain(Get, Policies("pb=none")).BlockedBy);
    }

    [Fact]
    public void Each_layer_says_what_it_alone_answers()
    {
        var layers = Evaluator.Explain(Get, Policies("id=allow pb=none rp=allow scp=deny")).Layers;

        Assert.Equal(
            [
                new(PolicyLayer.Identity, null, DecisionOutcome.Allowed, GrantStrength.None), new(PolicyLayer.Boundary, null, DecisionOutcome.ImplicitDeny, GrantStrength.None),
                new(PolicyLayer.Resource, null, DecisionOutcome.Allowed, GrantStrength.Direct), new(PolicyLayer.ServiceControl, "o-root", DecisionOutcome.ExplicitDeny, GrantStrength.None),
            ],
            layers);
    }

    [Fact]
    public void Missing_keys_are_those_of_relevant_statements_PE_89()
    {
        var policies = new PolicyInputs
        {
            Identity = Set("id", """
                {"Version":"2012-10-17","Statement":[
                  {"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::bkt/${aws:PrincipalTag/x}/${aws:PrincipalTag/y, 'd'}","Condition":{"Null":{"k:null":"true"},"BoolIfExists":{"K:Exists":"true"}}},
                  {"Effect":"Allow","Action":"ec2:*","Resource":"*","Condition":{"Null":{"k:otherAction":"true"}}},
                  {"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::other","Condition":{"Null":{"k:otherResource":"true"}}},
                  {"Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"StringEquals":{"aws:username":"${AWS:principaltag/X}","k:v":"${k:late}"}}}]}
                """),
        };

        var explanation = Evaluator.Explain(Get with { Context = new RequestContext().Set("aws:username", "ana") }, policies);

        Assert.Equal(["aws:PrincipalTag/x", "k:null", "K:Exists", "k:v", "k:late"], explanation.MissingContext);
    }

    [Fact]
    public void Trace_shows_values_wanted_and_seen_and_hides_what_is_sensitive()
    {
        var policies = new PolicyInputs { Identity = Set("id", """{"Version":"2012-10-17","Statement":{"Sid":"Mine","Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringLike":{"k:secret":"${aws:username}-*"}}}}""") };
        var explanation = Evaluator.Explain(Get with { Context = new RequestContext().Set("aws:username", "ana").Set("k:secret", "bo-1") }, policies);

        var test = Assert.Single(Assert.Single(explanation.Trace).Conditions);
        Assert.Equal(("ana-*", "bo-1", false), (test.Wanted[0], test.Seen[0], test.Holds));
        Assert.Contains("fails: StringLike k:secret [ana-*], request has: bo-1", explanation.ToText(), StringComparison.Ordinal);
        Assert.DoesNotContain("bo-1", explanation.ToText(key => key == "k:secret") + explanation.ToJson(key => key == "k:secret"), StringComparison.Ordinal);
    }

    [Fact]
    public void Explanation_is_one_object_for_programs()
    {
        var json = JsonNode.Parse(Evaluator.Explain(Get, Policies("id=allow pb=deny")).ToJson())!;

        Assert.Equal("explicitDeny", (string)json["decision"]!);
        Assert.Equal("boundary", (string)json["decidedBy"]!);
        Assert.Equal("pb", (string)json["matched"]![0]!["policy"]!);
        Assert.Equal(15, (int)json["matched"]![0]!["start"]!["column"]!);
    }

    [Fact]
    public void Encoded_message_has_the_form_AWS_shows_PE_100()
    {
        var policies = new PolicyInputs { Identity = Set("id", """{"Statement":{"Sid":"No","Effect":"Deny","Action":"s3:*","Resource":"*","Condition":{"Bool":{"k":"true"}}}}""") };
        var context = new RequestContext().Set("aws:userid", "AIDA").Set("aws:username", "ana").Set("k", "true");

        var message = AuthorizationMessage.Write(Evaluator.Explain(Get with { Context = context }, policies));

        Assert.Equal(
            """{"allowed":false,"explicitDeny":true,"matchedStatements":{"items":[{"statementId":"No","effect":"DENY","principals":{"items":[]},"principalGroups":{"items":[]},"actions":{"items":[{"value":"s3:*"}]},"resources":{"items":[{"value":"*"}]},"conditions":{"items":[{"key":"k","values":{"items":[{"value":"true"}]}}]}}]},"failures":{"items":[]},"context":{"principal":{"id":"AIDA","name":"ana","arn":"arn:aws:iam::111122223333:user/team/ana"},"action":"s3:GetObject","resource":"arn:aws:s3:::bkt/a.txt","conditions":{"items":[{"key":"aws:userid","values":{"items":[{"value":"AIDA"}]}},{"key":"aws:username","values":{"items":[{"value":"ana"}]}},{"key":"k","values":{"items":[{"value":"true"}]}}]}}}""",
            message);
    }

    // "id=allow pb=none": each layer is one policy that allows, denies, or speaks of something else.
    private static PolicyInputs Policies(string layers)
    {
        var set = layers.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(layer => layer.Split('=')).ToDictionary(pair => pair[0], pair => Policy(pair[0], pair[1]));
        return new()
        {
            Identity = set.GetValueOrDefault("id"),
            Boundary = set.GetValueOrDefault("pb"),
            Session = set.GetValueOrDefault("sp"),
            Resource = set.GetValueOrDefault("rp"),
            Endpoint = set.GetValueOrDefault("ep"),
            ServiceControl = set.TryGetValue("scp", out var scp) ? [new("o-root", scp)] : null,
            ResourceControl = set.TryGetValue("rcp", out var rcp) ? [new("o-root", rcp)] : null,
        };
    }

    private static PolicySet Policy(string layer, string what)
    {
        var principal = layer is "rp" or "rcp" or "ep" ? "\"Principal\":\"*\"," : "";
        var action = what == "none" ? "none:*" : "*";
        return Set(layer, $$$"""{"Statement":{{{{principal}}}"Effect":"{{{(what == "deny" ? "Deny" : "Allow")}}}","Action":"{{{action}}}","Resource":"*"}}""");
    }

    private static PolicySet Set(string name, string text) => PolicySet.Compile([AttachedPolicy.Read(name, $"arn:p/{name}", text)]);
}
