namespace Gatehouse.Conformance;

/// <summary>What workloads are told outlives the server that tells it. How clients find their roles is for <see cref="CredentialPathTests"/>.</summary>
public sealed class WorkloadTests
{
    // [AU-810]: who has the certificate can verify what the metadata service says after a restart as before.
    [Fact]
    public async Task The_certificate_of_identity_documents_is_the_same_after_a_restart()
    {
        var folder = ServerProcess.NewFolder();
        await File.WriteAllTextAsync(
            Path.Combine(folder, "appsettings.json"),
            $$"""{ "Gatehouse": { "Workloads": ["instance http://127.0.0.1:{{FreePorts.Next()}} account={{ServerProcess.Account}} profile=web"] } }""",
            TestContext.Current.CancellationToken);
        await using var server = await ServerProcess.StartAsync(folder);
        var before = await CertificateAsync(server);
        await server.KillAsync();
        await using var again = await ServerProcess.StartAsync(server.Folder);

        Assert.Equal(before, await CertificateAsync(again));
    }

    private static async Task<string> CertificateAsync(ServerProcess server)
    {
        using var client = new HttpClient();
        var certificate = await client.GetStringAsync(new Uri(server.Endpoint + "/instance-identity/certificate"), TestContext.Current.CancellationToken);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", certificate, StringComparison.Ordinal);
        return certificate;
    }
}
