using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.ServerCertificates;
using Gatehouse.Iam.Tests.Certificates;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.ServerCertificates;

public sealed class DeleteServerCertificateTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Deletes_a_certificate_once()
    {
        Add("Web");

        Call(new() { ServerCertificateName = "WEB" });

        Assert.Empty(account.Reload().ServerCertificates);
        account.RefusesMissing("The Server Certificate with name Web cannot be found.", () => Call(new() { ServerCertificateName = "Web" }));
    }

    private void Add(string name, string path = "/")
    {
        var made = new CertificateGivens(account).Issue(name);
        account.Write<UploadServerCertificate, UploadServerCertificateRequest, UploadServerCertificateResponse>(
            new() { ServerCertificateName = name, Path = path, CertificateBody = made.Body, PrivateKey = made.PrivateKey });
    }

    private DeleteServerCertificateResponse Call(DeleteServerCertificateRequest request) =>
        account.Write<DeleteServerCertificate, DeleteServerCertificateRequest, DeleteServerCertificateResponse>(request);
}
