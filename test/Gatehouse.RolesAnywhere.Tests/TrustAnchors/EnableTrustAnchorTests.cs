using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.TrustAnchors;

namespace Gatehouse.RolesAnywhere.Tests.TrustAnchors;

public sealed class EnableTrustAnchorTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Enables_it_and_says_when()
    {
        var id = fixture.Anchor.TrustAnchorId!;
        fixture.Write<DisableTrustAnchor, DisableTrustAnchorRequest, DisableTrustAnchorResponse>(new() { TrustAnchorId = id });
        fixture.Account.Clock.Advance(TimeSpan.FromMinutes(1));

        var changed = fixture.Write<EnableTrustAnchor, EnableTrustAnchorRequest, EnableTrustAnchorResponse>(new() { TrustAnchorId = id }).TrustAnchor;

        Assert.True(changed.Enabled);
        Assert.Equal(fixture.Account.Clock.GetUtcNow(), changed.UpdatedAt);
        Assert.True(fixture.Read<GetTrustAnchor, GetTrustAnchorRequest, GetTrustAnchorResponse>(new() { TrustAnchorId = id }).TrustAnchor.Enabled);
    }

    [Fact]
    public void Refuses_what_is_not_there_in_the_region()
    {
        var id = fixture.Anchor.TrustAnchorId!;
        fixture.Region = "eu-west-1";

        Assert.Equal(404, Assert.Throws<ResourceNotFoundException>(() => fixture.Write<EnableTrustAnchor, EnableTrustAnchorRequest, EnableTrustAnchorResponse>(new() { TrustAnchorId = id }).TrustAnchor).Status);
    }
}
