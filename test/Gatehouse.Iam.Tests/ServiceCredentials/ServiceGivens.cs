using System.Text;
using Gatehouse.Accounts.Secrets;
using Gatehouse.Contracts.Iam;
using Gatehouse.Contracts.Iam.Shapes;
using Gatehouse.Iam.ServiceCredentials;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.ServiceCredentials;

/// <summary>Service-specific credentials for tests.</summary>
internal static class ServiceGivens
{
    internal static ServiceSpecificCredential AddCredential(
        this AccountFixture account, string user, string service = "codecommit.amazonaws.com", int? days = null)
    {
        account.Clock.Advance(TimeSpan.FromSeconds(1));
        return account.Write<CreateServiceSpecificCredential, CreateServiceSpecificCredentialRequest, CreateServiceSpecificCredentialResponse>(
            new() { UserName = user, ServiceName = service, CredentialAgeDays = days }).ServiceSpecificCredential!;
    }

    /// <summary>What lies sealed under an id.</summary>
    internal static string Unsealed(this AccountFixture account, string id)
    {
        var stored = account.Reload().ServiceCredentials.Find(id)!;
        Assert.True(account.Installation.Secrets.TryOpen(
            stored.Secret, SecretKind.ServiceCredential, AccountFixture.Id, id, stored.SecretVersion, out var secret));
        return Encoding.UTF8.GetString(secret.Bytes);
    }
}
