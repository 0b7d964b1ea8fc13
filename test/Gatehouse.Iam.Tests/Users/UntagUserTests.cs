using Gatehouse.Contracts.Iam;
using Gatehouse.Iam.Users;
using Gatehouse.Testing;

namespace Gatehouse.Iam.Tests.Users;

public sealed class UntagUserTests
{
    private readonly AccountFixture account = new();

    [Fact]
    public void Takes_tags_away_whatever_their_case_and_minds_no_others()
    {
        account.Put(account.AddUser("Alice") with { Tags = [new("Team", "blue"), new("cost", "1")] });

        Call(new() { UserName = "Alice", TagKeys = ["TEAM", "other"] });

        Assert.Equal(["cost"], account.Account.Users.Find("Alice")!.Tags.Select(tag => tag.Key));
    }

    [Fact]
    public void Knows_no_user_that_is_not_there() =>
        account.RefusesMissing("The user with name Nobody cannot be found.", () => Call(new() { UserName = "Nobody", TagKeys = ["team"] }));

    [Fact]
    public void Is_checked_on_the_user_as_it_is_spelled()
    {
        // PE-10, PE-95
        account.Put(account.AddUser("Alice", "/staff/") with { PermissionsBoundary = Givens.ReadOnly, Tags = [new("team", "blue")] });

        var needs = account.Needs<UntagUser, UntagUserRequest>("iam:UntagUser", new() { UserName = "alice", TagKeys = ["cost", "team"] });

        Assert.Equal(["iam:UntagUser arn:aws:iam::111122223333:user/staff/Alice"], needs.Lines());
        Assert.Equal("user Alice", needs.Printed);
        Assert.Equal("blue", needs.Value("iam:ResourceTag/team"));
        Assert.Equal("cost team", needs.Value("aws:TagKeys"));
        Assert.Null(needs.Value("aws:RequestTag/cost"));
    }

    private UntagUserResponse Call(UntagUserRequest request) => account.Write<UntagUser, UntagUserRequest, UntagUserResponse>(request);
}
