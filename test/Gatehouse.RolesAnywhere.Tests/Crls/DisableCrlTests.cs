using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Crls;

namespace Gatehouse.RolesAnywhere.Tests.Crls;

public sealed class DisableCrlTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Disables_it_and_says_when()
    {
        var id = List().CrlId!;
        fixture.Account.Clock.Advance(TimeSpan.FromMinutes(1));

        var changed = fixture.Write<DisableCrl, DisableCrlRequest, DisableCrlResponse>(new() { CrlId = id }).Crl;

        Assert.False(changed.Enabled);
        Assert.Equal(fixture.Account.Clock.GetUtcNow(), changed.UpdatedAt);
        Assert.False(fixture.Read<GetCrl, GetCrlRequest, GetCrlResponse>(new() { CrlId = id }).Crl.Enabled);
    }

    [Fact]
    public void Refuses_what_is_not_there_in_the_region()
    {
        var id = List().CrlId!;
        fixture.Region = "eu-west-1";

        Assert.Equal(404, Assert.Throws<ResourceNotFoundException>(() => fixture.Write<DisableCrl, DisableCrlRequest, DisableCrlResponse>(new() { CrlId = id }).Crl).Status);
    }

    private Contracts.RolesAnywhere.Shapes.CrlDetail List() => fixture.Import(fixture.Root.Revoke(fixture.Account.Clock.GetUtcNow(), fixture.Account.Clock.GetUtcNow().AddDays(1), System.Security.Cryptography.HashAlgorithmName.SHA256));
}
