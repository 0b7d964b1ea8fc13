namespace Gatehouse.Conformance;

/// <summary>A mistyped setting stops the start, and the message says which.</summary>
public sealed class SettingsTests
{
    [Theory]
    [InlineData("GATEHOUSE_DTA", "x", "GATEHOUSE_DTA")]
    [InlineData("GATEHOUSE_ACCOUNT_ID", "123", "twelve digits")]
    [InlineData("GATEHOUSE_CLOCK_SKEW_MINUTES", "16", "from 1 to 15")]
    [InlineData("GATEHOUSE_ECHO_CANONICAL_REQUEST", "yes", "neither true nor false")]
    [InlineData("GATEHOUSE_ROOT_ACCESS_KEY_ID", "AKIAROOTROOTROOTROOT", "go together")]
    [InlineData("GATEHOUSE_MASTER_KEY", "c2hvcnQ=", "GATEHOUSE_MASTER_KEY")]
    [InlineData("GATEHOUSE_URLS", "nonsense", "nonsense")]
    [InlineData("GATEHOUSE_BASE_PATH", "gatehouse/", "not a path")]
    [InlineData("GATEHOUSE_FEDERATION_DEV_ISSUERS", "http://login.example.com", "not an issuer")]
    [InlineData("GATEHOUSE_FEDERATION_ALLOWED_NETWORKS", "10.0.0.0/99", "not a network")]
    [InlineData("GATEHOUSE_FEDERATION_SAML_RECIPIENTS", "here", "not a URL")]
    [InlineData("GATEHOUSE_FEDERATION_PINNED_KEYS", "https://login.example.com=none.json", "none.json: no such file")]
    [InlineData("GATEHOUSE_FEDERATION_EXTRA_ROOTS", "none.pem", "none.pem: no such file")]
    [InlineData("GATEHOUSE_FEDERATION_ACCEPT_AWS_ACS", "no", "neither true nor false")]
    [InlineData("GATEHOUSE_FEDERATION_ALLOW_WEAK_RSA", "1", "neither true nor false")]
    [InlineData("GATEHOUSE_FEDERATION_SINGLE_USE_ASSERTIONS", "", "neither true nor false")]
    [InlineData("GATEHOUSE_MAX_ACCESS_KEY_AGE_DAYS", "0", "from 1 to 36500")]
    [InlineData("GATEHOUSE_END_SESSIONS_WITH_KEY", "on", "neither true nor false")]
    [InlineData("GATEHOUSE_REPLAY_CACHE", "yes", "neither true nor false")]
    [InlineData("GATEHOUSE_SIGN_IN_ACCOUNT_HOSTS", "signin.example.com", "*.signin.example.com")]
    [InlineData("GATEHOUSE_QUOTAS", "UserPerAccount=1", "UserPerAccount")]
    [InlineData("GATEHOUSE_QUOTAS", "UsersPerAccount=many", "many")]
    public async Task An_environment_variable_that_cannot_be_used_stops_the_start(string name, string value, string says)
    {
        var output = await ServerProcess.RunAsync(
            ServerProcess.NewFolder(), bootstrap: false, new Dictionary<string, string>(StringComparer.Ordinal) { [name] = value }, "--data", ":memory:");

        Assert.Equal(1, output.ExitCode);
        Assert.Contains(says, output.Errors, StringComparison.Ordinal);
        Assert.DoesNotContain("   at ", output.Errors, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{ "Gatehouse": { "Dta": "x" } }""", "Dta")]
    [InlineData("""{ "Gatehose": { "A": "b" } }""", "Gatehose")]
    [InlineData("""{ "Gatehouse": { "ClockSkewMinutes": "x" } }""", "ClockSkewMinutes")]
    [InlineData("""{ "Gatehouse": { "Quotas": { "UserPerAccount": 1 } } }""", "UserPerAccount")]
    public async Task A_setting_in_the_file_that_is_not_known_stops_the_start(string file, string says)
    {
        var folder = ServerProcess.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), file, TestContext.Current.CancellationToken);

        var output = await ServerProcess.RunAsync(folder, bootstrap: false, null, "--data", ":memory:");

        Assert.Equal(1, output.ExitCode);
        Assert.Contains(says, output.Errors, StringComparison.Ordinal);
    }

    [Fact]
    public async Task An_option_that_is_not_known_stops_the_start()
    {
        var output = await ServerProcess.RunAsync(ServerProcess.NewFolder(), bootstrap: false, null, "--dta", "x");

        Assert.NotEqual(0, output.ExitCode);
        Assert.Contains("--dta", output.Errors, StringComparison.Ordinal);
    }
}
