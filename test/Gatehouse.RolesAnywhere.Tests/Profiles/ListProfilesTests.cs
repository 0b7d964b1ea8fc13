using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Profiles;

namespace Gatehouse.RolesAnywhere.Tests.Profiles;

public sealed class ListProfilesTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Lists_those_of_the_region_page_by_page()
    {
        fixture.Write<CreateProfile, CreateProfileRequest, CreateProfileResponse>(new() { Name = "more", RoleArns = [] });
        fixture.Write<CreateProfile, CreateProfileRequest, CreateProfileResponse>(new() { Name = "more", RoleArns = [] });
        var all = Page(null, null).Profiles!;
        Assert.Equal(3, all.Count);

        var first = Page(null, 1);
        var second = Page(first.NextToken, 10);

        Assert.Equal(all.Select(one => one.ProfileId), first.Profiles!.Concat(second.Profiles!).Select(one => one.ProfileId));
        Assert.Null(second.NextToken);
        fixture.Region = "eu-west-1";
        Assert.Empty(Page(null, null).Profiles!);
    }

    [Fact]
    public void Refuses_a_page_of_nothing_and_a_token_of_somebody_else()
    {
        Assert.Throws<ValidationException>(() => Page(null, 0));
        Assert.Equal("The nextToken is not valid.", Assert.Throws<ValidationException>(() => Page("!", null)).Message);
    }

    private ListProfilesResponse Page(string? token, int? size) => fixture.Read<ListProfiles, ListProfilesRequest, ListProfilesResponse>(new() { NextToken = token, PageSize = size });
}
