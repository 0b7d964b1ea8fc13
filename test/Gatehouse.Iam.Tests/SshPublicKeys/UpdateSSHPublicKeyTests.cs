using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SshPublicKeys;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SshPublicKeys;

public sealed class UpdateSSHPublicKeyTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Turns_a_key_off_and_on()
    {
        account.AddUser("Alice");
        var id = account.AddSshKey("Alice", 7);

        Call(new() { UserName = "Alice", SSHPublicKeyId = id, Status = "Inactive" });
        Assert.Equal(KeyStatus.Inactive, account.Account.SshPublicKeys.Find(id)!.Status);
        Call(new() { UserName = "Alice", SSHPublicKeyId = id, Status = "Active" });
        Assert.Equal(KeyStatus.Active, account.Account.SshPublicKeys.Find(id)!.Status);
    }

    [Fact]
    public void Refuses_what_nobody_can_ask_for()
    {
        account.AddUser("Alice");
        var id = account.AddSshKey("Alice", 7);

        account.RefusesValue(
            "1 validation error detected: Value 'Expired' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]",
            () => Call(new() { UserName = "Alice", SSHPublicKeyId = id, Status = "Expired" }));
        account.RefusesMissing(
            "The Public Key with id APKAAAAAAAAAAAAAAAAA cannot be found.",
            () => Call(new() { UserName = "Alice", SSHPublicKeyId = "APKAAAAAAAAAAAAAAAAA", Status = "Active" }));
    }

    private UpdateSSHPublicKeyResponse Call(UpdateSSHPublicKeyRequest request) =>
        account.Write<UpdateSSHPublicKey, UpdateSSHPublicKeyRequest, UpdateSSHPublicKeyResponse>(request);
}
