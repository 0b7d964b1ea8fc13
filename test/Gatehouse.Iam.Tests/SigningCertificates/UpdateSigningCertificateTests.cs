using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SigningCertificates;
using Gatehouse.Iam.Tests.Certificates;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SigningCertificates;

public sealed class UpdateSigningCertificateTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Turns_a_certificate_off_and_on()
    {
        account.AddUser("Alice");
        var id = Add("Alice", "a");

        Call(new() { UserName = "Alice", CertificateId = id, Status = "Inactive" });
        Assert.Equal(KeyStatus.Inactive, account.Account.SigningCertificates.Find(id)!.Status);
        Call(new() { UserName = "Alice", CertificateId = id, Status = "Active" });
        Assert.Equal(KeyStatus.Active, account.Account.SigningCertificates.Find(id)!.Status);
        account.RefusesMissing($"The Certificate with id {id} cannot be found.", () => Call(new() { CertificateId = id, Status = "Active" }));
    }

    private string Add(string? user, string name)
    {
        account.Clock.Advance(TimeSpan.FromSeconds(1));
        return account.Write<UploadSigningCertificate, UploadSigningCertificateRequest, UploadSigningCertificateResponse>(
            new() { UserName = user, CertificateBody = new CertificateGivens(account).Issue(name).Body }).Certificate.CertificateId;
    }

    private UpdateSigningCertificateResponse Call(UpdateSigningCertificateRequest request) =>
        account.Write<UpdateSigningCertificate, UpdateSigningCertificateRequest, UpdateSigningCertificateResponse>(request);
}
