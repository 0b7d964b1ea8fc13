using System.Text.Json;

namespace Gatehouse.Policies.Tests;

/// <summary>Whatever a file holds, a command ends soon, with a code and a short message.</summary>
public sealed class HostileInputTests : IDisposable
{
    private readonly PolicyFolder folder = new();

    public static TheoryData<string, byte[]> Files => new()
    {
        { "huge", new byte[1_048_577] },
        { "zeros", new byte[1_048_576] },
        { "binary", [0x7F, 0x45, 0x4C, 0x46, 0xFF, 0xFE, 0x00] },
        { "empty", [] },
        { "deep arrays", Ascii(new string('[', 500_000)) },
        { "deep objects", Ascii(string.Concat(Enumerable.Repeat("{\"a\":", 100_000))) },
        { "text", Ascii("Version: 2012-10-17") },
    };

    [Theory]
    [MemberData(nameof(Files))]
    public async Task Refuses_what_is_no_policy_request_or_test(string what, byte[] bytes)
    {
        File.WriteAllBytes(folder["x.test.json"], bytes);
        var file = folder["x.test.json"];
        var text = what is not ("huge" or "binary");

        Assert.Equal(text ? 1 : 2, (await folder.Run("validate", file)).Code);
        foreach (var args in (string[][])[["simulate", "--policy", file, "--action", "a:B"], ["explain", file], ["test", file], ["test", folder.Root]])
        {
            var (code, output, errors) = await folder.Run(args);

            Assert.Equal((2, ""), (code, output));
            Assert.StartsWith("gatehouse: x.test.json", errors, StringComparison.Ordinal);
            Assert.InRange(errors.Length, 1, 1_000);
        }
    }

    [Fact]
    public async Task Never_sends_a_terminal_what_a_policy_smuggles_in()
    {
        var policy = folder.Write("x.json", """{"Version":"2012-10-17","Statement":{"Sid":"\u001b[2J\u202e","Effect":"Maybe\u001b[2J","Action":"s3:*","Resource":"*"}}""");

        var (code, output, _) = await folder.Run("validate", policy);

        Assert.Equal(1, code);
        Assert.DoesNotContain('\u001b', output);
        Assert.DoesNotContain('\u202e', output);
    }

    [Fact]
    public async Task Limits_how_many_policies_take_part()
    {
        folder.Write("all.json", """{"Version":"2012-10-17","Statement":{"Effect":"Allow","Action":"*","Resource":"*"}}""");
        var request = new Dictionary<string, object> { ["action"] = "a:B", ["policies"] = Enumerable.Repeat("all.json", 101) };

        var (code, _, errors) = await folder.Run("explain", folder.Write("request.json", JsonSerializer.Serialize(request)));

        Assert.Equal((2, "gatehouse: request.json: $.policies: at most 100 policies\n"), (code, errors));
    }

    public void Dispose() => folder.Dispose();

    private static byte[] Ascii(string text) => System.Text.Encoding.ASCII.GetBytes(text);
}
