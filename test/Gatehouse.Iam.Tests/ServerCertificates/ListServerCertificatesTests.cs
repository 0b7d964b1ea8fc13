using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.ServerCertificates;
using Gatehouse.Iam.Tests.Certificates;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.ServerCertificates;

public sealed class ListServerCertificatesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_those_under_a_path_in_pages()
    {
        Add("b", "/edge/");
        Add("a", "/edge/");
        Add("c");

        var page = Call(new() { PathPrefix = "/edge", MaxItems = 1 });
        var rest = Call(new() { PathPrefix = "/edge", MaxItems = 1, Marker = page.Marker });

        Assert.Equal(["a", "b"], page.ServerCertificateMetadataList.Concat(rest.ServerCertificateMetadataList).Select(one => one.ServerCertificateName));
        Assert.Equal(3, Call(new()).ServerCertificateMetadataList.Count);
    }

    private void Add(string name, string path = "/")
    {
        var made = new CertificateGivens(account).Issue(name);
        account.Write<UploadServerCertificate, UploadServerCertificateRequest, UploadServerCertificateResponse>(
            new() { ServerCertificateName = name, Path = path, CertificateBody = made.Body, PrivateKey = made.PrivateKey });
    }

    private ListServerCertificatesResponse Call(ListServerCertificatesRequest request) =>
        account.Read<ListServerCertificates, ListServerCertificatesRequest, ListServerCertificatesResponse>(request);
}
