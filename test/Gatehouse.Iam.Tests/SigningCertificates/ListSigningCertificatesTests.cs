using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SigningCertificates;
using Gatehouse.Iam.Tests.Certificates;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SigningCertificates;

public sealed class ListSigningCertificatesTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_an_owners_own_oldest_first()
    {
        account.AddUser("Alice");
        var (first, _, second) = (Add("Alice", "a"), Add(null, "b"), Add("Alice", "c"));

        var page = Call(new() { UserName = "Alice", MaxItems = 1 });
        var rest = Call(new() { UserName = "Alice", MaxItems = 1, Marker = page.Marker });

        Assert.Equal([first, second], page.Certificates.Concat(rest.Certificates).Select(one => one.CertificateId));
        Assert.StartsWith("-----BEGIN CERTIFICATE-----", page.Certificates[0].CertificateBody, StringComparison.Ordinal);
        Assert.Equal("root", Assert.Single(Call(new()).Certificates).UserName);
    }

    private string Add(string? user, string name)
    {
        account.Clock.Advance(TimeSpan.FromSeconds(1));
        return account.Write<UploadSigningCertificate, UploadSigningCertificateRequest, UploadSigningCertificateResponse>(
            new() { UserName = user, CertificateBody = new CertificateGivens(account).Issue(name).Body }).Certificate.CertificateId;
    }

    private ListSigningCertificatesResponse Call(ListSigningCertificatesRequest request) =>
        account.Read<ListSigningCertificates, ListSigningCertificatesRequest, ListSigningCertificatesResponse>(request);
}
