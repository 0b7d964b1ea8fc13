using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.SsoAdmin;
using Gatehouse.IdentityCenter.Tagging;

namespace Gatehouse.IdentityCenter.Tests.Tagging;

public sealed class UntagResourceTests
{
    private readonly SetFixture center = new();

    [Fact]
    public void Takes_tags_away_and_passes_over_what_is_not_there()
    {
        center.Account.Change(draft => draft.Put(center.Set with { Tags = [new Tag("a", "1"), new Tag("b", "2")] }));

        center.Write<UntagResource, UntagResourceRequest, UntagResourceResponse>(new() { ResourceArn = SetFixture.SetArn, TagKeys = ["a", "A", "none"] });

        Assert.Equal([new Tag("b", "2")], center.Set.Tags);
    }
}
