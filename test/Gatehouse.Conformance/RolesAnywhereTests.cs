namespace Gatehouse.Conformance;

/// <summary>Certificates of openssl's, traded for credentials by what AWS's clients run: configuration alone.</summary>
public sealed class RolesAnywhereTests
{
    [Fact]
    public async Task Boto3_and_the_SDK_for_JavaScript_live_on_certificates()
    {
        await using var server = await ServerProcess.StartAsync(ServerProcess.NewFolder(), bootstrap: true, "--data", ":memory:");

        var boto = await Shell.RunAsync(server, $"python3 {Scripts.Find("anywhere.py")}");
        Assert.True(boto.ExitCode == 0, boto.ToString());
        Assert.Contains("the story holds", boto.Text, StringComparison.Ordinal);

        // The profiles that boto3 wrote; no key stands anywhere.
        var script = await Shell.RunAsync(server, $"env -u AWS_ACCESS_KEY_ID -u AWS_SECRET_ACCESS_KEY AWS_PROFILE=curve AWS_SDK_LOAD_CONFIG=1 node {Scripts.Find("js/anywhere.mjs")}");
        Assert.True(script.ExitCode == 0, script.ToString());
        Assert.Contains("the story holds", script.Text, StringComparison.Ordinal);
    }
}
