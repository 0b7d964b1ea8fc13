namespace Gatehouse.Conformance;

/// <summary>The story of the README, told by AWS's SDKs.</summary>
public sealed class SdkTests
{
    [Fact]
    public async Task The_SDK_for_JavaScript_lives_the_story()
    {
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder(), bootstrap: true, "--data", ":memory:");

        var output = await Shell.RunAsync(server, "node", [Scripts.Find("js/story.mjs")]);

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.Contains("the story holds", output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boto3_lives_the_story()
    {
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder(), bootstrap: true, "--data", ":memory:");

        var output = await Shell.RunAsync(server, "python3", [Scripts.Find("boto.py")]);

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.Contains("the story holds", output.Text, StringComparison.Ordinal);
    }
}
