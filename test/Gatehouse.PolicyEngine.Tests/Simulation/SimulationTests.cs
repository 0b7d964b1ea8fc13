namespace Gatehouse.PolicyEngine.Tests.Simulation;

public sealed class SimulationTests
{
    private const string A = "111122223333";
    private const string Ana = $"arn:aws:iam::{A}:user/ana";
    private const string Full = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""";
    private const string Ec2 = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ec2:*","Resource":"*"}}""";

    [Fact]
    public void Custom_simulation_without_resources_asks_for_a_star_PE_107_PE_118()
    {
        var result = Assert.Single(Run(new() { PolicyTexts = [Ec2, Full], Actions = ["S3:getObject"] }));

        Assert.Equal(("S3:getObject", "*", DecisionOutcome.Allowed), (result.Action, result.Resource, result.Outcome));
        Assert.Equal([new SimulatedStatement("PolicyInputList.2", "IAM Policy", new(1, 38), new(1, 83))], result.Matched);
        Assert.Equal((null, null, null, null), (result.Details, result.Resources, result.AllowedByBoundary, result.AllowedByOrganizations));
    }

    [Fact]
    public void Several_resources_are_answered_one_by_one_and_summed_up_PE_117_PE_119()
    {
        var text = """{"Version":"2012-10-17","Statement":[{"Effect":"Allow","Action":"s3:*","Resource":"arn:aws:s3:::a"},{"Effect":"Deny","Action":"s3:Put*","Resource":"arn:aws:s3:::b"}]}""";

        var results = Run(new() { PolicyTexts = [text], Actions = ["s3:Put", "s3:Get"], Resources = ["arn:aws:s3:::a", "arn:aws:s3:::b"], ResourceTemplateOf = action => action == "s3:Get" ? "arn:aws:s3:::${Name}" : null });

        Assert.Equal([DecisionOutcome.ExplicitDeny, DecisionOutcome.ImplicitDeny], results.Select(result => result.Outcome));
        Assert.Equal(["*", "arn:aws:s3:::${Name}"], results.Select(result => result.Resource));
        Assert.Equal([DecisionOutcome.Allowed, DecisionOutcome.ExplicitDeny], results[0].Resources!.Select(resource => resource.Outcome));
        Assert.Equal(2, results[0].Matched.Count);
        Assert.Empty(results[0].Resources![0].Details!);
    }

