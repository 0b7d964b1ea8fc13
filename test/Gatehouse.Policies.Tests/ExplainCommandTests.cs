using System.Text.Json;

namespace Gatehouse.Policies.Tests;

public sealed class ExplainCommandTests : IDisposable
{
    private const string Request = """
        {
          "policies": [
            "policies/role.json",
            { "Version": "2012-10-17", "Statement": { "Sid": "Tagged", "Effect": "Deny", "Action": "*", "Resource": "*",
              "Condition": { "StringEquals": { "aws:PrincipalTag/token": "s3cr3t", "aws:PrincipalTag/same": "${aws:PrincipalTag/token}" } } } }
          ],
          "scp": ["policies/all.json", ["policies/all.json"]],
          "principal": "arn:aws:iam::111122223333:user/alice",
          "action": "s3:GetObject",
          "resource": "arn:aws:s3:::docs/alice/x",
          "context": { "aws:SecureTransport": true, "aws:PrincipalTag/token": "s3cr3t", "aws:TagKeys": ["a", "b"], "aws:MultiFactorAuthAge": 12 }
        }
        """;

    private readonly PolicyFolder folder = new();

    public ExplainCommandTests()
    {
        folder.Write("policies/role.json", PolicyFolder.Role);
        folder.Write("policies/all.json", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""");
    }

    [Fact]
    public async Task Explains_a_request_file()
    {
        var (code, output, errors) = await folder.Run("explain", folder.Write("request.json", Request));

        Assert.Equal((0, ""), (code, errors));
        Assert.StartsWith("allowed: arn:aws:iam::111122223333:user/alice s3:GetObject on arn:aws:s3:::docs/alice/x\n", output, StringComparison.Ordinal);
        Assert.Contains("applies: Allow Own of policies/role.json", output, StringComparison.Ordinal);
        Assert.Contains("scp of level 2: allowed", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("text")]
    [InlineData("json")]
    public async Task Redacts_the_values_of_keys_and_what_compares_with_them(string form)
    {
        var request = folder.Write("request.json", Request);

        Assert.Contains("s3cr3t", (await folder.Run("explain", request, "--output", form)).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", (await folder.Run("explain", request, "--output", form, "--redact", "AWS:principaltag/token")).Output, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t", (await folder.Run("explain", request, "--output", form, "--redact", "aws:PrincipalTag/*")).Output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tells_programs_too()
    {
        var (code, output, _) = await folder.Run("explain", "--policy", folder["policies/role.json"], "--action", "s3:PutObject", "--output", "json", "--fail-on-deny");

        using var json = JsonDocument.Parse(output);
        Assert.Equal(1, code);
        Assert.Equal("implicitDeny", json.RootElement.GetProperty("decision").GetString());
        Assert.Equal("aws:SecureTransport", json.RootElement.GetProperty("missingContext")[0].GetString());
    }

    [Fact]
    public async Task Says_what_would_turn_the_decision_around()
    {
        var role = folder["policies/role.json"];
        string[] asked = ["explain", "--policy", role, "--action", "s3:GetObject", "--resource", "arn:aws:s3:::docs/alice/x"];

        var text = (await folder.Run([.. asked, "--context", "aws:username=alice", "aws:SecureTransport=false"])).Output;
        var json = (await folder.Run([.. asked, "--context", "aws:username=alice", "--output", "json"])).Output;

        Assert.Contains("  allowed if:\n    - request with aws:SecureTransport = ", text, StringComparison.Ordinal);
        Assert.Contains("    - remove Deny statement 2 of policies/role.json in identity", text, StringComparison.Ordinal);
        using var parsed = JsonDocument.Parse(json);
        Assert.Equal("request with aws:SecureTransport = false", parsed.RootElement.GetProperty("counterfactuals")[0].GetProperty("changes")[0].GetProperty("text").GetString());
    }

    [Theory]
    [InlineData("needs 'action'", """{ "policies": "policies/role.json" }""")]
    [InlineData("unknown field 'acton'", """{ "acton": "s3:GetObject" }""")]
    [InlineData("$.action: must be a string", """{ "action": 3 }""")]
    [InlineData("$.context['a']: must be a string, a number", """{ "action": "s3:GetObject", "context": { "a": null } }""")]
    [InlineData("$.policies[1]: must be a policy, or the path of one", """{ "action": "s3:GetObject", "policies": ["policies/role.json", 7] }""")]
    [InlineData("$.boundary: at most one policy", """{ "action": "s3:GetObject", "boundary": ["policies/role.json", "policies/role.json"] }""")]
    [InlineData("policies/none.json: no such file", """{ "action": "s3:GetObject", "policies": "policies/none.json" }""")]
    [InlineData("request.json:1:54", """{ "action": "s3:GetObject", "policies": { "Version": 7, "Statement": [] } }""")]
    [InlineData("not JSON, a name twice", """{ "action": "s3:GetObject", "action": "s3:PutObject" }""")]
    [InlineData("half a Unicode character", """{ "action": "\ud800" }""")]
    [InlineData("must be an object", "[]")]
    public async Task Says_what_is_wrong_with_a_request_file(string message, string request)
    {
        var (code, output, errors) = await folder.Run("explain", folder.Write("request.json", request));

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Takes_a_file_or_options_and_one_question()
    {
        var role = folder["policies/role.json"];

        Assert.Contains("not both", (await folder.Run("explain", folder.Write("request.json", Request), "--policy", role)).Errors, StringComparison.Ordinal);
        Assert.Contains("one action on one resource", (await folder.Run("explain", "--policy", role, "--action", "s3:GetObject", "s3:PutObject")).Errors, StringComparison.Ordinal);
        Assert.Contains("needs --policy", (await folder.Run("explain")).Errors, StringComparison.Ordinal);
    }

    public void Dispose() => folder.Dispose();
}
