using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.InstanceProfiles;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.InstanceProfiles;

public sealed class TagInstanceProfileTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Sets_tags_telling_keys_apart_by_case()
    {
        // PL-117
        account.AddProfile("Web");

        Call(new() { InstanceProfileName = "web", Tags = [new() { Key = "a", Value = "1" }, new() { Key = "A", Value = "2" }] });

        Assert.Equal(["a=1", "A=2"], account.Reload().InstanceProfiles[0].Tags.Select(tag => $"{tag.Key}={tag.Value}"));
    }

    [Fact]
    public void Knows_no_profile_that_is_not_there() =>
        account.RefusesMissing("Instance Profile none cannot be found.", () => Call(new() { InstanceProfileName = "none", Tags = [] }));

    private TagInstanceProfileResponse Call(TagInstanceProfileRequest request) =>
        account.Write<TagInstanceProfile, TagInstanceProfileRequest, TagInstanceProfileResponse>(request);
}
