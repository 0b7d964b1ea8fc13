using System.Collections;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using System.Text.Json.Nodes;
using Gatehouse.Accounts.Federation;
using Gatehouse.Server.Hosting;
using Gatehouse.Testing;
using Microsoft.Extensions.Configuration;

namespace Gatehouse.Server.Tests.Stories;

/// <summary>What an operator may say of identity providers, and what nobody says by default.</summary>
public sealed class FederationSettingsTests : IDisposable
{
    private readonly string folder = Directory.CreateTempSubdirectory("gatehouse-federation-").FullName;

    public FederationSettingsTests()
    {
        var now = TimeProvider.System.GetUtcNow();
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var root = new CertificateRequest("CN=Our root", key, HashAlgorithmName.SHA256);
        root.CertificateExtensions.Add(new X509BasicConstraintsExtension(true, false, 0, critical: true));
        using var authority = root.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        var leaf = new CertificateRequest("CN=login.example.com", key, HashAlgorithmName.SHA256);
        leaf.CertificateExtensions.Add(new X509BasicConstraintsExtension(false, false, 0, critical: true));
        using var issued = leaf.Create(authority, now.AddDays(-1), now.AddDays(1), [1]);
        using var alone = leaf.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        Write("roots.pem", "# Our roots\n" + authority.ExportCertificatePem() + "\n" + authority.ExportCertificatePem());
        Write("leaf.pem", authority.ExportCertificatePem() + "\n" + issued.ExportCertificatePem());
        Write("alone.pem", alone.ExportCertificatePem());
        Write("key.pem", key.ExportPkcs8PrivateKeyPem());
        Write("broken.pem", authority.ExportCertificatePem().Replace("M", "N", StringComparison.Ordinal));
        Write("keys.json", TestCluster.Keys);
        Write("secret.json", """{"keys":[{"kty":"oct","k":"AAAA"}]}""");
        Write("weak.json", new JsonObject { ["keys"] = new JsonArray(new JsonObject { ["kty"] = "RSA", ["n"] = new string('A', 170) + "E", ["e"] = "AQAB" }) }.ToJsonString());
        Write("large.json", new string(' ', 1_048_577));
    }

    [Fact]
    public void Nothing_is_allowed_and_nothing_asked_unless_it_is_said()
    {
        // [AU-402] [AU-403] [AU-408] [AU-421] [AU-426] [AU-429]
        var rules = Read();

        Assert.Empty(rules.ExtraRoots);
        Assert.Empty(rules.PinnedKeys);
        Assert.Empty(rules.BuiltInIssuers);
        Assert.Empty(rules.SharedIssuers);
        Assert.Empty(rules.SingleUseIssuers);
        Assert.Empty(rules.OpenClaimIssuers);
        Assert.Empty(rules.DevIssuers);
        Assert.False(rules.IsSingleUse("https://login.example.com") || rules.HasOpenClaims("https://login.example.com"));
        Assert.Null(rules.KeysOf("https://login.example.com"));
    }

    [Fact]
    public void All_can_be_said()
    {
        var rules = Read(
            ("EXTRA_ROOTS", At("roots.pem")),
            ("PINNED_KEYS", $"https://kubernetes.default.svc={At("keys.json")}, https://sts.windows.net/tenant/={At("keys.json")}"),
            ("BUILT_IN_ISSUERS", "accounts.google.com"),
            ("SHARED_ISSUERS", "gitlab.example.com=sub, ci.example.com:8443/oidc=org.example/tenant_id"),
            ("SINGLE_USE_TOKENS", "https://login.example.com/tenant/"),
            ("EXPOSE_CLAIMS", "https://login.example.com"));

        Assert.Equal(["CN=Our root", "CN=Our root"], rules.ExtraRoots.Select(root => root.Subject));
        Assert.Equal(["https://kubernetes.default.svc", "https://sts.windows.net/tenant"], rules.PinnedKeys.Keys.Order(StringComparer.Ordinal));
        Assert.Equal(TestCluster.Keys, rules.KeysOf("https://sts.windows.net/tenant/"));
        Assert.Equal(["accounts.google.com"], rules.BuiltInIssuers);
        Assert.Equal([new("gitlab.example.com", "sub"), new("ci.example.com:8443/oidc", "org.example/tenant_id")], rules.SharedIssuers);
        Assert.True(rules.IsSingleUse("https://login.example.com/tenant"));
        Assert.False(rules.IsSingleUse("https://login.example.com"));
        Assert.True(rules.HasOpenClaims("https://login.example.com/"));
    }

