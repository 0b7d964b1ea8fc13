using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.ServerCertificates;
using Gatehouse.Iam.Tests.Certificates;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.ServerCertificates;

public sealed class UntagServerCertificateTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_tags_off()
    {
        Add("Web");

        Call(new() { ServerCertificateName = "Web", TagKeys = ["a", "B", "z"] });

        Assert.Equal("b", Assert.Single(account.Account.ServerCertificates.Find("Web")!.Tags).Key);
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

    private UntagServerCertificateResponse Call(UntagServerCertificateRequest request) =>
        account.Write<UntagServerCertificate, UntagServerCertificateRequest, UntagServerCertificateResponse>(request);
}
