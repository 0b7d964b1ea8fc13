namespace Gatehouse.Conformance;

/// <summary>Passkeys in a real browser, whose authenticator is Chromium's own for tests [AU-600, AU-616, AU-620].</summary>
public sealed class PasskeyTests
{
    [Fact]
    public async Task A_browser_registers_a_passkey_and_signs_in_with_it_and_must_where_the_account_says_so()
    {
        var folder = ServerProcess.NewFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "appsettings.json"), """{ "Gatehouse": { "PublicUrl": "http://gatehouse.localhost" } }""", TestContext.Current.CancellationToken);
        await using var server = await ServerProcess.StartAsync(folder, bootstrap: true, "--data", ":memory:");

        var output = await Shell.RunAsync(server, $"node {Scripts.Find("js/passkeys.mjs")} http://gatehouse.localhost {server.Endpoint} {ServerProcess.Account}");

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.Contains("passkeys hold", output.Text, StringComparison.Ordinal);
    }
}
