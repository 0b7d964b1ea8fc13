using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gatehouse.Conformance;

/// <summary>Real identity providers, and unmodified clients that are told of them by the environment alone.</summary>
public sealed class FederationTests
{
    [Fact]
    public async Task Real_providers_vouch_for_clients_that_hold_no_key()
    {
        var (folder, port) = (ServerProcess.NewFolder(), FreePorts.Next());
        var cancel = TestContext.Current.CancellationToken;
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), $$"""{ "Gatehouse": { "FederationDevIssuers": "http://127.0.0.1:{{port}}" } }""", cancel);
        using var rsa = RSA.Create(2048);
        using var certificate = new CertificateRequest("CN=idp", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(DateTimeOffset.UtcNow.AddDays(-1), DateTimeOffset.UtcNow.AddDays(1));
        await File.WriteAllTextAsync(Path.Combine(folder, "idp.key"), rsa.ExportPkcs8PrivateKeyPem(), cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "idp.crt"), certificate.ExportCertificatePem(), cancel);
        await File.WriteAllTextAsync(Path.Combine(folder, "idp.pub"), rsa.ExportSubjectPublicKeyInfoPem(), cancel);
        await using var server = await ServerProcess.StartAsync(folder, bootstrap: true, "--data", ":memory:");

        var output = await Shell.RunAsync(server, "node", [Scripts.Find("js/federation.mjs"), $"{port}", folder]);

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.Contains("federation holds", output.Text, StringComparison.Ordinal);
        Assert.Contains($"http://127.0.0.1:{port}", server.Welcome, StringComparison.Ordinal);
    }
}
