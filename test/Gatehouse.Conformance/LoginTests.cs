namespace Gatehouse.Conformance;

/// <summary><c>aws login</c> from the browser's consent to the SDK that lives on its cache.</summary>
public sealed class LoginTests
{
    [Fact]
    public async Task The_SDK_for_JavaScript_lives_on_a_login() // [AU-740, AU-745]
    {
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder(), bootstrap: true, "--data", ":memory:");

        var story = await Shell.RunAsync(server, $"AWS_LOGIN_CACHE_DIRECTORY=$PWD/login-cache AWS_SDK_LOAD_CONFIG=1 node {Scripts.Find("js/login.mjs")}");

        Assert.True(story.ExitCode == 0, story.ToString());
        Assert.Contains("the story holds", story.Text, StringComparison.Ordinal);
    }
}
