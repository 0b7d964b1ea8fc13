namespace Gatehouse.Conformance;

/// <summary>An application of IAM Identity Center that acts for people in roles: boto3 and the AWS CLI, and an issuer of its company's.</summary>
public sealed class ApplicationTests
{
    [Fact]
    public async Task An_application_trades_a_token_for_ours_and_acts_for_the_person()
    {
        var (folder, port) = (ServerProcess.NewFolder(), FreePorts.Next());
        await File.WriteAllTextAsync(
            Path.Combine(folder, "appsettings.json"), $$"""{ "Gatehouse": { "FederationDevIssuers": "http://127.0.0.1:{{port}}" } }""", TestContext.Current.CancellationToken);
        await using var server = await ServerProcess.StartAsync(folder, bootstrap: true, "--data", ":memory:");

        var output = await Shell.RunAsync(server, "python3", [Scripts.Find("applications.py"), $"{port}"]);

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.Contains("the story holds", output.Text, StringComparison.Ordinal);
    }
}
