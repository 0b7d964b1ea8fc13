using System.Text.Json;

namespace Gatehouse.Policies.Tests;

public sealed class ValidateCommandTests : IDisposable
{
    private const string Wrong = """
        {
          "Version": "2012-10-17",
          "Statement": { "Efect": "Allow", "Action": "s3", "Resource": "x" }
        }
        """;

    private readonly PolicyFolder folder = new();

    [Fact]
    public async Task Says_that_nothing_is_wrong() =>
        Assert.Equal((0, "1 file, no problems\n", ""), await folder.Run("validate", folder.Write("role.json", PolicyFolder.Role)));

    [Fact]
    public async Task Shows_all_problems_with_their_places()
    {
        var (code, output, errors) = await folder.Run("validate", folder.Write("wrong.json", Wrong), folder.Write("role.json", PolicyFolder.Role));

        Assert.Equal((1, ""), (code, errors));
        Assert.Contains("wrong.json:3:18: unknown-element: $.Statement.Efect: found \"Efect\"; allowed: Sid, Effect,", output, StringComparison.Ordinal);
        Assert.Contains("wrong.json:3:46: action-prefix: $.Statement.Action: found \"s3\"; allowed: prefix:Name, or \"*\"\n", output, StringComparison.Ordinal);
        Assert.EndsWith("\n2 files, 4 problems\n", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_programs_too()
    {
        var (code, output, _) = await folder.Run("validate", "--output", "json", folder.Write("wrong.json", Wrong), folder.Write("role.json", PolicyFolder.Role));

        using var json = JsonDocument.Parse(output);
        var files = json.RootElement.GetProperty("files").EnumerateArray().ToArray();
        Assert.Equal(1, code);
        Assert.Equal([false, true], files.Select(file => file.GetProperty("valid").GetBoolean()));
        Assert.Equal(4, files[0].GetProperty("problems").GetArrayLength());
        Assert.All(files[0].GetProperty("problems").EnumerateArray(), problem => Assert.Equal(3, problem.GetProperty("line").GetInt32()));
    }

    [Fact]
    public async Task Writes_sarif()
    {
        var (_, output, _) = await folder.Run("validate", "--output", "sarif", folder.Write("wro ng.json", Wrong));

        using var json = JsonDocument.Parse(output);
        var run = json.RootElement.GetProperty("runs")[0];
        var rules = run.GetProperty("tool").GetProperty("driver").GetProperty("rules").EnumerateArray().Select(rule => rule.GetProperty("id").GetString()).ToArray();
        Assert.Equal("2.1.0", json.RootElement.GetProperty("version").GetString());
        Assert.Contains("unknown-element", rules);
        Assert.All(run.GetProperty("results").EnumerateArray(), result => Assert.Contains(result.GetProperty("ruleId").GetString(), rules));
        var place = run.GetProperty("results")[0].GetProperty("locations")[0].GetProperty("physicalLocation");
        Assert.EndsWith("/wro%20ng.json", place.GetProperty("artifactLocation").GetProperty("uri").GetString(), StringComparison.Ordinal);
        Assert.Equal(3, place.GetProperty("region").GetProperty("startLine").GetInt32());
    }

    [Theory]
    [InlineData("identity", 1)]
    [InlineData("managed", 1)]
    [InlineData("boundary", 1)]
    [InlineData("session", 1)]
    [InlineData("scp", 1)]
    [InlineData("trust", 0)]
    public async Task Judges_a_policy_by_what_it_is_going_to_be(string type, int expected)
    {
        var trust = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":{"Service":"ec2.amazonaws.com"},"Action":"sts:AssumeRole"}}""";

        Assert.Equal(expected, (await folder.Run("validate", folder.Write("trust.json", trust), "--type", type)).Code);
    }

    [Theory]
    [InlineData("resource")]
    [InlineData("endpoint")]
    public async Task Takes_policies_with_principals(string type)
    {
        var policy = """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Principal":"*","Action":"s3:GetObject","Resource":"arn:aws:s3:::docs/*"}}""";

        Assert.Equal(0, (await folder.Run("validate", folder.Write("bucket.json", policy), "--type", type)).Code);
    }

    [Fact]
    public async Task Judges_the_other_files_when_one_cannot_be_read()
    {
        var (code, output, errors) = await folder.Run("validate", folder["none.json"], folder.Write("role.json", PolicyFolder.Role), folder.Root);

        Assert.Equal((2, "1 file, no problems\n"), (code, output));
        Assert.Equal("gatehouse: none.json: no such file\ngatehouse: .: a folder, not a file\n", errors);
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("validate", "x.json", "--bogus")]
    [InlineData("validate", "x.json", "--type", "bogus")]
    [InlineData("validate", "x.json", "--output", "junit")]
    [InlineData("simulate", "--policy", "x.json", "--bogus")]
    [InlineData("simulate", "--action", "s3:GetObject", "--redact", "x")]
    [InlineData("explain", "--bogus")]
    [InlineData("explain", "x.json", "--redact", "aws:SourceIp", "--bogus")]
    [InlineData("test")]
    [InlineData("test", "tests", "--coverage-min", "101")]
    [InlineData("test", "tests", "--coverage-min", "many")]
    [InlineData("bogus")]
    public async Task Answers_2_to_wrong_use_in_any_command(params string[] args)
    {
        var (code, output, errors) = await PolicyFolder.Invoke(args);

        Assert.Equal((2, ""), (code, output));
        Assert.StartsWith("gatehouse: ", errors, StringComparison.Ordinal);
        Assert.EndsWith("gatehouse: see --help\n", errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("validate")]
    [InlineData("simulate")]
    [InlineData("explain")]
    [InlineData("test")]
    public async Task Documents_the_exit_codes(string command)
    {
        var (code, output, _) = await PolicyFolder.Invoke(command, "--help");

        Assert.Equal(0, code);
        Assert.Contains("2 wrong use or unreadable input", output, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
