namespace Gatehouse.Conformance;

/// <summary>Identity Center by AWS's own clients, from the administrator's first call to programs that live on what a browser allowed; the story stands in <c>portal.py</c>.</summary>
public sealed class PortalTests
{
    private static readonly string[] Clients = ["AWS CLI", "boto3", "SDK for JavaScript"];
    private static readonly string[] Ways = ["an sso-session", "a refresh token", "a start URL"];

    [Fact]
    public async Task Every_client_lives_on_the_token_that_somebody_let_a_program_have() // [AU-801, AU-850, AU-851, AU-852, AU-853]
    {
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder(), bootstrap: true, "--data", ":memory:");

        var story = await Shell.RunAsync(server, $"python3 {Scripts.Find("portal.py")}");

        Assert.True(story.ExitCode == 0, story.ToString());
        var wanted = Ways.SelectMany(way => Clients.Select(client => $"{client} by {way}: found")).Concat(["let in", "logged out", "the role is protected"]).ToHashSet(StringComparer.Ordinal);
        Assert.True(wanted.SetEquals(story.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)), story.ToString());
    }
}
