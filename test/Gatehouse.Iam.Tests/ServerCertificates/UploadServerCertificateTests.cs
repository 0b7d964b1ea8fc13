using Gatehouse.Accounts.Secrets;
using Gatehouse.Contracts.Iam;
using Gatehouse.Contracts.Iam.Shapes;
using Gatehouse.Iam.ServerCertificates;
using Gatehouse.Iam.Tests.Certificates;
using Gatehouse.Testing;
using System.Security.Cryptography;
using System.Text;

namespace Gatehouse.Iam.Tests.ServerCertificates;

public sealed class UploadServerCertificateTests
{
    private readonly AccountFixture account = new();
    private readonly CertificateGivens given;

    public UploadServerCertificateTests() => given = new(account);

    [Fact]
    public void Adds_a_certificate_whose_key_lies_sealed()
    {
        // [AU-211], [AU-215]
        var made = given.Issue("leaf", given.Root);

        var answer = Call(Of("Web", made, given.Root.Body, "/edge/", new Tag { Key = "team", Value = "web" }));

        var shown = answer.ServerCertificateMetadata!;
        Assert.Matches("^ASCA[A-Z2-7]{17}$", shown.ServerCertificateId);
        Assert.Equal(("Web", "/edge/", "arn:aws:iam::111122223333:server-certificate/edge/Web"), (shown.ServerCertificateName, shown.Path, shown.Arn));
        Assert.Equal((account.Clock.GetUtcNow(), account.Clock.GetUtcNow().AddDays(30)), (shown.UploadDate!.Value, shown.Expiration!.Value));
        Assert.Equal("team", Assert.Single(answer.Tags!).Key);
        var stored = account.Reload().ServerCertificates.Find("web")!;
        Assert.True(account.Installation.Secrets.TryOpen(stored.PrivateKey, SecretKind.ServerCertificateKey, AccountFixture.Id, stored.Id, 1, out var key));
        Assert.Equal(made.PrivateKey, Encoding.UTF8.GetString(key.Bytes));
        Assert.DoesNotContain("PRIVATE KEY", string.Concat(account.Stored().Rows.Select(row => Encoding.UTF8.GetString(row.Value.Span))), StringComparison.Ordinal);
    }

    [Fact]
    public void Takes_RSA_in_either_padding_and_keys_in_every_form()
    {
        var pkcs = given.Issue("ca1", null, new CertificateGivens.RsaKey(RSASignaturePadding.Pkcs1));
        var pss = given.Issue("ca2", pkcs, new CertificateGivens.RsaKey(RSASignaturePadding.Pss));
        var leaf = given.Issue("leaf", pss);
        using var key = ECDsa.Create();
        key.ImportFromPem(leaf.PrivateKey);

        Call(Of("a", leaf, pss.Body + "\n" + pkcs.Body));
        Call(Of("b", pkcs));
        Call(Of("c", leaf with { PrivateKey = key.ExportPkcs8PrivateKeyPem() }, pss.Body));
        Call(Of("d", leaf with { PrivateKey = "-----BEGIN EC PARAMETERS-----\nBggqhkjOPQMBBw==\n-----END EC PARAMETERS-----\n" + leaf.PrivateKey }));
    }

    [Fact]
    public void Refuses_a_certificate_or_a_key_that_cannot_be_read()
    {
        var made = given.Issue("leaf");
        using var key = ECDsa.Create();
        var locked = key.ExportEncryptedPkcs8PrivateKeyPem("secret", new(PbeEncryptionAlgorithm.Aes128Cbc, HashAlgorithmName.SHA256, 1));

        Malformed("Unable to parse certificate. Please ensure the certificate is in PEM format.", Of("x", made with { Body = "x" }));
        Malformed("Unable to parse certificate. Please ensure the certificate is in PEM format.", Of("x", made with { Body = made.Body + "\n" + made.Body }));
        Malformed("Invalid Private Key.", Of("x", made with { PrivateKey = "x" }));
        Malformed("Invalid Private Key.", Of("x", made with { PrivateKey = made.Body }));
        Malformed("Invalid Private Key.", Of("x", made with { PrivateKey = locked }));
        Malformed("Invalid Private Key.", Of("x", made with { PrivateKey = made.PrivateKey + "\n" + made.PrivateKey }));
    }

