using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.Contracts.RolesAnywhere.Shapes;
using Gatehouse.RolesAnywhere.TrustAnchors;
using Gatehouse.Testing;

namespace Gatehouse.RolesAnywhere.Tests.TrustAnchors;

public sealed class CreateTrustAnchorTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Makes_an_authority_one_whose_certificates_are_taken()
    {
        var made = Create(new() { Name = "root", Source = AnywhereFixture.Bundle(fixture.Root.Pem), Tags = [new() { Key = "Team", Value = "blue" }] });

        Assert.Equal($"arn:aws:rolesanywhere:us-east-1:111122223333:trust-anchor/{made.TrustAnchorId}", made.TrustAnchorArn);
        Assert.Equal(("root", false, "CERTIFICATE_BUNDLE", fixture.Root.Pem), (made.Name, made.Enabled, made.Source!.SourceType, made.Source.SourceData!.X509CertificateData));
        Assert.Equal(
            ["CA_CERTIFICATE_EXPIRY True 45 ALL rolesanywhere.amazonaws.com", "END_ENTITY_CERTIFICATE_EXPIRY True 45 ALL rolesanywhere.amazonaws.com"],
            made.NotificationSettings!.Select(one => $"{one.Event} {one.Enabled} {one.Threshold} {one.Channel} {one.ConfiguredBy}"));
        Assert.Equal("blue", fixture.Account.Account.TrustAnchors.Find(made.TrustAnchorId)!.Tags.Single().Value);
    }

    [Fact]
    public void Takes_several_certificates_and_settings()
    {
        using var other = TestAuthority.Root("CN=Other");

        var made = Create(new()
        {
            Name = "both",
            Source = AnywhereFixture.Bundle(fixture.Root.Pem + "\n" + other.Pem),
            Enabled = true,
            NotificationSettings = [new() { Event = "CA_CERTIFICATE_EXPIRY", Enabled = false, Threshold = 10 }],
        });

        Assert.True(made.Enabled);
        Assert.Equal((false, 10, "111122223333"), (made.NotificationSettings![0].Enabled!.Value, made.NotificationSettings[0].Threshold!.Value, made.NotificationSettings[0].ConfiguredBy!));
    }

    [Fact]
    public void Refuses_what_can_be_no_trust_anchor()
    {
        using var client = fixture.Root.Issue();
        using var plain = fixture.Root.Issue(plain: true);

        Refuses("Incorrect basic constraints for CA certificate", AnywhereFixture.Bundle(client.ExportCertificatePem()));
        Refuses("Incorrect basic constraints for CA certificate", AnywhereFixture.Bundle(fixture.Root.Pem + "\n" + plain.ExportCertificatePem()));
        Refuses("Unable to parse", AnywhereFixture.Bundle("not a certificate"));
        Refuses("Unable to parse", AnywhereFixture.Bundle(fixture.Root.Pem + "more"));
        Refuses("must have x509CertificateData", new() { SourceType = "CERTIFICATE_BUNDLE" });
        Refuses("must have a type", new() { SourceData = new() { X509CertificateData = fixture.Root.Pem } });
        Refuses("not offered here", new() { SourceType = "AWS_ACM_PCA", SourceData = new() { AcmPcaArn = "arn:aws:acm-pca:us-east-1:111122223333:certificate-authority/1" } });
        Assert.Equal("Incorrect key usage for CA certificate", Refusal(TestAuthority.Root(change: request =>
            request.CertificateExtensions[1] = new System.Security.Cryptography.X509Certificates.X509KeyUsageExtension(System.Security.Cryptography.X509Certificates.X509KeyUsageFlags.CrlSign, true)).Pem));
    }

    [Fact]
    public void Refuses_one_more_than_the_quota() // AWS: fifty in a region.
    {
        for (var count = 1; count < 50; count++)
        {
            Create(new() { Name = "root", Source = AnywhereFixture.Bundle(fixture.Root.Pem) });
        }

        Refuses("quota", AnywhereFixture.Bundle(fixture.Root.Pem));
        fixture.Region = "eu-west-1";
        Create(new() { Name = "root", Source = AnywhereFixture.Bundle(fixture.Root.Pem) });
    }

    [Fact]
    public void Refuses_a_third_certificate() // AWS: two, so that one can take the place of the other.
    {
        using var second = TestAuthority.Root("CN=Second");
        using var third = TestAuthority.Root("CN=Third");

        Refuses("The quota for certificates per trust anchor is 2.", AnywhereFixture.Bundle(string.Join('\n', fixture.Root.Pem, second.Pem, third.Pem)));
    }

    private void Refuses(string why, Source source) =>
        Assert.Contains(why, Assert.Throws<ValidationException>(() => Create(new() { Name = "bad", Source = source })).Message, StringComparison.Ordinal);

    private string Refusal(string pem) => Assert.Throws<ValidationException>(() => Create(new() { Name = "bad", Source = AnywhereFixture.Bundle(pem) })).Message;

    private TrustAnchorDetail Create(CreateTrustAnchorRequest request) => fixture.Write<CreateTrustAnchor, CreateTrustAnchorRequest, CreateTrustAnchorResponse>(request).TrustAnchor;
}
