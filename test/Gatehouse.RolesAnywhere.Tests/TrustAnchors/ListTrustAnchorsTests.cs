using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.TrustAnchors;

namespace Gatehouse.RolesAnywhere.Tests.TrustAnchors;

public sealed class ListTrustAnchorsTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Lists_those_of_the_region_page_by_page()
    {
        fixture.Write<CreateTrustAnchor, CreateTrustAnchorRequest, CreateTrustAnchorResponse>(new() { Name = "more", Source = AnywhereFixture.Bundle(fixture.Root.Pem) });
        fixture.Write<CreateTrustAnchor, CreateTrustAnchorRequest, CreateTrustAnchorResponse>(new() { Name = "more", Source = AnywhereFixture.Bundle(fixture.Root.Pem) });
        var all = Page(null, null).TrustAnchors!;
        Assert.Equal(3, all.Count);

        var first = Page(null, 1);
        var second = Page(first.NextToken, 10);

        Assert.Equal(all.Select(one => one.TrustAnchorId), first.TrustAnchors!.Concat(second.TrustAnchors!).Select(one => one.TrustAnchorId));
        Assert.Null(second.NextToken);
        fixture.Region = "eu-west-1";
        Assert.Empty(Page(null, null).TrustAnchors!);
    }

    [Fact]
    public void Refuses_a_page_of_nothing_and_a_token_of_somebody_else()
    {
        Assert.Throws<ValidationException>(() => Page(null, 0));
        Assert.Equal("The nextToken is not valid.", Assert.Throws<ValidationException>(() => Page("!", null)).Message);
    }

    private ListTrustAnchorsResponse Page(string? token, int? size) => fixture.Read<ListTrustAnchors, ListTrustAnchorsRequest, ListTrustAnchorsResponse>(new() { NextToken = token, PageSize = size });
}
