using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Crls;

namespace Gatehouse.RolesAnywhere.Tests.Crls;

public sealed class UpdateCrlTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Puts_a_newer_list_in_its_place()
    {
        var now = fixture.Account.Clock.GetUtcNow();
        var sha256 = System.Security.Cryptography.HashAlgorithmName.SHA256;
        using var certificate = fixture.Root.Issue();
        var list = fixture.Import(fixture.Root.Revoke(now, now.AddDays(1), sha256));
        Assert.Single(fixture.Begin(certificate).CredentialSet!);

        var newer = fixture.Root.Revoke(now, now.AddDays(1), sha256, certificate);
        var changed = Update(new() { CrlId = list.CrlId!, CrlData = newer });

        Assert.Equal(("list", true), (changed.Name, changed.Enabled));
        Assert.Equal(newer, changed.CrlData);
        Assert.Throws<Contracts.RolesAnywhereSessions.AccessDeniedException>(() => fixture.Begin(certificate));
        Assert.Equal("new", Update(new() { CrlId = list.CrlId!, Name = "new" }).Name);
        Assert.Throws<ValidationException>(() => Update(new() { CrlId = list.CrlId!, CrlData = [1, 2, 3] }));
        Assert.Throws<ResourceNotFoundException>(() => Update(new() { CrlId = "00000000-0000-0000-0000-000000000000" }));
    }

    private Contracts.RolesAnywhere.Shapes.CrlDetail Update(UpdateCrlRequest request) => fixture.Write<UpdateCrl, UpdateCrlRequest, UpdateCrlResponse>(request).Crl;
}
