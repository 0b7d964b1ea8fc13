using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.InstanceProfiles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.InstanceProfiles;

public sealed class UntagInstanceProfileTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_off_the_keys_it_is_given()
    {
        var web = account.AddProfile("Web");
        account.Change(draft => draft.Put(web with { Tags = [new("a", "1"), new("A", "2")] }));

        Call(new() { InstanceProfileName = "web", TagKeys = ["a", "none"] });

        Assert.Equal(["A"], account.Reload().InstanceProfiles[0].Tags.Select(tag => tag.Key));
    }

    [Fact]
    public void Knows_no_profile_that_is_not_there() =>
        account.RefusesMissing("Instance Profile none cannot be found.", () => Call(new() { InstanceProfileName = "none", TagKeys = [] }));

    private UntagInstanceProfileResponse Call(UntagInstanceProfileRequest request) =>
        account.Write<UntagInstanceProfile, UntagInstanceProfileRequest, UntagInstanceProfileResponse>(request);
}
