using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Gatehouse.Conformance;

/// <summary>TLS by Kestrel's own settings, as docs/running.md says, seen by the real AWS CLI.</summary>
public sealed class TlsTests
{
    [Fact]
    public async Task The_CLI_signs_in_over_TLS_and_refuses_a_certificate_it_does_not_know()
    {
        var folder = ServerProcess.NewFolder();
        Certificate(folder);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "appsettings.json"),
            """
            { "Kestrel": { "Endpoints": { "Https": { "Url": "https://127.0.0.1:0", "Certificate": { "Path": "server.pem", "KeyPath": "server.key" } } } } }
            """,
            TestContext.Current.CancellationToken);
        await using var server = await ServerProcess.StartAsync(folder);

        Assert.StartsWith("https://127.0.0.1:", server.Endpoint, StringComparison.Ordinal);
        var known = await Shell.RunAsync(server, $"AWS_CA_BUNDLE={folder}/server.pem aws sts get-caller-identity --query Arn --output text");
        Assert.True(known.ExitCode == 0, known.ToString());
        Assert.Equal($"arn:aws:iam::{ServerProcess.Account}:root", known.Text.Trim());
        var stranger = await Shell.RunAsync(server, "aws sts get-caller-identity");
        Assert.NotEqual(0, stranger.ExitCode);
        Assert.Contains("SSL validation failed", stranger.Errors, StringComparison.Ordinal);
    }

    private static void Certificate(string folder)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest("CN=gatehouse.test", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(System.Net.IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var made = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(2));
        File.WriteAllText(Path.Combine(folder, "server.pem"), made.ExportCertificatePem());
        File.WriteAllText(Path.Combine(folder, "server.key"), key.ExportPkcs8PrivateKeyPem());
    }
}
