using Gatehouse.Contracts.RolesAnywhere;
using Gatehouse.RolesAnywhere.Profiles;

namespace Gatehouse.RolesAnywhere.Tests.Profiles;

public sealed class UpdateProfileTests : IDisposable
{
    private readonly AnywhereFixture fixture = new();

    public void Dispose() => fixture.Dispose();

    [Fact]
    public void Changes_what_is_named_and_leaves_the_rest()
    {
        fixture.Update(new() { ProfileId = fixture.Profile.ProfileId!, Name = "new", DurationSeconds = 900, RoleArns = [] });

        Assert.Equal(("new", 900, true, false), (fixture.Profile.Name, fixture.Profile.DurationSeconds, fixture.Profile.Enabled, fixture.Profile.AcceptRoleSessionName));
        Assert.Empty(fixture.Profile.RoleArns!);
    }

    [Fact]
    public void Needs_the_right_to_pass_roles_only_when_it_sets_them()
    {
        var id = fixture.Profile.ProfileId!;
        Assert.Single(fixture.Account.Needs<UpdateProfile, UpdateProfileRequest>("rolesanywhere:UpdateProfile", new() { ProfileId = id }).Checks);
        Assert.Equal(
            "iam:PassRole",
            fixture.Account.Needs<UpdateProfile, UpdateProfileRequest>("rolesanywhere:UpdateProfile", new() { ProfileId = id, RoleArns = [AnywhereFixture.RoleArn] }).Checks[1].Action);
    }

    [Fact]
    public void Refuses_what_is_not_there_and_what_no_session_could_be_bound_by()
    {
        Assert.Throws<ResourceNotFoundException>(() => fixture.Update(new() { ProfileId = "00000000-0000-0000-0000-000000000000" }));
        Assert.Throws<ValidationException>(() => fixture.Update(new() { ProfileId = fixture.Profile.ProfileId!, SessionPolicy = "[]" }));
    }
}
