using System.Text.Json;

namespace Gatehouse.Policies.Tests;

public sealed class SimulateCommandTests : IDisposable
{
    private const string Alice = "arn:aws:iam::111122223333:user/team/alice";

    private readonly PolicyFolder folder = new();
    private readonly string role;

    public SimulateCommandTests() => role = folder.Write("role.json", PolicyFolder.Role);

    [Fact]
    public async Task Answers_each_action_and_resource()
    {
        var answer = await folder.Run(
            "simulate", "--policy", role, "--action", "s3:GetObject", "s3:PutObject", "--resource", "arn:aws:s3:::docs/alice/x", "--context", "aws:username=alice", "aws:SecureTransport=true");

        Assert.Equal(
            (0, "allowed      s3:GetObject arn:aws:s3:::docs/alice/x\n  identity: Allow Own at role.json:4:5\nimplicitDeny s3:PutObject arn:aws:s3:::docs/alice/x\n", ""),
            answer);
    }

    [Fact]
    public async Task Tells_programs_too()
    {
        var (code, output, _) = await folder.Run("simulate", "--policy", role, "--action", "s3:PutObject", "--context", "aws:SecureTransport=false", "--output", "json", "--fail-on-deny");

        using var json = JsonDocument.Parse(output);
        var result = json.RootElement.GetProperty("results")[0];
        Assert.Equal(1, code);
        Assert.Equal("explicitDeny", result.GetProperty("decision").GetString());
        Assert.Equal("identity", result.GetProperty("decidedBy").GetString());
        Assert.Equal(10, result.GetProperty("matched")[0].GetProperty("line").GetInt32());
        Assert.Equal(0, result.GetProperty("missingContext").GetArrayLength());
    }

    [Fact]
    public async Task A_boundary_takes_away()
    {
        var boundary = folder.Write("boundary.json", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"ec2:*","Resource":"*"}}""");

        var (code, output, _) = await folder.Run(
            "simulate", "--policy", role, "--boundary", boundary, "--action", "s3:GetObject", "--resource", "arn:aws:s3:::docs/alice/x", "--caller", Alice, "--fail-on-deny");

        Assert.Equal(1, code);
        Assert.Contains("implicitDeny s3:GetObject arn:aws:s3:::docs/alice/x\n  blocked by: boundary\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task The_callers_keys_follow_from_its_arn_and_those_given_win()
    {
        string[] question = ["simulate", "--policy", role, "--action", "s3:GetObject", "--resource", "arn:aws:s3:::docs/alice/x", "--fail-on-deny", "--caller", Alice];

        Assert.Equal(0, (await folder.Run(question)).Code);
        Assert.Equal(1, (await folder.Run([.. question, "--context", "aws:username=bob"])).Code);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/alice", 0)]
    [InlineData("arn:aws:iam::444455556666:user/bob", 1)]
    [InlineData("anonymous", 1)]
    public async Task A_resource_policy_names_callers(string caller, int expected)
    {
        var bucket = folder.Write(
            "bucket.json",
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/alice"},"Action":"s3:GetObject","Resource":"arn:aws:s3:::docs/*"}}""");

        Assert.Equal(
            expected,
            (await folder.Run("simulate", "--resource-policy", bucket, "--action", "s3:GetObject", "--resource", "arn:aws:s3:::docs/x", "--caller", caller, "--fail-on-deny")).Code);
    }

    [Theory]
    [InlineData("arn:aws:iam::111122223333:user/alice", 0)]
    [InlineData("arn:aws:iam::111122223333:user/bob", 1)]
    [InlineData("ec2.amazonaws.com", 0)]
    [InlineData("lambda.amazonaws.com", 1)]
    public async Task The_policy_of_a_role_is_its_trust_policy(string caller, int expected)
    {
        var trust = folder.Write(
            "trust.json",
            """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"AWS":"arn:aws:iam::111122223333:user/alice","Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}""");

        Assert.Equal(
            expected,
            (await folder.Run("simulate", "--resource-policy", trust, "--action", "sts:AssumeRole", "--resource", "arn:aws:iam::111122223333:role/r", "--caller", caller, "--fail-on-deny")).Code);
    }

    [Theory]
    [InlineData("needs --action")]
    [InlineData("'s3:*' is not the name of an action: prefix:Name without wildcards", "--action", "s3:*")]
    [InlineData("--context 'x' is not KEY=VALUE", "--action", "s3:GetObject", "--context", "x")]
    [InlineData("'bob' is not a caller: the ARN of", "--action", "s3:GetObject", "--caller", "bob")]
    [InlineData("'arn:aws:sts::111122223333:federated-user/bob' is not a caller", "--action", "s3:GetObject", "--caller", "arn:aws:sts::111122223333:federated-user/bob")]
    [InlineData("policies of resources, resource control and endpoints speak of callers: name one", "--action", "s3:GetObject", "--resource-policy", "ROLE")]
    public async Task Says_shortly_what_cannot_be_asked(string message, params string[] args)
    {
        var (code, output, errors) = await folder.Run(["simulate", "--policy", role, .. args.Select(arg => arg == "ROLE" ? role : arg)]);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith($"gatehouse: {message}", errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Warns_of_an_operator_that_nobody_knows()
    {
        var policy = folder.Write("odd.json", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"s3:*","Resource":"*","Condition":{"StringSounds":{"aws:username":"x"}}}}""");

        var (code, output, errors) = await folder.Run("simulate", "--policy", policy, "--action", "s3:GetObject", "--context", "aws:username=x");

        Assert.Equal((0, "implicitDeny s3:GetObject *\n"), (code, output));
        Assert.Contains("odd.json:1:", errors, StringComparison.Ordinal);
        Assert.Contains("StringSounds", errors, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