    [Theory]
    [InlineData("EXTRA_ROOTS", "", "must not be empty")]
    [InlineData("EXTRA_ROOTS", "none.pem", "none.pem: no such file")]
    [InlineData("EXTRA_ROOTS", "key.pem", "key.pem: no certificate in it")]
    [InlineData("EXTRA_ROOTS", "keys.json", "keys.json: no certificate in it")]
    [InlineData("EXTRA_ROOTS", "broken.pem", "broken.pem: a certificate in it cannot be read")]
    [InlineData("EXTRA_ROOTS", "leaf.pem", "leaf.pem: the certificate of CN=login.example.com is not that of a root authority")]
    [InlineData("EXTRA_ROOTS", "alone.pem", "alone.pem: the certificate of CN=login.example.com is not that of a root authority")]
    [InlineData("PINNED_KEYS", "keys.json", "is not an issuer and the file of its keys")]
    [InlineData("PINNED_KEYS", "https://login.example.com=", "is not an issuer and the file of its keys")]
    [InlineData("PINNED_KEYS", "login.example.com=keys.json", "'login.example.com' is not an issuer")]
    [InlineData("PINNED_KEYS", "http://login.example.com=keys.json", "'http://login.example.com' is not an issuer")]
    [InlineData("PINNED_KEYS", "https://login.example.com=none.json", "none.json: no such file")]
    [InlineData("PINNED_KEYS", "https://login.example.com=large.json", "large.json: larger than 1 MiB")]
    [InlineData("PINNED_KEYS", "https://login.example.com=secret.json", "secret.json: not a JSON Web Key Set")]
    [InlineData("PINNED_KEYS", "https://login.example.com=weak.json", "weak.json: not a JSON Web Key Set")]
    [InlineData("PINNED_KEYS", "https://login.example.com=roots.pem", "roots.pem: not a JSON Web Key Set")]
    [InlineData("PINNED_KEYS", "https://login.example.com=keys.json,https://login.example.com/=keys.json", "stands there twice")]
    [InlineData("BUILT_IN_ISSUERS", "https://accounts.google.com", "is not a built-in issuer")]
    [InlineData("BUILT_IN_ISSUERS", "graph.facebook.com", "the only one is accounts.google.com")]
    [InlineData("SHARED_ISSUERS", "gitlab.example.com", "is not an issuer without https:// and the claim")]
    [InlineData("SHARED_ISSUERS", "gitlab.example.com=", "is not an issuer without https:// and the claim")]
    [InlineData("SHARED_ISSUERS", "gitlab.example.com=a b", "is not an issuer without https:// and the claim")]
    [InlineData("SHARED_ISSUERS", "https://gitlab.example.com=sub", "is not an issuer without https:// and the claim")]
    [InlineData("SHARED_ISSUERS", "=sub", "is not an issuer without https:// and the claim")]
    [InlineData("SHARED_ISSUERS", "GitLab.example.com=sub", "is not an issuer without https:// and the claim")]
    [InlineData("SINGLE_USE_TOKENS", "login.example.com", "is not an issuer")]
    [InlineData("EXPOSE_CLAIMS", "https://login.example.com?x", "is not an issuer")]
    public void What_cannot_be_used_stops_the_start(string name, string value, string says)
    {
        foreach (var file in Directory.EnumerateFiles(folder))
        {
            value = value.Replace(Path.GetFileName(file), file, StringComparison.Ordinal);
        }

        var refusal = Assert.Throws<SettingsException>(() => Read((name, value)));

        Assert.StartsWith($"GATEHOUSE_FEDERATION_{name}: ", refusal.Message, StringComparison.Ordinal);
        Assert.Contains(says, refusal.Message.Replace(folder + "/", "", StringComparison.Ordinal), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Who_starts_the_server_is_told_whom_it_believes_beyond_what_AWS_would()
    {
        // [AU-408]
        var rules = Read(
            ("DEV_ISSUERS", "http://127.0.0.1:9"), ("EXTRA_ROOTS", At("roots.pem")), ("PINNED_KEYS", $"https://kubernetes.default.svc={At("keys.json")}"), ("BUILT_IN_ISSUERS", "accounts.google.com"));

        var told = await WelcomeOf(rules);
        Assert.Contains("issuers that need not be public: http://127.0.0.1:9\n", told, StringComparison.Ordinal);
        Assert.Contains("from files, and from nowhere else: https://kubernetes.default.svc\n", told, StringComparison.Ordinal);
        Assert.Contains("without a provider in the account: accounts.google.com\n", told, StringComparison.Ordinal);
        Assert.Contains("one of these roots vouches: CN=Our root", told, StringComparison.Ordinal);
        Assert.DoesNotContain("issuers", await WelcomeOf(FederationRules.None), StringComparison.Ordinal);
    }

    public void Dispose() => Directory.Delete(folder, recursive: true);

    private static async Task<string> WelcomeOf(FederationRules rules)
    {
        await using var text = new StringWriter { NewLine = "\n" };
        await new Welcome(["http://localhost:1"], new("111122223333", "AKIAROOTROOTROOTROOT", null, false), null) { Federation = rules }.WriteAsync(text);
        return text.ToString();
    }

    private static FederationRules Read(params (string Name, string Value)[] given)
    {
        var environment = new Hashtable(given.ToDictionary(one => "GATEHOUSE_FEDERATION_" + one.Name, one => one.Value, StringComparer.Ordinal));
        return SettingsReader.Read(new ConfigurationBuilder().Build(), environment, []).Federation;
    }

    private string At(string name) => Path.Combine(folder, name);

    private void Write(string name, string text) => File.WriteAllText(At(name), text);
}
