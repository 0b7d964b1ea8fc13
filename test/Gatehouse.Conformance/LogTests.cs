using System.Net.Sockets;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text;

namespace Gatehouse.Conformance;

/// <summary>No level of the log shows what came in.</summary>
public sealed class LogTests
{
    private const string Everything = """{ "Logging": { "LogLevel": { "Default": "Trace", "Microsoft.AspNetCore": "Trace", "Microsoft.AspNetCore.Server.Kestrel": "Trace" } } }""";

    [Fact]
    public async Task What_the_server_could_not_read_is_not_written_down() // [AU-8], T-15
    {
        var folder = ServerProcess.NewFolder();
        await File.WriteAllTextAsync(Path.Combine(folder, "appsettings.json"), Everything, TestContext.Current.CancellationToken);
        await using var server = await ServerProcess.StartAsync(folder, bootstrap: true, "--data", ":memory:");

        foreach (var request in (string[])[
            "GET /federation?Session=planted\u0080 HTTP/1.1\r\nHost: a\r\n\r\n", "planted nonsense\r\n\r\n", "GET / HTTP/1.1\r\nHost: a\r\nAuthorization: planted\0\r\n\r\n",
            "GET /federation?Action=getSigninToken&Session=planted HTTP/1.1\r\nHost: a\r\nCookie: planted\r\nConnection: close\r\n\r\n"])
        {
            Assert.StartsWith("HTTP/1.1 400", await SendAsync(new(server.Endpoint), request), StringComparison.Ordinal);
        }

        await server.StopAsync();
        var log = await server.Log;
        Assert.Contains("\"Debug\",\"Category\":\"Microsoft.AspNetCore", log, StringComparison.Ordinal);
        Assert.DoesNotContain("planted", log, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Short_keys_of_a_SAML_provider_are_warned_of_AU_500()
    {
        const string warning = ":saml-provider/weak has an RSA signing key of 1024 bits. Signatures of keys under 2048 bits are refused unless FederationAllowWeakRsa is set.";
        var folder = ServerProcess.NewFolder();
        foreach (var bits in (int[])[1024, 2048])
        {
            await File.WriteAllTextAsync(Path.Combine(folder, $"{bits}.xml"), Metadata(bits), TestContext.Current.CancellationToken);
        }

        await using var server = await ServerProcess.StartAsync(folder, bootstrap: true, "--data", ":memory:");
        var output = await Shell.RunAsync(server, $"""
            aws iam create-saml-provider --name strong --saml-metadata-document file://{folder}/2048.xml
            aws iam create-saml-provider --name weak --saml-metadata-document file://{folder}/1024.xml
            aws iam update-saml-provider --saml-provider-arn arn:aws:iam::{ServerProcess.Account}:saml-provider/strong --saml-metadata-document file://{folder}/1024.xml
            aws iam update-saml-provider --saml-provider-arn arn:aws:iam::{ServerProcess.Account}:saml-provider/strong --saml-metadata-document file://{folder}/2048.xml
            """);
        Assert.True(output.ExitCode == 0, output.Errors);
        await server.StopAsync();
        var warnings = (await server.Log).Split('\n').Where(static line => line.Contains("\"Warning\"", StringComparison.Ordinal) && line.Contains("saml-provider", StringComparison.Ordinal)).ToList();
        Assert.Equal(2, warnings.Count);
        Assert.Contains(warning, warnings[0], StringComparison.Ordinal);
        Assert.Contains(":saml-provider/strong has an RSA signing key of 1024 bits.", warnings[1], StringComparison.Ordinal);

        await File.WriteAllTextAsync(Path.Combine(folder, "seed.yaml"), $$"""
            accounts:
              - {id: "{{ServerProcess.Account}}", name: main, email: root@example.com, samlProviders: [{name: strong, metadata: "file:2048.xml"}, {name: weak, metadata: "file:1024.xml"}]}
            """, TestContext.Current.CancellationToken);
        await using var seeded = await ServerProcess.StartAsync(ServerProcess.NewFolder(), bootstrap: true, "--data", ":memory:", "--seed", Path.Combine(folder, "seed.yaml"));
        Assert.Contains(warning, Assert.Single(seeded.Welcome.Split('\n'), static line => line.Contains("saml-provider", StringComparison.Ordinal)), StringComparison.Ordinal);
    }

    private static string Metadata(int bits)
    {
        using var rsa = RSA.Create(bits);
        using var certificate = new CertificateRequest("CN=idp", rsa, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1)
            .CreateSelfSigned(new(2020, 1, 1, 0, 0, 0, TimeSpan.Zero), new(2040, 1, 1, 0, 0, 0, TimeSpan.Zero));
        return $"""
            <EntityDescriptor xmlns="urn:oasis:names:tc:SAML:2.0:metadata" entityID="https://idp.example.com/saml">
              <IDPSSODescriptor protocolSupportEnumeration="urn:oasis:names:tc:SAML:2.0:protocol"><KeyDescriptor use="signing"><KeyInfo
                xmlns="http://www.w3.org/2000/09/xmldsig#"><X509Data><X509Certificate>{Convert.ToBase64String(certificate.RawData)}</X509Certificate></X509Data></KeyInfo></KeyDescriptor>
              </IDPSSODescriptor>
            </EntityDescriptor><!--{new string(' ', 1000)}-->
            """;
    }

    private static async Task<string> SendAsync(Uri server, string request)
    {
        using var client = new TcpClient();
        await client.ConnectAsync(server.Host, server.Port, TestContext.Current.CancellationToken);
        await client.GetStream().WriteAsync(Encoding.Latin1.GetBytes(request), TestContext.Current.CancellationToken);
        using var reader = new StreamReader(client.GetStream());
        return await reader.ReadToEndAsync(TestContext.Current.CancellationToken);
    }
}
