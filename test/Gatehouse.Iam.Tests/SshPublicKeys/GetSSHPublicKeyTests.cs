using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SshPublicKeys;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SshPublicKeys;

public sealed class GetSSHPublicKeyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_a_key_in_the_encoding_asked_for()
    {
        account.AddUser("Alice");
        account.AddUser("Bob");
        var id = account.AddSshKey("Alice", 7);
        var pem = account.Write<UploadSSHPublicKey, UploadSSHPublicKeyRequest, UploadSSHPublicKeyResponse>(
            new() { UserName = "Bob", SSHPublicKeyBody = SshGivens.Pem(7) }).SSHPublicKey!.SSHPublicKeyId;

        Assert.Equal(SshGivens.Line(7) + " me@home", Call(new() { UserName = "Alice", SSHPublicKeyId = id, Encoding = "SSH" }).SSHPublicKey!.SSHPublicKeyBody);
        Assert.Equal(SshGivens.Pem(7), Call(new() { UserName = "Alice", SSHPublicKeyId = id, Encoding = "PEM" }).SSHPublicKey!.SSHPublicKeyBody);
        Assert.Equal(SshGivens.Line(7), Call(new() { UserName = "Bob", SSHPublicKeyId = pem, Encoding = "SSH" }).SSHPublicKey!.SSHPublicKeyBody);
        Assert.Equal(SshGivens.Pem(7), Call(new() { UserName = "Bob", SSHPublicKeyId = pem, Encoding = "PEM" }).SSHPublicKey!.SSHPublicKeyBody);
    }

    [Fact]
    public void Finds_only_keys_of_the_user()
    {
        account.AddUser("Alice");
        account.AddUser("Bob");
        var id = account.AddSshKey("Alice", 7);

        account.RefusesMissing($"The Public Key with id {id} cannot be found.", () => Call(new() { UserName = "Bob", SSHPublicKeyId = id, Encoding = "SSH" }));
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody", SSHPublicKeyId = id, Encoding = "SSH" }));
    }

    private GetSSHPublicKeyResponse Call(GetSSHPublicKeyRequest request) =>
        account.Read<GetSSHPublicKey, GetSSHPublicKeyRequest, GetSSHPublicKeyResponse>(request);
}
