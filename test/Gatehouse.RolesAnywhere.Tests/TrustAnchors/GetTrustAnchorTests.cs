using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.TrustAnchors;

namespace Gatehouse.RolesAnywhere.Tests.TrustAnchors;

public sealed class GetTrustAnchorTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Shows_it()
    {
        var id = fixture.Anchor.TrustAnchorId!;

        var shown = fixture.Read<GetTrustAnchor, GetTrustAnchorRequest, GetTrustAnchorResponse>(new() { TrustAnchorId = id }).TrustAnchor;

        Assert.Equal(id, shown.TrustAnchorId);
        Assert.Equal(fixture.Account.Clock.GetUtcNow(), shown.CreatedAt);
    }

    [Fact]
    public void Refuses_what_is_not_there_in_the_region()
    {
        var id = fixture.Anchor.TrustAnchorId!;
        fixture.Region = "eu-west-1";

        Assert.Equal(404, Assert.Throws<ResourceNotFoundException>(() => fixture.Read<GetTrustAnchor, GetTrustAnchorRequest, GetTrustAnchorResponse>(new() { TrustAnchorId = id }).TrustAnchor).Status);
    }
}
