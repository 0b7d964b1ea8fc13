using System.Buffers.Text;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;

namespace Gatehouse.Conformance;

/// <summary>What an operator says of OpenID Connect issuers, in settings, and accounts by the command gatehouse issuer-keys, and what boto3 sees of it [AU-402, AU-403, AU-408, AU-421, AU-426, AU-429].</summary>
public sealed class IssuerTests
{
    [Fact]
    public async Task What_the_operator_says_of_issuers_holds_for_clients()
    {
        var (folder, port) = (ServerProcess.NewFolder(), FreePorts.Next());
        using var key = RSA.Create(2048);
        var now = TimeProvider.System.GetUtcNow();
        var authority = new CertificateRequest("CN=Our root", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        authority.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        using var root = authority.CreateSelfSigned(now.AddDays(-1), now.AddDays(2));
        var request = new CertificateRequest("CN=localhost", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        names.AddDnsName("localhost");
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.Create(root, now.AddDays(-1), now.AddDays(1), [1, 2, 3]);
        var parameters = key.ExportParameters(includePrivateParameters: false);
        var keys = new JsonArray(new JsonObject { ["kty"] = "RSA", ["kid"] = "one", ["use"] = "sig", ["n"] = Base64Url.EncodeToString(parameters.Modulus), ["e"] = Base64Url.EncodeToString(parameters.Exponent) });
        await WriteAsync("roots.pem", root.ExportCertificatePem());
        await WriteAsync("server.pem", certificate.ExportCertificatePem());
        await WriteAsync("server.key", key.ExportPkcs8PrivateKeyPem());
        await WriteAsync("issuer.key", key.ExportPkcs8PrivateKeyPem());
        await WriteAsync("keys.json", new JsonObject { ["keys"] = keys }.ToJsonString());
        await WriteAsync(
            "appsettings.json",
            $$"""
            {
              "Gatehouse": {
                "FederationDevIssuers": "https://localhost:{{port}}",
                "FederationExtraRoots": "roots.pem",
                "FederationPinnedKeys": ["https://pinned.example.com=keys.json", "https://accounts.google.com=keys.json"],
                "FederationBuiltInIssuers": "accounts.google.com",
                "FederationSharedIssuers": "gitlab.example.com=sub",
                "FederationSingleUseTokens": "https://pinned.example.com",
                "FederationExposeClaims": "https://pinned.example.com"
              }
            }
            """);
        await using var server = await ServerProcess.StartAsync(folder, bootstrap: true, "--data", ":memory:");

        var output = await Shell.RunAsync(server, "python3", [Scripts.Find("issuers.py"), $"{port}", Path.Combine(AppContext.BaseDirectory, "gatehouse.dll")]);

        Assert.True(output.ExitCode == 0, output.ToString());
        Assert.Contains("issuers hold", output.Text, StringComparison.Ordinal);
        foreach (var named in (string[])["https://pinned.example.com", "accounts.google.com", "CN=Our root"])
        {
            Assert.Contains(named, server.Welcome, StringComparison.Ordinal);
        }

        Task WriteAsync(string name, string text) => File.WriteAllTextAsync(Path.Combine(folder, name), text, TestContext.Current.CancellationToken);
    }
}
