using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Profiles;

namespace Gatehouse.RolesAnywhere.Tests.Profiles;

public sealed class GetProfileTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Shows_it()
    {
        var id = fixture.Profile.ProfileId!;

        var shown = fixture.Read<GetProfile, GetProfileRequest, GetProfileResponse>(new() { ProfileId = id }).Profile!;

        Assert.Equal(id, shown.ProfileId);
        Assert.Equal(fixture.Account.Clock.GetUtcNow(), shown.CreatedAt);
    }

    [Fact]
    public void Refuses_what_is_not_there_in_the_region()
    {
        var id = fixture.Profile.ProfileId!;
        fixture.Region = "eu-west-1";

        Assert.Equal(404, Assert.Throws<ResourceNotFoundException>(() => fixture.Read<GetProfile, GetProfileRequest, GetProfileResponse>(new() { ProfileId = id }).Profile!).Status);
    }
}
