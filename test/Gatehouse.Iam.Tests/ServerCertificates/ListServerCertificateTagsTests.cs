using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.ServerCertificates;
using Gatehouse.Iam.Tests.Certificates;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.ServerCertificates;

public sealed class ListServerCertificateTagsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_tags_in_the_order_of_their_keys()
    {
        Add("Web");

        Assert.Equal(["a", "b"], Call(new() { ServerCertificateName = "Web" }).Tags.Select(tag => tag.Key));
    }

    private void Add(string name)
    {
        var made = new CertificateGivens(account).Issue(name);
        account.Write<UploadServerCertificate, UploadServerCertificateRequest, UploadServerCertificateResponse>(new()
        {
            ServerCertificateName = name,
            CertificateBody = made.Body,
            PrivateKey = made.PrivateKey,
            Tags = [new() { Key = "b", Value = "1" }, new() { Key = "a", Value = "2" }],
        });
    }

    private ListServerCertificateTagsResponse Call(ListServerCertificateTagsRequest request) =>
        account.Read<ListServerCertificateTags, ListServerCertificateTagsRequest, ListServerCertificateTagsResponse>(request);
}
