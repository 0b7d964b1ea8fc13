using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.SigningCertificates;
using Gatehouse.Iam.Tests.Certificates;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.SigningCertificates;

public sealed class UploadSigningCertificateTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Adds_a_certificate_to_a_user_and_to_root()
    {
        account.AddUser("Alice");

        var own = Call(new() { UserName = "alice", CertificateBody = Given.Issue("a").Body }).Certificate;
        var body = Given.Issue("b").Body + "\n";
        var root = Call(new() { CertificateBody = body }).Certificate;

        Assert.Matches("^[A-Z2-7]{24}$", own.CertificateId);
        Assert.Equal(("Alice", "Active", account.Clock.GetUtcNow()), (own.UserName, own.Status, own.UploadDate));
        Assert.Equal(("root", body), (root.UserName, root.CertificateBody));
        Assert.Equal([own.CertificateId], account.Reload().SigningCertificates.OwnedBy(account.Account.Users.Find("Alice")!.Id).Select(one => one.Id));
    }

    [Fact]
    public void Refuses_what_is_not_one_certificate()
    {
        account.AddUser("Alice");
        var (one, two) = (Given.Issue("a"), Given.Issue("b"));
        string[] malformed = ["x", one.PrivateKey, one.Body + "\n" + two.Body, one.Body[..^40], "text\n" + one.Body, "-----BEGIN CERTIFICATE-----\nAAAA\n-----END CERTIFICATE-----"];

        Assert.All(malformed, body => account.Refuses<MalformedCertificateException>(
            400, "MalformedCertificate", "Unable to parse certificate. Please ensure the certificate is in PEM format.",
            () => Call(new() { UserName = "Alice", CertificateBody = body })));
    }

    [Fact]
    public void Refuses_one_that_is_not_valid_now()
    {
        account.AddUser("Alice");
        string[] bodies =
        [
            CertificateGivens.Issue(account, "old", null, new CertificateGivens.EcKey(), -9, -1).Body, CertificateGivens.Issue(account, "new", null, new CertificateGivens.EcKey(), 1, 9).Body,
        ];

        Assert.All(bodies, body => account.Refuses<InvalidCertificateException>(
            400, "InvalidCertificate", "The certificate is not valid at this time.", () => Call(new() { UserName = "Alice", CertificateBody = body })));
    }

    [Fact]
    public void Takes_a_certificate_once_in_an_account_and_two_for_a_user()
    {
        account.AddUser("Alice");
        account.AddUser("Bob");
        var body = Given.Issue("a").Body;
        Call(new() { UserName = "Alice", CertificateBody = body });

        account.Refuses<DuplicateCertificateException>(
            409, "DuplicateCertificate", "The same certificate is associated with an IAM user in the account.", () => Call(new() { UserName = "Bob", CertificateBody = body }));
        Call(new() { UserName = "Alice", CertificateBody = Given.Issue("b").Body });
        account.RefusesMore("Cannot exceed quota for SigningCertificatesPerUser: 2", () => Call(new() { UserName = "Alice", CertificateBody = Given.Issue("c").Body }));
    }

    private CertificateGivens Given => new(account);

    private UploadSigningCertificateResponse Call(UploadSigningCertificateRequest request) =>
        account.Write<UploadSigningCertificate, UploadSigningCertificateRequest, UploadSigningCertificateResponse>(request);
}
