using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.TrustAnchors;

namespace Gatehouse.RolesAnywhere.Tests.TrustAnchors;

public sealed class DeleteTrustAnchorTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Deletes_it_and_shows_what_it_was()
    {
        var id = fixture.Anchor.TrustAnchorId!;

        Assert.Equal(id, fixture.Write<DeleteTrustAnchor, DeleteTrustAnchorRequest, DeleteTrustAnchorResponse>(new() { TrustAnchorId = id }).TrustAnchor.TrustAnchorId);

        Assert.Throws<ResourceNotFoundException>(() => fixture.Read<GetTrustAnchor, GetTrustAnchorRequest, GetTrustAnchorResponse>(new() { TrustAnchorId = id }).TrustAnchor);
    }

    [Fact]
    public void Refuses_what_is_not_there_in_the_region()
    {
        var id = fixture.Anchor.TrustAnchorId!;
        fixture.Region = "eu-west-1";

        Assert.Equal(404, Assert.Throws<ResourceNotFoundException>(() => fixture.Write<DeleteTrustAnchor, DeleteTrustAnchorRequest, DeleteTrustAnchorResponse>(new() { TrustAnchorId = id }).TrustAnchor).Status);
    }
}
