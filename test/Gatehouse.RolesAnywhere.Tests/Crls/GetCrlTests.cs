using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Crls;

namespace Gatehouse.RolesAnywhere.Tests.Crls;

public sealed class GetCrlTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Shows_it()
    {
        var id = List().CrlId!;

        var shown = fixture.Read<GetCrl, GetCrlRequest, GetCrlResponse>(new() { CrlId = id }).Crl;

        Assert.Equal(id, shown.CrlId);
        Assert.Equal(fixture.Account.Clock.GetUtcNow(), shown.CreatedAt);
    }

    [Fact]
    public void Refuses_what_is_not_there_in_the_region()
    {
        var id = List().CrlId!;
        fixture.Region = "eu-west-1";

        Assert.Equal(404, Assert.Throws<ResourceNotFoundException>(() => fixture.Read<GetCrl, GetCrlRequest, GetCrlResponse>(new() { CrlId = id }).Crl).Status);
    }

    private Contracts.RolesAnywhere.Shapes.CrlDetail List() => fixture.Import(fixture.Root.Revoke(fixture.Account.Clock.GetUtcNow(), fixture.Account.Clock.GetUtcNow().AddDays(1), System.Security.Cryptography.HashAlgorithmName.SHA256));
}
