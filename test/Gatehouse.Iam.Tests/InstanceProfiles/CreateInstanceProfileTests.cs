using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.InstanceProfiles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.InstanceProfiles;

public sealed class CreateInstanceProfileTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Makes_an_empty_profile()
    {
        var profile = Call(new() { InstanceProfileName = "Web", Path = "/team/" }).InstanceProfile!;

        Assert.StartsWith("AIPA", profile.InstanceProfileId);
        Assert.Equal(
            ("arn:aws:iam::111122223333:instance-profile/team/Web", "Web", "/team/", account.Clock.GetUtcNow()),
            (profile.Arn, profile.InstanceProfileName, profile.Path, profile.CreateDate));
        Assert.Empty(profile.Roles);
        Assert.Null(profile.Tags);
        Assert.Equal(profile.InstanceProfileId, account.Reload().InstanceProfiles.Find("web")!.Id);
    }

    [Fact]
    public void Refuses_a_name_that_differs_only_in_case()
    {
        account.AddProfile("Web");

        account.RefusesTaken("Instance Profile WEB already exists.", () => Call(new() { InstanceProfileName = "WEB" }));
    }

    [Fact]
    public void Is_checked_on_the_profile_it_makes()
    {
        var needs = account.Needs<CreateInstanceProfile, CreateInstanceProfileRequest>(
            "iam:CreateInstanceProfile", new() { InstanceProfileName = "Web", Tags = [new() { Key = "team", Value = "blue" }] });

        const string profile = "arn:aws:iam::111122223333:instance-profile/Web";
        Assert.Equal([$"iam:CreateInstanceProfile {profile}", $"iam:TagInstanceProfile {profile}"], needs.Lines());
        Assert.Equal("blue", needs.Value("aws:RequestTag/team"));
    }

    private CreateInstanceProfileResponse Call(CreateInstanceProfileRequest request) =>
        account.Write<CreateInstanceProfile, CreateInstanceProfileRequest, CreateInstanceProfileResponse>(request);
}