    [Fact]
    public void Refuses_the_key_of_another_certificate()
    {
        var made = given.Issue("leaf");
        string[] others = [given.Root.PrivateKey, new CertificateGivens.RsaKey(RSASignaturePadding.Pkcs1).Pem];

        Assert.All(others, other => account.Refuses<KeyPairMismatchException>(
            400, "KeyPairMismatch", "The private key does not match the public key of the certificate.", () => Call(Of("x", made with { PrivateKey = other }))));
    }

    [Fact]
    public void Refuses_a_chain_that_does_not_lead_on()
    {
        var middle = given.Issue("middle", given.Root);
        var leaf = given.Issue("leaf", middle);
        var forged = CertificateGivens.Issue(account, "root", null, new CertificateGivens.EcKey());

        Broken(0, Of("x", leaf, given.Root.Body + "\n" + middle.Body));
        Broken(1, Of("x", leaf, middle.Body + "\n" + middle.Body));
        Broken(1, Of("x", leaf, middle.Body + "\n" + forged.Body));
        Malformed("Unable to parse certificate chain. Please ensure the certificate chain is in PEM format.", Of("x", leaf, "x"));
        Call(Of("x", leaf, middle.Body + "\n" + given.Root.Body));
    }

    [Fact]
    public void Refuses_dates_that_have_passed_or_are_to_come()
    {
        var (old, young) = (CertificateGivens.Issue(account, "a", null, new CertificateGivens.EcKey(), -9, -1), CertificateGivens.Issue(account, "b", null, new CertificateGivens.EcKey(), 1, 9));

        Malformed("Certificate is no longer valid. The 'Not After' date restriction on the certificate has passed.", Of("x", old));
        Malformed("Certificate is not yet valid. The 'Not Before' date restriction on the certificate has not passed.", Of("x", young));
    }

    [Fact]
    public void Refuses_a_name_that_is_taken_and_the_twenty_first()
    {
        var made = given.Issue("leaf");
        for (var i = 0; i < 20; i++)
        {
            Call(Of($"c{i}", made));
        }

        account.RefusesTaken("The Server Certificate with name C1 already exists.", () => Call(Of("C1", made)));
        account.RefusesMore("Cannot exceed quota for ServerCertificatesPerAccount: 20", () => Call(Of("c20", made)));
    }

    [Fact]
    public void Is_checked_on_what_will_be_and_on_its_tags()
    {
        var needs = account.Needs<UploadServerCertificate, UploadServerCertificateRequest>(
            "iam:UploadServerCertificate", Of("Web", given.Root, null, "/edge/", new Tag { Key = "team", Value = "web" }));

        Assert.Equal(
            ["iam:UploadServerCertificate arn:aws:iam::111122223333:server-certificate/edge/Web", "iam:TagServerCertificate arn:aws:iam::111122223333:server-certificate/edge/Web"],
            needs.Lines());
        Assert.Equal("web", needs.Value("aws:RequestTag/team"));
    }

    private static UploadServerCertificateRequest Of(string name, CertificateGivens.Made made, string? chain = null, string? path = null, params Tag[] tags) => new()
    {
        ServerCertificateName = name,
        Path = path,
        CertificateBody = made.Body,
        PrivateKey = made.PrivateKey,
        CertificateChain = chain,
        Tags = tags,
    };

    private void Malformed(string message, UploadServerCertificateRequest request) =>
        account.Refuses<MalformedCertificateException>(400, "MalformedCertificate", message, () => Call(request));

    private void Broken(int index, UploadServerCertificateRequest request) => Malformed(
        "Unable to validate certificate chain. The certificate chain must start with the immediate signing certificate, "
        + $"followed by any intermediaries in order. The index within the chain of the invalid certificate is: {index}",
        request);

    private UploadServerCertificateResponse Call(UploadServerCertificateRequest request) =>
        account.Write<UploadServerCertificate, UploadServerCertificateRequest, UploadServerCertificateResponse>(request);
}
