using Gatehouse.Accounts.Entities;
using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class TagUserTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Adds_tags_and_gives_known_keys_new_values_and_spelling()
    {
        account.Put(account.AddUser("Alice") with { Tags = [new("Team", "blue"), new("cost", "1")] });

        Call(new() { UserName = "Alice", Tags = [new() { Key = "TEAM", Value = "red" }, new() { Key = "new", Value = "" }] });

        // PL-117
        Assert.Equal([("cost", "1"), ("TEAM", "red"), ("new", "")], account.Account.Users.Find("Alice")!.Tags.Select(tag => (tag.Key, tag.Value)));
    }

    [Fact]
    public void Refuses_more_than_fifty()
    {
        account.Put(account.AddUser("Alice") with { Tags = [.. Enumerable.Range(0, 50).Select(number => new Tag($"k{number}", ""))] });

        Call(new() { UserName = "Alice", Tags = [new() { Key = "K7", Value = "x" }] });
        account.RefusesMore(
            "The number of tags has reached the maximum limit of 50.",
            () => Call(new() { UserName = "Alice", Tags = [new() { Key = "one more", Value = "" }] }));
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing(
            "The user with name Nobody cannot be found.",
            () => Call(new() { UserName = "Nobody", Tags = [new() { Key = "team", Value = "red" }] }));

    [Fact]
    public void Is_checked_on_the_user_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.Put(account.AddUser("Alice", "/staff/") with { PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });

        var needs = account.Needs<TagUser, TagUserRequest>("iam:TagUser", new() { UserName = "alice", Tags = [new() { Key = "cost", Value = "1" }] });

        Assert.Equal(["iam:TagUser arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
        Assert.Equal("blue", needs.Value("iam:ResourceTag/team"));
        Assert.Equal("1", needs.Value("aws:RequestTag/cost"));
        Assert.Equal("cost", needs.Value("aws:TagKeys"));
    }

    [Theory]
    [InlineData("aws:cloudformation:stack-name")]
    [InlineData("AWS:x")]
    public void Refuses_the_keys_that_are_for_AWS_to_set(string key)
    {
        account.AddUser("Alice");

        account.Refuses<InvalidInputException>(
            400, "InvalidInput", "'aws:' prefixed tag key names are not allowed for external use.", () => Call(new() { UserName = "Alice", Tags = [new() { Key = key, Value = "" }] }));
    }

    private TagUserResponse Call(TagUserRequest request) => account.Write<TagUser, TagUserRequest, TagUserResponse>(request);
}
