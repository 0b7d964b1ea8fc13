namespace Gatehouse.Policies.Tests;

/// <summary>Tests and requests written as YAML.</summary>
public sealed class YamlTests : IDisposable
{
    private const string Tests = """
        # what alice may do
        policies:
          - ../role.json
          - Version: 2012-10-17
            Statement:
              - Sid: Tagged
                Effect: Deny
                Action: ["s3:PutObject"]   # in flow style
                Resource: "*"
                Condition:
                  NumericGreaterThan: { "s3:max-keys": 10 }
        principal: arn:aws:iam::111122223333:user/alice
        cases:
          - name: reads her own
            action: s3:GetObject
            resource: arn:aws:s3:::docs/alice/x
            context:
              aws:SecureTransport: true
            expect: allowed

          - name: >-
              not
              bob's
            action: s3:GetObject
            resource: 'arn:aws:s3:::docs/bob/x'
            expect: allowed
          - { name: not many, action: s3:PutObject, context: { "s3:max-keys": [ 11 ] }, expect: explicitDeny }
        """;

    private readonly PolicyFolder folder = new();

    public YamlTests() => folder.Write("role.json", PolicyFolder.Role);

    [Theory]
    [InlineData("tests/a.test.yaml")]
    [InlineData("tests/a.test.yml")]
    public async Task Tests_are_read_and_their_lines_are_those_of_the_file(string name)
    {
        folder.Write(name, Tests);

        var (code, output, errors) = await folder.Run("test", folder["tests"]);

        Assert.Equal((1, ""), (code, errors));
        Assert.StartsWith($"{name}:21:5: failed: not bob's: expected allowed, got implicitDeny\n", output, StringComparison.Ordinal);
        Assert.Contains($"{name}:6:9: not reached: Tagged: NumericGreaterThan s3:max-keys never fails\n", output, StringComparison.Ordinal);
        Assert.Contains("3 tests, 1 failed", output, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Request_is_read_too()
    {
        var (code, output, _) = await folder.Run("explain", folder.Write("request.yaml", "policies: role.json\naction: s3:GetObject\nresource: arn:aws:s3:::docs/alice/x\ncontext: {aws:username: alice, aws:SecureTransport: true}\n"));

        Assert.Equal(0, code);
        Assert.StartsWith("allowed:", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("action: &a s3:GetObject", "request.yaml:1:9: anchors are not read")]
    [InlineData("action: *a", "request.yaml:1:9: aliases are not read")]
    [InlineData("action: !!str 3", "request.yaml:1:9: tags are not read")]
    [InlineData("action: 1\n---\naction: 2", "request.yaml:2:1: more than one document")]
    [InlineData("[a]: 1", "request.yaml:1:1: a name must be a text")]
    [InlineData("action: 'x", "request.yaml:1:")]
    [InlineData("action: a\naction: b", "request.yaml")]
    [InlineData("action: a:B\nresourceAccount: 111122223333", "$.resourceAccount: must be a string")]
    [InlineData("", "request.yaml: is empty")]
    [InlineData("acton: s3:GetObject", "unknown field 'acton'")]
    public async Task What_is_not_plain_YAML_is_refused_with_its_place(string text, string message)
    {
        var (code, output, errors) = await folder.Run("explain", folder.Write("request.yaml", text));

        Assert.Equal((2, ""), (code, output));
        Assert.Contains(message, errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("[")]
    [InlineData("{a: ")]
    [InlineData("- ")]
    [InlineData("? ")]
    public async Task Depth_is_bounded(string opening)
    {
        var (code, _, errors) = await folder.Run("explain", folder.Write("request.yaml", string.Concat(Enumerable.Repeat(opening, 20_000))));

        Assert.Equal(2, code);
        Assert.InRange(errors.Length, 1, 1_000);
    }

    public void Dispose() => folder.Dispose();
}
