namespace Gatehouse.Conformance;

/// <summary><c>aws login</c> from the browser's consent to the SDK that lives on what it left.</summary>
public sealed class LoginTests
{
    [Fact]
    public async Task The_SDK_for_JavaScript_lives_on_a_login_until_the_password_changes() // [AU-740, AU-743, AU-745]
    {
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder(), bootstrap: true, "--data", ":memory:");
        var session = $"env -u AWS_ACCESS_KEY_ID -u AWS_SECRET_ACCESS_KEY AWS_PROFILE=dev AWS_SDK_LOAD_CONFIG=1 node {Scripts.Find("js/login-session.mjs")}";

        var story = await Shell.RunAsync(
            server,
            $"""
            export AWS_LOGIN_CACHE_DIRECTORY=$PWD/login-cache
            node {Scripts.Find("js/login.mjs")}
            {session}
            {session}
            aws iam update-login-profile --user-name alice --password 'quite another 2C'
            {session} changed
            """);

        Assert.True(story.ExitCode == 0, story.ToString());
        Assert.Equal(3, story.Text.Split("the story holds").Length - 1);
    }
}
