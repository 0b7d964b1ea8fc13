using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.ServerCertificates;
using Gatehouse.Iam.Tests.Certificates;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.ServerCertificates;

public sealed class GetServerCertificateTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_the_certificate_and_never_its_key()
    {
        Add("Web");

        var shown = Call(new() { ServerCertificateName = "web" }).ServerCertificate;

        Assert.Equal("Web", shown.ServerCertificateMetadata.ServerCertificateName);
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", shown.CertificateBody, StringComparison.Ordinal);
        Assert.Null(shown.CertificateChain);
        account.RefusesMissing("The Server Certificate with name x cannot be found.", () => Call(new() { ServerCertificateName = "x" }));
    }

    private void Add(string name, string path = "/")
    {
        var made = new CertificateGivens(account).Issue(name);
        account.Write<UploadServerCertificate, UploadServerCertificateRequest, UploadServerCertificateResponse>(
            new() { ServerCertificateName = name, Path = path, CertificateBody = made.Body, PrivateKey = made.PrivateKey });
    }

    private GetServerCertificateResponse Call(GetServerCertificateRequest request) =>
        account.Read<GetServerCertificate, GetServerCertificateRequest, GetServerCertificateResponse>(request);
}
