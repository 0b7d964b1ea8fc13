using System.Text.Json;
using System.Xml.Linq;

namespace Gatehouse.Policies.Tests;

public sealed class TestCommandTests : IDisposable
{
    private const string Half = """
        {
          "policies": "../role.json",
          "principal": "arn:aws:iam::111122223333:user/alice",
          "cases": [
            { "name": "reads her own", "action": "s3:GetObject", "resource": "arn:aws:s3:::docs/alice/x", "expect": "allowed" },
            { "name": "<reads> \u0007 bob's", "action": "s3:GetObject", "resource": "arn:aws:s3:::docs/bob/x", "expect": "allowed" }
          ]
        }
        """;

    private const string Rest = """
        {
          "policies": ["../../role.json"],
          "cases": [
            { "name": "not without TLS", "action": "s3:PutObject", "context": { "aws:SecureTransport": false }, "expect": "explicitDeny" }
          ]
        }
        """;

    private readonly PolicyFolder folder = new();

    public TestCommandTests()
    {
        folder.Write("role.json", PolicyFolder.Role);
        folder.Write("tests/half.test.json", Half);
        folder.Write("tests/notes.json", "not a test");
    }

    [Fact]
    public async Task Shows_failures_with_their_explanation_and_what_was_not_reached()
    {
        var (code, output, errors) = await folder.Run("test", folder["tests"]);

        Assert.Equal((1, ""), (code, errors));
        Assert.Equal(
            """
            tests/half.test.json:6:5: failed: <reads> � bob's: expected allowed, got implicitDeny
              implicitDeny: arn:aws:iam::111122223333:user/alice s3:GetObject on arn:aws:s3:::docs/bob/x
            """,
            string.Join('\n', output.Split('\n').Take(2)));
        Assert.EndsWith(
            """

            role.json:10:5: not reached: statement 2 never applies
            role.json:10:5: not reached: statement 2: Bool aws:SecureTransport never holds
            2 tests, 1 failed, coverage 50 % (2 of 4)

            """,
            output,
            StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("50", 0)]
    [InlineData("51", 1)]
    public async Task Wants_the_coverage_that_was_asked_for(string percent, int expected)
    {
        folder.Write("tests/half.test.json", Half.Replace("docs/bob/x", "docs/alice/y", StringComparison.Ordinal));

        Assert.Equal(expected, (await folder.Run("test", folder["tests"], "--coverage-min", percent)).Code);
    }

    [Fact]
    public async Task Adds_up_what_several_files_reach_of_one_policy()
    {
        folder.Write("tests/half.test.json", Half.Replace("docs/bob/x", "docs/alice/y", StringComparison.Ordinal));
        folder.Write("tests/more/rest.test.json", Rest);

        Assert.Equal((0, "3 tests, 0 failed, coverage 100 % (4 of 4)\n", ""), await folder.Run("test", folder["tests"], "--coverage-min", "100"));
    }

    [Fact]
    public async Task A_condition_is_reached_only_where_the_rest_of_its_statement_matches()
    {
        folder.Write(
            "one.test.json",
            """
            {
              "policies": { "Version": "2012-10-17", "Statement": {
                "Effect": "Allow", "Action": "s3:GetObject", "Resource": "*", "Condition": { "StringEquals": { "aws:username": "x" } } } },
              "cases": { "name": "other action", "action": "ec2:RunInstances", "context": { "aws:username": "x" }, "expect": "implicitDeny" }
            }
            """);

        var (code, output, _) = await folder.Run("test", folder["one.test.json"]);

        Assert.Equal(0, code);
        Assert.Equal(
            """
            one.test.json:2:55: not reached: statement 1 never applies
            one.test.json:2:55: not reached: statement 1: StringEquals aws:username is never asked
            1 test, 0 failed, coverage 0 % (0 of 3)

            """,
            output);
    }

    [Fact]
    public async Task Writes_junit()
    {
        var (code, output, _) = await folder.Run("test", folder["tests"], "--output", "junit", "--coverage-min", "80");

        var root = XDocument.Parse(output).Root!;
        Assert.Equal(1, code);
        Assert.Equal(("3", "2"), (root.Attribute("tests")!.Value, root.Attribute("failures")!.Value));
        Assert.Equal(["tests/half.test.json", "coverage"], root.Elements("testsuite").Select(suite => suite.Attribute("name")!.Value));
        Assert.Equal(["reads her own", "<reads> \uFFFD bob's", "at least 80 %"], root.Descendants("testcase").Select(one => one.Attribute("name")!.Value));
        Assert.Equal("expected allowed, got implicitDeny", root.Descendants("failure").First().Attribute("message")!.Value);
    }

    [Fact]
    public async Task Writes_sarif()
    {
        var (_, output, _) = await folder.Run("test", folder["tests"], "--output", "sarif");

        using var json = JsonDocument.Parse(output);
        var results = json.RootElement.GetProperty("runs")[0].GetProperty("results").EnumerateArray().ToArray();
        Assert.Equal(["test-failed", "statement-not-reached", "condition-not-reached"], results.Select(result => result.GetProperty("ruleId").GetString()));
        Assert.Equal([6, 10, 10], results.Select(result => result.GetProperty("locations")[0].GetProperty("physicalLocation").GetProperty("region").GetProperty("startLine").GetInt32()));
    }

    [Fact]
    public async Task Tells_programs_too()
    {
        var (_, output, _) = await folder.Run("test", folder["tests"], "--output", "json");

        using var json = JsonDocument.Parse(output);
        Assert.Equal([true, false], json.RootElement.GetProperty("tests").EnumerateArray().Select(test => test.GetProperty("passed").GetBoolean()));
        Assert.Equal(50, json.RootElement.GetProperty("coverage").GetProperty("percent").GetInt32());
        Assert.Equal(2, json.RootElement.GetProperty("coverage").GetProperty("notReached").GetArrayLength());
    }

    [Theory]
    [InlineData("must be allowed, implicitDeny or explicitDeny", """{ "cases": { "name": "a", "action": "a:B", "expect": "Allowed" } }""")]
    [InlineData("needs 'name'", """{ "cases": { "action": "a:B", "expect": "allowed" } }""")]
    [InlineData("needs 'expect'", """{ "cases": { "name": "a", "action": "a:B" } }""")]
    [InlineData("needs 'cases'", """{ "cases": [] }""")]
    [InlineData("unknown field 'expected'", """{ "cases": { "name": "a", "action": "a:B", "expected": "allowed" } }""")]
    [InlineData("wrong.test.json:1:12: a: 'a' is not the name of an action", """{ "cases": { "name": "a", "action": "a", "expect": "allowed" } }""")]
    public async Task Says_what_is_wrong_with_a_file_of_tests(string message, string text)
    {
        var (code, output, errors) = await folder.Run("test", folder.Write("wrong.test.json", text));

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Refuses_a_folder_without_tests()
    {
        folder.Write("empty/notes.json", "{}");

        Assert.Equal((2, "", "gatehouse: empty: no file ends in .test.json, .test.yaml, .test.yml\n"), await folder.Run("test", folder["empty"]));
        Assert.Equal((2, "", "gatehouse: none: no such file\n"), await folder.Run("test", folder["none"]));
    }

    public void Dispose() => folder.Dispose();
}
