using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SshPublicKeys;
using Gatehouse.Testing;
using System.Security.Cryptography;

namespace Gatehouse.Iam.Tests.SshPublicKeys;

public sealed class UploadSSHPublicKeyTests
{
    private const string KnownKey = "ssh-rsa AAAAB3NzaC1yc2EAAAADAQABAAABAQCrKIWYpVCwptambgL2Olt3ZXyRHDb894pQlzcl+AHnxZllKgfVB8jwdLBkIQ1192yI2XwW+WBSLSFIG195FLm7JlydHsrwBdfCjx/wrJFnr/nQ1CYOsSaF//qR/X/XEh66Yz2YBMjp+HyeTTyaQttWjshj5FJygxi1fq9F5T5loYAxHf0+WcBnE/Kc3CCG/FcZ+GRJzUWCUn0g/xkjzo4wL755lzEL0100NXvg74xTdrlxemeaWoifxOlNL8iY3u1L6PYB23doHqHEYRcE5317s0+0Jzb5UQoF0Pcs6ksMd8oxCo7N7383s/HgaBYSB8xqLqq6VNsSUjg25BkIUeoh alice";
    private const string KnownFingerprint = "fc:52:a6:22:0a:05:6c:5f:4a:d7:a1:6d:1f:b7:97:3b";

    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_a_line_of_ssh_rsa_and_PEM_and_finds_the_same_key_in_both()
    {
        account.AddUser("Alice");
        account.AddUser("Bob");

        var line = Call(new() { UserName = "alice", SSHPublicKeyBody = SshGivens.Line(7) + " me@home\n" }).SSHPublicKey!;
        var pem = Call(new() { UserName = "Bob", SSHPublicKeyBody = SshGivens.Pem(7) }).SSHPublicKey!;

        Assert.Matches("^APKA[A-Z2-7]{16}$", line.SSHPublicKeyId);
        Assert.Equal(("Alice", "Active", account.Clock.GetUtcNow()), (line.UserName, line.Status, line.UploadDate));
        Assert.Equal(SshGivens.Line(7) + " me@home", line.SSHPublicKeyBody);
        Assert.Matches("^([0-9a-f]{2}:){15}[0-9a-f]{2}$", line.Fingerprint);
        Assert.Equal(line.Fingerprint, pem.Fingerprint);
        account.Refuses<DuplicateSSHPublicKeyException>(
            400, "DuplicateSSHPublicKey", "The SSH public key is already associated with the specified IAM user.",
            () => Call(new() { UserName = "Alice", SSHPublicKeyBody = SshGivens.Pem(7) }));
    }

    [Fact]
    public void Shows_the_fingerprint_that_ssh_keygen_shows()
    {
        // The key of ssh-keygen -t rsa -b 2048, and what ssh-keygen -l -E md5 says of it.
        account.AddUser("Alice");

        Assert.Equal(KnownFingerprint, Call(new() { UserName = "Alice", SSHPublicKeyBody = KnownKey }).SSHPublicKey!.Fingerprint);
    }

    [Fact]
    public void Refuses_what_is_no_key_or_too_short()
    {
        account.AddUser("Alice");
        string[] invalid =
        [
            "ssh-rsa", "ssh-rsa AAAA", "ssh-rsa not-base64!", SshGivens.Line(7, 1024), SshGivens.Pem(7, 1024), SshGivens.Line(7)[..^8],
            SshGivens.Line(7).Replace("AAAAB3", "AAAAB4", StringComparison.Ordinal), "-----BEGIN PUBLIC KEY-----\nAAAA\n-----END PUBLIC KEY-----", "-----BEGIN PUBLIC KEY-----",
        ];

        Assert.All(invalid, body => account.Refuses<InvalidPublicKeyException>(
            400, "InvalidPublicKey", "The public key is malformed or otherwise invalid.", () => Call(new() { UserName = "Alice", SSHPublicKeyBody = body })));
    }

    [Fact]
    public void Recognizes_RSA_alone()
    {
        account.AddUser("Alice");
        using var certificate = ECDsa.Create();
        string[] others =
        [
            "ssh-ed25519 AAAAC3NzaC1lZDI1NTE5AAAAIHUjqUzmCo+tzG/wQOW0j6DNYkcqEBPkPy8zmo+1sIZ1", SshGivens.Line(7, name: "ssh-dss"), "AAAA", "hello world",
            certificate.ExportPkcs8PrivateKeyPem(), SshGivens.Pem(7) + "\n" + SshGivens.Pem(8),
        ];

        Assert.All(others, body => account.Refuses<UnrecognizedPublicKeyEncodingException>(
            400, "UnrecognizedPublicKeyEncoding", "The public key encoding format is unsupported or unrecognized.",
            () => Call(new() { UserName = "Alice", SSHPublicKeyBody = body })));
    }

    [Fact]
    public void Gives_a_user_five()
    {
        account.AddUser("Alice");
        for (byte seed = 1; seed <= 5; seed++)
        {
            account.AddSshKey("Alice", seed);
        }

        account.RefusesMore("Cannot exceed quota for SSHPublicKeysPerUser: 5", () => Call(new() { UserName = "Alice", SSHPublicKeyBody = SshGivens.Line(6) }));
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody", SSHPublicKeyBody = "x" }));
    }

    private UploadSSHPublicKeyResponse Call(UploadSSHPublicKeyRequest request) =>
        account.Write<UploadSSHPublicKey, UploadSSHPublicKeyRequest, UploadSSHPublicKeyResponse>(request);
}
