using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.ServiceCredentials;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.ServiceCredentials;

public sealed class UpdateServiceSpecificCredentialTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Turns_a_credential_off_and_on()
    {
        account.AddUser("Alice");
        var id = account.AddCredential("Alice").ServiceSpecificCredentialId;

        Call(new() { UserName = "Alice", ServiceSpecificCredentialId = id, Status = "Inactive" });
        Assert.Equal(KeyStatus.Inactive, account.Account.ServiceCredentials.Find(id)!.Status);
        Call(new() { ServiceSpecificCredentialId = id, Status = "Active" });
        Assert.Equal(KeyStatus.Active, account.Account.ServiceCredentials.Find(id)!.Status);
        account.RefusesValue(
            "1 validation error detected: Value 'Expired' at 'status' failed to satisfy constraint: Member must satisfy enum value set: [Active, Inactive]",
            () => Call(new() { ServiceSpecificCredentialId = id, Status = "Expired" }));
    }

    private UpdateServiceSpecificCredentialResponse Call(UpdateServiceSpecificCredentialRequest request) =>
        account.Write<UpdateServiceSpecificCredential, UpdateServiceSpecificCredentialRequest, UpdateServiceSpecificCredentialResponse>(request);
}
