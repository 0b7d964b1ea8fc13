using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.TrustAnchors;

namespace Gatehouse.RolesAnywhere.Tests.TrustAnchors;

public sealed class UpdateTrustAnchorTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Changes_what_is_named_and_leaves_the_rest()
    {
        using var other = Gatehouse.Testing.TestAuthority.Root("CN=Other");
        using var certificate = other.Issue();
        Assert.Throws<Contracts.RolesAnywhereSessions.AccessDeniedException>(() => fixture.Begin(certificate));

        var changed = Update(new() { TrustAnchorId = fixture.Anchor.TrustAnchorId!, Source = AnywhereFixture.Bundle(other.Pem) });

        Assert.Equal(("root", other.Pem, true), (changed.Name, changed.Source!.SourceData!.X509CertificateData, changed.Enabled));
        Assert.Single(fixture.Begin(certificate).CredentialSet!);
        Assert.Equal("new", Update(new() { TrustAnchorId = fixture.Anchor.TrustAnchorId!, Name = "new" }).Name);
    }

    [Fact]
    public void Refuses_what_can_be_no_trust_anchor_and_changes_nothing()
    {
        Assert.Throws<ValidationException>(() => Update(new() { TrustAnchorId = fixture.Anchor.TrustAnchorId!, Name = "new", Source = AnywhereFixture.Bundle("x") }));
        Assert.Throws<ResourceNotFoundException>(() => Update(new() { TrustAnchorId = "00000000-0000-0000-0000-000000000000" }));

        Assert.Equal("root", fixture.Account.Account.TrustAnchors[0].Name);
    }

    private Contracts.RolesAnywhere.Shapes.TrustAnchorDetail Update(UpdateTrustAnchorRequest request) =>
        fixture.Write<UpdateTrustAnchor, UpdateTrustAnchorRequest, UpdateTrustAnchorResponse>(request).TrustAnchor;
}
