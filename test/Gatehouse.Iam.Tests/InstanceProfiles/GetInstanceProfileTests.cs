using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.InstanceProfiles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.InstanceProfiles;

public sealed class GetInstanceProfileTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Shows_the_profile_with_its_role()
    {
        account.AddProfile("Web", account.Put(account.AddRole("App") with { Description = "Runs.", Tags = [new("team", "blue")] }));

        var profile = Call(new() { InstanceProfileName = "web" }).InstanceProfile;

        var role = Assert.Single(profile.Roles);
        Assert.Equal(("App", RoleGivens.Encoded), (role.RoleName, role.AssumeRolePolicyDocument));

        // AWS: of the role only this much is shown, and tags of the profile even when there are none.
        Assert.Equal((null, null, null, null), (role.Description, role.MaxSessionDuration, role.Tags, role.RoleLastUsed));
        Assert.Empty(profile.Tags!);
    }

    [Fact]
    public void Knows_no_profile_that_is_not_there() =>
        account.RefusesMissing("Instance Profile none cannot be found.", () => Call(new() { InstanceProfileName = "none" }));

    [Fact]
    public void Is_checked_on_the_profile_as_it_is_spelled()
    {
        // PE-10
        var web = account.AddProfile("Web", null, "/team/");
        account.Change(draft => draft.Put(web with { Tags = [new("team", "blue")] }));

        var needs = account.Needs<GetInstanceProfile, GetInstanceProfileRequest>("iam:GetInstanceProfile", new() { InstanceProfileName = "web" });

        Assert.Equal(["iam:GetInstanceProfile arn:aws:iam::111122223333:instance-profile/team/Web"], needs.Lines());
        Assert.Equal(("blue", null), (needs.Value("aws:ResourceTag/team"), needs.Value("iam:ResourceTag/team")));
    }

    private GetInstanceProfileResponse Call(GetInstanceProfileRequest request) =>
        account.Reach<GetInstanceProfile, GetInstanceProfileRequest, GetInstanceProfileResponse>(request);
}
