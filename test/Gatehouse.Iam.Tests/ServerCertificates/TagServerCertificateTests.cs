using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.ServerCertificates;
using Gatehouse.Iam.Tests.Certificates;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.ServerCertificates;

public sealed class TagServerCertificateTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Sets_tags_whose_keys_keep_their_case()
    {
        Add("Web");

        Call(new() { ServerCertificateName = "Web", Tags = [new() { Key = "A", Value = "3" }, new() { Key = "b", Value = "4" }] });

        Assert.Equal(["a=2", "A=3", "b=4"], account.Account.ServerCertificates.Find("Web")!.Tags.Select(tag => $"{tag.Key}={tag.Value}"));
        account.Refuses<InvalidInputException>(400, "InvalidInput", "Duplicate tag keys found.", () => Call(
            new() { ServerCertificateName = "Web", Tags = [new() { Key = "A", Value = "3" }, new() { Key = "A", Value = "4" }] }));
        account.RefusesMissing("The Server Certificate with name x cannot be found.", () => Call(new() { ServerCertificateName = "x", Tags = [] }));
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

    private TagServerCertificateResponse Call(TagServerCertificateRequest request) =>
        account.Write<TagServerCertificate, TagServerCertificateRequest, TagServerCertificateResponse>(request);
}
