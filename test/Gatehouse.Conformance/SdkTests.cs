using System.Reflection;

namespace Gatehouse.Conformance;

/// <summary>The story of the README, told by AWS's SDKs.</summary>
public sealed class SdkTests
{
    [Fact]
    public async Task The_SDK_for_JavaScript_lives_the_story()
    {
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder(), bootstrap: true, "--data", ":memory:");

        var output = await Shell.RunAsync(server, "node", [Script("js/story.mjs")]);

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.Contains("the story holds", output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public Task Boto3_lives_the_story() => Boto3Async("boto.py");

    [Fact]
    public Task Boto3_lives_the_story_of_an_account() => Boto3Async("account.py");

    private static async Task Boto3Async(string script)
    {
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder(), bootstrap: true, "--data", ":memory:");

        var output = await Shell.RunAsync(server, "python3", [Script(script)]);

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.Contains("the story holds", output.Text, StringComparison.Ordinal);
    }

    private static string Script(string name) => Path.Combine(
        typeof(SdkTests).Assembly.GetCustomAttributes<AssemblyMetadataAttribute>().Single(data => data.Key == "Scripts").Value!,
        name);
}
