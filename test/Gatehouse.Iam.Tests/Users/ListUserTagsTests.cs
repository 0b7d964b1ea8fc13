using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class ListUserTagsTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Lists_tags_in_the_order_of_keys_page_by_page()
    {
        account.Put(account.AddUser("Alice") with { Tags = [new("c", "3"), new("a", "1"), new("b", "2")] });

        var first = Call(new() { UserName = "Alice", MaxItems = 2 });
        var second = Call(new() { UserName = "Alice", MaxItems = 2, Marker = first.Marker });

        Assert.Equal([("a", "1"), ("b", "2")], first.Tags.Select(tag => (tag.Key, tag.Value)));
        Assert.True(first.IsTruncated);
        Assert.Equal([("c", "3")], second.Tags.Select(tag => (tag.Key, tag.Value)));
        Assert.Equal((false, null), (second.IsTruncated, second.Marker));
    }

    [Fact]
    public void Markers_of_the_longest_keys_can_be_sent_back()
    {
        var keys = new[] { "x", "y", "z" }.Select(last => new string('\u5b57', 127) + last).ToList();
        account.Put(account.AddUser("Alice") with { Tags = [.. keys.Select(key => new Tag(key, ""))] });

        var seen = new List<string>();
        string? marker = null;
        do
        {
            var page = Call(new() { UserName = "Alice", MaxItems = 1, Marker = marker });
            seen.AddRange(page.Tags.Select(tag => tag.Key));
            marker = page.Marker;
            Assert.True((marker?.Length ?? 0) <= 320);
        }
        while (marker is not null);

        Assert.Equal(keys.Order(StringComparer.Ordinal), seen.Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Lists_nothing_where_nothing_is()
    {
        account.AddUser("Alice");

        Assert.Empty(Call(new() { UserName = "Alice" }).Tags);
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody" }));

    [Fact]
    public void Is_checked_on_the_user_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.Put(account.AddUser("Alice", "/staff/") with { PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });

        var needs = account.Needs<ListUserTags, ListUserTagsRequest>("iam:ListUserTags", new() { UserName = "alice" });

        Assert.Equal(["iam:ListUserTags arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
        Assert.Equal("blue", needs.Value("iam:ResourceTag/team"));
    }

    private ListUserTagsResponse Call(ListUserTagsRequest request) => account.Read<ListUserTags, ListUserTagsRequest, ListUserTagsResponse>(request);
}
