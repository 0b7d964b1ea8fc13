using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.ServiceCredentials;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.ServiceCredentials;

public sealed class DeleteServiceSpecificCredentialTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Deletes_a_credential_once()
    {
        account.AddUser("Alice");
        var id = account.AddCredential("Alice").ServiceSpecificCredentialId;

        Call(new() { UserName = "Alice", ServiceSpecificCredentialId = id });

        Assert.Empty(account.Reload().ServiceCredentials);
        account.RefusesMissing($"No such credential {id} exists", () => Call(new() { UserName = "Alice", ServiceSpecificCredentialId = id }));
    }

    private DeleteServiceSpecificCredentialResponse Call(DeleteServiceSpecificCredentialRequest request) =>
        account.Write<DeleteServiceSpecificCredential, DeleteServiceSpecificCredentialRequest, DeleteServiceSpecificCredentialResponse>(request);
}
