using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SigningCertificates;
using Gatehouse.Iam.Tests.Certificates;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SigningCertificates;

public sealed class DeleteSigningCertificateTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Deletes_a_certificate_once()
    {
        var id = Add(null, "a");

        Call(new() { CertificateId = id });

        Assert.Empty(account.Reload().SigningCertificates);
        account.RefusesMissing($"The Certificate with id {id} cannot be found.", () => Call(new() { CertificateId = id }));
    }

    private string Add(string? user, string name)
    {
        account.Clock.Advance(TimeSpan.FromSeconds(1));
        return account.Write<UploadSigningCertificate, UploadSigningCertificateRequest, UploadSigningCertificateResponse>(
            new() { UserName = user, CertificateBody = new CertificateGivens(account).Issue(name).Body }).Certificate.CertificateId;
    }

    private DeleteSigningCertificateResponse Call(DeleteSigningCertificateRequest request) =>
        account.Write<DeleteSigningCertificate, DeleteSigningCertificateRequest, DeleteSigningCertificateResponse>(request);
}
