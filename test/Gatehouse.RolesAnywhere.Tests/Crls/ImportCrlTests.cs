using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Crls;

namespace Gatehouse.RolesAnywhere.Tests.Crls;

public sealed class ImportCrlTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    private static readonly System.Security.Cryptography.HashAlgorithmName Sha256 = System.Security.Cryptography.HashAlgorithmName.SHA256;

    private DateTimeOffset Now => fixture.Account.Clock.GetUtcNow();

    [Fact]
    public void Takes_in_PEM_and_DER_and_shows_what_was_given()
    {
        using var certificate = fixture.Root.Issue();
        var der = fixture.Root.Revoke(Now, Now.AddDays(1), Sha256, certificate);
        var pem = AnywhereFixture.Pem(der);

        var (first, second) = (fixture.Import(der), fixture.Import(pem, enabled: false));

        Assert.Equal($"arn:aws:rolesanywhere:us-east-1:111122223333:crl/{first.CrlId}", first.CrlArn);
        Assert.Equal((true, false, fixture.Anchor.TrustAnchorArn), (first.Enabled, second.Enabled, first.TrustAnchorArn));
        Assert.Equal(der, first.CrlData);
        Assert.Equal(pem, second.CrlData);
    }

    [Fact]
    public void Refuses_what_is_no_list_or_not_whole()
    {
        var der = fixture.Root.Revoke(Now, Now.AddDays(1), Sha256);
        foreach (var bad in new[] { [0x30], der[..^1], [.. der, 0], "not a list"u8.ToArray(), AnywhereFixture.Pem(der)[..^20], System.Text.Encoding.ASCII.GetBytes(fixture.Root.Pem) })
        {
            Assert.Contains("Unable to parse", Assert.Throws<ValidationException>(() => fixture.Import(bad)).Message, StringComparison.Ordinal);
        }
    }

    [Fact]
    public void Refuses_a_list_of_the_anchor_that_the_anchor_did_not_sign()
    {
        using var impostor = Gatehouse.Testing.TestAuthority.Root();

        Assert.Contains("not signed", Assert.Throws<ValidationException>(() => fixture.Import(impostor.Revoke(Now, Now.AddDays(1), Sha256))).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void Refuses_a_trust_anchor_that_is_not_there_and_a_third_list() // AWS: two for a trust anchor.
    {
        var der = fixture.Root.Revoke(Now, Now.AddDays(1), Sha256);
        Assert.Throws<ValidationException>(() => fixture.Write<ImportCrl, ImportCrlRequest, ImportCrlResponse>(
            new() { Name = "x", CrlData = der, TrustAnchorArn = fixture.Anchor.TrustAnchorArn!.Replace("us-east-1", "eu-west-1", StringComparison.Ordinal) }));
        Assert.Throws<ValidationException>(() => fixture.Write<ImportCrl, ImportCrlRequest, ImportCrlResponse>(
            new() { Name = "x", CrlData = der, TrustAnchorArn = "arn:aws:rolesanywhere:::trust-anchor" }));
        fixture.Import(der);
        fixture.Import(der);
        Assert.Contains("quota", Assert.Throws<ValidationException>(() => fixture.Import(der)).Message, StringComparison.Ordinal);
    }
}
