using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Profiles;

namespace Gatehouse.RolesAnywhere.Tests.Profiles;

public sealed class DeleteProfileTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Deletes_it_and_shows_what_it_was()
    {
        var id = fixture.Profile.ProfileId!;

        Assert.Equal(id, fixture.Write<DeleteProfile, DeleteProfileRequest, DeleteProfileResponse>(new() { ProfileId = id }).Profile!.ProfileId);

        Assert.Throws<ResourceNotFoundException>(() => fixture.Read<GetProfile, GetProfileRequest, GetProfileResponse>(new() { ProfileId = id }).Profile!);
    }

    [Fact]
    public void Refuses_what_is_not_there_in_the_region()
    {
        var id = fixture.Profile.ProfileId!;
        fixture.Region = "eu-west-1";

        Assert.Equal(404, Assert.Throws<ResourceNotFoundException>(() => fixture.Write<DeleteProfile, DeleteProfileRequest, DeleteProfileResponse>(new() { ProfileId = id }).Profile!).Status);
    }
}
