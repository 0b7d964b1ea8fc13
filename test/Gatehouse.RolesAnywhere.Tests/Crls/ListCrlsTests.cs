using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Crls;

namespace Gatehouse.RolesAnywhere.Tests.Crls;

public sealed class ListCrlsTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Lists_those_of_the_region_page_by_page()
    {
        List();
        List();
        var all = Page(null, null).Crls!;
        Assert.Equal(2, all.Count);

        var first = Page(null, 1);
        var second = Page(first.NextToken, 10);

        Assert.Equal(all.Select(one => one.CrlId), first.Crls!.Concat(second.Crls!).Select(one => one.CrlId));
        Assert.Null(second.NextToken);
        fixture.Region = "eu-west-1";
        Assert.Empty(Page(null, null).Crls!);
    }

    [Fact]
    public void Refuses_a_page_of_nothing_and_a_token_of_somebody_else()
    {
        Assert.Throws<ValidationException>(() => Page(null, 0));
        Assert.Equal("The nextToken is not valid.", Assert.Throws<ValidationException>(() => Page("!", null)).Message);
    }

    private ListCrlsResponse Page(string? token, int? size) => fixture.Read<ListCrls, ListCrlsRequest, ListCrlsResponse>(new() { NextToken = token, PageSize = size });

    private Contracts.RolesAnywhere.Shapes.CrlDetail List() => fixture.Import(fixture.Root.Revoke(fixture.Account.Clock.GetUtcNow(), fixture.Account.Clock.GetUtcNow().AddDays(1), System.Security.Cryptography.HashAlgorithmName.SHA256));
}
