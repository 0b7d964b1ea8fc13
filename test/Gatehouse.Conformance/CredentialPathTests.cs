using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Conformance;

/// <summary>
/// Unmodified clients find their credentials by configuration alone, by every way that AWS documents [AU-800, AU-801, AU-810, AU-815, AU-820, AU-822, AU-830, AU-840 to AU-842].
/// The ways stand in <c>paths.py</c>.
/// </summary>
public sealed class CredentialPathTests
{
    private static readonly string[] Clients = ["AWS CLI", "boto3", "SDK for JavaScript"];

    private static readonly string[] Ways =
    [
        "an access key", "source_profile", "external_id", "mfa_serial", "credential_source = Environment", "credential_source = Ec2InstanceMetadata", "credential_source = EcsContainer",
        "web identity by variables", "web identity by a profile", "an instance", "the agent of an instance", "a container's relative URI", "a container's full URI",
        "a pod", "the agent of a node", "the agent of a container", "credential_process", "Roles Anywhere",
    ];

    [Fact]
    public async Task Every_client_finds_its_credentials_by_every_way()
    {
        var (folder, port) = (ServerProcess.NewFolder(), FreePorts.Next());
        await WriteIssuerAsync(Directory.CreateDirectory(Path.Combine(folder, "home")).FullName, port);

        // Where a network of one's own can be had, the addresses are those of AWS, and no variable names them.
        var script = Scripts.Find("paths.py");
        var output = await Shell.RunAsync(
            folder,
            $"""
            for way in 'unshare --net' 'unshare --map-root-user --net'; do
              if $way ip link set lo up 2> no-network; then exec $way python3 {script} {port} own; fi
            done
            exec python3 {script} {port} shared
            """);

        Assert.True(output.ExitCode == 0, output.ToString());
        var wanted = Ways.SelectMany(way => Clients.Select(client => $"{client} by {way}: found")).Append("in the trail").ToHashSet(StringComparer.Ordinal);
        Assert.True(wanted.SetEquals(output.Text.Split('\n', StringSplitOptions.RemoveEmptyEntries)), output.ToString());
    }

    // An identity provider is a document and its keys; a token is what it signed.
    private static async Task WriteIssuerAsync(string home, int port)
    {
        var (issuer, now, cancel) = ($"http://127.0.0.1:{port}", TimeProvider.System.GetUtcNow().ToUnixTimeSeconds(), TestContext.Current.CancellationToken);
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var point = key.ExportParameters(false).Q;
        var folder = Path.Combine(home, "issuer");
        Directory.CreateDirectory(Path.Combine(folder, ".well-known"));
        await File.WriteAllTextAsync(Path.Combine(folder, ".well-known", "openid-configuration"), $$"""{"issuer":"{{issuer}}","jwks_uri":"{{issuer}}/keys"}""", cancel);
        await File.WriteAllTextAsync(
            Path.Combine(folder, "keys"),
            $$"""{"keys":[{"kty":"EC","crv":"P-256","kid":"one","use":"sig","alg":"ES256","x":"{{Base64Url.EncodeToString(point.X!)}}","y":"{{Base64Url.EncodeToString(point.Y!)}}"}]}""",
            cancel);
        var text = $"{Encode("""{"alg":"ES256","kid":"one","typ":"JWT"}""")}.{Encode($$"""{"iss":"{{issuer}}","aud":"sts.amazonaws.com","sub":"nightly-job","iat":{{now}},"exp":{{now + 3600}}}""")}";
        await File.WriteAllTextAsync(Path.Combine(home, "app.jwt"), $"{text}.{Base64Url.EncodeToString(key.SignData(Encoding.ASCII.GetBytes(text), HashAlgorithmName.SHA256))}", cancel);

        static string Encode(string json) => Base64Url.EncodeToString(Encoding.UTF8.GetBytes(json));
    }
}