    [Fact]
    public void Missing_keys_stand_with_the_resource_that_misses_them_PE_121()
    {
        var text = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"Bool":{"aws:SecureTransport":"true"}}}}""";

        var star = Run(new() { PolicyTexts = [text], Actions = ["s3:Get"] })[0];
        var named = Run(new() { PolicyTexts = [text], Actions = ["s3:Get"], Resources = ["arn:aws:s3:::a"] })[0];

        Assert.Equal(["aws:SecureTransport"], star.MissingContext);
        Assert.Empty(named.MissingContext);
        Assert.Equal(["aws:SecureTransport"], named.Resources![0].MissingContext);
    }

    [Fact]
    public void Context_is_only_what_is_given_PE_111()
    {
        var text = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"ForAllValues:NumericLessThan":{"k:num":"10"},"Bool":{"k:bool":"true"}}}}""";
        SimulationContextEntry[] entries = [new("k:num", "numericList", ["1", "2.5"]), new("k:bool", "boolean", ["false"]), new("K:BOOL", "boolean", ["True"])];

        Assert.Equal(DecisionOutcome.Allowed, Run(new() { PolicyTexts = [text], Actions = ["s3:Get"], Context = entries })[0].Outcome);
    }

    [Theory]
    [InlineData("k:n", "string", "a|b")]
    [InlineData("k:num", "string", "a|b")]
    [InlineData("k:num", "numeric", "x")]
    [InlineData("k:num", "boolean", "1")]
    [InlineData("k:num", "date", "yesterday")]
    [InlineData("k:num", "ip", "300.1.1.1")]
    [InlineData("k:num", "binary", "abc")]
    [InlineData("k:num", "ipList", "10.0.0.1|x")]
    [InlineData("k:num", "float", "1")]
    public void Context_that_is_not_of_its_type_is_refused_PE_111(string name, string type, string values) =>
        Assert.Throws<SimulationException>(() => Run(new() { PolicyTexts = [Full], Actions = ["s3:Get"], Context = [new(name, type, values.Split('|'))] }));

    [Fact]
    public void Boundary_caps_and_is_reported_PE_105()
    {
        var result = Run(new() { PolicyTexts = [Full], BoundaryTexts = [Ec2], Actions = ["s3:Get", "ec2:Stop"] });

        Assert.Equal([(DecisionOutcome.ImplicitDeny, false), (DecisionOutcome.Allowed, true)], result.Select(one => (one.Outcome, one.AllowedByBoundary!.Value)));
        Assert.Equal(["PermissionsBoundaryPolicyInputList.1", "PolicyInputList.1"], result[1].Matched.Select(match => match.SourcePolicyId).Order());
        Assert.Throws<SimulationException>(() => Run(new() { PolicyTexts = [Full], BoundaryTexts = [Ec2, Ec2], Actions = ["s3:Get"] }));
    }

    [Fact]
    public void User_named_by_the_resource_is_allowed_whatever_the_boundary_says_PE_123()
    {
        var policy = $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{{Ana}}}"},"Action":"s3:*","Resource":"arn:aws:s3:::a"}}""";

        var result = Run(new() { PolicyTexts = [Full], BoundaryTexts = [Ec2], CallerArn = Ana, ResourcePolicy = policy, Resources = ["arn:aws:s3:::a"], Actions = ["s3:Get"] })[0];

        Assert.Equal((DecisionOutcome.Allowed, false), (result.Outcome, result.AllowedByBoundary));
        Assert.Contains(result.Matched, match => match is { SourcePolicyId: "ResourcePolicy", SourcePolicyType: "Resource Policy" });
    }

    [Fact]
    public void Across_accounts_each_side_is_reported_PE_109_PE_122()
    {
        var policy = $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{{A}}}"},"Action":"s3:*","Resource":"arn:aws:s3:::a"}}""";
        var inputs = new SimulationInputs { PolicyTexts = [Ec2], CallerArn = Ana, ResourcePolicy = policy, ResourceOwner = "arn:aws:iam::444455556666:root", Resources = ["arn:aws:s3:::a"], Actions = ["s3:Get"] };

        var result = Run(inputs)[0];

        Assert.Equal(DecisionOutcome.ImplicitDeny, result.Outcome);
        Assert.Equal([KeyValuePair.Create("IAM Policy", DecisionOutcome.ImplicitDeny), KeyValuePair.Create("Resource Policy", DecisionOutcome.Allowed)], result.Resources![0].Details!);
        Assert.Equal(DecisionOutcome.Allowed, Run(inputs with { PolicyTexts = [Full] })[0].Outcome);
        Assert.Throws<SimulationException>(() => Run(inputs with { ResourceOwner = "someone" }));
    }

    [Fact]
    public void Policy_for_a_role_is_taken_for_its_trust_policy_PE_108()
    {
        var trust = $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"{{{Ana}}}"},"Action":"sts:AssumeRole"}}""";
        var inputs = new SimulationInputs { PolicyTexts = [Ec2], CallerArn = Ana, ResourcePolicy = trust, Resources = [$"arn:aws:iam::{A}:role/app"], Actions = ["sts:AssumeRole"] };

        Assert.Equal(DecisionOutcome.Allowed, Run(inputs)[0].Outcome);
        Assert.Equal(DecisionOutcome.ImplicitDeny, Run(inputs with { BoundaryTexts = [Ec2] })[0].Outcome);
    }

    [Fact]
    public void Without_a_resource_policy_only_the_callers_side_is_asked_PE_113()
    {
        string[] resources = ["arn:aws:iam::444455556666:role/app", $"arn:aws:kms:eu-west-1:{A}:key/k"];

        Assert.Equal(DecisionOutcome.Allowed, Run(new() { PolicyTexts = [Full], CallerArn = Ana, Resources = resources, Actions = ["sts:AssumeRole"] })[0].Outcome);
    }

    [Theory]
    [InlineData(null, "arn:aws:s3:::a", "arn:aws:s3:::a")]
    [InlineData(Ana, null, "arn:aws:s3:::a")]
    [InlineData(Ana, "arn:aws:s3:::b", "arn:aws:s3:::a")]
    [InlineData($"arn:aws:iam::{A}:role/app", "arn:aws:s3:::a", "arn:aws:s3:::a")]
    public void Resource_policy_must_fit_PE_108_PE_110(string? caller, string? resource, string about)
    {
        var policy = $$$"""{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"s3:*","Resource":"{{{about}}}"}}""";

        Assert.Throws<SimulationException>(() => Run(new() { PolicyTexts = [Full], CallerArn = caller, ResourcePolicy = policy, Resources = resource is null ? null : [resource], Actions = ["s3:Get"] }));
    }

    [Theory]
    [InlineData("s3:Get*")]
    [InlineData("s3")]
    [InlineData("a:")]
    public void Action_must_be_one_action_PE_106(string action) => Assert.Throws<SimulationException>(() => Run(new() { PolicyTexts = [Full], Actions = [action] }));

    [Fact]
    public void Text_that_cannot_be_read_is_refused_PE_104() => Assert.Throws<SimulationException>(() => Run(new() { PolicyTexts = ["{"], Actions = ["s3:Get"] }));

    [Fact]
    public void Principal_simulation_asks_service_control_policies_PE_115()
    {
        var full = PolicySet.Compile([AttachedPolicy.Read("full", null, Full)]);
        var ec2 = PolicySet.Compile([AttachedPolicy.Read("ec2", null, Ec2)]);
        var inputs = new SimulationInputs
        {
            PolicySourceArn = $"arn:aws:iam::{A}:role/app", AttachedPolicies = [AttachedPolicy.Read("mine", null, Full)], ServiceControl = [new("r-1", full), new("ou-1", ec2)], InOrganization = true, Actions = ["s3:Get", "ec2:Stop"], Resources = ["arn:aws:s3:::a"],
        };

        var results = Run(inputs);

        Assert.Equal([(DecisionOutcome.ImplicitDeny, false), (DecisionOutcome.Allowed, true)], results.Select(one => (one.Outcome, one.AllowedByOrganizations!.Value)));
        Assert.Null(results[0].Resources![0].Details);
        Assert.Contains(results[1].Matched, match => match.SourcePolicyId == "mine");
    }

    [Fact]
    public void RunInstances_scenario_demands_its_resources_PE_112()
    {
        var inputs = new SimulationInputs { PolicyTexts = [Full], Actions = ["ec2:RunInstances"], ResourceHandling = "EC2-VPC-InstanceStore", Resources = [.. new[] { "instance/*", "image/ami-1", "security-group/s", "network-interface/n" }.Select(rest => $"arn:aws:ec2:eu:{A}:{rest}")] };

        Assert.Equal(DecisionOutcome.Allowed, Run(inputs)[0].Outcome);
        Assert.Throws<SimulationException>(() => Run(inputs with { ResourceHandling = "EC2-VPC-EBS" }));
        Assert.Throws<SimulationException>(() => Run(inputs with { ResourceHandling = "EC2-Classic" }));
        Assert.Equal(DecisionOutcome.Allowed, Run(inputs with { ResourceHandling = "EC2-VPC-EBS", Actions = ["ec2:StopInstances"] })[0].Outcome);
    }

    [Fact]
    public void Context_keys_of_all_policies_come_once_PE_124()
    {
        var one = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"arn:aws:s3:::${aws:username}","Condition":{"Bool":{"aws:SecureTransport":"true"}}}}""";
        var other = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*","Condition":{"Null":{"AWS:UserName":"true","k:x":"true"}}}}""";

        Assert.Equal(["aws:username", "aws:SecureTransport", "k:x"], PolicySimulation.ContextKeys([one], [AttachedPolicy.Read("p", null, other)]));
        Assert.Throws<SimulationException>(() => PolicySimulation.ContextKeys(["{"], []));
    }

    private static IReadOnlyList<SimulationResult> Run(SimulationInputs inputs) => PolicySimulation.Run(inputs);
}
