using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SshPublicKeys;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SshPublicKeys;

public sealed class DeleteSSHPublicKeyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Deletes_a_key_once_so_that_it_may_come_again()
    {
        account.AddUser("Alice");
        var id = account.AddSshKey("Alice", 7);

        Call(new() { UserName = "Alice", SSHPublicKeyId = id });

        Assert.Empty(account.Reload().SshPublicKeys);
        account.RefusesMissing($"The Public Key with id {id} cannot be found.", () => Call(new() { UserName = "Alice", SSHPublicKeyId = id }));
        account.AddSshKey("Alice", 7);
    }

    private DeleteSSHPublicKeyResponse Call(DeleteSSHPublicKeyRequest request) =>
        account.Write<DeleteSSHPublicKey, DeleteSSHPublicKeyRequest, DeleteSSHPublicKeyResponse>(request);
}
