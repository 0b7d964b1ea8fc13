using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Profiles;

namespace Gatehouse.RolesAnywhere.Tests.Profiles;

public sealed class DisableProfileTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Disables_it_and_says_when()
    {
        var id = fixture.Profile.ProfileId!;
        fixture.Account.Clock.Advance(TimeSpan.FromMinutes(1));

        var changed = fixture.Write<DisableProfile, DisableProfileRequest, DisableProfileResponse>(new() { ProfileId = id }).Profile!;

        Assert.False(changed.Enabled);
        Assert.Equal(fixture.Account.Clock.GetUtcNow(), changed.UpdatedAt);
        Assert.False(fixture.Read<GetProfile, GetProfileRequest, GetProfileResponse>(new() { ProfileId = id }).Profile!.Enabled);
    }

    [Fact]
    public void Refuses_what_is_not_there_in_the_region()
    {
        var id = fixture.Profile.ProfileId!;
        fixture.Region = "eu-west-1";

        Assert.Equal(404, Assert.Throws<ResourceNotFoundException>(() => fixture.Write<DisableProfile, DisableProfileRequest, DisableProfileResponse>(new() { ProfileId = id }).Profile!).Status);
    }
}
