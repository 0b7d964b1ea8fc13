using System.Text;

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
    public Task Boto3_lives_the_story() => Boto3Async("boto.py");

    [Fact]
    public Task Boto3_lives_the_story_of_an_account() => Boto3Async("account.py");

    [Fact]
    public async Task Boto3_gets_the_rarer_tokens_of_STS()
    {
        var folder = ServerProcess.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), """{ "Gatehouse": { "AuthorizationMessages": true } }""", TestContext.Current.CancellationToken);
        await Boto3Async("tokens.py", folder);
    }

    private static async Task Boto3Async(string script, string? folder = null)
    {
        await using var server = await ServerProcess.StartAsync(folder ?? ServerProcess.NewFolder(), bootstrap: true, "--data", ":memory:");

        var output = await Shell.RunAsync(server, "python3", [Scripts.Find(script)]);

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.Contains("the story holds", output.Text, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Boto3_keeps_the_credentials_of_people_and_machines()
    {
        // AU-215: not a word of it lies in the data folder in clear.
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder());

        var output = await Shell.RunAsync(server, "python3", [Scripts.Find("credentials.py")]);

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.Contains("the story holds", output.Text, StringComparison.Ordinal);
        foreach (var file in Directory.EnumerateFiles(Path.Combine(server.Folder, "gatehouse-data"), "*", SearchOption.AllDirectories).Where(file => !file.EndsWith(".lock", StringComparison.Ordinal)))
        {
            var text = Encoding.Latin1.GetString(await File.ReadAllBytesAsync(file, TestContext.Current.CancellationToken));
            Assert.All((string[])["Start1234!", "Third12345!", "PRIVATE KEY"], secret => Assert.DoesNotContain(secret, text, StringComparison.Ordinal));
        }
    }
}
