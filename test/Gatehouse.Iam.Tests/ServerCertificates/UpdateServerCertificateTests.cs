using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.ServerCertificates;
using Gatehouse.Iam.Tests.Certificates;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.ServerCertificates;

public sealed class UpdateServerCertificateTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Gives_another_name_and_path_and_keeps_the_rest()
    {
        Add("Web");
        Add("Other");
        var before = account.Account.ServerCertificates.Find("Web")!;

        account.RefusesTaken("The Server Certificate with name other already exists.", () => Call(new() { ServerCertificateName = "Web", NewServerCertificateName = "other" }));
        Call(new() { ServerCertificateName = "web", NewServerCertificateName = "Site", NewPath = "/edge/" });
        Call(new() { ServerCertificateName = "Site", NewServerCertificateName = "SITE" });

        Assert.Null(account.Reload().ServerCertificates.Find("Web"));
        Assert.Equal((before.Id, "SITE", "/edge/"), account.Reload().ServerCertificates.Find("site") is { } after ? (after.Id, after.Name, after.Path) : default);
        account.RefusesMissing("The Server Certificate with name x cannot be found.", () => Call(new() { ServerCertificateName = "x" }));
    }

    [Fact]
    public void Is_checked_on_both_ends()
    {
        Add("Web");

        var needs = account.Needs<UpdateServerCertificate, UpdateServerCertificateRequest>(
            "iam:UpdateServerCertificate", new() { ServerCertificateName = "web", NewPath = "/edge/" });

        Assert.Equal(
            ["iam:UpdateServerCertificate arn:aws:iam::111122223333:server-certificate/Web", "iam:UpdateServerCertificate arn:aws:iam::111122223333:server-certificate/edge/Web"],
            needs.Lines());
    }

    private void Add(string name, string path = "/")
    {
        var made = new CertificateGivens(account).Issue(name);
        account.Write<UploadServerCertificate, UploadServerCertificateRequest, UploadServerCertificateResponse>(
            new() { ServerCertificateName = name, Path = path, CertificateBody = made.Body, PrivateKey = made.PrivateKey });
    }

    private UpdateServerCertificateResponse Call(UpdateServerCertificateRequest request) =>
        account.Write<UpdateServerCertificate, UpdateServerCertificateRequest, UpdateServerCertificateResponse>(request);
}
